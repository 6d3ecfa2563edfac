"""The heatmaps of digital maturity: sectors or services by municipality, within the group that is compared."""

from dash import html

from components.heatmap import Cell, Group, Head, heatmap
from components.heatmap_large import MARK_TEXTS
from components.maturity_view import MaturityView, short
from components.text import say
from data import catalogue

IDENTITY = "maturity-grid"


def grid(view: MaturityView) -> html.Div:
    """Sectors or services by municipality, with the figures of the group at the right."""
    return by_sector(view) if view.view == "sectors" else by_service(view)


def cell(view: MaturityView, row: dict, *, spoken: str, href: str, is_chosen: bool) -> Cell:
    """A cell of one row of an answer: its level, or the mark of why it has none; `spoken` begins what is said of it."""
    if row["level"] is not None:
        level = {"level": str(row["level"]), "name": view.level_names[row["level"]]}
        said = say(view.lang, "maturity.spoken.level", what=spoken, **level)
        return Cell(str(row["level"]), step=row["level"], spoken=said, href=href, is_chosen=is_chosen)
    mark = catalogue.current().codes["cell_marks"][row["mark_code"]][view.lang]
    said = say(view.lang, "maturity.spoken.mark", what=spoken, mark=mark)
    return Cell(MARK_TEXTS[row["mark_code"]], mark=row["mark_code"], spoken=said, href=href, is_chosen=is_chosen)


def phone_place(view: MaturityView) -> str | None:
    """The one municipality that a phone shows: the chosen one, otherwise the first; None when there is none."""
    codes = [row["place_code"] for row in view.shown_places]
    return view.choice.place if view.choice.place in codes else next(iter(codes), None)


def _place_heads(view: MaturityView) -> list[Head]:
    return [
        Head(
            row["place_code"],
            short(row, view.lang),
            href=view.choice.to_search(view="place", place=row["place_code"]),
            spoken=row[f"name_{view.lang}"],
        )
        for row in view.shown_places
    ]


def by_service(view: MaturityView) -> html.Div:
    choice = view.choice
    rows = [
        Head(
            row["service_code"],
            row[f"name_{view.lang}"],
            href=choice.to_search(view="service", service=row["service_code"]),
        )
        for row in view.shown_services
    ]
    cells = {
        (row["service_code"], row["place_code"]): _chosen_cell(view, row, service=row["service_code"])
        for row in view.rows
    }
    figures = {
        row["service_code"]: view.group_by_key.get((row["sector_code"], row["service_code"])) for row in view.services
    }
    return _by_place(
        view, rows, cells, figures, corner=say(view.lang, "maturity.grid.service"), sections=sections_of(view)
    )


def sections_of(view: MaturityView) -> dict[str, Head]:
    """The first service of each sector -> the heading of the sector, which leads into it and out of it again."""
    found: dict[str, Head] = {}
    for row in view.shown_services:
        sector = row["sector_code"]
        if sector not in {each.key for each in found.values()}:
            to = view.choice.to_search(sector=None if view.choice.sector == sector else sector) or "?"
            found[row["service_code"]] = Head(sector, view.name("sector", sector), href=to)
    return found


def by_sector(view: MaturityView) -> html.Div:
    choice = view.choice
    codes = [code for code in catalogue.current().codes["sectors"] if choice.sector in (None, code)]
    rows = [Head(code, view.name("sector", code), href=choice.to_search(view=None, sector=code)) for code in codes]
    cells = {}
    for row in view.rows:
        place = row["place_code"]
        spoken = say(
            view.lang,
            "maturity.spoken.pair",
            place=view.name("place", place),
            what=view.name("sector", row["sector_code"]),
        )
        to = choice.to_search(view=None, sector=row["sector_code"], place=place)
        cells[(row["sector_code"], place)] = cell(view, row, spoken=spoken, href=to, is_chosen=False)
    figures = {code: view.group_by_key.get((code, None)) for code in codes}
    return _by_place(view, rows, cells, figures, corner=say(view.lang, "maturity.grid.sector"), sections=None)


def _chosen_cell(view: MaturityView, row: dict, *, service: str) -> Cell:
    """A cell that chooses its place and service, or takes the choice back."""
    choice, place = view.choice, row["place_code"]
    is_chosen = (choice.place, choice.service) == (place, service)
    to = {"place": None, "service": None} if is_chosen else {"place": place, "service": service}
    spoken = say(view.lang, "maturity.spoken.pair", place=view.name("place", place), what=view.name("service", service))
    return cell(view, row, spoken=spoken, href=choice.to_search(**to) or "?", is_chosen=is_chosen)


def _by_place(view: MaturityView, rows, cells, figures: dict, *, corner: str, sections) -> html.Div:
    lang, columns = view.lang, _place_heads(view)
    is_example = view.is_example
    over = (
        say(lang, "maturity.grid.examples" if is_example else "maturity.grid.places"),
        say(lang, "maturity.grid.group"),
    )
    return heatmap(
        IDENTITY,
        rows=rows,
        columns=columns,
        cells=cells,
        corner=corner,
        caption=say(lang, "maturity.grid.caption", group=view.group_words()),
        groups=_groups(view, figures),
        phone_column=phone_place(view),
        over=over,
        sections=sections,
    )


def _groups(view: MaturityView, figures: dict[str, dict | None]) -> list[Group]:
    """Coverage, lowest, median and highest of the group; hidden with its reason when fewer than 3 have a value."""
    lang = view.lang
    known = {key: row for key, row in figures.items() if row}
    coverage = {
        key: Cell(f"{row['assessed']}/{row['group_places']}", spoken=_coverage(row, lang)) for key, row in known.items()
    }

    def column(name: str) -> dict[str, Cell]:
        hidden = Cell(say(lang, "maturity.grid.hidden"), mark="hidden")
        return {key: hidden if row["mark_code"] else Cell(str(row[f"{name}_level"])) for key, row in known.items()}

    return [
        Group(say(lang, "maturity.grid.assessed"), coverage),
        Group(say(lang, "maturity.grid.lowest"), column("lowest")),
        Group(say(lang, "maturity.grid.median"), column("median"), is_strong=True),
        Group(say(lang, "maturity.grid.highest"), column("highest")),
    ]


def _coverage(row: dict, lang: str) -> str:
    return say(lang, "maturity.spoken.coverage", assessed=str(row["assessed"]), places=str(row["group_places"]))
