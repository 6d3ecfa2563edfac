"""One delivery as it was received: its rows as column -> text, whatever form the file has, and what is wrong with it.

What cannot be read for certain is a problem, never a guess; reading goes on after it, so that all is told at once.
A row's number is the one that a spreadsheet shows: the header is row 1.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data import personal, reading
from data.cells import tidy
from data.forms import Faulty
from data.problems import Problem, visible
from data.reading import Unreadable
from data.reading.facts import column_letters
from data.reading.grid import Grid, heading_row, headings_in
from data.reading.headings import Headings

Row = tuple[int, dict[str, str]]


@dataclass(frozen=True)
class Delivery:
    """The rows of one file, (row, column -> text as written), and all that was wrong in reading them.

    `sheet` is the sheet they stand on, `letters` the letters of each column's place there.
    """

    file: str
    rows: Sequence[Row]
    problems: Sequence[Problem]
    sheet: str | None = None
    letters: Mapping[str, str] = field(default_factory=dict)


def read(content: bytes, *, file: str, headings: Headings) -> Delivery:
    """The delivery in a file's bytes, for a table that has these headings, in whatever order they come."""
    try:
        grid = reading.read(content, file=file, known=headings)
    except Unreadable as why:
        problem = Problem(file, why.rule, row=why.row, details=why.details, sheet=why.sheet, wording=why.wording)
        return Delivery(file, (), (problem,))
    return _delivery(grid, file, headings)


def _delivery(grid: Grid, file: str, headings: Headings) -> Delivery:
    number, cells = grid.rows[0] if grid.rows else (1, ())
    names = _names(cells, headings)
    problems = [_found(finding, file, names) for finding in grid.findings]
    lower = heading_row(grid.rows, headings, wanted=headings.wanted)
    if number > 1 and any(problem.row == 1 for problem in problems):  # the header itself cannot be read
        return Delivery(file, (), problems, grid.sheet)
    if lower and headings_in(cells, headings) < 2:
        details = {"found": str(grid.rows[lower][0])}
        problems.append(Problem(file, "missing-column", row=1, details=details, wording="header-lower"))
        return Delivery(file, (), problems, grid.sheet)
    if len(grid.rows) == 1 and not any(problem.severity == "error" for problem in problems):
        problems.append(Problem(file, "no-rows"))
    problems += _header_problems(cells, names, file, headings)
    rows = list(_rows(grid, names, file, problems))
    letters = {name: column_letters(place) for place, name in enumerate(names, start=1) if name}
    return Delivery(file, rows, problems, grid.sheet, letters)


def _names(cells: Sequence[str], headings: Headings) -> list[str]:
    """The column of each cell of the header; a heading that means none stands as it is written."""
    return [headings(cell) or tidy(cell) for cell in cells]


def _found(finding, file: str, names: Sequence[str]) -> Problem:
    column = names[finding.place] if finding.place is not None and finding.place < len(names) else None
    place = {"row": finding.row, "column": column, "value": finding.value}
    return Problem(file, finding.rule, severity=finding.severity, details=finding.details, **place)


def is_lost(text: str) -> bool:
    """Whether a text holds bytes that are not UTF-8; its line has been told already."""
    return not text.isascii() and any("\udc80" <= char <= "\udcff" for char in text)


def _header_problems(cells: Sequence[str], names: Sequence[str], file: str, headings: Headings) -> Iterator[Problem]:
    for place, name in enumerate(names):
        if not name:
            continue
        if name in names[:place]:
            yield Problem(file, "duplicate-column", row=1, column=visible(name))
        elif name not in headings.columns:
            yield _unknown(name, file, headings.columns)
        elif cells[place] != name:
            yield Problem(file, "read-heading", row=1, column=name, value=cells[place], severity="note")
    for column in headings.columns:
        if column not in names:
            yield Problem(file, "missing-column", row=1, column=column)


def _unknown(name: str, file: str, columns: Sequence[str]) -> Problem:
    shown = visible(name)
    if personal.is_heading(name):
        return Problem(file, "personal-data", row=1, column=shown, value=name)
    near = difflib.get_close_matches(name.casefold(), columns, n=1) or ["–"]
    details = {"near": near[0]}
    return Problem(file, "unknown-column", row=1, column=shown, value=name, details=details, severity="warning")


def _rows(grid: Grid, names: Sequence[str], file: str, problems: list[Problem]) -> Iterator[Row]:
    """The rows as column -> text; a row that is ragged or empty is told and left out."""
    width = max((place for place, name in enumerate(names, start=1) if name), default=0)
    for number, cells in grid.rows[1:]:
        if not any(cell.strip() or isinstance(cell, Faulty) for cell in cells):
            problems.append(Problem(file, "empty-row", row=number, severity="note"))
            continue
        extra = [cell for place, cell in enumerate(cells) if cell.strip() and (place >= width or not names[place])]
        if extra or len(cells) < width:
            problems.append(_ragged(grid, number, cells, names, extra, file))
        else:
            yield number, {name: cells[place] for place, name in reversed([*enumerate(names)]) if name}


def _ragged(grid: Grid, number: int, cells, names, extra: Sequence[str], file: str) -> Problem:
    is_last = grid.is_cut and number == grid.rows[-1][0] and len(cells) < len(names)
    details = {"cells": str(len(cells)), "columns": str(len(names))}
    wording = "cut-row" if is_last else None
    value = grid.separator.join(extra) or None
    return Problem(file, "wrong-number-of-columns", row=number, value=value, details=details, wording=wording)
