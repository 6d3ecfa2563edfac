"""An XLSX workbook for readers: first what it is, then the data as a real table with headings in their language."""

import io
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter import Workbook

from components.downloads.columns import FileColumn
from components.downloads.explanation import Explanation
from components.text import say

SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# A fixed moment inside: the same answer is the same bytes.
MADE = datetime(2019, 3, 31)
LONGEST = 32_767
WHOLE = {"EUR": "#,##0 €", "year": "0"}
FORMATS = {"EUR": "#,##0.00 €", "%": '0.0" %"'}
BY_TYPE = {"integer": "#,##0", "date": "d.m.yyyy", "text": "@"}
UNITS = {"EUR": "€", "%": "%", "km2": "km²", "degrees": "°"}


def write(columns: list[FileColumn], explanation: Explanation) -> bytes:
    """The workbook: sheet 1 explains, sheet 2 has the data."""
    target = io.BytesIO()
    with Workbook(target, SETTINGS) as book:
        book.set_properties({"title": explanation.title, "created": MADE, "comments": explanation.licence})
        _explain(book, explanation, rows=len(columns[0].values) if columns else 0)
        fill(book, columns, say(explanation.lang, "downloads.sheet.data"))
    return target.getvalue()


def told(explanation: Explanation, *, rows: int) -> list[tuple[str, object]]:
    """What the first sheet says: a label and a value on each line."""
    lang = explanation.lang

    def line(key: str, value) -> tuple[str, object]:
        return say(lang, f"downloads.{key}"), value

    latest = say(lang, "downloads.latest")
    stamp = [line("example", say(lang, "downloads.example_means"))] if explanation.is_example else []
    told_later = say(lang, "downloads.reconstructed_means")
    return [
        *stamp,
        *([line("reconstructed", told_later)] if explanation.is_reconstructed else []),
        line("title", explanation.title),
        line("as_of", explanation.params.get("as_of") or latest),
        line("known_by", explanation.params.get("known_by") or latest),
        line("choices", explanation.choices),
        line("release", explanation.release_id),
        line("data_until", explanation.data_until),
        line("rows", rows),
        line("empty_cell", say(lang, "downloads.empty_cell_means")),
        *(line("source", _source(source)) for source in explanation.sources),
        line("licence", explanation.licence),
        line("tables", ", ".join(explanation.tables)),
        line("computed", explanation.sql),
    ]


def _explain(book: Workbook, explanation: Explanation, *, rows: int) -> None:
    """The first sheet: a label and a value on each line."""
    sheet = book.add_worksheet(say(explanation.lang, "downloads.sheet.explanation"))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 100)
    strong = book.add_format({"bold": True, "valign": "top"})
    looks = {
        "text": book.add_format({"text_wrap": True, "valign": "top", "align": "left"}),
        "date": book.add_format({"num_format": BY_TYPE["date"], "valign": "top", "align": "left"}),
    }
    for place, (label, value) in enumerate(told(explanation, rows=rows)):
        sheet.write_string(place, 0, label, strong)
        _cell(sheet, place, 1, value, looks["date" if isinstance(value, date) else "text"])


def fill(book: Workbook, columns: list[FileColumn], name: str, *, table: str = "data"):
    """A data sheet with filters. A table needs a row: an answer without rows gets its headings only."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    headings = headings_of(columns)
    for place, column in enumerate(columns):
        look = book.add_format({"num_format": format_of(column)})
        sheet.set_column(place, place, width_of(headings[place], column), look)
        sheet.write_string(0, place, headings[place])
        for row, value in enumerate(column.values, start=1):
            _cell(sheet, row, place, value, look)
    rows = len(columns[0].values) if columns else 0
    if rows:
        style = {"columns": [{"header": each} for each in headings], "style": "Table Style Light 1", "name": table}
        sheet.add_table(0, 0, rows, len(columns) - 1, style)
    return sheet


def _cell(sheet, row: int, place: int, value, look) -> None:
    """One cell by its own type; a text is written as a text whatever it begins with."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value, look)
    elif isinstance(value, int | Decimal):
        sheet.write_number(row, place, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, look)
    else:
        sheet.write_string(row, place, value[:LONGEST], look)


def format_of(column: FileColumn) -> str:
    """How numbers and dates look; euros with cents only when some value has them."""
    if column.unit in WHOLE and all(value is None or value == int(value) for value in column.values):
        return WHOLE[column.unit]
    decimal = {"decimal": "#,##0." + "0" * column.scale}
    return FORMATS.get(column.unit or "", (BY_TYPE | decimal).get(column.type, "General"))


def headings_of(columns: list[FileColumn]) -> list[str]:
    """The heading of each column with its unit; a heading that is there already gets the column's name as well."""
    found: list[str] = []
    for column in columns:
        unit = UNITS.get(column.unit or "")
        heading = f"{column.heading}, {unit}" if unit else column.heading
        taken = heading.casefold() in {each.casefold() for each in found}
        found.append(f"{heading} ({column.name})" if taken else heading)
    return found


def width_of(heading: str, column: FileColumn) -> int:
    """Wide enough for the heading and the longest value, within reason."""
    longest = max((len(str(value)) for value in column.values if value is not None), default=0)
    return min(max(len(heading) + 3, longest + 2, 10), 60)


def _source(source: dict) -> str:
    """A source on one line: label, title, publisher and address."""
    return " · ".join(source[part] for part in ("label", "title", "publisher", "url") if source[part])
