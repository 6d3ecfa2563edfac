"""What is found by the reader's own words: municipalities, regions, grants, programmes and terms."""

from dash import Input, Output, State, html

from components import search_results
from components.heading import page_head
from components.panel import panel
from components.text import words
from pages import ask, callback, choose, placed

KEY = "search"
SLUGS = words()["search.slug"]
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """Heading, the field, and the hits or how to search."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        html.Div(show_field(*address), id="search-field"),
        placed("search-hits", show_hits, address),
    ]


@callback(Output("search-field", "children"), *ADDRESS, prevent_initial_call=True)
def show_field(search: str, pathname: str):
    """The field with the words of the address in it."""
    return search_results.field(choose(search, pathname))


@callback(Output("search-hits", "children"), *ADDRESS, prevent_initial_call=True)
def show_hits(search: str, pathname: str):
    """The hits by kind; without words how to search, without hits the nearest names."""
    choice = choose(search, pathname)
    if choice.q is None:
        return search_results.help_words(choice)
    answer = ask("search_by_text", choice)
    if not answer.records:
        return search_results.none(choice)
    return panel(
        answer,
        choice=choice,
        key="search.hits",
        table=search_results.by_kind(answer.rows(), choice, ask("programmes_by_code", choice).rows()),
        sentence=search_results.counted(answer.rows(), choice),
    )
