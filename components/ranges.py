"""Estimates drawn as ranges: dashed, pale bars with both ends printed, on one axis from zero. Never a solid bar."""

from dataclasses import dataclass
from textwrap import wrap

import dash_svg as svg
from dash import html

from components.drawings import line, rect, text
from components.numbers import millions, number
from components.text import say
from data import catalogue

TOP_EUR = 2_000_000_000
STEP_EUR = 500_000_000
LINE = 18


@dataclass(frozen=True)
class Sheet:
    """The measures of one drawing, in its own units: where the axis stands and how high a row is.

    `letters`: how many of them a line of a heading has room for.
    """

    width: int
    left: int
    right: int
    heading: int
    row: int
    letters: int
    is_narrow: bool

    def at(self, euros: float) -> float:
        """Where an amount stands on the axis."""
        return self.left + float(euros) / TOP_EUR * (self.right - self.left)


WIDE = Sheet(width=900, left=150, right=872, heading=34, row=36, letters=110, is_narrow=False)
NARROW = Sheet(width=320, left=1, right=318, heading=30, row=54, letters=42, is_narrow=True)


def savings(rows: list[dict], lang: str) -> html.Figure:
    """Both published estimates, grouped by who published them; a drawing for wide and one for narrow screens."""
    drawn = [_drawing(rows, lang, WIDE, "drawing only-wide"), _drawing(rows, lang, NARROW, "drawing only-narrow")]
    return html.Figure(drawn, className="drawings")


def _drawing(rows: list[dict], lang: str, sheet: Sheet, classes: str) -> svg.Svg:
    codes, parts, y = catalogue.current().codes, [], 4
    for edition in dict.fromkeys(row["edition_code"] for row in rows):
        listed = [row for row in rows if row["edition_code"] == edition]
        y += LINE if parts else 0
        for place, words in enumerate(wrap(codes["editions"][edition][lang], sheet.letters)):
            y += LINE if place else 0
            parts.append(text(0, y + 18, words, classes="heading"))
        y += sheet.heading
        parts += [_gridline(sheet, euros, y, y + sheet.row * len(listed)) for euros in range(0, TOP_EUR + 1, STEP_EUR)]
        for row in listed:
            parts += _range(row, lang, sheet, y)
            y += sheet.row
    return svg.Svg(
        [*parts, *_axis(lang, sheet, y)],
        viewBox=f"0 0 {sheet.width} {y + 30}",
        className=classes,
        **{"aria-hidden": "true"},
    )


def _gridline(sheet: Sheet, euros: int, top: int, bottom: int) -> svg.Line:
    x = sheet.at(euros)
    return line(x, top, x, bottom, "gridline" if euros else "axis")


def _axis(lang: str, sheet: Sheet, bottom: int) -> list:
    """The amounts under the gridlines, in millions; the unit stands at the last one."""
    parts = []
    for euros in range(0, TOP_EUR + 1, STEP_EUR * 2 if sheet.is_narrow else STEP_EUR):
        words, is_last = number(lang, euros // 1_000_000), euros == TOP_EUR
        anchor = "end" if is_last else "start" if euros == 0 and sheet.is_narrow else "middle"
        words = f"{words} {say(lang, 'front.savings.unit')}" if is_last else words
        parts.append(text(sheet.at(euros), bottom + 20, words, anchor))
    return parts


def _range(row: dict, lang: str, sheet: Sheet, y: int) -> list:
    """One range: its name, the bar, and both ends in words beside it (or above it, on a narrow screen)."""
    name = catalogue.current().codes["means"][row["means_code"]][lang]
    ends = millions(lang, row["low_eur"], row["high_eur"])
    low, high = sheet.at(row["low_eur"]), sheet.at(row["high_eur"])
    if sheet.is_narrow:
        words = [text(4, y + 14, name, classes="strong"), text(sheet.right, y + 14, ends, "end", "strong")]
        return [*words, rect(low, y + 22, max(high - low, 3), 20, "range")]
    is_far = high > sheet.left + 0.75 * (sheet.right - sheet.left)
    said = text(low - 10, y + 22, ends, "end", "strong") if is_far else text(high + 10, y + 22, ends, classes="strong")
    return [text(0, y + 22, name, classes="strong"), rect(low, y + 7, max(high - low, 3), 22, "range"), said]
