"""The head of a page, ways to the panels of a long one, and a heading that a long list stands behind."""

from dash import html

from components.text import say


def page_head(lang: str, key: str, *, under: list | None = None, **values) -> html.Div:
    """Heading and lead of a page from its text keys `<page>.title` and `<page>.lead`; `under` stands between them."""
    lead = html.P(say(lang, f"{key}.lead", **values), className="lead")
    return html.Div([html.H1(say(lang, f"{key}.title", **values)), *(under or []), lead], className="page-head")


def onward(lang: str, key: str, *, to: str, panel: str) -> html.P:
    """The way from a page to a panel of another one that goes on from it; text key `<page>.onward`."""
    link = html.A(say(lang, f"{key}.onward"), href=f"/{lang}/{say(lang, f'{to}.slug')}#{panel}")
    return html.P(link, className="onward")


def jumps(lang: str, key: str, panels: tuple[str, ...]) -> html.Nav:
    """Links to the panels of a page, each by its question; text key `<page>.jump` names the list."""
    links = [
        html.Li(html.A(say(lang, f"{key}.{panel}.question"), href=f"#{key}-{panel}".replace("_", "-")))
        for panel in panels
    ]
    name = say(lang, f"{key}.jump")
    return html.Nav([html.Span(name), html.Ul(links)], className="jumps", **{"aria-label": name})


def folded(title: str, listed, *, identity: str) -> html.Details:
    """A long list behind its heading, which opens it without scripts; `identity` keeps it open over a choice."""
    return html.Details([html.Summary(title), listed], id=identity, className="folded")
