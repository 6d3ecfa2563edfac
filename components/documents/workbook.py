"""The pack as a workbook (XLSX): the first sheet explains, then one data sheet for each figure, in typed cells."""

import io
from datetime import date, datetime, time

from xlsxwriter import Workbook

from components.documents import words
from components.documents.archive import repacked
from components.documents.fingerprint import marked
from components.documents.looks import colours
from components.documents.model import Pack
from components.documents.sheets import Sheet, explanation, sheets
from components.downloads.workbook import BY_TYPE, fill
from components.text import say

SETTINGS = {"constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False}

# The height of a line of text in points, and the number of a paper size.
LINE, A4 = 15, 9


def write(pack: Pack) -> bytes:
    """The file."""
    target = io.BytesIO()
    with Workbook(target, SETTINGS) as book:
        book.set_properties(
            {
                "title": say(pack.lang, "pack.title"),
                "author": say(pack.lang, "pack.site"),
                "keywords": marked(pack.recipe),
                "created": datetime.combine(pack.as_of, time()),
            }
        )
        listed = sheets(pack)
        _explain(book, pack, listed)
        for place, each in enumerate(listed, start=1):
            sheet = fill(book, list(each.columns), each.name, table=f"data{place}")
            _foot(sheet, pack, each.is_example)
            if each.is_example:
                sheet.set_tab_color(colours()["stamp"])
    return repacked(target.getvalue())


def _explain(book: Workbook, pack: Pack, listed: list[Sheet]) -> None:
    """The first sheet: a label and a value on each line, then each sheet with its question."""
    sheet = book.add_worksheet(say(pack.lang, "downloads.sheet.explanation"))
    for place, width in enumerate((34, 60, 90)):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    strong = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
    day = book.add_format({"num_format": BY_TYPE["date"], "valign": "top", "align": "left"})
    sheet.write_string(0, 0, say(pack.lang, "pack.title"), book.add_format({"bold": True, "font_size": 16}))
    told = explanation(pack)
    for line, (label, value) in enumerate(told, start=2):
        sheet.write_string(line, 0, label, strong)
        if isinstance(value, date):
            sheet.write_datetime(line, 1, value, day)
        else:
            sheet.write_string(line, 1, value, text)
            sheet.set_row(line, LINE * -(-len(value) // 56))
    _contents(book, sheet, pack, listed, len(told) + 3)
    _foot(sheet, pack, False)


def _contents(book: Workbook, sheet, pack: Pack, listed: list[Sheet], line: int) -> None:
    """Each data sheet, linked, with its question and answer."""
    head = book.add_format({"bold": True, "bottom": 2})
    text = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
    for at, key in enumerate(("sheet", "question", "answer")):
        sheet.write_string(line, at, say(pack.lang, f"pack.contents.{key}"), head)
    for place, each in enumerate(listed, start=line + 1):
        sheet.write_url(place, 0, f"internal:'{each.name}'!A1", string=each.name)
        sheet.write_string(place, 1, each.question, text)
        sheet.write_string(place, 2, each.message, text)
        sheet.set_row(place, LINE * max(-(-len(each.question) // 56), -(-len(each.message) // 84), 1))


def _foot(sheet, pack: Pack, is_example: bool) -> None:
    """A4 in landscape; what each printed page says, with the stamp when example data is on it."""
    said = " · ".join(words.identity(pack)).replace("&", "&&")
    stamp = words.stamp(pack.lang).replace("&", "&&") if is_example else ""
    sheet.set_header(f"&L&9{say(pack.lang, 'pack.title')}&R&9{stamp}")
    sheet.set_footer(f"&L&9{said}&R&9&P / &N")
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
