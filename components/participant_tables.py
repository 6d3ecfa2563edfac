"""Tables of participants: the register, and the twins of the figures by theme and by region.

They take the rows of `participants_by_place`, `participants_by_theme` and `participants_by_region`, and the choice.
"""

from dash import html

from components.filters import Filters
from components.numbers import span
from components.places import place_link
from components.sorting import in_order, sort_links, spelt
from components.sources import in_order as sources_in_order
from components.sources import number_links, number_of
from components.tables import Column, alphabetical, column, table, total_row, value_text
from components.text import say
from data import catalogue


def label(name: str, code: str | None, lang: str) -> str:
    """The label of a code of a column; `not stated in source` when there is none."""
    return say(lang, "common.not_stated") if code in (None, "not_stated") else value_text(lang, name, code)


def quiet(words: str, *, is_known: bool) -> html.Span | str:
    """Words as they are when something is known; set apart when they say that it is not."""
    return words if is_known else html.Span(words, className="unknown")


def coded(name: str, code: str | None, lang: str) -> html.Span | str:
    """The label of a code, set apart when the source does not state it."""
    return quiet(label(name, code, lang), is_known=code not in (None, "not_stated"))


def theme_cell(row: dict, lang: str) -> html.Span | str:
    """The labels of the themes, set apart when there is none."""
    codes = (row.get("theme_codes") or row["theme_code"] or "").split()
    words = ", ".join(label("theme_code", code, lang) for code in codes)
    return quiet(words or theme(row, lang), is_known=bool(codes))


def register(rows: list[dict], choice: Filters):
    """Everybody named, with role, theme, state, evidence, date of joining and sources; sorted by the address."""
    lang = choice.lang
    cells = {
        "name": lambda row: _name(row, choice),
        "role": lambda row: _with_reason(label("role_code", row["role_code"], lang), row[f"role_basis_{lang}"]),
        "theme": lambda row: _with_reason(theme_cell(row, lang), row[f"topic_{lang}"]),
        "state": lambda row: coded("participant_status_code", row["participant_status_code"], lang),
        "evidence": lambda row: coded("evidence_code", row["evidence_code"], lang),
        "joined": lambda row: quiet(
            span(lang, row["joined_earliest"], row["joined_latest"]), is_known=row["joined_latest"] is not None
        ),
        "sources": lambda row: number_links(lang, row["source_ids"]),
    }
    return table(
        [described(lang, f"participants.column.{name}", cell, sort=name) for name, cell in cells.items()],
        in_order(alphabetical(rows, lang), choice, _keys(lang), first="name"),
        caption=say(lang, "participants.register.table"),
        row_class=lambda row: "described",
        sort_link=sort_links(choice, first="name"),
        is_stacked=True,
    )


def _keys(lang: str) -> dict:
    """What each heading of the register sorts by: words by the alphabet, dates by time, sources by their first one."""
    return {
        "name": lambda row: spelt(row[f"name_{lang}"]),
        "role": lambda row: spelt(label("role_code", row["role_code"], lang)),
        "theme": lambda row: spelt(row["theme_code"] and label("theme_code", row["theme_code"], lang)),
        "state": lambda row: spelt(label("participant_status_code", row["participant_status_code"], lang)),
        "evidence": lambda row: spelt(label("evidence_code", row["evidence_code"], lang)),
        "joined": lambda row: row["joined_latest"],
        "sources": lambda row: [number_of(source) for source in sources_in_order(row["source_ids"].split())],
    }


def described(lang: str, heading: str, cell, *, sort: str | None = None) -> Column:
    """A column whose heading stands again in each cell on a phone, where the head of the table is not seen."""
    words = say(lang, heading)

    def labelled(row: dict) -> list:
        return [html.Span(words, className="cell-label"), *_listed(cell(row))]

    return Column(words, labelled, sort=sort)


def _listed(children) -> list:
    return children if isinstance(children, list) else [children]


def _name(row: dict, choice: Filters) -> list:
    """The name, linked; under it the kind and, unless the place is a region, the region."""
    lang = choice.lang
    kind = catalogue.current().codes["recipient_kinds"][row["participant_kind"]][lang]
    place = kind if row["participant_kind"] == "region" else f"{kind} · {row[f'region_{lang}'] or ''}".rstrip(" ·")
    link = html.A(row[f"name_{lang}"], href=place_link(row, choice), className="register-title")
    return [link, html.Span(place, className="register-sub")]


def _with_reason(words, reason: str | None) -> list:
    return [words, html.Span(reason, className="register-sub")] if reason else [words]


def theme(row: dict, lang: str) -> str:
    """The theme's label, or that there is none."""
    return (
        say(lang, "grants.unclassified") if row["theme_code"] is None else label("theme_code", row["theme_code"], lang)
    )


def by_theme(rows: list[dict], choice: Filters):
    """Participants by theme, each a link that narrows the page."""
    return _counted(rows, choice, "theme", lambda row: theme(row, choice.lang))


def by_region(rows: list[dict], choice: Filters):
    """Participants by region in the alphabetical order of the reader's language."""
    return _counted(alphabetical(rows, choice.lang), choice, "region", lambda row: region(row, choice.lang))


def region(row: dict, lang: str) -> str:
    """The name of a region, or that it is not stated."""
    return row[f"name_{lang}"] or say(lang, "common.not_stated")


def _counted(rows: list[dict], choice: Filters, facet: str, words):
    """Counts by kind; the first column narrows the page to its facet. Themes overlap, so they have no total."""
    lang, names = choice.lang, ["participants", "municipalities", "regions", "city_regions"]
    totals = [] if facet == "theme" else [total_row(lang, rows, names)]

    def first(row: dict):
        if row.get("is_total"):
            return row["label"]
        code = row[f"{facet}_code"] or "not_stated"
        return (
            html.A(words(row), href=choice.to_search(page=1, **{facet: code}))
            if facet == "theme" or row[f"{facet}_code"]
            else words(row)
        )

    return table(
        [Column(say(lang, f"grants.column.{facet}"), first), *[column(lang, name) for name in names]],
        [*rows, *totals],
        caption=say(lang, f"participants.by_{facet}.table"),
        row_class=lambda row: "total" if row.get("is_total") else None,
    )
