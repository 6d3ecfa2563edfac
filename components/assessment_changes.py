"""What changed in the assessments between two days: counted in a sentence, then one line a value, before and now."""

from dash import html

from components.controls import paging
from components.filters import Filters
from components.meeting_days import Days, words
from components.meeting_tables import heading, label
from components.meeting_words import kinds
from components.numbers import MISSING, number, percent
from components.tables import Column, column, named, stacked
from components.text import say, say_count

SIZE = 20


def counted(rows: list[dict], choice: Filters, days: Days) -> list:
    """How many values changed in which way and in how many municipalities; "No changes" when there is none."""
    lang = choice.lang
    if not rows:
        return [say(lang, "meeting.changes.none", **words(choice, days))]
    places = say_count(lang, "meeting.assessments.places", count=len({row["place_code"] for row in rows}))
    told = {"kinds": kinds(rows, lang), "places": places, **words(choice, days)}
    return [say_count(lang, "meeting.assessments.count", count=len(rows), **told)]


def paged(rows: list[dict], choice: Filters) -> html.Div:
    """One page of the lines, how many there are in all, and the way to the others."""
    last = max(1, -(-len(rows) // SIZE))
    start = (min(choice.page, last) - 1) * SIZE
    listed = [lines(rows[start : start + SIZE], choice)]
    if last > 1:
        end = min(start + SIZE, len(rows))
        told = {"first": number(choice.lang, start + 1), "last": number(choice.lang, end)}
        text = say(choice.lang, "meeting.assessments.shown", rows=number(choice.lang, len(rows)), **told)
        listed += [html.P(text, className="figure-note"), paging(choice, rows=len(rows), size=SIZE)]
    return html.Div(listed)


def lines(rows: list[dict], choice: Filters):
    """One line a municipality, service and measure: kind, before, now, change, day, known since."""
    lang = choice.lang
    columns = [
        named(lang, "name", say(lang, "meeting.assessments.place")),
        Column(heading(lang, "service_code"), lambda row: _service(row, lang)),
        Column(say(lang, "meeting.changes.kind"), lambda row: label("change_kinds", row["change_kind_code"], lang)),
        Column(heading(lang, "old_number"), lambda row: _value(row, "old", lang), is_number=True),
        Column(heading(lang, "new_number"), lambda row: _value(row, "new", lang), is_number=True),
        Column(
            say(lang, "meeting.assessments.difference"),
            lambda row: number(lang, row["difference_points"], decimals=1, signed=True),
            is_number=True,
        ),
        Column(say(lang, "meeting.changes.day"), column(lang, "about_on").cell),
        column(lang, "known_since"),
    ]
    return stacked(columns, rows, caption=say(lang, "meeting.assessments.table"))


def _service(row: dict, lang: str) -> list:
    """The service, and beneath it by which measure."""
    measure = label("measures", row["measure_code"], lang)
    return [row[f"service_name_{lang}"], html.Span(measure, className="register-sub")]


def _value(row: dict, side: str, lang: str) -> str:
    """One side of a change: the value, why there is none, or that nothing came before."""
    if side == "old" and row["change_kind_code"] == "new":
        return say(lang, "meeting.changes.nothing")
    if row[f"{side}_pct"] is not None:
        return percent(lang, row[f"{side}_pct"])
    code = row[f"{side}_code"]
    return label("cell_marks", code, lang) if code else MISSING
