"""How the figures are made: what the words mean, whether the numbers agree, what is missing and how fresh it is."""

from dash import Input, Output, State, html

import queries
from components import method_tables, prose
from components.heading import page_head
from components.panel import panel
from components.text import say, words
from pages import ask, callback, choose, placed

KEY = "method"
SLUGS = words()["method.slug"]
IN_FOOTER = True
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """Words first, then the glossary, the reconciliation, what is not known, and the age of each table."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        prose.articles(choice.lang, "method", ("three_facts", "joint", "dates", "total", "unknown", "themes")),
        placed("method-terms", show_terms, address),
        placed("method-reconciliation", show_reconciliation, address),
        placed("method-missing", show_missing, address),
        html.Section(
            [
                html.H2(say(choice.lang, "method.freshness.question"), id="freshness-question"),
                html.P(say(choice.lang, "method.freshness.answer"), className="answer"),
                method_tables.freshness(queries.release(), choice.lang),
            ],
            id="method-freshness",
            className="panel",
            **{"aria-labelledby": "freshness-question"},
        ),
    ]


@callback(Output("method-terms", "children"), *ADDRESS, prevent_initial_call=True)
def show_terms(search: str, pathname: str):
    """What the words of this service mean, by the alphabet."""
    choice = choose(search, pathname)
    answer = ask("terms_by_code", choice)
    return panel(
        answer,
        choice=choice,
        key="method.terms",
        table=method_tables.terms(answer.rows(), choice.lang),
    )


@callback(Output("method-reconciliation", "children"), *ADDRESS, prevent_initial_call=True)
def show_reconciliation(search: str, pathname: str):
    """Every rule run at the build: what must come out, what came out, and the known exceptions explained."""
    choice = choose(search, pathname)
    answer = ask("reconciliation", choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key="method.reconciliation",
        table=method_tables.reconciliation(rows, choice.lang),
        sentence=method_tables.passed_words(rows, choice.lang),
    )


@callback(Output("method-missing", "children"), *ADDRESS, prevent_initial_call=True)
def show_missing(search: str, pathname: str):
    """How many registered and how many of them are known by name."""
    choice = choose(search, pathname)
    answer = ask("participants_by_kind", choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key="method.missing",
        table=method_tables.missing(rows, choice.lang),
        sentence=method_tables.missing_words(rows, choice.lang),
        note=prose.listed(choice.lang, "method.missing.list", ("names", "start", "results", "shares", "difference")),
    )
