"""The questions of readers as a table: the question with its figure, the answer with its day and the time it took."""

from dash import html

from components.filters import Filters
from components.meeting_tables import panel_address
from components.numbers import day
from components.tables import Column, stacked
from components.text import say, say_count

KEY = "questions.list"


def sentence(rows: list[dict], lang: str) -> str:
    """How many questions there are, and how many are open."""
    still_open = sum(row["answered_on"] is None for row in rows)
    return say_count(lang, f"{KEY}.answer", count=len(rows), open=str(still_open))


def questions(rows: list[dict], choice: Filters):
    """One line a question, in the order of the answer."""
    lang = choice.lang
    columns = [
        Column(say(lang, f"{KEY}.asked"), lambda row: _asked(row, choice)),
        Column(say(lang, f"{KEY}.answered"), lambda row: _answered(row, lang)),
    ]
    return stacked(columns, rows, caption=say(lang, f"{KEY}.table"))


def _asked(row: dict, choice: Filters) -> list:
    address = panel_address(choice, row["panel_code"], choice.as_of)
    when = html.Small(say(choice.lang, f"{KEY}.asked_on", day=day(choice.lang, row["asked_on"])))
    link = [" ", html.A(say(choice.lang, f"{KEY}.figure"), href=address)] if address else []
    return [row[f"question_{choice.lang}"], html.Br(), when, *link]


def _answered(row: dict, lang: str) -> list:
    """The answer and when it came; or until when it will come."""
    if row["answered_on"] is None:
        return [say(lang, f"{KEY}.open", day=day(lang, row["due_on"]))]
    when = say_count(lang, f"{KEY}.in_days", count=row["days_to_answer"], day=day(lang, row["answered_on"]))
    late = f" {say(lang, f'{KEY}.late')}" if row["is_late"] else ""
    return [row[f"answer_{lang}"], html.Br(), html.Small(when + late)]
