"""The empty form of a table as a workbook: a sheet to fill in, how to fill it in, and the words of its code lists.

Headings are in one language, with the others in a note. Cells are formatted by type, and code columns have drop-downs.
Examples stand beside the instructions, so that nobody delivers them. What is filled in reads back by `data.reading`.
"""

import io
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from data import template
from data.catalogue import Catalogue
from data.cells import CellError, Setting, parse
from data.entries import LANGUAGES, Column, Table
from data.messages import word

ROWS = 5_000  # how far down drop-downs and formats reach
FORMATS = {"text": "@", "code": "@", "integer": "0", "year": "0", "date": "d.m.yyyy", "boolean": "General"}
EXAMPLES = {"integer": "12", "year": "2024", "decimal": "1234,50", "date": "29.9.2017"}
SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
TOLD = ("heading", "column", "required", "form", "limits", "example")


def workbook(table: Table, catalogue: Catalogue, lang: str) -> bytes:
    """The form of a table in one language, as the bytes of an XLSX file."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, SETTINGS) as book:
        data = book.add_worksheet(word("form_data", lang))
        guide, lists = book.add_worksheet(word("form_guide", lang)), book.add_worksheet(word("form_lists", lang))
        ranges = _write_lists(book, lists, table, catalogue, lang)
        _write_data(book, data, table, catalogue, ranges=ranges, lang=lang)
        _write_guide(book, guide, table, catalogue, lang)
    return made.getvalue()


def _write_data(book, sheet, table: Table, catalogue: Catalogue, *, ranges: dict[str, str], lang: str) -> None:
    must, may = book.add_format({"bold": True, "bg_color": "#DDEBF7"}), book.add_format({"italic": True})
    for place, name in enumerate(table.columns):
        column = catalogue.columns[name]
        is_required = name not in table.optional
        heading = _heading(name, table, catalogue, lang)
        sheet.write_string(0, place, heading + " *" * is_required, must if is_required else may)
        sheet.write_comment(0, place, _note(name, table, catalogue, lang), {"x_scale": 2.5, "y_scale": 1.8})
        look = book.add_format({"num_format": _number_format(column)})
        sheet.set_column(place, place, max(12, min(40, len(heading) + 4)), look)
        if name in ranges:
            allowed = {"validate": "list", "source": ranges[name], "ignore_blank": True}
            sheet.data_validation(1, place, ROWS, place, allowed)
    sheet.freeze_panes(1, 0)


def _number_format(column: Column) -> str:
    return "#,##0." + "0" * column.scale if column.type == "decimal" else FORMATS[column.type]


def _heading(name: str, table: Table, catalogue: Catalogue, lang: str) -> str:
    """The heading of a column, or its name when another column of the table has the same heading."""
    headings = [catalogue.columns[each].headings[lang].casefold() for each in table.columns]
    heading = catalogue.columns[name].headings[lang]
    return heading if headings.count(heading.casefold()) == 1 else name


def _note(name: str, table: Table, catalogue: Catalogue, lang: str) -> str:
    headings = catalogue.columns[name].headings
    others = [f"{each}: {headings[each]}" for each in LANGUAGES if each != lang]
    return "\n".join([name, *others, _limits(name, table, catalogue)])


def _limits(name: str, table: Table, catalogue: Catalogue) -> str:
    entry = next(each for each in template.columns(table, catalogue) if each["column"] == name)
    return template.limits(entry).strip()


def _write_lists(book, sheet, table: Table, catalogue: Catalogue, lang: str) -> dict[str, str]:
    """Write the words of each code list under its name, and give the range of the words of each column."""
    ranges, bold = {}, book.add_format({"bold": True})
    for name in table.columns:
        words = allowed(catalogue.columns[name], catalogue, lang)
        if words:
            place = len(ranges)
            sheet.write_string(0, place, catalogue.columns[name].codes or word("form_yes_or_no", lang), bold)
            sheet.write_column(1, place, words)
            sheet.set_column(place, place, max(14, min(50, max(map(len, words)) + 2)))
            first, last = (xl_rowcol_to_cell(row, place, True, True) for row in (1, len(words)))
            ranges[name] = f"='{sheet.get_name()}'!{first}:{last}"
    return ranges


def allowed(column: Column, catalogue: Catalogue, lang: str) -> Sequence[str]:
    """What a drop-down of a column offers: words where each leads back to its code, otherwise codes; or yes and no."""
    if column.type == "boolean":
        return [word("form_yes", lang), word("form_no", lang)]
    codes = catalogue.codes.get(column.codes or "", {})
    words = [labels[lang] for labels in codes.values()]
    return words if [_meant(column, each, catalogue) for each in words] == [*codes] else [*codes]


def _meant(column: Column, text: str, catalogue: Catalogue) -> str | None:
    try:
        return parse(column, text, Setting(catalogue.codes))
    except CellError:
        return None


def _write_guide(book, sheet, table: Table, catalogue: Catalogue, lang: str) -> None:
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, table.headings[lang], bold)
    sheet.write_string(1, 0, table.row[lang])
    for place, key in enumerate(("form_how", "form_empty", "form_forms"), start=2):
        sheet.write_string(place, 0, word(key, lang))
    sheet.write_row(6, 0, [word(f"form_{key}", lang) for key in TOLD], bold)
    for place, name in enumerate(table.columns, start=7):
        column = catalogue.columns[name]
        required = word("form_yes" if name not in table.optional else "form_no", lang)
        told = [_heading(name, table, catalogue, lang), name, required, word(f"form_type_{column.type}", lang)]
        example = (*allowed(column, catalogue, lang), EXAMPLES.get(column.type, ""))[0]
        sheet.write_row(place, 0, [*told, _limits(name, table, catalogue), example], wrapped)
    for place, width in enumerate((36, 26, 12, 34, 40, 24)):
        sheet.set_column(place, place, width)
