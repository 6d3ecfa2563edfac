"""The front page: the situation in three sentences, key figures with sources, the savings question, ways in."""

from dash import Input, Output, State, html

import queries
from components import front_words
from components.as_of import latest_day
from components.brief import QUESTIONS, brief
from components.key_figures import key_figures
from components.map_small import small_map
from components.pack_links import pack_links
from components.panel import panel
from components.ranges import savings
from components.savings_table import savings_basis, savings_table
from components.text import say, words
from pages import ask, callback, choose, placed

KEY = "front"
SLUGS = words()[f"{KEY}.slug"]
MENU = 1
ADDRESS = (Input("url", "search"), State("url", "pathname"))
BEHIND_FIGURES = (
    "key_figures_by_measure",
    "estimates_against_outcome",
    "grants_by_round",
    "booked_grants_by_year",
    "grant_amounts_by_programme",
    "participants_by_kind",
    "levels_by_place",
)


def layout(choice) -> list:
    """Situation first, then key figures, savings and the ways in."""
    address = choice.to_search(), f"/{choice.lang}/"
    return [
        html.H1(say(choice.lang, "front.heading"), className="visually-quiet"),
        html.Div(
            [html.Div(show_situation(*address), id="front-situation"), html.Div(show_map(*address), id="front-map")],
            className="front-top",
        ),
        html.Section(
            show_key_figures(*address),
            id="front-key-figures",
            **{"aria-label": say(choice.lang, "front.key_figures")},
        ),
        placed("front-savings", show_savings, address),
        front_words.ways(choice, ask("municipalities_by_name", choice).rows()),
        pack_links(choice),
    ]


@callback(Output("front-situation", "children"), *ADDRESS, prevent_initial_call=True)
def show_situation(search: str, pathname: str):
    """Three sentences; each number is a link to its own figure."""
    choice = choose(search, pathname)
    rows = {question: ask(question, choice).rows() for question in QUESTIONS}
    latest = latest_day(ask("milestones_by_date", choice, as_of=None, known_by=None).rows(), queries.release())
    recipients = front_words.recipients(rows["key_figures_by_measure"])
    programmes = ask("programmes_by_code", choice).rows()
    return front_words.situation(brief(rows, latest, choice), recipients, programmes, latest, choice)


@callback(Output("front-map", "children"), *ADDRESS, prevent_initial_call=True)
def show_map(search: str, pathname: str):
    """Which municipalities received grants, as a small map; its outlines stand in the first response only."""
    choice = choose(search, pathname)
    rows = ask("measures_by_place", choice, **dict.fromkeys(choice.narrowed())).rows()
    day = rows[0]["division_on"] if rows else choice.as_of
    shapes, limits = (
        ask("shapes_by_place", choice, drawing=None, as_of=day),
        ask("classes_by_measure", choice, measure="awarded"),
    )
    return small_map(rows, shapes.rows(), limits.rows(), choice)


@callback(Output("front-key-figures", "children"), *ADDRESS, prevent_initial_call=True)
def show_key_figures(search: str, pathname: str):
    """Five key figures, each with its state, comparison, picture, context and numbered source."""
    choice = choose(search, pathname)
    return key_figures({question: ask(question, choice) for question in BEHIND_FIGURES}, choice)


@callback(Output("front-savings", "children"), *ADDRESS, prevent_initial_call=True)
def show_savings(search: str, pathname: str):
    """Two estimates of national savings as ranges: never a sum, never beside money spent."""
    choice = choose(search, pathname)
    answer = ask("savings_by_means", choice)
    return panel(
        answer,
        choice=choice,
        key="front.savings",
        table=savings_table(answer.rows(), choice.lang),
        sentence=front_words.savings(answer.rows(), choice.lang),
        picture=savings(answer.rows(), choice.lang),
        note=html.Div([savings_basis(answer.rows(), choice.lang), front_words.to_benefits(choice)]),
        is_drawn=True,
    )
