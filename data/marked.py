"""A copy of a delivery as a workbook with its faulty cells marked, and a sheet that lists every problem.

The copy holds values only, as text or plain numbers, so nothing in it is run. Personal data stand in it as dots.
"""

import io
from collections.abc import Iterator, Mapping, Sequence

import xlsxwriter

from data import reading
from data.cells import Number
from data.messages import word
from data.problems import MAX_LINES, Problem, visible
from data.reading import Unreadable
from data.reading.headings import Headings

MAX_ROWS = 100_000
HIDDEN = "•••"
COLOURS = {"error": "#FFC7CE", "warning": "#FFEB9C"}
SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LISTED = ("severity", "sheet", "row", "column", "value", "rule", "what", "mend")
WIDTHS = (12, 14, 8, 24, 30, 24, 60, 60)

Place = tuple[int, int]  # row and column, both from 0


def workbook(content: bytes, problems: Sequence[Problem], *, file: str, headings: Headings, lang: str) -> bytes:
    """The marked copy: the rows as they were read, when they can be, then the list, in a reader's language."""
    told = sorted((each for each in problems if each.severity in COLOURS), key=lambda each: each.row or 0)
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, SETTINGS) as book:
        grid = _grid(content, file, headings)
        if grid:
            _write_copy(book, grid, _marks(told, grid, headings), headings, lang)
        _write_list(book, told, lang)
    return made.getvalue()


def _grid(content: bytes, file: str, headings: Headings) -> reading.Grid | None:
    try:
        return reading.read(content, file=file, known=headings)
    except Unreadable:
        return None


def _marks(problems: Sequence[Problem], grid: reading.Grid, headings: Headings) -> Mapping[Place, Problem]:
    """The problem to show in each cell; one of a whole row stands in its first cell."""
    header = grid.rows[0][1] if grid.rows else ()
    places = {headings(cell) or visible(cell.strip()): place for place, cell in reversed([*enumerate(header)])}
    marks: dict[Place, Problem] = {}
    for problem in problems:
        if problem.row is not None and len(marks) < MAX_LINES:
            marks.setdefault((problem.row - 1, places.get((problem.column or "").split("+")[0], 0)), problem)
    return marks


def _write_copy(book, grid: reading.Grid, marks: Mapping[Place, Problem], headings: Headings, lang: str) -> None:
    sheet = book.add_worksheet(_sheet_name(grid.sheet or word("marked_data", lang)))
    looks = {severity: book.add_format({"bg_color": colour}) for severity, colour in COLOURS.items()}
    unshown = {place[1] for place, problem in marks.items() if problem.rule == "personal-data" and place[0] == 0}
    for number, cells in grid.rows[:MAX_ROWS]:
        for column, cell in enumerate(cells):
            problem = marks.get((number - 1, column))
            is_personal = (column in unshown and number > 1) or (problem and problem.rule == "personal-data")
            look = looks[problem.severity] if problem else None
            if isinstance(cell, Number) and not is_personal:
                sheet.write_number(number - 1, column, float(cell), look)
            else:
                sheet.write_string(number - 1, column, HIDDEN if is_personal else visible(cell, limit=32_000), look)
    for (row, column), problem in marks.items():
        sheet.write_comment(row, column, "\n".join(problem.texts(lang)), {"x_scale": 3, "y_scale": 1.5})
    sheet.freeze_panes(1, 0)
    sheet.autofit()


def _sheet_name(name: str) -> str:
    return "".join("_" if char in "[]:*?/\\" else char for char in name)[:31].strip("'") or "1"


def _write_list(book, problems: Sequence[Problem], lang: str) -> None:
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    name = word("marked_list", lang)
    sheet = book.add_worksheet(f"{name} 2" if name.casefold() in taken else name)
    head, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_row(0, 0, [word(f"marked_{name}", lang) for name in LISTED], head)
    for row, cells in enumerate(_lines(problems, lang), start=1):
        sheet.write_row(row, 0, cells, wrapped)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(problems)), len(LISTED) - 1)


def _lines(problems: Sequence[Problem], lang: str) -> Iterator[list]:
    for problem in problems[:MAX_ROWS]:
        column = f"{problem.letter} {problem.column}" if problem.letter else problem.column or ""
        place = [word(f"marked_{problem.severity}", lang), problem.sheet or "", problem.row or "", column]
        yield [*place, visible(problem.value or ""), problem.rule, *problem.texts(lang)]
