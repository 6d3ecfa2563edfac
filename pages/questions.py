"""What readers have asked about the figures, what was answered, and how to ask."""

from dash import Input, Output, State

from components import prose, question_list
from components.heading import page_head
from components.panel import panel
from components.text import words
from pages import ask, callback, choose, placed

KEY = "questions"
SLUGS = words()[f"{KEY}.slug"]
IN_FOOTER = True
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """The questions, and how to ask one."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        placed("questions-list", show_list, address),
        prose.articles(choice.lang, KEY, ("ask",)),
    ]


@callback(Output("questions-list", "children"), *ADDRESS, prevent_initial_call=True)
def show_list(search: str, pathname: str):
    """Every question with its answer, open ones first."""
    choice = choose(search, pathname)
    answer = ask("public_questions_by_code", choice)
    return panel(
        answer,
        choice=choice,
        key="questions.list",
        sentence=question_list.sentence(answer.rows(), choice.lang),
        table=question_list.questions(answer.rows(), choice),
    )
