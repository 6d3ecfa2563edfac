"""What stands above the lists of the open data page: the ways for programs, and the field to find things by."""

import dash_bootstrap_components as dbc
from dash import html

from components.as_of import hidden_choices
from components.filters import Filters
from components.inert import Inert
from components.open_data import DESCRIPTIONS
from components.text import say


def ways(lang: str) -> Inert:
    """Where programs and other catalogues begin: the interface, its descriptions and the feed."""
    links = {
        "interface": f"/{lang}/{say(lang, 'interface.slug')}",
        **DESCRIPTIONS,
        "feed": f"/{lang}/{say(lang, 'feed.slug')}.atom",
    }
    items = [html.Li(html.A(say(lang, f"data.way.{name}"), href=address)) for name, address in links.items()]
    return Inert(html.Ul(items, className="data-ways"))


def placed(children) -> html.Div:
    """The place of the lists, drawn anew when the reader writes other words."""
    return html.Div(children, id="data-lists")


def field(choice: Filters) -> Inert:
    """The field: a plain form whose words stand in the address, and the way back to everything."""
    lang = choice.lang
    text = dbc.Input(id="data-q", name="q", type="search", value=choice.q or "", maxlength=80, autocomplete="off")
    button = html.Button(say(lang, "data.find.button"), type="submit", className="button")
    everything = html.A(say(lang, "data.find.all"), href=choice.to_search(q=None) or "?")
    form = html.Form(
        [
            *hidden_choices(choice, without=("q",)),
            html.Label(say(lang, "data.find.label"), htmlFor="data-q"),
            html.Div([text, button], className="search"),
            *([everything] if choice.q else []),
        ],
        method="get",
        action="",
        role="search",
        className="search-form",
        id="data-find",
    )
    return Inert(form)


def is_example(read: tuple[str, ...], release) -> bool:
    """True when a question reads a table of example data."""
    return any(release.tables[name].kind == "example" for name in read if name in release.tables)
