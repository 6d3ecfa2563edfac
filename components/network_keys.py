"""What picture, table and sentences of the network share: letters, names of links, addresses, and the keys."""

import dash_svg as svg
from dash import html

from components.filters import Filters
from components.text import say, say_count
from data import catalogue


def letter(kind: str) -> str:
    """The letter of a kind of link: its place in the list of codes."""
    return chr(ord("A") + list(catalogue.current().codes["link_kinds"]).index(kind))


def link_id(row: dict) -> str:
    """One name for a link, the same in the drawing, the table and the sentences."""
    return f"{row['from_programme_code']}--{row['link_kind_code']}--{row['to_programme_code']}"


def focus_address(choice: Filters, code: str) -> str:
    """Where choosing a programme leads; choosing the chosen one takes it back."""
    return choice.to_search(focus=None if choice.focus == code else code) or "?"


def is_marking(choice: Filters) -> bool:
    """True when something is chosen, so that the rest steps back."""
    return bool(choice.focus or choice.municipality)


def legend(links: list[dict], choice: Filters) -> html.Div:
    """What letters and lines mean: each kind in view with its number of links; a click narrows to it."""
    kinds = catalogue.current().codes["link_kinds"]
    counts = {kind: sum(row["link_kind_code"] == kind for row in links) for kind in kinds}
    entries = [_legend_entry(kind, count, choice) for kind, count in counts.items() if count]
    return html.Div(
        [html.H3(say(choice.lang, "network.graph.legend")), html.Ul(entries, className="network-legend")],
    )


def _legend_entry(kind: str, count: int, choice: Filters) -> html.Li:
    words = catalogue.current().codes["link_kinds"][kind][choice.lang]
    sample = svg.Svg(
        [
            svg.Line(x1="1", y1="9", x2="45", y2="9", className=f"network-line network-line--{kind}"),
            svg.Circle(cx="23", cy="9", r="8", className="network-mark"),
            svg.Text(letter(kind), x="23", y="9", dy=".35em", textAnchor="middle"),
        ],
        viewBox="0 0 46 18",
        className="network-sample network-link--plain",
        **{"aria-hidden": "true"},
    )
    chosen = choice.link_kind == kind
    address = choice.to_search(link_kind=None if chosen else kind) or "?"
    said = say_count(choice.lang, "network.graph.legend_entry", count=count, letter=letter(kind), kind=words)
    return html.Li(html.A([sample, said], href=address, **({"aria-current": "true"} if chosen else {})))


def numbers(nodes: list[dict], choice: Filters) -> html.Div:
    """The key of the numbers for a narrow screen, where the drawing has no names; folded, because it is long."""
    entries = [
        html.Li(
            [
                html.Span(str(row["node_number"]), className="network-key-number"),
                html.Span(row[f"name_{choice.lang}"]),
            ],
            className="network-key--chosen" if row["is_chosen"] else None,
        )
        for row in nodes
    ]
    return html.Details(
        [html.Summary(say(choice.lang, "network.graph.numbers")), html.Ul(entries)],
        id="network-numbers",
        className="network-key",
    )
