"""What a release corrected of an earlier one: one line a row or value, example tables apart and stamped."""

from collections import Counter
from datetime import date

from dash import html

from components.filters import Filters
from components.inert import Inert
from components.meeting_tables import heading, label
from components.numbers import MISSING, day
from components.panel import stamp
from components.release_names import of_catalogue
from components.tables import Column, alphabet, stacked, table, value_text
from components.text import say, say_count
from data import catalogue

KEY = "meeting.releases"
SHOWN = 100
OF_TABLES = ("not_compared", "column_added", "column_removed")
# An outline on the map is one long text: a table shows where it begins.
LONGEST = 120


def panel(choice: Filters, others: list[tuple[str, str]], against: str | None, lines, tables, names=None) -> list:
    """The children of the panel. `lines`: the changes of `tables`, None when there is nothing to compare with.

    `names`: (column, code) -> name, of `components.release_names`.
    """
    lang = choice.lang
    top = html.H2(say(lang, f"{KEY}.question"), id="meeting-releases-question")
    ways = [Inert(_others(choice, others))] if others else []
    if lines is None:
        why = say(lang, f"{KEY}.unknown", release=against) if against else say(lang, f"{KEY}.first")
        return [top, html.P(why, className="answer"), *ways]
    rows = [line for line in lines if line.kind not in OF_TABLES]
    whole = [html.P(_of_table(line, lang)) for line in lines if line.kind in OF_TABLES]
    said = say(lang, f"{KEY}.none", release=against)
    if rows:
        said = say_count(lang, f"{KEY}.count", count=len(rows), release=against)
    more = [html.P(say(lang, f"{KEY}.more", shown=str(SHOWN)))] if len(rows) > SHOWN else []
    shown = _tables(rows[:SHOWN], lang, names or {})
    return [
        top,
        html.P(said, className="answer" if rows else "answer no-changes"),
        *shown,
        *more,
        *whole,
        _by_table(lines, tables, lang),
        *ways,
    ]


def _by_table(lines, tables: tuple[str, ...], lang: str) -> Inert:
    """Every table that was compared, with how many changes it has, or "No changes" in words."""
    counted = Counter(line.table for line in lines if line.kind not in OF_TABLES)
    others = {line.table for line in lines if line.kind in OF_TABLES}
    named = {name: _name(name, lang) for name in tables}

    def told(name: str) -> str:
        if counted[name]:
            return say_count(lang, f"{KEY}.of_table", count=counted[name])
        return say(lang, f"{KEY}.see_above" if name in others else f"{KEY}.no_changes")

    columns = [
        Column(say(lang, f"{KEY}.table_name"), lambda name: named[name]),
        Column(say(lang, f"{KEY}.changes"), told),
    ]
    listed = table(columns, sorted(tables, key=lambda name: alphabet(named[name])), caption=say(lang, f"{KEY}.tables"))
    return Inert(html.Details([html.Summary(say(lang, f"{KEY}.tables")), listed], id="meeting-releases-tables"))


def _name(name: str, lang: str) -> str:
    """What a table is called; a table that is no longer described has its own name only."""
    known = catalogue.current().tables
    return known[name].headings[lang] if name in known else name


def _of_table(line, lang: str) -> str:
    """That a table is too large to be compared on a page, or has a column more or less."""
    return say(lang, f"{KEY}.{line.kind}", table=_name(line.table, lang), column=_column(line, lang))


def _tables(lines, lang: str, names: dict) -> list:
    """Real tables first; what concerns example tables stands apart under its stamp."""
    kinds = {name: each.kind for name, each in catalogue.current().tables.items()}
    real = [line for line in lines if kinds.get(line.table) != "example"]
    example = [line for line in lines if kinds.get(line.table) == "example"]
    shown = [_table(real, lang, names)] if real else []
    return [*shown, *stamp(lang, True), _table(example, lang, names)] if example else shown


def _table(lines, lang: str, names: dict):
    columns = [
        Column(say(lang, f"{KEY}.row"), lambda line: _row(line, lang, names)),
        Column(say(lang, "meeting.changes.kind"), lambda line: label("change_kinds", line.kind, lang)),
        Column(say(lang, f"{KEY}.column"), lambda line: _column(line, lang)),
        Column(heading(lang, "old_number"), lambda line: _value(line, line.old, lang, names)),
        Column(heading(lang, "new_number"), lambda line: _value(line, line.new, lang, names)),
    ]
    return stacked(columns, lines, caption=say(lang, f"{KEY}.table"))


def _column(line, lang: str) -> str:
    """What the changed column is called."""
    if line.column is None:
        return MISSING
    return heading(lang, line.column) if line.column in catalogue.current().columns else line.column


def _row(line, lang: str, names: dict) -> list:
    """The key of the row in words, and beneath it the name of its table."""
    key = ", ".join(_key_text(name, value, lang, names) for name, value in line.key)
    return [key, html.Span(_name(line.table, lang), className="register-sub")]


def _value(line, value, lang: str, names: dict) -> str:
    text = _text(line.column, value, lang, names) if line.column else MISSING
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _text(column: str, value, lang: str, names: dict) -> str:
    """A value in words, a code by its name; a column or a code that is no longer described stands as it is."""
    called = names.get((column, value)) or of_catalogue(column, value, lang)
    if called:
        return called
    try:
        return value_text(lang, column, value)
    except KeyError:
        return MISSING if value is None else str(value)


def _key_text(column: str, value, lang: str, names: dict) -> str:
    """A part of a key in words; a bare number after what it counts: `asian numero 21`."""
    text, known = _text(column, value, lang, names), catalogue.current().columns.get(column)
    if known is None or known.type != "integer" or column.endswith("year") or (column, value) in names:
        return text
    name = known.headings[lang]
    return say(lang, f"{KEY}.key_number", name=name[0].lower() + name[1:], number=text)


def _others(choice: Filters, others: list[tuple[str, str]]) -> html.P:
    """Links to the comparison with each of the other releases."""
    lang = choice.lang
    links = []
    for id, on in others[:10]:
        text = say(lang, f"{KEY}.other", release=id, day=day(lang, date.fromisoformat(on)))
        href = choice.to_search(against=id, slide=None) + "#meeting-releases"
        links += [" · " if links else " ", html.A(text, href=href)]
    return html.P([say(lang, f"{KEY}.others"), *links], className="figure-note")
