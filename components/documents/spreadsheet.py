"""The pack as an OpenDocument spreadsheet (ODS): the same sheets as the workbook, in typed cells with filters."""

import io
from datetime import date, datetime, time
from html import escape

from odfdo import Cell, Column, Document, Element, Row, Table

from components.documents import words
from components.documents.archive import repacked
from components.documents.fingerprint import marked
from components.documents.model import Pack
from components.documents.sheet_styles import EXAMPLE, column_style, example_page, format_name, settings, styles
from components.documents.sheets import Sheet, explanation, sheets
from components.downloads.workbook import headings_of, width_of
from components.text import say

PAPER = {
    "fo:page-width": "29.7cm",
    "fo:page-height": "21cm",
    "style:print-orientation": "landscape",
    "style:scale-to-X": "1",
    "style:scale-to-Y": "0",
}


def write(pack: Pack) -> bytes:
    """The file."""
    document = Document("spreadsheet")
    document.body.clear()
    listed = sheets(pack)
    for style in styles(width for each in listed for width in _widths(each)):
        document.insert_style(style, automatic=True)
    document.body.append(_explain(pack, listed))
    for each in listed:
        document.body.append(_table(each))
    document.body.append(_filters(listed))
    _foot(document, pack)
    _frozen(document, pack, listed)
    _properties(document, pack)
    target = io.BytesIO()
    document.save(target)
    return repacked(target.getvalue())


def _explain(pack: Pack, listed: list[Sheet]) -> Table:
    """The first sheet: a label and a value on each line, then each sheet with its question and answer."""
    table = Table(say(pack.lang, "downloads.sheet.explanation"))
    for width in (34, 60, 90):
        table.append(Column(style=column_style(width)))
    table.append_row(_row([(say(pack.lang, "pack.title"), "title")]), clone=False)
    table.append_row(_row([]), clone=False)
    for label, value in explanation(pack):
        look = "date-left" if isinstance(value, date) else "wrapped"
        table.append_row(_row([(label, "strong"), (value, look)]), clone=False)
    table.append_row(_row([]), clone=False)
    head = [say(pack.lang, f"pack.contents.{key}") for key in ("sheet", "question", "answer")]
    table.append_row(_row([(each, "head") for each in head]), clone=False)
    for each in listed:
        table.append_row(
            _row([(each.name, "wrapped"), (each.question, "wrapped"), (each.message, "wrapped")]), clone=False
        )
    return table


def _table(sheet: Sheet) -> Table:
    """A data sheet: headings with units, then the rows of the answer."""
    table = Table(sheet.name, style=EXAMPLE if sheet.is_example else None)
    for width, column in zip(_widths(sheet), sheet.columns, strict=True):
        table.append(Column(style=column_style(width), default_cell_style=format_name(column)))
    table.append_row(_row([(each, "head") for each in headings_of(list(sheet.columns))]), clone=False)
    looks = [format_name(column) for column in sheet.columns]
    for values in zip(*(column.values for column in sheet.columns), strict=True):
        table.append_row(_row(list(zip(values, looks, strict=True))), clone=False)
    return table


def _widths(sheet: Sheet) -> list[int]:
    """How many letters wide each column is."""
    return [
        width_of(heading, column)
        for heading, column in zip(headings_of(list(sheet.columns)), sheet.columns, strict=True)
    ]


def _row(cells: list[tuple[object, str]]) -> Row:
    """One row of typed cells; what is not stated stays empty. A text is a text whatever it begins with."""
    row = Row()
    row.extend_cells(Cell(value, style=look) if value is not None else Cell(style=look) for value, look in cells)
    return row


def _filters(listed: list[Sheet]) -> Element:
    """A filter over each data sheet."""
    ranges = Element.from_tag("table:database-ranges")
    for place, each in enumerate(listed, start=1):
        last = f"{_letters(len(each.columns))}{len(each.columns[0].values) + 1}"
        area = Element.from_tag("table:database-range")
        area.set_attribute("table:name", f"data{place}")
        area.set_attribute("table:target-range-address", f"'{each.name}'.A1:'{each.name}'.{last}")
        area.set_attribute("table:display-filter-buttons", "true")
        ranges.append(area)
    return ranges


def _letters(number: int) -> str:
    """The name of a column by its number from 1: A … Z, AA …"""
    head, last = divmod(number - 1, 26)
    return (_letters(head) if head else "") + chr(ord("A") + last)


def _foot(document: Document, pack: Pack) -> None:
    """A4 in landscape, as wide as the sheet; what each printed page says at its foot."""
    layout = document.styles.root.xpath("//style:page-layout[@style:name='Mpm1']/style:page-layout-properties")[0]
    for name, value in PAPER.items():
        layout.set_attribute(name, value)
    master = document.styles.root.xpath("//style:master-page[@style:name='Default']")[0]
    for part in master.xpath("style:footer/text:p"):
        part.clear()
        part.append(Element.from_tag(f"<text:span>{_said(pack)} · </text:span>"))
        part.append(Element.from_tag("<text:page-number>1</text:page-number>"))
    master.parent.append(example_page(words.stamp(pack.lang), _said(pack)))


def _said(pack: Pack) -> str:
    return escape(" · ".join(words.identity(pack)))


def _frozen(document: Document, pack: Pack, listed: list[Sheet]) -> None:
    """The heading row and the first column of each data sheet stay in sight."""
    first = say(pack.lang, "downloads.sheet.explanation")
    document.set_part("settings.xml", settings(first, [each.name for each in listed]).encode())


def _properties(document: Document, pack: Pack) -> None:
    """Title, language and recipe; the only moment is the pack's own day."""
    made, told = datetime.combine(pack.as_of, time()), document.meta
    told.title, told.language = say(pack.lang, "pack.title"), pack.lang
    told.keyword, told.generator = marked(pack.recipe), say(pack.lang, "pack.site")
    told.creation_date = told.date = made
