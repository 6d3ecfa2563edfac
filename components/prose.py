"""Pages of words: headed paragraphs and lists, every word from components/text."""

from collections.abc import Mapping

from dash import html

from components.text import say


def articles(lang: str, page: str, names: tuple[str, ...], *, ends: Mapping | None = None) -> html.Div:
    """Headed paragraphs: text keys `<page>.<name>.heading` and `<page>.<name>.body`; a blank line parts paragraphs.

    `ends`: by name, what closes that part: an address, say.
    """
    parts: list = []
    for name in names:
        parts.append(html.H2(say(lang, f"{page}.{name}.heading"), id=f"{page}-{name}".replace("_", "-")))
        parts += [html.P(text) for text in say(lang, f"{page}.{name}.body").split("\n\n")]
        parts += [ends[name]] if ends and name in ends else []
    return html.Div(parts, className="prose")


def listed(lang: str, key: str, names: tuple[str, ...]) -> html.Div:
    """A note with a lead and a list: text keys `<key>.lead` and `<key>.<name>`."""
    items = [html.Li(say(lang, f"{key}.{name}")) for name in names]
    return html.Div([html.P(say(lang, f"{key}.lead")), html.Ul(items, className="mb-0")], className="note")
