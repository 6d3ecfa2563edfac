"""Tables of the change log: the releases with what each of them changed, and the changes by table."""

import re

from dash import html

from components.filters import Filters
from components.numbers import MISSING, day, is_missing, number
from components.tables import Column, column, stacked, value_text
from components.text import LANGUAGES, say, say_count, words

KEY = "changes"
SHOWN = 200
WRITTEN = re.compile(rf"(?:({'|'.join(LANGUAGES)}):\s*)?(.*)", re.DOTALL)
COUNTS = ("rows_added", "rows_changed", "rows_removed")


def releases(rows: list[dict], choice: Filters, differences: str):
    """One row a change of the release in use; `differences` is the path of the page that compares two releases."""
    lang = choice.lang
    columns = [
        Column(value_heading(lang, "published_on"), lambda row: _published(row, lang, is_newest=row is rows[0])),
        *(column(lang, name) for name in COUNTS),
        column(lang, "data_until"),
        Column(say(lang, f"{KEY}.releases.why"), lambda row: _why(row, lang)),
        Column(say(lang, f"{KEY}.releases.differences"), lambda row: _link(row, choice, differences)),
    ]
    return stacked(columns, rows, caption=say(lang, f"{KEY}.releases.table"))


def value_heading(lang: str, name: str) -> str:
    """The heading of a column as the catalogue has it."""
    return column(lang, name).heading


def _published(row: dict, lang: str, *, is_newest: bool) -> list:
    """The day and time, what happened when it was no plain release, and the id beneath."""
    said = [] if row["publication_kind_code"] == "publish" else [_sub(value_text(lang, *_kind(row)))]
    newest = [_sub(say(lang, f"{KEY}.releases.in_use"))] if is_newest else []
    when = say(lang, f"{KEY}.releases.when", day=day(lang, row["published_on"]), clock=row["published_clock"])
    return [when, *said, *newest, _sub(html.Code(row["release_id"]))]


def _kind(row: dict) -> tuple[str, str]:
    return "publication_kind_code", row["publication_kind_code"]


def _sub(text) -> html.Span:
    return html.Span(text, className="register-sub")


def _why(row: dict, lang: str):
    """The reason as it was written, and each accepted warning in words."""
    reason = [] if is_missing(row["reason"]) else [_reason(row["reason"], lang)]
    pairs = [] if is_missing(row["accepted_warnings"]) else row["accepted_warnings"].split()
    first = [_sub(say(lang, f"{KEY}.releases.first"))] if is_missing(row["previous_release_id"]) else []
    return [*reason, *first, *(_sub(_warning(each, lang)) for each in pairs)] or say(lang, f"{KEY}.releases.no_reason")


def _reason(text: str, lang: str) -> html.Span:
    """The publisher's words, marked when they are in another language than the page.

    They are in the first language unless they begin with another (`sv: …`), as the help of `--reason` says.
    """
    written, told = WRITTEN.fullmatch(text).groups()
    written = written or LANGUAGES[0]
    return html.Span(told, lang=written if written != lang else None)


def _warning(pair: str, lang: str) -> str:
    file, _, rule = pair.rpartition(":")
    key = f"{KEY}.warning.{rule}"
    return say(lang, key if key in words() else f"{KEY}.warning.other", file=file, rule=rule)


def _link(row: dict, choice: Filters, differences: str):
    """The way to the comparison of this release with the one before it."""
    if is_missing(row["previous_release_id"]) or row["previous_release_id"] == row["release_id"]:
        return MISSING
    address = Filters(lang=choice.lang, release=row["release_id"], against=row["previous_release_id"]).to_search()
    label = say(choice.lang, f"{KEY}.releases.differences")
    told = f"{label}: {row['release_id']}"
    return html.A(label, href=f"{differences}{address}#meeting-releases", **{"aria-label": told})


def tables(rows: list[dict], lang: str):
    """One row a change and table, the newest first; a table of examples says so under its name."""
    columns = [
        Column(say(lang, f"{KEY}.tables.name"), lambda row: _table(row, lang)),
        Column(value_heading(lang, "published_on"), lambda row: _dated(row, lang)),
        *(column(lang, name) for name in COUNTS),
    ]
    return stacked(columns, rows[:SHOWN], caption=say(lang, f"{KEY}.tables.table"))


def _table(row: dict, lang: str) -> list:
    is_example = row["table_kind_code"] == "example"
    kind = [_sub(value_text(lang, "table_kind_code", "example"))] if is_example else []
    return [row[f"table_name_{lang}"], *kind]


def _dated(row: dict, lang: str) -> list:
    """The day, and the release beneath: some days have several."""
    return [day(lang, row["published_on"]), _sub(html.Code(row["release_id"]))]


def uncounted(rows: list[dict], lang: str):
    """Said when the log kept no counts yet of some release in view; None when all are counted."""
    if not any(is_missing(row["rows_added"]) for row in rows):
        return None
    return html.P(say(lang, f"{KEY}.releases.uncounted"), className="note")


def more(rows: list[dict], lang: str):
    """That the table is cut, and where the rest is; None when it is whole."""
    if len(rows) <= SHOWN:
        return None
    return html.P(say(lang, f"{KEY}.tables.more", shown=number(lang, SHOWN), count=number(lang, len(rows))))


def releases_words(rows: list[dict], lang: str) -> str:
    """How many times the data have been published, and when last."""
    return say_count(lang, f"{KEY}.releases.answer", count=len(rows), day=day(lang, rows[0]["published_on"]))


def tables_words(rows: list[dict], lang: str) -> str:
    """How many tables the latest change touched."""
    latest = [row for row in rows if row["publication_number"] == rows[0]["publication_number"]]
    return say_count(lang, f"{KEY}.tables.answer", count=len(latest))
