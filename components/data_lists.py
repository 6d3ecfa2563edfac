"""Lists of the open data page: the tables of the release and the questions that may be asked of them."""

import re
from collections.abc import Mapping, Sequence

from dash import html

from components.data_details import question_details, table_details
from components.downloads.explanation import asks, title_of
from components.filters import Filters
from components.inert import Inert
from components.open_data import Told
from components.text import say, say_count
from data import catalogue

MOST_WORDS = 10
# Letters that a word of the reader shares with one that begins alike, and letters of its end that may differ.
LEAST_SHARED, MOST_BENT = 4, 2


def lists(told: Sequence[Told], asked: Sequence, choice: Filters) -> Inert:
    """Both lists; when the reader looks for something, how many of each fit, and only the lists that have any.

    `asked` has questions, each with whether it is of example data.
    """
    found = {"tables": _tables(told, choice), "questions": _questions(asked, choice)}
    among = {"tables": len(told), "questions": len(asked)}
    said = _found(choice, found, among) if choice.q else None
    shown = [_list(name, choice.lang, listed, said=said) for name, listed in found.items() if listed]
    return Inert(html.Div([*([said] if said else []), *shown]))


def _found(choice: Filters, found: Mapping[str, list], among: Mapping[str, int]) -> html.P:
    """Both counts in one sentence; what to do when there is nothing."""
    key = "some" if any(found.values()) else "none"
    counts = {name: str(len(listed)) for name, listed in found.items()}
    totals = {f"all_{name}": str(count) for name, count in among.items()}
    said = say(choice.lang, f"data.found.{key}", text=choice.q or "", **counts, **totals)
    return html.P(said, className="answer", role="status")


def _tables(told: Sequence[Told], choice: Filters) -> list[html.Details]:
    """Every table that the reader's words fit, closed up under its heading; the one whose name they are, alone.

    Those whose heading alone has the words come first.
    """
    lang = choice.lang
    named = [each for each in told if each.name == choice.q]
    found = named or [each for each in told if fits(choice.q, _words_of_table(each, lang))]
    found.sort(key=lambda each: not fits(choice.q, each.table.headings[lang]))
    return [table_details(each, choice, is_open=len(found) == 1) for each in found]


def _questions(asked: Sequence, choice: Filters) -> list[html.Details]:
    """Every question that the reader's words fit, likewise."""
    named = [each for each in asked if each[0].name == choice.q]
    found = named or [each for each in asked if fits(choice.q, _words_of_question(each[0], choice.lang))]
    found.sort(key=lambda each: not fits(choice.q, title_of(each[0].name, choice.lang)))
    is_open = len(found) == 1
    return [question_details(each, choice, is_example=example, is_open=is_open) for each, example in found]


def fits(text: str | None, words: str) -> bool:
    """True when every word that the reader wrote fits what is told; always when none is written.

    A word fits where it stands, and where another begins as it does: Finnish and Swedish bend the end of a word, so
    "avustus" finds "avustukset". The shared beginning is at least four letters and all but the word's last two.
    """
    told = words.casefold()
    return all(_stands_in(word, told) for word in (text or "").casefold().split()[:MOST_WORDS])


def _stands_in(word: str, told: str) -> bool:
    """True when the word stands in the text, or some word of the text begins like it."""
    shared = max(LEAST_SHARED, len(word) - MOST_BENT)
    beginning = rf"(?<![^\W_]){re.escape(word[:shared])}"
    return word in told or (len(word) >= shared and re.search(beginning, told) is not None)


def _words_of_table(told: Told, lang: str) -> str:
    """Everything that a table may be found by: its name, heading, row, owner, and names and headings of its columns."""
    table = told.table
    return " ".join(
        [
            table.name,
            table.headings[lang],
            table.row[lang],
            catalogue.current().owner(table.owner)[lang],
            *_columns(table.columns, lang),
        ]
    )


def _words_of_question(question, lang: str) -> str:
    """Everything that a question may be found by."""
    columns = _columns([column.name for column in question.columns], lang)
    return " ".join(
        [question.name, title_of(question.name, lang), asks(question.name, lang), *question.params, *columns]
    )


def _columns(names: Sequence[str], lang: str) -> list[str]:
    known = catalogue.current().columns
    return [text for name in names for text in (name, known[name].headings[lang] if name in known else "")]


def _list(name: str, lang: str, listed: list, *, said: html.P | None) -> html.Section:
    """A headed list that says how many there are, unless that has been said of both."""
    identity = f"data-{name}"
    heading = html.H2(say(lang, f"data.{name}.question"), id=f"{identity}-question")
    counted = [] if said else [html.P(say_count(lang, f"data.{name}.all", count=len(listed)), className="answer")]
    return html.Section(
        [heading, *counted, *listed],
        id=identity,
        className="panel dataset-list",
        **{"aria-labelledby": f"{identity}-question"},
    )
