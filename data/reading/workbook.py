"""Rows of a workbook: values by calamine, which runs nothing, once its archive and its facts have been looked at."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

import python_calamine
from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum

from data.forms import EXACT_DIGITS, Faulty, Number
from data.reading import ods, packed
from data.reading.facts import STRICT, Facts, facts, percent_styles, sheet_paths, text_lengths
from data.reading.grid import MAX_COLUMNS, Finding, Grid, Known, Row, Unreadable, heading_row, headings_in

MAX_CELLS = 5_000_000
MAX_LETTERS = 100_000_000
MAX_MERGED = 1_000  # more of them are not needed to refuse a sheet
EXTERNAL = "xl/externalLinks/"


def read(content: bytes, suffix: str, known: Known) -> Grid:
    """The rows of the sheet that has the table's headings. Raises Unreadable."""
    entries = packed.unpacked(content)
    is_ods = entries.get(packed.MIMETYPE, b"").startswith(b"application/vnd.oasis.opendocument")
    if is_ods != (suffix == ".ods"):
        raise Unreadable("file-type", kind="ods" if is_ods else "xlsx")
    try:
        told = ods.all_facts(entries) if is_ods else _facts_of_xlsx(entries)
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return _grid(book, told, known, _findings(entries))
    except (CalamineError, ValueError, OverflowError) as error:
        raise Unreadable("damaged-file") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # calamine gives up so on some damaged files
            raise
        raise Unreadable("damaged-file") from error


def _facts_of_xlsx(entries: Mapping[str, bytes]) -> dict[str, Facts]:
    percent, lengths = percent_styles(entries), text_lengths(entries)
    return {
        name: facts(entries[path], percent, lengths) for name, path in sheet_paths(entries).items() if path in entries
    }


def _findings(entries: Mapping[str, bytes]) -> list[Finding]:
    """What is to be said of the workbook as a whole."""
    found = [Finding("external-links", "warning")] if any(name.startswith(EXTERNAL) for name in entries) else []
    is_strict = STRICT.encode() in entries.get("xl/workbook.xml", b"")[:4_096]
    return [*found, Finding("strict-form", "warning")] if is_strict else found


def _grid(book, told: Mapping[str, Facts], known: Known, findings: list[Finding]) -> Grid:
    sheets = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    shown = [each.name for each in sheets if each.visible == SheetVisibleEnum.Visible]
    rows = {name: _rows(book, name, told.get(name, Facts())) for name in shown}
    name = _chosen(rows, known)
    for each in sheets:
        if each.name not in shown and told.get(each.name, Facts()).reach > (0, 0):
            findings.append(Finding("hidden-sheet", "warning", value=each.name))
    if len(sheets) > 1:
        findings.append(Finding("read-sheet", "note", value=name))
    findings += _of_sheet(rows[name], told.get(name, Facts()))
    return Grid(rows[name], findings, sheet=name)


def _chosen(rows: Mapping[str, Sequence[Row]], known: Known) -> str:
    """The sheet that has the table's headings. Raises Unreadable when there is none, or more than one."""
    wanted = known.wanted
    with_headings = [name for name, each in rows.items() if heading_row(each, known, wanted=wanted) is not None]
    if len(with_headings) > 1:
        raise Unreadable("ambiguous-sheet", sheets=", ".join(with_headings))
    if with_headings:
        return with_headings[0]
    best = max(rows, key=lambda name: _most(rows[name], known), default=None)
    if best is None or not _most(rows[best], known):
        raise Unreadable("missing-sheet")
    return best


def _most(rows: Sequence[Row], known: Known) -> int:
    return max((headings_in(cells, known) for _, cells in rows[:20]), default=0)


def _of_sheet(rows: Sequence[Row], told: Facts) -> list[Finding]:
    """Warnings of hidden rows and of formulas, whose saved values are taken."""
    numbers = {number for number, cells in rows if any(cells)}
    hidden = sorted(told.hidden_rows & numbers)
    found = [Finding("hidden-rows", "warning", row=hidden[0], value=str(len(hidden)))] if hidden else []
    taken = [place for place in told.formulas if place not in told.errors]
    return found + [Finding("formula", "warning", row=row, place=column - 1) for row, column in sorted(taken)]


def _rows(book, name: str, told: Facts) -> list[Row]:
    """The cells of a sheet as text, up to its last row with anything in it. Raises Unreadable when it is too large."""
    if told.reach[1] > MAX_COLUMNS:
        raise Unreadable("too-many-columns", sheet=name, row=1, limit=str(MAX_COLUMNS))
    if told.reach[0] * told.reach[1] > MAX_CELLS or told.shared > MAX_LETTERS:
        raise Unreadable("file-too-large-unpacked", wording="too-many-cells", limit=str(MAX_CELLS))
    width = told.reach[1]
    values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    rows = [
        (number, [cell_text(value) for value in (*cells, *[""] * (width - len(cells)))])
        for number, cells in enumerate(values[: told.reach[0]], start=1)
    ]
    _mark(rows, told)
    while rows and not any(cell.strip() or isinstance(cell, Faulty) for cell in rows[-1][1]):
        rows.pop()
    return rows


def _mark(rows: list[Row], told: Facts) -> None:
    """Put what the sheet tells of single cells into their place."""
    for places, rule in ((told.unsaved, "formula-without-value"), (told.errors, "excel-error")):
        for place, text in places.items():
            _put(rows, place, Faulty(text, rule))
    for row, column in told.percent:
        if row <= len(rows) and column <= len(rows[row - 1][1]):
            _put(rows, (row, column), Faulty(rows[row - 1][1][column - 1], "percent-format"))
    for first, last, shown in told.merged[:MAX_MERGED]:
        for row in range(first[0], min(last[0], len(rows)) + 1):
            for column in range(first[1], min(last[1], MAX_COLUMNS) + 1):
                if (row, column) != first:
                    _put(rows, (row, column), Faulty("", "merged-cells", range=shown))


def _put(rows: list[Row], place: tuple[int, int], cell: str) -> None:
    row, column = place
    if 1 <= row <= len(rows) and 1 <= column <= len(rows[row - 1][1]):
        rows[row - 1][1][column - 1] = cell


def cell_text(value) -> str:
    """A value of calamine as the text of a cell: a number plainly and exact to 15 places, a day in ISO form."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return number_text(value)
    if isinstance(value, datetime):
        is_day = not (value.hour or value.minute or value.second or value.microsecond)
        return value.date().isoformat() if is_day else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)


def number_text(value: float) -> Number:
    """A number of a sheet: what a spreadsheet calculates with has 15 digits, the rest is an artefact of its form."""
    if abs(value) >= 10**EXACT_DIGITS:
        return Number(repr(float(value)).upper())
    exact = Decimal(f"{value:.{EXACT_DIGITS}g}").normalize()
    return Number(format(exact, "f") if exact else "0")
