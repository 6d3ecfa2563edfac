"""Tables of the grants pages: the register and the twins of its figures. Names link to the choice they stand for."""

from dash import html

from components.controls import paging
from components.filters import Filters
from components.numbers import MISSING, money, span
from components.tables import Column, column, named, table, total_row
from components.text import say
from data import catalogue

PAGE_SIZE = 25
SORTS = {"recipient": "lead", "project": "title", "round": "round_code", "theme": "theme_code", "amount": "amount_eur"}


def alphabet(text: str | None) -> tuple:
    """A sort key by the Finnish and Swedish alphabets: å, ä and ö after z; a missing name comes last."""
    order = "abcdefghijklmnopqrstuvwxyzåäö"
    return (text is None, [order.find(letter) if letter in order else -1 for letter in (text or "").lower()])


def alphabetical(rows: list[dict], lang: str) -> list[dict]:
    """Rows in the order of their names in a language: places are listed, never ranked."""
    return sorted(rows, key=lambda row: alphabet(row[f"name_{lang}"]))


def theme(row: dict, lang: str) -> str:
    """The theme's label, or that the source states none."""
    return _label("themes", row["theme_code"], lang)


def band(row: dict, lang: str) -> str:
    """The label of a band of amounts."""
    return _label("bands", row["band_code"], lang)


def region(row: dict, lang: str) -> str:
    """The region's name; several regions when a joint grant cannot be placed in one."""
    return row[f"name_{lang}"] or say(lang, "grants.several_regions")


def _label(codes: str, code: str | None, lang: str) -> str:
    return say(lang, "common.not_stated") if code is None else catalogue.current().codes[codes][code][lang]


def register(rows: list[dict], choice: Filters, *, detail: str):
    """The register: recipients, project, round, theme, region and amount; 25 a page; sorted by the address."""
    lang = choice.lang
    ordered = _sorted(rows, choice)
    last = max(1, -(-len(ordered) // PAGE_SIZE))
    start = (min(choice.page, last) - 1) * PAGE_SIZE
    columns = [
        Column(say(lang, "grants.column.recipient"), lambda row: _recipient(row, lang), sort="recipient"),
        Column(say(lang, "grants.column.project"), lambda row: _project(row, choice, detail), sort="project"),
        Column(say(lang, "grants.column.round"), lambda row: row["round_code"], sort="round"),
        Column(say(lang, "grants.column.theme"), lambda row: theme(row, lang), sort="theme"),
        Column(say(lang, "grants.column.amount"), lambda row: amount(row, lang), is_number=True, sort="amount"),
    ]
    shown = table(
        columns,
        ordered[start : start + PAGE_SIZE],
        caption=say(lang, "grants.register.table"),
        sort_link=lambda name: _sort_link(name, choice),
        is_stacked=True,
    )
    return html.Div([shown, paging(choice, rows=len(ordered), size=PAGE_SIZE)])


def _sorted(rows: list[dict], choice: Filters) -> list[dict]:
    """Rows by the sort of the address, ties by name; by name when there is none."""
    name = (choice.sort or "recipient").lstrip("-")
    column_name = SORTS.get(name, "lead")
    localised = f"{column_name}_{choice.lang}"
    by_name = sorted(rows, key=lambda row: (alphabet(row[f"lead_{choice.lang}"]), row["round_code"], row["grant_id"]))

    def key(row: dict):
        value = row.get(localised) if localised in row else row[column_name]
        return alphabet(value) if localised in row else (value is None, value if value is not None else 0)

    return sorted(by_name, key=key, reverse=(choice.sort or "").startswith("-"))


def _sort_link(name: str, choice: Filters) -> tuple[str, str | None]:
    """Where a heading leads (the other direction when already sorted by it) and its present order."""
    present = choice.sort or "recipient"
    if present == name:
        return choice.to_search(sort=f"-{name}", page=1), "up"
    if present == f"-{name}":
        return choice.to_search(sort=None if name == "recipient" else name, page=1) or "?", "down"
    return choice.to_search(sort=None if name == "recipient" else name, page=1) or "?", None


def _recipient(row: dict, lang: str):
    """The lead's name and, of a joint grant, the partners with a word on shares."""
    lead = html.Span(row[f"lead_{lang}"], className="register-title")
    if not row["is_joint"]:
        return lead
    partners = row[f"partners_{lang}"]
    words = say(lang, "grants.partners.named", partners=partners) if partners else say(lang, "grants.partners.unnamed")
    return [lead, html.Span(words, className="register-sub")]


def _project(row: dict, choice: Filters, detail: str):
    """The project's title linked to its lasting page; its status when it is more than `not stated`."""
    title = row[f"title_{choice.lang}"] or say(choice.lang, "grants.untitled")
    link = html.A(title, href=f"{detail}/{row['grant_id']}{choice.to_search(**_unfaceted(choice))}")
    if row["return_state"] is None:
        return link
    return [link, html.Span(say(choice.lang, f"grants.returned.{row['return_state']}"), className="register-sub")]


def _unfaceted(choice: Filters) -> dict:
    return {**dict.fromkeys(choice.narrowed()), "sort": None, "page": 1}


def amount(row: dict, lang: str) -> str:
    """The awarded amount; a ceiling is written as one, and an unstated amount as unstated."""
    if row["amount_state"] == "not_stated" or row["amount_eur"] is None:
        return say(lang, "common.not_stated")
    text = money(lang, row["amount_eur"])
    return say(lang, "grants.at_most", amount=text) if row["amount_state"] == "at_most" else text


def by_round(rows: list[dict], choice: Filters):
    """Awards, applications and appropriation by round, with totals."""
    lang = choice.lang
    columns = [
        named(lang, "name", say(lang, "grants.column.round"), link=_narrow(choice, "round", "round_code")),
        *[column(lang, name) for name in ("applications", "grants", "awarded_eur")],
        *([column(lang, "at_most_eur")] if any(row["at_most_eur"] for row in rows) else []),
    ]
    return _summed(columns, rows, lang, ["applications", "grants", "awarded_eur"], "grants.by_round.table")


def by_theme(rows: list[dict], choice: Filters):
    """Awards by theme, each a link that narrows the page."""
    lang = choice.lang
    first = Column(
        say(lang, "grants.column.theme"), lambda row: _linked(choice, "theme", row["theme_code"], theme(row, lang))
    )
    columns = [first, column(lang, "grants"), column(lang, "awarded_eur")]
    return _summed(columns, rows, lang, ["grants", "awarded_eur"], "grants.by_theme.table")


def by_band(rows: list[dict], choice: Filters):
    """Grants by size."""
    lang = choice.lang
    first = Column(
        say(lang, "grants.column.band"), lambda row: _linked(choice, "band", row["band_code"], band(row, lang))
    )
    columns = [first, column(lang, "grants"), column(lang, "awarded_eur")]
    return _summed(columns, rows, lang, ["grants", "awarded_eur"], "grants.by_band.table")


def by_region(rows: list[dict], choice: Filters):
    """Awards by region in the chosen joint mode."""
    lang = choice.lang
    first = Column(
        say(lang, "grants.column.region"), lambda row: _linked(choice, "region", row["region_code"], region(row, lang))
    )
    columns = [first, column(lang, "grants"), column(lang, "municipalities"), column(lang, "awarded_eur")]
    return _summed(columns, rows, lang, ["awarded_eur"], "grants.by_region.table")


def by_municipality(rows: list[dict], choice: Filters):
    """Awards by municipality; a city region and an undivided joint grant are rows of their own."""
    lang = choice.lang

    def name(row: dict):
        words = row[f"name_{lang}"] or MISSING
        if row["recipient_kind"] == "municipality":
            return _linked(choice, "municipality", row["municipality_code"], words)
        kind = catalogue.current().codes["recipient_kinds"][row["recipient_kind"]][lang]
        return [words, html.Span(kind, className="register-sub")]

    columns = [Column(say(lang, "grants.column.recipient"), name), column(lang, "grants"), column(lang, "awarded_eur")]
    return _summed(columns, rows, lang, ["awarded_eur"], "grants.by_municipality.table")


def _narrow(choice: Filters, facet: str, code: str):
    """For a row, the address of the page narrowed to it."""
    return lambda row: choice.to_search(page=1, **{facet: row[code]}) if row.get(code) else None


def _linked(choice: Filters, facet: str, code: str | None, words: str):
    return html.A(words, href=choice.to_search(page=1, **{facet: code})) if code else words


def _summed(columns: list[Column], rows: list[dict], lang: str, names: list[str], caption: str):
    """A table with a total row under it; only the named columns are summed."""
    total = total_row(lang, rows, names)
    first = columns[0]
    labelled = Column(first.heading, lambda row: row["label"] if row.get("is_total") else first.cell(row))
    rest = [_blank_in_total(each, names) for each in columns[1:]]
    return table(
        [labelled, *rest],
        [*rows, total],
        caption=say(lang, caption),
        row_class=lambda row: "total" if row.get("is_total") else None,
    )


def _blank_in_total(each: Column, names: list[str]) -> Column:
    """The column with an empty cell in the total row when it is not one of the summed ones."""

    def cell(row: dict):
        try:
            return each.cell(row)
        except KeyError:
            return ""

    def is_negative(row: dict) -> bool:
        return not row.get("is_total") and each.is_negative(row)

    return Column(each.heading, cell, each.is_number, is_negative, each.sort)


def when(row: dict, lang: str) -> str:
    """When a grant was decided, as exactly as the source tells."""
    return span(lang, row["decided_earliest"], row["decided_latest"])
