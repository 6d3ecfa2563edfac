"""Where figures come from: numbered source lists and the source line under a panel."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from components.text import say, say_count
from data import catalogue


def source_list(lang: str, source_ids) -> html.Ol:
    """The sources of a page, each with its number and the anchor `source-<id>`."""
    return html.Ol(
        [
            html.Li(_link(lang, source), id=f"source-{source}", value=number_of(source))
            for source in in_order(source_ids)
        ]
    )


def number_of(source_id: str) -> int:
    """The number of a source: its place in sources.toml, the same on every page and in every language."""
    return list(catalogue.current().sources).index(source_id) + 1


def in_order(source_ids) -> list[str]:
    """Source ids once each, in the order of sources.toml, so that a source has the same place everywhere."""
    wanted = set(source_ids)
    return [source for source in catalogue.current().sources if source in wanted]


def _link(lang: str, source_id: str):
    """A source's short label, linked when it has an address on the web."""
    source = catalogue.current().sources[source_id]
    return html.A(source.labels[lang], href=source.url, rel="external") if source.url else source.labels[lang]


def source_line(lang: str, source_ids) -> list:
    """`Lähde: loppuraportti 2019`: at most two sources by name; more are counted and linked to the page's list."""
    ordered = in_order(source_ids)
    if not ordered:
        return []
    children: list = [say_count(lang, "panel.source", count=len(ordered)), " "]
    for place, source in enumerate(ordered[:3]):
        children += [", " if place else "", _link(lang, source)]
    if len(ordered) > 3:
        more = len(ordered) - 3
        label = {"aria-label": say_count(lang, "panel.sources_more", count=more)}
        children += [" ", html.A(f"+{more}", href="#sources", **label)]
    return [child for child in children if child]


def source_numbers(lang: str, source_ids) -> list:
    """`Lähde 1, 3`: the numbers of some sources, linked to the list in the footer."""
    return [say(lang, "panel.source_of"), " ", *number_links(lang, source_ids)]


def number_links(lang: str, source_ids) -> list:
    """`1, 3`: the numbers of some sources (ids, or a text of them), linked to the list in the footer.

    A number alone says nothing: each link is named by its source, as `Lähde 1: loppuraportti 2019`. In a cell each
    number has a place of its own, so that it can be hit, and the comma is only read.
    """
    ids = source_ids.split() if isinstance(source_ids, str) else source_ids
    links = [_number_link(lang, each) for each in in_order(ids)]
    between = html.Span(", ", className="between")
    listed = [part for place, link in enumerate(links) for part in ([between, link] if place else [link])]
    return [html.Span(listed, className="source-numbers")] if listed else []


def _number_link(lang: str, source: str) -> html.A:
    number, title = str(number_of(source)), catalogue.current().sources[source].labels[lang]
    label = {"aria-label": say(lang, "panel.source_named", number=number, title=title)}
    return html.A(number, href=f"#source-{source}", **label)


def known_until(source_ids) -> date | None:
    """When the latest of some sources was published, as far as their dates are known."""
    sources = catalogue.current().sources
    days = [sources[source].published_latest for source in source_ids if sources[source].published_latest]
    return max(days, default=None)


def used_in(children: list) -> set[str]:
    """The source ids of every source line in some components: what the footer of their page must list."""
    found: set[str] = set()
    for child in children:
        if isinstance(child, Component):
            for part in [child, *child._traverse()]:
                found.update(getattr(part, "source_ids", ()))
    return found


def origin(children: list, source_ids) -> html.Span:
    """The source line of a panel, remembering its source ids for the footer."""
    line = html.Span(children, className="origin")
    line.source_ids = tuple(source_ids)
    return line
