"""Open data: every table and every question, as files and through an address that programs can read."""

from dash import Input, Output, State

import queries
from components import data_lists, data_page, prose
from components.heading import page_head
from components.open_data import linked
from components.text import words
from pages import callback, choose
from pages.descriptions import tables
from pages.for_machines import site

KEY = "data"
SLUGS = words()["data.slug"]
MENU = 10
IN_FOOTER = True
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """What there is, how it may be used, the words to find it by, and the lists; what was looked for comes first."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    told = [prose.articles(choice.lang, KEY, ("use",)), data_page.ways(choice.lang)]
    placed = data_page.placed(show_lists(*address))
    return [
        page_head(choice.lang, KEY),
        *([placed, *told] if choice.q else [*told, placed]),
        prose.articles(choice.lang, KEY, ("files", "interface")),
    ]


@callback(Output("data-lists", "children"), *ADDRESS, prevent_initial_call=True)
def show_lists(search: str, pathname: str):
    """The field, and the tables and questions that its words fit."""
    choice = choose(search, pathname)
    return [data_page.field(choice), data_lists.lists(tables(), questions(), choice)]


def questions() -> list[tuple]:
    """Every question, each with whether it is answered from example data."""
    release = queries.release()
    return [(queries.question(name), data_page.is_example(queries.tables(name), release)) for name in queries.names()]


def linked_data(choice) -> dict:
    """The real tables as schema.org tells them, for search engines."""
    return linked.catalogue_of(tables(), site=site(), lang=choice.lang)
