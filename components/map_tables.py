"""Figures of the map page that need no script: tables by region and theme with a bar in each row."""

from dash import html
from dash_svg import Svg

from components.drawings import rect
from components.filters import Filters
from components.grant_tables import region, summed, theme
from components.tables import Column, alphabetical, column, table
from components.text import say

WIDTH, HEIGHT = 120, 14


def by_region(rows: list[dict], choice: Filters):
    """Awards by region in alphabetical order, each name a link that narrows the page."""
    lang = choice.lang
    first = Column(say(lang, "grants.column.region"), _linked(choice, "region", region))
    return _with_bars(first, alphabetical(rows, lang), choice, "grants.by_region.table", has_total=True)


def by_theme(rows: list[dict], choice: Filters):
    """Awards by theme in the order of the code list."""
    first = Column(say(choice.lang, "grants.column.theme"), _linked(choice, "theme", theme))
    has_total = choice.municipality is None
    return _with_bars(first, rows, choice, "grants.by_theme.table", has_total=has_total)


def _linked(choice: Filters, facet: str, words):
    """The cell of a row's name: a link that chooses it, or that takes the choice back when it is in force."""

    def cell(row: dict):
        code, text = row[f"{facet}_code"], words(row, choice.lang)
        if code is None:
            return text
        is_chosen = getattr(choice, facet) == code
        mark = {"aria-current": "true"} if is_chosen else {}
        return html.A(text, href=choice.to_search(page=1, **{facet: None if is_chosen else code}) or "?", **mark)

    return cell


def _with_bars(first: Column, rows: list[dict], choice: Filters, caption: str, *, has_total: bool):
    """A table with a bar in each row; of one municipality's grants there is no total, for its shares are not stated."""
    lang = choice.lang
    most = max((row["awarded_eur"] or 0 for row in rows), default=0)
    bar = Column(
        html.Span(say(lang, "map.bar"), className="visually-quiet"),
        lambda row: _bar(row["awarded_eur"] if not row.get("is_total") else None, most),
    )
    columns = [first, column(lang, "grants"), bar, column(lang, "awarded_eur")]
    if has_total:
        return summed(columns, rows, lang, ["awarded_eur"], caption)
    return table(columns, rows, caption=say(lang, caption))


def whole_grants(choice: Filters) -> html.P | None:
    """With a municipality chosen: the sums are whole grants in which it takes part, not its shares."""
    if not choice.municipality:
        return None
    return html.P(say(choice.lang, "grants.register.municipality_note"), className="note")


def _bar(value, most) -> Svg | None:
    """A bar of the row's share of the largest one; nothing when the value is not stated."""
    if not value or not most:
        return None
    width = float(value / most) * WIDTH
    return Svg(
        rect(0, 0, width, HEIGHT, "bar"),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        className="row-bar",
        **{"aria-hidden": "true"},
    )
