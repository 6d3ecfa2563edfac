"""Small pictures that the server draws itself as SVG: there before any script, in both themes, on paper."""

import dash_svg as svg
from dash import html

from components.numbers import millions, number
from components.text import say
from data import catalogue

WIDTH, HEIGHT = 200, 64


def _frame(children: list) -> svg.Svg:
    """A drawing of 200 × 64; the text around it says what it shows, so it is hidden from assistive technology."""
    return svg.Svg(children, viewBox=f"0 0 {WIDTH} {HEIGHT}", className="mini", **{"aria-hidden": "true"})


def _rect(x: float, y: float, width: float, height: float, classes: str) -> svg.Rect:
    return svg.Rect(x=f"{x:.1f}", y=f"{y:.1f}", width=f"{max(width, 0):.1f}", height=f"{height:.1f}", className=classes)


def _line(x1: float, y1: float, x2: float, y2: float, classes: str) -> svg.Line:
    return svg.Line(x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", className=classes)


def _text(x: float, y: float, words: str, anchor: str = "start") -> svg.Text:
    return svg.Text(words, x=f"{x:.1f}", y=f"{y:.1f}", textAnchor=anchor)


def outcome_and_limit(outcome: float, limit: float, words: str) -> svg.Svg:
    """A bar from zero and a tick for the estimate."""
    scale = (WIDTH - 4) / max(outcome, limit)
    tick = limit * scale
    return _frame(
        [
            _rect(0, 12, outcome * scale, 16, "bar-total"),
            _line(tick, 2, tick, 38, "tick"),
            _text(tick, 56, words, "end"),
        ]
    )


def years(values: dict[int, float]) -> svg.Svg:
    """Bars by year from one zero line; a negative one hangs below it and is at least 3 px thick."""
    width, gap, base = 44, 12, 44
    top = max([*values.values(), 1])
    parts: list = []
    for place, (year, value) in enumerate(values.items()):
        x = place * (width + gap)
        height = abs(value) / top * 38
        parts.append(
            _rect(x, base - height, width, height, "bar")
            if value >= 0
            else _rect(x, base, width, max(height, 3), "bar-neg")
        )
        parts.append(_text(x + width / 2, 61, str(year), "middle"))
    right = len(values) * (width + gap) - gap
    return _frame([*parts, _line(0, base, max(right, 1), base, "axis")])


def part_of(part: int, whole: int, words: str) -> svg.Svg:
    """A part of a whole: the outline is the whole, the fill the part."""
    return _frame(
        [
            _rect(0.5, 12, WIDTH - 1, 16, "outline"),
            _rect(0, 12, WIDTH * part / whole, 16, "bar"),
            _text(0, 46, words),
        ]
    )


def savings(rows: list[dict], lang: str) -> html.Div:
    """Ranges as dashed, pale bars on one axis from zero, both ends printed; grouped by who published them."""
    codes = catalogue.current().codes
    top = 2_000_000_000
    parts: list = []
    for edition in dict.fromkeys(row["edition_code"] for row in rows):
        listed = [
            _range(row, lang, top, codes["means"][row["means_code"]][lang])
            for row in rows
            if row["edition_code"] == edition
        ]
        parts += [html.H3(codes["editions"][edition][lang]), *listed]
    ticks = [html.Span(number(lang, at)) for at in range(0, 2001, 500)]
    ticks[-1] = html.Span([ticks[-1].children, " ", say(lang, "front.savings.unit")])
    return html.Div([*parts, html.Div(ticks, className="range-axis", **{"aria-hidden": "true"})], className="ranges")


def _range(row: dict, lang: str, top: float, name: str) -> html.Div:
    low, high = float(row["low_eur"]) / top * 1000, float(row["high_eur"]) / top * 1000
    grid = [_line(at, 0, at, 40, "gridline") for at in (250, 500, 750, 999)]
    drawing = svg.Svg(
        [*grid, _line(0.8, 0, 0.8, 40, "axis"), _rect(low, 9, max(high - low, 4), 22, "range")],
        viewBox="0 0 1000 40",
        preserveAspectRatio="none",
        className="range-bar",
        **{"aria-hidden": "true"},
    )
    words = [html.Strong(name), html.Span(millions(lang, row["low_eur"], row["high_eur"]), className="range-ends")]
    return html.Div([html.Div(words, className="range-words"), drawing], className="range-line")
