"""Lists of the open data page: the tables of the release and the questions that may be asked of them."""

from collections.abc import Sequence

from dash import html

from components.data_details import question_details, table_details
from components.downloads.explanation import title_of
from components.filters import Filters
from components.inert import Inert
from components.open_data import Told
from components.text import say, say_count
from data import catalogue

MOST_WORDS = 10


def tables(told: Sequence[Told], choice: Filters) -> html.Section:
    """Every table that the reader's words fit, closed up under its heading; the one whose name they are, alone."""
    lang = choice.lang
    named = [each for each in told if each.name == choice.q]
    found = named or [each for each in told if fits(choice.q, _words_of_table(each, lang))]
    listed = [table_details(each, choice, is_open=len(found) == 1) for each in found]
    return _list("tables", choice, listed, among=len(told))


def questions(asked: Sequence, choice: Filters) -> html.Section:
    """Every question that the reader's words fit; `asked` has questions, each with whether it is of example data."""
    named = [each for each in asked if each[0].name == choice.q]
    found = named or [each for each in asked if fits(choice.q, _words_of_question(each[0], choice.lang))]
    is_open = len(found) == 1
    listed = [question_details(each, choice, is_example=example, is_open=is_open) for each, example in found]
    return _list("questions", choice, listed, among=len(asked))


def fits(text: str | None, words: str) -> bool:
    """True when every word that the reader wrote stands somewhere in what is told; always when none is written."""
    told = words.casefold()
    return all(word in told for word in (text or "").casefold().split()[:MOST_WORDS])


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
    return " ".join([question.name, title_of(question.name, lang), question.title, *question.params, *columns])


def _columns(names: Sequence[str], lang: str) -> list[str]:
    known = catalogue.current().columns
    return [text for name in names for text in (name, known[name].headings[lang] if name in known else "")]


def _list(name: str, choice: Filters, listed: list, *, among: int) -> html.Section:
    """A headed list that says how many there are, and what to do when there are none."""
    lang, identity = choice.lang, f"data-{name}"
    heading = html.H2(say(lang, f"data.{name}.question"), id=f"{identity}-question")
    if choice.q:
        said = say(lang, f"data.{name}.found", count=str(len(listed)), among=str(among), text=choice.q)
    else:
        said = say_count(lang, f"data.{name}.all", count=among)
    parts = [heading, html.P(said, className="answer", role="status"), *listed]
    return Inert(
        html.Section(parts, id=identity, className="panel dataset-list", **{"aria-labelledby": f"{identity}-question"})
    )
