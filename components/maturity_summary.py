"""The maturity of one municipality in a few lines, for its own page; without a published result it says so."""

from dash import html

from components.filters import Filters
from components.tables import Column, column, table
from components.text import say


def maturity_path(lang: str, search: str = "") -> str:
    """The address of the page of digital maturity."""
    return f"/{lang}/{say(lang, 'maturity.slug')}{search}"


def maturity_summary(answer, names: dict[int, str], choice: Filters) -> html.Div:
    """`answer` is `levels_by_sector_and_place` of one place; `names` is level -> its name in the reader's language.

    Example data never says anything of a real municipality: then, and without rows, the page leads to the example.
    """
    lang, rows = choice.lang, [] if answer.is_example else answer.rows()
    title = html.H3(say(lang, "maturity.summary.title"))
    if not any(row["level"] is not None for row in rows):
        more = html.A(say(lang, "maturity.summary.example"), href=maturity_path(lang))
        return html.Div([title, html.P([say(lang, "maturity.summary.none"), " ", more])], className="maturity-summary")
    place = rows[0]["place_code"]
    more = html.A(
        say(lang, "maturity.summary.more"), href=maturity_path(lang, f"?size_class=all&view=place&place={place}")
    )
    return html.Div([title, _sectors(rows, names, lang), html.P(more)], className="maturity-summary")


def _sectors(rows: list[dict], names: dict[int, str], lang: str):
    def level(row: dict) -> str:
        return f"{row['level']} {names[row['level']]}" if row["level"] is not None else mark(row)

    mark = column(lang, "mark_code").cell
    columns = [
        column(lang, "sector_code"),
        Column(say(lang, "maturity.summary.title"), level),
        column(lang, "assessed"),
        column(lang, "services"),
    ]
    return table(columns, rows, caption=say(lang, "maturity.summary.table"))
