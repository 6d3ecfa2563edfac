"""A chart as an SVG of our own for paper and the one-file edition: flat bars with printed values, or a line."""

from html import escape

from components.documents.looks import TONES, colours
from components.documents.model import Chart, Mark

WIDTH, RIGHT, ROW, LINE = 720, 610, 30, 16
HEIGHT = 230


def svg(chart: Chart) -> str:
    """The chart as a complete SVG; every mark has its number printed, so nothing depends on colour."""
    parts, height = _line(chart) if chart.kind == "line" else _flat(chart)
    hatch = (
        f'<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="6" height="6" fill="{colours()["warn-bg"]}"/>'
        f'<rect width="2.4" height="6" fill="{colours()["warn-line"]}"/></pattern>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'font-family="Source Sans 3, Arial, sans-serif" font-size="14"><defs>{hatch}</defs>{"".join(parts)}</svg>'
    )


def _flat(chart: Chart) -> tuple[list[str], int]:
    """Bars from left to right, one a row: label, bar from start to end, value beside it."""
    lowest = min(0.0, *(min(mark.start, mark.end) for mark in chart.marks))
    highest = max(0.0, *(max(mark.start, mark.end) for mark in chart.marks)) or 1.0

    names = [_lines(mark.label) for mark in chart.marks]
    left = min(60 + 6.4 * max(len(line) for each in names for line in each), 420)
    row = ROW + LINE * (max(map(len, names)) - 1)

    def at(value: float) -> float:
        return left + (value - lowest) / (highest - lowest) * (RIGHT - left)

    parts = [_text(WIDTH, 14, chart.name, "ink-2", "end")]
    for place, mark in enumerate(chart.marks):
        parts += _row(mark, 26 + place * row, left, at)
    bottom = 26 + len(chart.marks) * row
    zero = f'<line x1="{at(0):.1f}" x2="{at(0):.1f}" y1="22" y2="{bottom}" stroke="{colours()["ink-2"]}"/>'
    return [*parts, zero], bottom + 4


def _row(mark: Mark, top: int, left: float, at) -> list[str]:
    low, high = sorted((at(mark.start), at(mark.end)))
    filled = "url(#hatch)" if mark.tone == "unexplained" else colours()[TONES[mark.tone]]
    line = {"unexplained": "warn-line", "range": "range-line"}.get(mark.tone)
    edge = f' stroke="{colours()[line]}"' if line else ""
    dash = ' stroke-dasharray="4 3"' if mark.tone == "range" else ""
    bar = (
        f'<rect x="{low:.1f}" y="{top + 4}" width="{max(high - low, 3):.1f}" height="20" fill="{filled}"{edge}{dash}/>'
    )
    bold = mark.tone == "total"
    said = _text(max(high, low + 3) + 7, top + 19, mark.text, "ink", bold=True)
    lines = enumerate(_lines(mark.label))
    return [*(_text(left - 10, top + 19 + LINE * at, line, "ink", "end", bold=bold) for at, line in lines), bar, said]


def _lines(label: str) -> list[str]:
    """A label of two parts stands on two lines."""
    return label.split(" · ")


def _line(chart: Chart) -> tuple[list[str], int]:
    """A line through the marks, each with its number, and a level line for each limit with its name."""
    top = max([*(mark.end for mark in chart.marks), *chart.limits.values()]) * 1.1
    step = (WIDTH - 160) / max(len(chart.marks) - 1, 1)
    spots = [
        (70 + place * step, HEIGHT - 30 - mark.end / top * (HEIGHT - 70)) for place, mark in enumerate(chart.marks)
    ]
    ink, bar = colours()["ink"], colours()["bar"]
    parts = [_text(WIDTH, 14, chart.name, "ink-2", "end")]
    for name, level in chart.limits.items():
        y = HEIGHT - 30 - level / top * (HEIGHT - 70)
        parts.append(f'<line x1="20" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}" stroke="{ink}" stroke-width="2"/>')
        parts.append(_text(20, y - 6, name, "ink", bold=True))
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    parts.append(f'<line x1="20" x2="{WIDTH}" y1="{HEIGHT - 30}" y2="{HEIGHT - 30}" stroke="{colours()["line-2"]}"/>')
    parts.append(f'<polyline points="{joined}" fill="none" stroke="{bar}" stroke-width="3"/>')
    for (x, y), mark in zip(spots, chart.marks, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{bar}"/>')
        parts.append(_text(x, y - 11, mark.text, "ink", "middle", bold=True))
        parts.append(_text(x, HEIGHT - 10, mark.label, "ink-2", "middle"))
    return parts, HEIGHT


def _text(x: float, y: float, words: str, token: str, anchor: str = "start", *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} fill="{colours()[token]}"{weight}>{escape(words)}</text>'
