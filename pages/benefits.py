"""Savings and benefits: what was estimated, promised, measured and audited, which are never added together."""

from dash import Input, Output, State

from components import benefit_tables, front_words
from components.heading import page_head
from components.panel import panel
from components.ranges import savings
from components.savings_table import savings_basis, savings_table
from components.text import say, words
from pages import ask, callback, choose, placed

KEY = "benefits"
SLUGS = words()[f"{KEY}.slug"]
MENU = 7
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """The two estimates side by side, the classes of evidence, the ledger, and what is not money."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        placed("benefits-estimates", show_estimates, address),
        placed("benefits-ledger", show_ledger, address),
        placed("benefits-classes", show_classes, address),
        placed("benefits-other", show_other, address),
        placed("benefits-unused", show_unused, address),
    ]


@callback(Output("benefits-estimates", "children"), *ADDRESS, prevent_initial_call=True)
def show_estimates(search: str, pathname: str):
    """Two published estimates that disagree, as ranges with basis and source."""
    choice = choose(search, pathname)
    answer = ask("savings_by_means", choice)
    return panel(
        answer,
        choice=choice,
        key="benefits.estimates",
        table=savings_table(answer.rows(), choice.lang),
        sentence=front_words.savings(answer.rows(), choice.lang),
        picture=savings(answer.rows(), choice.lang),
        note=savings_basis(answer.rows(), choice.lang),
        is_drawn=True,
    )


def told(search: str, pathname: str, name: str, make_table, make_words) -> list:
    """A panel of the statements on benefits. `make_table` takes rows and choice, `make_words` rows and language."""
    choice = choose(search, pathname)
    answer = ask("benefits_by_statement", choice)
    return panel(
        answer,
        choice=choice,
        key=f"benefits.{name}",
        table=make_table(answer.rows(), choice),
        sentence=make_words(answer.rows(), choice.lang),
        is_quiet=name != "ledger",
    )


@callback(Output("benefits-ledger", "children"), *ADDRESS, prevent_initial_call=True)
def show_ledger(search: str, pathname: str):
    """Each benefit from promise to measurement to confirmation."""
    return told(search, pathname, "ledger", benefit_tables.ledger, benefit_tables.ledger_words)


@callback(Output("benefits-classes", "children"), *ADDRESS, prevent_initial_call=True)
def show_classes(search: str, pathname: str):
    """Four classes of evidence; only measured and audited amounts make a sum, each its own."""
    return told(
        search,
        pathname,
        "classes",
        lambda rows, choice: benefit_tables.classes(rows, choice.lang),
        benefit_tables.classes_words,
    )


@callback(Output("benefits-other", "children"), *ADDRESS, prevent_initial_call=True)
def show_other(search: str, pathname: str):
    """Benefits that are not money, by kind."""
    return told(
        search,
        pathname,
        "other",
        lambda rows, choice: benefit_tables.other(rows, choice.lang),
        lambda rows, lang: say(lang, "benefits.other.answer"),
    )


@callback(Output("benefits-unused", "children"), *ADDRESS, prevent_initial_call=True)
def show_unused(search: str, pathname: str):
    """Results that were left unused stay listed."""
    return told(search, pathname, "unused", benefit_tables.unused, benefit_tables.unused_words)
