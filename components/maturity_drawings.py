"""Pictures of maturity that the server draws: a place within its group, and the path of a service over time."""

import itertools
from datetime import date

import dash_svg as svg
from dash import html

from components.drawings import line, text
from components.numbers import day, percent
from components.text import say

WIDE, NARROW = (860, 300), (330, 300)


def position(level: int, group: dict, name: str, lang: str) -> svg.Svg:
    """Where a place stands from 1 to 5: a bar from the group's lowest to its highest, a ring at its median."""
    at = {each: 14 + (each - 1) * 62 for each in range(1, 6)}
    low, middle, high = (group[f"{each}_level"] for each in ("lowest", "median", "highest"))
    ticks = [text(at[each], 62, str(each), "middle") for each in at]
    parts = [
        line(at[1], 36, at[5], 36, "axis-thin"),
        *[line(at[each], 32, at[each], 40, "axis-thin") for each in at],
        svg.Rect(x=at[low], y=32, width=max(at[high] - at[low], 3), height=8, className="position-range"),
        svg.Circle(cx=at[middle], cy=36, r=7, className="position-median"),
        svg.Rect(x=at[level] - 7, y=29, width=14, height=14, className="position-own"),
        *ticks,
    ]
    label_at, anchor = (at[level], "start") if level < 4 else (at[level] + 7, "end")
    parts.append(text(label_at - (7 if anchor == "start" else 0), 18, name, anchor, "strong"))
    return svg.Svg(parts, viewBox="0 0 276 68", className="position", **{"aria-hidden": "true"})


def path(rows: list[dict], targets: list[dict], levels: list[dict], lang: str) -> html.Figure:
    """The values of one service over time with the target path: a break where the method of assessment changes."""
    drawn = [
        _path(rows, targets, levels, lang, size=WIDE, classes="drawing only-wide"),
        _path(rows, targets, levels, lang, size=NARROW, classes="drawing only-narrow"),
    ]
    return html.Figure(drawn, className="drawings")


def _path(rows, targets, levels, lang: str, *, size: tuple[int, int], classes: str) -> svg.Svg:
    width, height = size
    left, right, top, base = 36, width - 14, 30, height - 34
    days = [row["assessed_on"] for row in rows]
    first, last = date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)
    span = (last - first).days

    def x(on: date) -> float:
        return left + (on - first).days / span * (right - left)

    def y(value) -> float:
        return base - float(value) / 100 * (base - top)

    parts = [
        *_levels(levels, y, left, right, lang),
        *_years(first, last, x, base),
        line(left, base, right, base, "axis"),
    ]
    parts += _target(targets, first, last, x, y, lang)
    stated = [row for row in rows if row["value_pct"] is not None]
    for run in sorted({row["method_run"] for row in stated}):
        parts += _run([row for row in stated if row["method_run"] == run], x, y, lang)
    parts += _breaks(rows, x, top, base, lang, right)
    return svg.Svg(parts, viewBox=f"0 0 {width} {height}", className=classes, **{"aria-hidden": "true"})


def _levels(levels: list[dict], y, left: float, right: float, lang: str) -> list:
    """A line where each level begins, and the number of the level between the lines."""
    parts = [text(0, 16, say(lang, "maturity.history.axis"))]
    for row in levels:
        low, high = float(row["from_pct"]), min(float(row["to_pct"]), 100)
        parts.append(line(left, y(low), right, y(low), "gridline"))
        parts.append(text(left - 12, y((low + high) / 2) + 5, str(row["level"]), "end", "strong"))
    return [*parts, line(left, y(100), right, y(100), "gridline")]


def _years(first: date, last: date, x, base: float) -> list:
    """The years under the axis, each in the middle of its own time."""
    parts = []
    for year in range(first.year, last.year):
        begins, ends = x(date(year, 1, 1)), x(date(year + 1, 1, 1))
        parts += [
            line(begins, base, begins, base + 6, "axis-thin"),
            text((begins + ends) / 2, base + 24, str(year), "middle"),
        ]
    return parts


def _target(targets: list[dict], first: date, last: date, x, y, lang: str) -> list:
    """The target path as a dashed line from one point to the next, cut at the frame."""
    points = [(row["target_on"], float(row["value_pct"])) for row in targets]
    if len(points) < 2:
        return []
    shown = [
        (on, _between(points, on)) for on in sorted({*(on for on, _ in points), first, last}) if first <= on <= last
    ]
    shown = [(on, value) for on, value in shown if value is not None]
    if len(shown) < 2:
        return []
    written = "M" + "L".join(f"{x(on):.1f} {y(value):.1f}" for on, value in shown)
    on, value = shown[-1]
    label = text(x(on), y(value) - 8, say(lang, "maturity.history.target"), "end")
    return [svg.Path(d=written, className="path-target"), label]


def _between(points: list[tuple[date, float]], on: date) -> float | None:
    """The value of the path on a day, between the points before and after it; None outside the path."""
    for (start, low), (end, high) in itertools.pairwise(points):
        if start <= on <= end:
            return low + (high - low) * (on - start).days / max((end - start).days, 1)
    return None


def _run(rows: list[dict], x, y, lang: str) -> list:
    """One run of assessments made the same way: a line, its points and their values."""
    points = [(x(row["assessed_on"]), y(row["value_pct"])) for row in rows]
    written = "M" + "L".join(f"{across:.1f} {down:.1f}" for across, down in points)
    labels = [
        text(across, down - 12, percent(lang, row["value_pct"], decimals=0), "middle", "strong")
        for (across, down), row in zip(points, rows, strict=True)
    ]
    dots = [svg.Circle(cx=f"{across:.1f}", cy=f"{down:.1f}", r=5, className="path-point") for across, down in points]
    return [svg.Path(d=written, className="path-line"), *dots, *labels]


def _breaks(rows: list[dict], x, top: float, base: float, lang: str, right: float) -> list:
    """Where the method changes: a dashed line upright between the two assessments, with the day of the later one."""
    parts = []
    for before, after in itertools.pairwise(rows):
        if before["method_run"] != after["method_run"]:
            at = (x(before["assessed_on"]) + x(after["assessed_on"])) / 2
            anchor = "end" if at > right * 0.6 else "start"
            words = say(lang, "maturity.history.break", day=day(lang, after["assessed_on"]))
            parts += [
                line(at, top, at, base, "path-break"),
                text(at + (6 if anchor == "start" else -6), top - 9, words, anchor),
            ]
    return parts
