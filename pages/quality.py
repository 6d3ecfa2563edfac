"""The quality of the data: whether the numbers agree, how old each table is, what is open, and what is left empty."""

from dash import Input, Output, State

from components import method_tables, quality_tables
from components.heading import folded, jumps, page_head
from components.panel import panel
from components.text import say_count, words
from pages import ask, callback, choose, placed

KEY = "quality"
SLUGS = words()["quality.slug"]
IN_FOOTER = True
MOST_OPEN = 20  # rows of a table that stands open
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """Reconciliation, ages, open questions and gaps, each a panel of its own."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        jumps(choice.lang, KEY, ("rules", "ages", "open", "gaps")),
        placed("quality-rules", show_rules, address),
        placed("quality-ages", show_ages, address),
        placed("quality-open", show_open, address),
        placed("quality-gaps", show_gaps, address),
    ]


def told(question: str, key: str, choice, *, sentence, table) -> list:
    """A panel of this page: the answer, its sentence and its table."""
    answer = ask(question, choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key=f"quality.{key}",
        sentence=sentence(rows, choice.lang) if rows else None,
        table=_folded(key, rows, table(rows, choice.lang), choice.lang),
        note=quality_tables.examples_note(rows, choice.lang),
    )


def _folded(key: str, rows: list[dict], shown, lang: str):
    """A long table behind the number of its rows; the sentence above says what it comes to."""
    if len(rows) <= MOST_OPEN:
        return shown
    return folded(say_count(lang, "quality.rows", count=len(rows)), shown, identity=f"quality-{key}-rows")


@callback(Output("quality-rules", "children"), *ADDRESS, prevent_initial_call=True)
def show_rules(search: str, pathname: str):
    """Every rule with what must come out and what came out; a known exception is explained."""
    choice = choose(search, pathname)
    words, table = method_tables.passed_words, method_tables.reconciliation
    return told("reconciliation", "rules", choice, sentence=words, table=table)


@callback(Output("quality-ages", "children"), *ADDRESS, prevent_initial_call=True)
def show_ages(search: str, pathname: str):
    """The age of each table on the day compared with, against its promise."""
    choice = choose(search, pathname)
    return told("ages_by_table", "ages", choice, sentence=quality_tables.ages_words, table=quality_tables.ages)


@callback(Output("quality-open", "children"), *ADDRESS, prevent_initial_call=True)
def show_open(search: str, pathname: str):
    """What the sources leave open."""
    choice = choose(search, pathname)
    words, table = quality_tables.open_words, quality_tables.open_questions
    return told("open_questions_by_code", "open", choice, sentence=words, table=table)


@callback(Output("quality-gaps", "children"), *ADDRESS, prevent_initial_call=True)
def show_gaps(search: str, pathname: str):
    """How full each column is that may be empty."""
    choice = choose(search, pathname)
    return told("gaps_by_column", "gaps", choice, sentence=quality_tables.gaps_words, table=quality_tables.gaps)
