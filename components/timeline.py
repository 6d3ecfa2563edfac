"""What reaches a municipality on one line of time: a bar for each thing, and the clashes of each quarter below.

The bars are our own SVG with places in per cent, so that one drawing fits every width; all words are HTML.
"""

from datetime import date, timedelta

import dash_svg as svg
from dash import html

from components.filters import Filters
from components.inert import Inert
from components.numbers import is_missing, span
from components.tables import Column, column, table, value_text
from components.text import say

BAR_HEIGHT, CLASH_HEIGHT = 12, 64


def timeline(rows: list[dict], choice: Filters) -> Inert:
    """Dated things in the order of time, each with its kind, its days and its bar; then those without a day."""
    lang = choice.lang
    dated = [row for row in rows if _days(row)]
    undated = [row for row in rows if not _days(row)]
    frame = _frame([day for row in dated for day in _drawn(row)])
    parts: list = [_axis(frame)] if frame else []
    parts.append(html.Ol([_row(row, frame, lang) for row in dated], className="timeline-rows"))
    if undated:
        parts += [
            html.H3(say(lang, "network.timeline.undated")),
            html.Ul([html.Li(_words(row, lang)) for row in undated]),
        ]
    return Inert(html.Div(parts, className="timeline"))


def _days(row: dict) -> tuple[date, date] | None:
    """First and last day as far as they are stated; None when neither is."""
    begins = None if is_missing(row["begins_on"]) else row["begins_on"]
    ends = None if is_missing(row["ends_on"]) else row["ends_on"]
    return (begins or ends, ends or begins) if begins or ends else None


def _drawn(row: dict) -> tuple[date, date]:
    """The days that the bar covers: those that are counted among the clashes."""
    return row["counted_from"], row["counted_to"]


def _frame(days: list[date]) -> tuple[date, date] | None:
    """The whole years that hold some days."""
    return (date(min(days).year, 1, 1), date(max(days).year, 12, 31)) if days else None


def _place(day: date, frame: tuple[date, date]) -> float:
    """The place of a day from the left, in per cent."""
    return 100 * (day - frame[0]).days / ((frame[1] - frame[0]).days + 1)


def _axis(frame: tuple[date, date]) -> html.Div:
    """The years, each at its first day."""
    years = [date(year, 1, 1) for year in range(frame[0].year, frame[1].year + 1)]
    names = [
        svg.Text(f"{day:%Y}" if len(years) < 9 or not place % 2 else "", x=f"{_place(day, frame):.2f}%", y="13")
        for place, day in enumerate(years)
    ]
    drawn = svg.Svg([*_grid(frame, 18), *names], width="100%", height="18", className="timeline-axis")
    return html.Div(drawn, **{"aria-hidden": "true"})


def _grid(frame: tuple[date, date], height: int) -> list:
    """A thin line at each new year."""
    days = [date(year, 1, 1) for year in range(frame[0].year, frame[1].year + 1)]
    places = [f"{_place(day, frame):.2f}%" for day in days]
    return [svg.Line(x1=x, x2=x, y1="0", y2=str(height), className="timeline-grid") for x in places]


def _row(row: dict, frame: tuple[date, date], lang: str) -> html.Li:
    """The words of one thing and its bar."""
    first, last = _drawn(row)
    left, right = _place(first, frame), _place(last + timedelta(days=1), frame)
    bar = svg.Rect(
        x=f"{left:.2f}%",
        y="1",
        width=f"{max(right - left, 0.8):.2f}%",
        height=str(BAR_HEIGHT - 2),
        rx="2",
        className=f"timeline-bar timeline-bar--{row['timeline_kind_code']}",
    )
    drawn = svg.Svg([*_grid(frame, BAR_HEIGHT), bar], width="100%", height=str(BAR_HEIGHT))
    return html.Li([*_words(row, lang), html.Div(drawn, **{"aria-hidden": "true"})])


def _words(row: dict, lang: str) -> list:
    """Name, kind, days, and whether it is counted among the clashes."""
    kind = value_text(lang, "timeline_kind_code", row["timeline_kind_code"])
    about = say(lang, "network.timeline.about", kind=kind, when=when(row, lang))
    if row["timeline_kind_code"] == "call" and _days(row):
        about = say(lang, "network.timeline.decided", kind=kind, when=when(row, lang))
    parts = [
        html.Span(name_of(row, lang), className="timeline-name"),
        " ",
        html.Span(about, className="timeline-when"),
    ]
    if not row["is_counted"]:
        parts += [" ", html.Span(say(lang, "network.timeline.uncounted"), className="timeline-when")]
    return parts


def name_of(row: dict, lang: str) -> str:
    """The name of a thing; only a grant may be without one in the source."""
    return say(lang, "grants.untitled") if is_missing(row[f"name_{lang}"]) else row[f"name_{lang}"]


def when(row: dict, lang: str) -> str:
    """The days of a thing, with the end or the beginning that no source states said in words."""
    if not _days(row):
        return say(lang, "common.not_stated")
    if row["timeline_kind_code"] == "programme" and is_missing(row["begins_on"]):
        return say(lang, "network.timeline.no_start", end=span(lang, row["ends_on"], row["ends_on"]))
    if row["timeline_kind_code"] == "programme" and is_missing(row["ends_on"]):
        return say(lang, "network.timeline.no_end", start=span(lang, row["begins_on"], row["begins_on"]))
    return span(lang, *_days(row))


def things(rows: list[dict], lang: str):
    """The twin of the line of time: one row a thing."""
    columns = [
        Column(say(lang, "network.column.thing"), lambda row: name_of(row, lang)),
        column(lang, "timeline_kind_code"),
        Column(say(lang, "network.column.when"), lambda row: when(row, lang)),
        Column(say(lang, "network.column.reach"), lambda row: _reach(row, lang)),
        Column(say(lang, "network.column.counted"), lambda row: say(lang, f"network.counted.{_yes(row)}")),
    ]
    return table(columns, rows, caption=say(lang, "network.timeline.table"), is_stacked=True)


def _reach(row: dict, lang: str) -> str:
    return say(lang, "network.reach.national" if row["municipality_code"] is None else "network.reach.own")


def _yes(row: dict) -> str:
    return "yes" if row["is_counted"] else "no"


def clash_bars(rows: list[dict]) -> Inert:
    """A column a quarter, as high as its clashes, with the number on it; years stand below their first quarter."""
    width, top = 100 / len(rows), max(row["clashes"] for row in rows) or 1
    parts: list = [svg.Line(x1="0", x2="100%", y1=str(CLASH_HEIGHT + 16), y2=str(CLASH_HEIGHT + 16), className="axis")]
    for place, row in enumerate(rows):
        height = CLASH_HEIGHT * row["clashes"] / top
        left, base = place * width, CLASH_HEIGHT + 16
        middle = f"{left + width / 2:.2f}%"
        parts.append(
            svg.Rect(x=f"{left + width * 0.12:.2f}%", y=f"{base - height:.1f}", width=f"{width * 0.76:.2f}%",
                     height=f"{height:.1f}", className="clash-bar")
        )  # fmt: skip
        parts.append(svg.Text(str(row["clashes"]), x=middle, y=f"{base - height - 3:.1f}", textAnchor="middle"))
        if row["quarter"].endswith("Q1"):
            year = row["quarter"][:4]
            parts.append(svg.Text(year, x=f"{left:.2f}%", y=str(base + 15), className="clash-year"))
    drawn = svg.Svg(parts, width="100%", height=str(CLASH_HEIGHT + 36), className="clashes drawing")
    return Inert(html.Div(drawn, className="clash-picture", **{"aria-hidden": "true"}))
