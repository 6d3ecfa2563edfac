"""The maturity of one municipality in a few lines, for pages that are about something else."""

from dash import html

from components.filters import Filters
from components.tables import Column, column, table, value_text
from components.text import say


def maturity_path(lang: str, search: str = "") -> str:
    """The address of the page of digital maturity."""
    return f"/{lang}/{say(lang, 'maturity.slug')}{search}"


def is_published(answer) -> bool:
    """Whether an answer has a level of a real municipality: example data never says anything of one."""
    return not answer.is_example and any(row["level"] is not None for row in answer.rows())


def to_example(lang: str) -> html.A:
    """The way to the example, where no result is published."""
    return html.A(say(lang, "maturity.summary.example"), href=maturity_path(lang))


def for_citizens(choice: Filters) -> html.Div:
    """The way to one's own municipality, and how municipalities assessed themselves."""
    lang = choice.lang
    index = f"/{lang}/{say(lang, 'municipality.slug')}{choice.to_search(place=None, service=None)}"
    own = html.P(html.A(say(lang, "maturity.citizens.find"), href=index))
    return html.Div([own, assessing(lang)], className="prose")


def assessing(lang: str) -> html.P:
    """What the programme's tool of self-assessment was, and that the source does not tell whether it is in use."""
    return html.P([html.Strong(say(lang, "maturity.citizens.how")), " ", say(lang, "maturity.citizens.tool")])


def sectors(rows: list[dict], levels: list[dict], choice: Filters):
    """The level of each sector of one municipality; `rows` are of `levels_by_sector_and_place`, `levels` the scale."""
    lang = choice.lang
    names = {row["level"]: row[f"name_{lang}"] for row in levels}

    def level(row: dict) -> str:
        known = row["level"]
        return value_text(lang, "mark_code", row["mark_code"]) if known is None else f"{known} {names[known]}"

    columns = [
        column(lang, "sector_code"),
        Column(say(lang, "maturity.summary.title"), level),
        column(lang, "assessed", heading=say(lang, "maturity.summary.assessed")),
        column(lang, "services"),
    ]
    return table(columns, rows, caption=say(lang, "maturity.summary.table"))


def over_time(rows: list[dict], lang: str) -> html.P:
    """The way to the services of the municipality and their change."""
    search = f"?size_class=all&view=place&place={rows[0]['place_code']}"
    return html.P(html.A(say(lang, "maturity.summary.more"), href=maturity_path(lang, search)))
