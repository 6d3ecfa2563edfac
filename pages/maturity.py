"""How mature digital services are: services by municipality, compared within a group of similar ones."""

from dash import Input, Output, State, html, no_update

import queries
from components import maturity_controls, maturity_drawings, maturity_large, maturity_summary, maturity_words
from components.counted_table import counted_table
from components.heading import page_head
from components.heatmap import legend
from components.maturity_card import card
from components.maturity_grid import grid
from components.maturity_time import over_time
from components.maturity_view import MaturityView, compared
from components.panel import empty, head, panel, stamp, tools
from components.text import say, words
from pages import ask, callback, choose, placed
from pages.assessments import QUESTIONS, chosen_of, history_of, is_example, lettered, named, seen

KEY = "maturity"
SLUGS = words()[f"{KEY}.slug"]
MENU = 8
ADDRESS = (Input("url", "search"), State("url", "pathname"))
CANVAS = [Output("maturity-grid-canvas", f"data-{name}") for name in ("letters", "shape")]


def title(choice) -> str:
    """What the title bar says; an example is called one."""
    return say(choice.lang, f"{KEY}.title_example" if is_example() else f"{KEY}.title")


def description(choice) -> str:
    """What search engines say of the page; an example is called one."""
    return say(choice.lang, f"{KEY}.description_example" if is_example() else f"{KEY}.description")


def layout(choice) -> list:
    """Controls, the heatmap with the card of the chosen cell, its path over time, and what the levels mean."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY, under=stamp(choice.lang, is_example())),
        maturity_summary.for_citizens(choice),
        html.Div(show_controls(*address), id="maturity-controls"),
        placed("maturity-levels", show_levels, address),
        placed("maturity-history", show_history, address),
        placed("maturity-scale", show_scale, address),
        placed("maturity-assessed", show_assessed, address),
    ]


@callback(Output("maturity-controls", "children"), *ADDRESS, prevent_initial_call=True)
def show_controls(search: str, pathname: str):
    """The group that is compared, the measure, the view and the order."""
    return maturity_controls.controls(named(choose(search, pathname)))


@callback(*CANVAS, *ADDRESS, prevent_initial_call=True)
def show_letters(search: str, pathname: str):
    """The colours of a large heatmap, small, so that they answer first; what stands around it follows."""
    view = named(choose(search, pathname))
    return maturity_large.painted(lettered(view)) if view.is_large else (no_update, no_update)


@callback(Output("maturity-levels", "children"), *ADDRESS, prevent_initial_call=True)
def show_levels(search: str, pathname: str):
    """The heatmap with its coverage, legend and card."""
    choice = choose(search, pathname)
    view, (row, own), history = seen(choice), chosen_of(choice), history_of(choice)
    return drawn(
        view, card(view, row, own, history.rows() if history else []), ask("key_figures_by_measure", choice).rows()
    )


def drawn(view: MaturityView, beside, counts: list[dict]) -> list:
    """The panel of the heatmap from what was asked."""
    lang, key = view.lang, f"{KEY}.levels"
    question = say(lang, f"{key}.question.{view.view}", **names_of(view))
    top = head(view.answer, lang, key=key, question=question)
    if not view.answer.records:
        return [*top, empty(view.choice)]
    foot = tools(
        view.answer,
        view.choice,
        key=key,
        question=question,
        twin=maturity_words.twin(view),
        is_drawn=True,
        filed=QUESTIONS["services"] if view.is_large else None,
    )
    draw = over_time if view.is_over_time else maturity_large.grid if view.is_large else grid
    shown = [html.Div([legend(view.level_names, lang), *maturity_words.on_phone(view), draw(view)]), beside]
    return [
        *top,
        html.P(maturity_words.coverage(view), className="answer"),
        *maturity_words.assessed_for_real(view, counts),
        html.P(say(lang, f"{key}.keys"), className="heat-keys with-scripts"),
        html.Div(shown, className="heat-two"),
        foot,
    ]


def names_of(view: MaturityView) -> dict[str, str]:
    """The names that the question of a view over time has in it."""
    choice = view.choice
    return {kind: view.name(kind, getattr(choice, kind)) for kind in ("place", "service") if getattr(choice, kind)}


@callback(Output("maturity-history", "children"), *ADDRESS, prevent_initial_call=True)
def show_history(search: str, pathname: str):
    """The path of the chosen cell against the target; nothing when no cell is chosen."""
    choice = choose(search, pathname)
    answer = history_of(choice)
    return path_of(answer, choice) if answer and answer.records else []


def path_of(answer, choice) -> list:
    """The panel of one service's path."""
    rows, levels = answer.rows(), ask("levels_by_number", choice).rows()
    names = {row["level"]: row[f"name_{choice.lang}"] for row in levels}
    targets = [
        row for row in queries.table("maturity_targets").rows() if row["measure_code"] == compared(choice).measure
    ]
    table = maturity_words.history(rows, names, choice.lang)
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.history",
        table=table,
        sentence=maturity_words.path(rows, choice.lang),
        picture=maturity_drawings.path(rows, targets, levels, choice.lang),
        is_drawn=True,
    )


@callback(Output("maturity-scale", "children"), *ADDRESS, prevent_initial_call=True)
def show_scale(search: str, pathname: str):
    """What each level means, and that the scale is this service's own."""
    choice = choose(search, pathname)
    answer = ask("levels_by_number", choice)
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.scale",
        table=maturity_words.scale(answer.rows(), choice.lang),
        sentence=say(choice.lang, f"{KEY}.scale.answer"),
    )


@callback(Output("maturity-assessed", "children"), *ADDRESS, prevent_initial_call=True)
def show_assessed(search: str, pathname: str):
    """How many municipalities have assessed themselves for real: the count that the brief and the cards lead to."""
    choice = choose(search, pathname)
    answer = ask("key_figures_by_measure", choice)
    real = maturity_words.counted_for_real(answer.rows())
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.assessed",
        table=counted_table(real, choice.lang),
        sentence=maturity_words.counted_words(real, choice.lang),
    )
