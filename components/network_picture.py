"""The network of programmes as our own SVG: numbered nodes, lines whose letter and dash tell the kind, and a key.

Places are data (`programme_points`) in per cent of the box and marks are in pixels, so that one drawing is readable
from 320 to 1 440 pixels: wide it has names, narrow only numbers with the key below. Every node is a link.
"""

from textwrap import wrap

import dash_svg as svg
from dash import html
from dash.development.base_component import Component

from components.filters import Filters
from components.inert import Inert
from components.network_keys import focus_address, is_marking, legend, letter, link_id, numbers
from components.text import say, say_count

RADIUS, LETTER_AT = 14, 0.58
NAME_WIDTH = 24
# Without roles a browser says that each <svg> within the drawing is an image, and hides what the links are in.
PLAIN, ITEMS = {"role": "presentation"}, {"role": "list"}
# Both programmes do the same thing: such a link has no direction.
MUTUAL = frozenset({"close_cooperation", "experiment_weeks", "joint_events", "regional_sister"})


class Link(Component):
    """A link within a drawing; dash_svg has none. It stands in an Inert and is never sent as JSON."""

    _namespace, _type, _prop_names = "dash_svg", "A", ["children", "href", "className"]
    _children_props, _base_nodes = [], ["children"]
    available_properties, available_wildcard_properties = ["children", "href", "className"], ["data-", "aria-"]
    _valid_wildcard_attributes: tuple[str, ...] = ("data-", "aria-")

    def __init__(self, children, **attributes):
        super().__init__(children=children, **attributes)


def network(nodes: list[dict], links: list[dict], choice: Filters) -> Inert:
    """The drawing, the key of its letters, and the key of its numbers, as one component."""
    lang = choice.lang
    placed = {row["programme_code"]: row for row in nodes if row["node_number"] is not None}
    drawn = [row for row in links if {row["from_programme_code"], row["to_programme_code"]} <= placed.keys()]
    drawing = svg.Svg(
        [
            svg.Defs([_arrow("plain"), _arrow("chosen")]),
            svg.G([_line(row, placed, choice) for row in drawn], **{"aria-hidden": "true"}),
            svg.G(
                [_node(row, choice, is_above=_is_busy_below(row, placed, drawn)) for row in placed.values()],
                **ITEMS,
            ),
        ],
        className="network-drawing drawing",
        **PLAIN,
    )
    note = html.P(say(lang, "network.graph.note"), className="figure-note clicks")
    figure = html.Figure([drawing, note], **{"aria-labelledby": "network-graph-answer"})
    return Inert(html.Div([figure, legend(links, choice), numbers(nodes, choice)], className="network"))


def _arrow(name: str) -> svg.Marker:
    """An arrow head whose tip stands at the rim of the node that a line leads to."""
    return svg.Marker(
        svg.Path(d="M0 0L9 4.5L0 9Z", className=f"network-arrow network-arrow--{name}"),
        id=f"network-arrow-{name}",
        markerUnits="userSpaceOnUse",
        markerWidth="9",
        markerHeight="9",
        refX=str(9 + RADIUS + 2),
        refY="4.5",
        orient="auto",
    )


def _percent(value) -> str:
    return f"{float(value):g}%"


def _line(row: dict, placed: dict, choice: Filters) -> svg.G:
    """One link: a line in the dash of its kind, an arrow unless it is mutual, and its letter on it."""
    start, end = placed[row["from_programme_code"]], placed[row["to_programme_code"]]
    kind = row["link_kind_code"]
    state = "chosen" if row["is_chosen"] else "dim" if is_marking(choice) else "plain"
    head = "" if kind in MUTUAL else f"url(#network-arrow-{'chosen' if row['is_chosen'] else 'plain'})"
    x, y = (float(start[at]) + LETTER_AT * (float(end[at]) - float(start[at])) for at in ("x_pct", "y_pct"))
    line = svg.Line(
        x1=_percent(start["x_pct"]),
        y1=_percent(start["y_pct"]),
        x2=_percent(end["x_pct"]),
        y2=_percent(end["y_pct"]),
        className=f"network-line network-line--{kind}",
        **({"markerEnd": head} if head else {}),
    )
    mark = [svg.Circle(r="8", className="network-mark"), svg.Text(letter(kind), dy=".35em", textAnchor="middle")]
    at = svg.Svg(mark, x=_percent(x), y=_percent(y), overflow="visible")
    return svg.G([line, at], className=f"network-link network-link--{state}", **{"data-link": link_id(row)})


def _is_busy_below(row: dict, placed: dict, drawn: list[dict]) -> bool:
    """True when more lines leave a programme downwards than upwards: its name then stands above it."""
    code, lower, higher = row["programme_code"], 0, 0
    for link in drawn:
        ends = [link["from_programme_code"], link["to_programme_code"]]
        if code in ends:
            other = placed[ends[1 - ends.index(code)]]
            lower += other["y_pct"] > row["y_pct"]
            higher += other["y_pct"] < row["y_pct"]
    return lower > higher


def _node(row: dict, choice: Filters, *, is_above: bool) -> svg.Svg:
    """One programme: its number in a circle, its name beside on a wide screen; a link that chooses it.

    Each text ends in a space: the visible words are then words of the label, as speech control needs.
    """
    marks = [svg.Circle(r=str(RADIUS + 4), className="network-ring")] if row["is_chosen"] else []
    marks += [
        svg.Circle(r=str(RADIUS), className="network-node"),
        svg.Text(f"{row['node_number']} ", dy=".35em", textAnchor="middle", className="network-number"),
    ]
    lines = wrap(row[f"name_{choice.lang}"], NAME_WIDTH)
    first = -RADIUS - 9 - 15 * (len(lines) - 1) if is_above else RADIUS + 17
    for place, words in enumerate(lines):
        marks.append(svg.Text(f"{words} ", y=str(first + 15 * place), textAnchor="middle", className="network-name"))
    is_near = row["is_chosen"] or row["is_neighbour"]
    state = "chosen" if row["is_chosen"] else "near" if is_near else "dim" if is_marking(choice) else "plain"
    link = Link(
        marks,
        href=focus_address(choice, row["programme_code"]),
        className=f"network-place network-place--{state}",
        **{"data-node": row["programme_code"], "aria-label": node_words(row, choice.lang)},
    )
    return svg.Svg(link, x=_percent(row["x_pct"]), y=_percent(row["y_pct"]), overflow="visible", role="listitem")


def node_words(row: dict, lang: str) -> str:
    """What a screen reader says of a programme: number, name, links, and whether it is chosen."""
    said = say_count(lang, "network.node", count=row["links"], number=str(row["node_number"]), name=row[f"name_{lang}"])
    return f"{said} {say(lang, 'network.chosen_sentence')}" if row["is_chosen"] else said
