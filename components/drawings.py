"""Small pictures that the server draws itself as SVG: there before any script, in both themes, on paper."""

import dash_svg as svg

WIDTH, HEIGHT = 200, 64


def _frame(children: list, told: str | None) -> svg.Svg:
    """A drawing of 200 × 64, named by `told`; hidden from assistive technology when the text beside it says that."""
    about = {"role": "img", "aria-label": told} if told else {"aria-hidden": "true"}
    return svg.Svg(children, viewBox=f"0 0 {WIDTH} {HEIGHT}", className="mini", **about)


def rect(x: float, y: float, width: float, height: float, classes: str) -> svg.Rect:
    return svg.Rect(x=f"{x:.1f}", y=f"{y:.1f}", width=f"{max(width, 0):.1f}", height=f"{height:.1f}", className=classes)


def line(x1: float, y1: float, x2: float, y2: float, classes: str) -> svg.Line:
    return svg.Line(x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", className=classes)


def text(x: float, y: float, words: str, anchor: str = "start", classes: str | None = None) -> svg.Text:
    """Words at a point of the drawing."""
    return svg.Text(words, x=f"{x:.1f}", y=f"{y:.1f}", textAnchor=anchor, className=classes)


def outcome_and_limit(outcome: float, limit: float, words: str, *, told: str | None = None) -> svg.Svg:
    """A bar from zero and a tick for the estimate."""
    scale = (WIDTH - 4) / max(outcome, limit)
    tick = limit * scale
    return _frame(
        [
            rect(0, 12, outcome * scale, 16, "bar-total"),
            line(tick, 2, tick, 38, "tick"),
            text(tick, 56, words, "end"),
        ],
        told,
    )


def years(values: dict[int, float], *, told: str | None = None) -> svg.Svg:
    """Bars by year from one zero line; a negative one hangs below it and is at least 3 px thick."""
    width, gap, base = 44, 12, 44
    top = max([*values.values(), 1])
    parts: list = []
    for place, (year, value) in enumerate(values.items()):
        x = place * (width + gap)
        height = abs(value) / top * 38
        parts.append(
            rect(x, base - height, width, height, "bar")
            if value >= 0
            else rect(x, base, width, max(height, 3), "bar-neg")
        )
        parts.append(text(x + width / 2, 61, str(year), "middle"))
    right = len(values) * (width + gap) - gap
    return _frame([*parts, line(0, base, max(right, 1), base, "axis")], told)


def part_of(part: int, whole: int, words: str, *, told: str | None = None) -> svg.Svg:
    """A part of a whole: the outline is the whole, the fill the part."""
    return _frame(
        [
            rect(0.5, 12, WIDTH - 1, 16, "outline"),
            rect(0, 12, WIDTH * part / whole, 16, "bar"),
            text(0, 46, words),
        ],
        told,
    )
