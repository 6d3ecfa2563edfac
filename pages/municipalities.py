"""Every municipality in alphabetical order, each leading to its own page; `?municipality=536` leads there at once."""

from dash import Input, Output, State, html

from components import place_list
from components.heading import page_head
from components.inert import Inert
from components.panel import panel
from components.place_find import find_municipality
from components.places import municipality_path
from components.text import words
from pages import ask, callback, choose, placed
from pages.municipality_names import named

KEY = "municipalities"
SLUGS = words()["municipality.slug"]
IN_FOOTER = True
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def moved(choice, _) -> str | None:
    """The page of the municipality that a form has chosen; PageNotFound when there is none."""
    if choice.municipality is None:
        return None
    return municipality_path(choice.lang, choice.municipality, named(choice.municipality)[f"name_{choice.lang}"])


def layout(choice) -> list:
    """Heading, the regions to choose from, and the list."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        Inert(find_municipality(choice, ask("municipalities_by_name", choice).rows())),
        html.Div(show_regions(*address), id="municipalities-regions"),
        placed("municipalities-list", show_list, address),
    ]


@callback(Output("municipalities-regions", "children"), *ADDRESS, prevent_initial_call=True)
def show_regions(search: str, pathname: str):
    """The regions that have a municipality on the chosen day."""
    choice = choose(search, pathname)
    return place_list.regions(ask("municipalities_by_code", choice, municipality=None, region=None).rows(), choice)


@callback(Output("municipalities-list", "children"), *ADDRESS, prevent_initial_call=True)
def show_list(search: str, pathname: str):
    """Every municipality by letter; a merged one tells its successor and the day."""
    choice = choose(search, pathname)
    answer = ask("municipalities_by_code", choice, municipality=None)
    return panel(
        answer,
        choice=choice,
        key="municipalities.list",
        table=place_list.by_letter(answer.rows(), choice),
        sentence=place_list.counted(answer.rows(), choice),
    )
