"""What a release corrected of an earlier one: one line a row or value, example tables apart and stamped."""

from datetime import date

from dash import html

from components.filters import Filters
from components.inert import Inert
from components.meeting_tables import heading, label
from components.numbers import MISSING, day
from components.panel import stamp
from components.tables import Column, table, value_text
from components.text import say, say_count
from data import catalogue

KEY = "meeting.releases"
SHOWN = 100


def panel(choice: Filters, others: list[tuple[str, str]], against: str | None, lines) -> list:
    """The children of the panel. `lines`: the changes, None when there is nothing to compare with."""
    lang = choice.lang
    top = html.H2(say(lang, f"{KEY}.question"), id="meeting-releases-question")
    listed = [Inert(_others(choice, others))] if others else []
    if lines is None:
        why = say(lang, f"{KEY}.unknown", release=against) if against else say(lang, f"{KEY}.first")
        return [top, html.P(why, className="answer"), *listed]
    left_out = [html.P(_large(line, lang)) for line in lines if line.kind == "not_compared"]
    lines = [line for line in lines if line.kind != "not_compared"]
    listed = [*left_out, *listed]
    if not lines:
        none = say(lang, f"{KEY}.none", release=against)
        return [top, html.P(none, className="answer no-changes"), *listed]
    said = html.P(say_count(lang, f"{KEY}.count", count=len(lines), release=against), className="answer")
    more = [html.P(say(lang, f"{KEY}.more", shown=str(SHOWN)))] if len(lines) > SHOWN else []
    return [top, said, *_tables(lines[:SHOWN], lang), *more, *listed]


def _large(line, lang: str) -> str:
    """That a table is too large to be compared on a page."""
    return say(lang, f"{KEY}.large", table=catalogue.current().tables[line.table].headings[lang])


def _tables(lines, lang: str) -> list:
    """Real tables first; what concerns example tables stands apart under its stamp."""
    kinds = {name: each.kind for name, each in catalogue.current().tables.items()}
    real = [line for line in lines if kinds.get(line.table) != "example"]
    example = [line for line in lines if kinds.get(line.table) == "example"]
    shown = [_table(real, lang)] if real else []
    return [*shown, *stamp(lang, True), _table(example, lang)] if example else shown


def _table(lines, lang: str):
    tables = catalogue.current().tables
    columns = [
        Column(say(lang, f"{KEY}.row"), lambda line: _row(line, lang, tables)),
        Column(say(lang, "meeting.changes.kind"), lambda line: label("change_kinds", line.kind, lang)),
        Column(say(lang, f"{KEY}.column"), lambda line: heading(lang, line.column) if line.column else MISSING),
        Column(heading(lang, "old_number"), lambda line: _value(line, line.old, lang)),
        Column(heading(lang, "new_number"), lambda line: _value(line, line.new, lang)),
    ]
    return table(columns, lines, caption=say(lang, f"{KEY}.table"))


def _row(line, lang: str, tables) -> list:
    """The key of the row in words, and beneath it the name of its table."""
    key = ", ".join(value_text(lang, name, value) for name, value in line.key)
    return [key, html.Span(tables[line.table].headings[lang], className="register-sub")]


def _value(line, value, lang: str) -> str:
    return value_text(lang, line.column, value) if line.column else MISSING


def _others(choice: Filters, others: list[tuple[str, str]]) -> html.P:
    """Links to the comparison with each of the other releases."""
    lang = choice.lang
    links = []
    for id, on in others[:10]:
        text = say(lang, f"{KEY}.other", release=id, day=day(lang, date.fromisoformat(on)))
        links += [" ", html.A(text, href=choice.to_search(against=id, slide=None) + "#meeting-releases")]
    return html.P([say(lang, f"{KEY}.others"), *links], className="figure-note")
