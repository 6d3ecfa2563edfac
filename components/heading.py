"""The head of a page: its heading and one line of what it answers."""

from dash import html

from components.text import say


def page_head(lang: str, key: str, **values) -> html.Div:
    """Heading and lead of a page from its text keys `<page>.title` and `<page>.lead`."""
    return html.Div(
        [html.H1(say(lang, f"{key}.title", **values)), html.P(say(lang, f"{key}.lead", **values), className="lead")],
        className="page-head",
    )
