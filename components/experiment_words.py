"""The sentences on experiments: what the sources tell of them, and what they do not."""

from dash import html

from components.cost_words import strong
from components.filters import DEFAULT_PROGRAMME, Filters
from components.numbers import number
from components.text import say, say_count, sentence


def told(rows: list[dict], lang: str):
    """How many experiments are in view, and of how many the sources tell the result, the lesson and the use."""
    counts = {
        "results": sum(1 for row in rows if row["result_fi"] is not None),
        "lessons": sum(1 for row in rows if row["lesson_fi"] is not None),
        "uses": sum(1 for row in rows if row["use_code"] != "not_stated"),
    }
    parts = {name: strong(number(lang, count)) for name, count in counts.items()}
    count = strong(say_count(lang, "experiments.count", count=len(rows)))
    return sentence(lang, "experiments.register.answer", count=count, **parts)


def notes(rows: list[dict], choice: Filters):
    """What the evaluation said of the experiments without naming any, and that a role does not narrow them."""
    found = []
    if any(row["programme_code"] == DEFAULT_PROGRAMME for row in rows):
        found.append(html.P(say(choice.lang, "experiments.register.evaluation"), className="note"))
    if choice.role:
        found.append(html.P(say(choice.lang, "experiments.register.role"), className="note"))
    return html.Div(found) if found else None
