"""A panel whose picture is a heatmap: our own table of steps, so there is no image file to make of it."""

from dash import html

from components.benchmark_tables import scores
from components.filters import Filters
from components.panel import empty, head, tools
from components.text import say


def score_panel(answer, *, choice: Filters, key: str, grid, table, sentence=None, before=None, note=None) -> list:
    """Question, answer, controls, heatmap, note and tools; an answer without rows gives the empty state."""
    lang = choice.lang
    top = head(answer, lang, key=key)
    if answer.frame.empty:
        return [*top, empty(choice)]
    lines = [html.P(sentence, className="answer") if sentence else None, before, grid(), note]
    foot = tools(answer, choice, key=key, twin=table(), is_drawn=True)
    return [*top, *[line for line in lines if line is not None], foot]


def scored_panel(
    answer, *, choice: Filters, key: str, names: tuple[str, ...], grid, classes: list[dict], **parts
) -> list:
    """A heatmap of scores with their table as its twin; `names`: the codes that a row of the table is of."""
    rows, lang = answer.rows(), choice.lang

    def table():
        return scores(rows, lang, names=names, caption=say(lang, f"{key}.table"))

    return score_panel(answer, choice=choice, key=key, grid=lambda: grid(rows, choice, classes), table=table, **parts)
