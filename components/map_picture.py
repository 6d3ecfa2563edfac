"""The map as our own SVG: outlines that the server draws once, coloured by one string of letters; names over them.

The outlines stand in the first response only; `assets/map.js` keeps them and colours them anew when the letters
change. What lies on them (names, joint projects, the chosen place) is small and is drawn with every answer.
"""

import dash_svg as svg
from dash import html
from dash.development.base_component import Component

from components.map_labels import placed_names


class Title(Component):
    """The name of a shape, which a browser shows on hover. dash_svg has none; this one is never sent as JSON."""

    _namespace, _type, _prop_names = "dash_svg", "Title", ["children"]
    _children_props, _base_nodes = [], ["children"]
    available_properties, available_wildcard_properties = ["children"], []
    _valid_wildcard_attributes: tuple[str, ...] = ()

    def __init__(self, children: str):
        super().__init__(children=children)


def canvas(shapes: list[dict], letters: str, *, names: dict[str, str], drawing: str, words: str) -> html.Div:
    """The place of the outlines: without scripts the outlines themselves, with scripts what colours them.

    `letters` has one letter for each municipality of `shapes`, in their order; `names` is code -> name; `words` is
    JSON that the script speaks with.
    """
    told = {"data-letters": letters, "data-drawing": drawing, "data-words": words}
    box = html.Div(id="map-canvas", className="map-canvas", **told)
    drawn = _outlines(shapes, letters, names) if shapes else None
    box.static = html.Div(drawn, id="map-canvas", className="map-canvas", **told)
    return box


def letters_of(shapes: list[dict], by_code: dict[str, str]) -> str:
    """One letter for each municipality of a drawing, in its order; `x` (no data) for one without any."""
    return "".join(by_code.get(row["place_code"], "x") for row in municipalities(shapes))


def municipalities(shapes: list[dict]) -> list[dict]:
    """The shapes of municipalities, in the order of their codes."""
    return [row for row in shapes if row["place_kind"] == "municipality"]


def view_box(shapes: list[dict]) -> str:
    """The frame of a drawing, as SVG has it."""
    return f"0 0 {shapes[0]['frame_width']} {shapes[0]['frame_height']}"


def _outlines(shapes: list[dict], letters: str, names: dict[str, str]) -> svg.Svg:
    """Municipalities, each with its letter as a class and its name, and the borders of regions over them."""
    filled = [
        svg.Path(
            Title(names.get(row["place_code"], "")), d=row["path"], id=f"m{row['place_code']}", className=f"m{letter}"
        )
        for row, letter in zip(municipalities(shapes), letters, strict=True)
    ]
    borders = "".join(row["path"] for row in shapes if row["place_kind"] == "region")
    return svg.Svg(
        [patterns(), svg.G(filled, className="map-shapes"), svg.Path(d=borders, className="map-borders")],
        viewBox=view_box(shapes),
        className="map-drawing",
        **{"aria-hidden": "true"},
    )


def patterns() -> svg.Defs:
    """What stands for the unknown and the undivided: dots, one diagonal, cross-hatch, a hatch in a step's colour."""
    return svg.Defs(
        [
            _pattern("dots", 20, [svg.Circle(cx=5, cy=5, r=2), svg.Circle(cx=15, cy=15, r=2)]),
            _pattern("diagonal", 44, [svg.Path(d="M0 44L44 0")]),
            _pattern("cross", 24, [svg.Path(d="M0 0l24 24M24 0L0 24")]),
            _pattern("hatch", 20, [svg.Path(d="M-5 15L15 -5M5 25L25 5")]),
            _pattern("fine", 14, [svg.Path(d="M0 7h14")]),
        ]
    )


def _pattern(name: str, size: int, children: list) -> svg.Pattern:
    ground = svg.Rect(width=size, height=size, className="map-ground")
    return svg.Pattern(
        [ground, *children],
        id=f"map-{name}",
        width=size,
        height=size,
        patternUnits="userSpaceOnUse",
        className=f"map-{name}",
    )


def overlay(shapes: list[dict], *, joint: list[dict], chosen: dict, named: list[dict], bordered: set[str]) -> svg.Svg:
    """What lies on the outlines: each joint project once, the chosen places outlined, and up to a dozen names.

    `joint` rows have lead_code and municipality_codes; `chosen` is kind -> code; `named` rows have code and name, the
    most important first; `bordered` are the codes of municipalities told apart by their border alone.
    """
    points = {row["place_code"]: (row["label_x"], row["label_y"]) for row in municipalities(shapes)}
    outlined = [
        svg.Path(d=row["path"], className=f"map-chosen map-chosen--{row['place_kind']}")
        for row in shapes
        if chosen.get(row["place_kind"]) == row["place_code"]
    ]
    labels = [
        svg.Text(text, x=x, y=y, textAnchor=anchor, className="map-name")
        for text, x, y, anchor in placed_names(named, points, width=shapes[0]["frame_width"])
    ]
    borders = [svg.Path(d=row["path"], className="map-bordered") for row in shapes if row["place_code"] in bordered]
    webs = [web for each in joint if (web := _web(each, points)) is not None]
    return svg.Svg(
        [*borders, *webs, *outlined, *labels],
        viewBox=view_box(shapes),
        className="map-drawing map-overlay",
        **{"aria-hidden": "true"},
    )


def _web(grant: dict, points: dict) -> svg.G | None:
    """A joint project, drawn once: lines from its lead, or from its middle, to every municipality that is named."""
    codes = [code for code in (grant["municipality_codes"] or "").split() if code in points]
    if not grant["is_joint"] or len(codes) < 2:
        return None
    middle = points.get(grant["lead_code"]) or _middle([points[code] for code in codes])
    lines = "".join(f"M{middle[0]} {middle[1]}L{points[code][0]} {points[code][1]}" for code in codes)
    ends = [svg.Circle(cx=points[code][0], cy=points[code][1], r=4) for code in codes]
    return svg.G([svg.Path(d=lines), *ends, svg.Circle(cx=middle[0], cy=middle[1], r=8)], className="map-web")


def _middle(points: list[tuple]) -> tuple[int, int]:
    return tuple(round(sum(each) / len(points)) for each in zip(*points, strict=True))


def swatch(letter: str) -> svg.Svg:
    """The sample of a class for the legend and the list."""
    return svg.Svg(
        svg.Rect(x=1, y=1, width=46, height=26, className=f"m{letter}"),
        viewBox="0 0 48 28",
        className="swatch",
        **{"aria-hidden": "true"},
    )
