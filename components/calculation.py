"""How an answer was computed: the formula in words, choices in force, tables, release and the SQL itself."""

from dash import html

from components.filters import Filters
from components.numbers import day
from components.tables import value_text
from components.text import say
from data import catalogue


def calculated(answer, choice: Filters, formula: str) -> html.Div:
    """The formula in words, the choices in force, the number of rows, the tables, the release and the SQL itself."""
    lang = choice.lang
    facts = {
        "parameters": parameters_text(lang, answer.params),
        "rows": str(len(answer.records)),
        "tables": ", ".join(answer.tables),
        "release": answer.release_id,
    }
    listed = [
        part for name, text in facts.items() for part in (html.Dt(say(lang, f"panel.computed.{name}")), html.Dd(text))
    ]
    sql = html.Pre(html.Code(answer.sql), tabIndex="0", **{"aria-label": say(lang, "panel.computed.sql")})
    return html.Div([html.P(formula), html.Dl(listed), sql], className="calculation")


def parameters_text(lang: str, params: dict) -> str:
    """The choices in force as `name = value` with the value in words where it is a code or a date."""
    written = [f"{name} = {_parameter(lang, name, value)}" for name, value in params.items() if value is not None]
    return ", ".join(written) or say(lang, "panel.computed.unrestricted")


def _parameter(lang: str, name: str, value) -> str:
    if name in ("as_of", "known_by", "since"):
        return day(lang, value)
    columns = catalogue.current().columns
    coded = f"{name}_code"
    return value_text(lang, coded, value) if coded in columns and columns[coded].codes else str(value)
