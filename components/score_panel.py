"""A panel whose picture is a heatmap: our own table of steps, so there is no image file to make of it."""

from dash import html

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
    foot = tools(answer, choice, key=key, twin=table(), calculation=say(lang, f"{key}.calculation"), is_drawn=True)
    return [*top, *[line for line in lines if line is not None], foot]
