"""How the files of our own corpus are made: seeded rows of the four test schemas, written as text, XLSX and ODS."""

import csv
import io
import random
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

import xlsxwriter

HEADS = {
    "grants": ("hakemusnumero", "kuntakoodi", "kunta", "vuosi", "hakija", "haettu_eur", "myonnetty_eur", "paatospvm"),
    "participants": ("kuntakoodi", "kunta", "vuosi", "ikaryhma", "osallistujat"),
    "costs": ("kuntakoodi", "kunta", "vuosi", "kululaji", "summa_eur"),
    "assessment": ("kuntakoodi", "kunta", "vuosi", "mittari", "arvo", "n"),
}
PLACES = (
    *(("020", "Akaa"), ("109", "Hämeenlinna"), ("167", "Joensuu"), ("205", "Kajaani"), ("285", "Kotka")),
    *(("405", "Lappeenranta"), ("536", "Nokia"), ("604", "Pirkkala"), ("743", "Seinäjoki"), ("905", "Vaasa")),
)
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

Rows = list[list]


def rows(table: str) -> Rows:
    """The heading row and ten rows of a table, always the same; amounts are texts with a decimal comma."""
    dice = random.Random(table)  # noqa: S311
    made = [list(HEADS[table])]
    for number, (code, name) in enumerate(PLACES):
        euros = f"{dice.randrange(1000, 90000)},{dice.randrange(100):02d}"
        day = f"{dice.randrange(1, 29)}.{dice.randrange(1, 13)}.2024"
        own = {
            "grants": [f"H-{number}", code, name, "2024", f"Yhdistys {number}", "90000,00", euros, day],
            "participants": [code, name, "2024", "18+", str(dice.randrange(500))],
            "costs": [code, name, "2024", "palkat", euros],
            "assessment": [code, name, "2024", "luku", f"{dice.randrange(100)},5", str(dice.randrange(5, 99))],
        }
        made.append(own[table])
    return made


def changed(table: str, cells: Mapping[tuple[int, str], object], *more: list) -> Rows:
    """The rows of a table with other values in some cells, named by row and column as a spreadsheet, and more rows."""
    made = rows(table)
    for (row, column), value in cells.items():
        made[row - 1][made[0].index(column) if column in made[0] else HEADS[table].index(column)] = value
    return [*made, *(list(each) for each in more)]


def text(made: Sequence[Sequence], *, separator: str = ";", encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    """Rows as a CSV text."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(made)
    return out.getvalue().encode(encoding)


def typed(made: Rows) -> Rows:
    """Rows in which texts that are numbers are numbers, as in a workbook; codes stay texts."""
    plain = ("kuntakoodi", "hakemusnumero", "ikaryhma")
    return [made[0], *([_number(cell, made[0][place] in plain) for place, cell in enumerate(row)] for row in made[1:])]


def _number(cell, is_text: bool):
    bare = str(cell).replace(",", ".")
    return float(bare) if not is_text and bare.replace(".", "", 1).replace("-", "", 1).isdigit() else cell


def xlsx(sheets: Mapping[str, Rows], *, work=None, hidden: Sequence[str] = ()) -> bytes:
    """Sheets as an XLSX file; `work(book, sheets by name)` adds what a test wants."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        made = {}
        for name, cells in sheets.items():
            made[name] = book.add_worksheet(name)
            for row, line in enumerate(cells):
                made[name].write_row(row, 0, line)
            if name in hidden:
                made[name].hide()
        if work:
            work(book, made)
    return out.getvalue()


def rezipped(
    content: bytes, *, replace: Mapping[str, bytes] | None = None, add: Sequence[tuple[str, bytes]] = ()
) -> bytes:
    """A workbook with some entries of its archive replaced, and more added, even twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, (replace or {}).get(entry.filename, old.read(entry.filename)))
        for name, added in add:
            new.writestr(name, added)
    return out.getvalue()


def entry(content: bytes, name: str) -> bytes:
    """One entry of a workbook's archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def ods(sheets: Mapping[str, Rows], *, manifest: str = "", row_look: Mapping[int, str] | None = None) -> bytes:
    """Sheets as an ODS file; a cell may be a text, a number, or XML of its own that starts with `<`."""
    tables = "".join(_ods_table(name, cells, row_look or {}) for name, cells in sheets.items())
    prefix = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = "".join(f' xmlns:{each}="{prefix}:{each}:1.0"' for each in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces} office:version="1.3">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return out.getvalue()


def _ods_table(name: str, cells: Rows, look: Mapping[int, str]) -> str:
    lines = "".join(_ods_row(row, look.get(number, "")) for number, row in enumerate(cells, 1))
    return f'<table:table table:name="{name}">{lines}</table:table>'


def _ods_row(row: Sequence, look: str) -> str:
    return f"<table:table-row{look}>{''.join(_ods_cell(cell) for cell in row)}</table:table-row>"


def _ods_cell(cell) -> str:
    if isinstance(cell, float | int):
        value = f'office:value-type="float" office:value="{cell!r}"'
        return f"<table:table-cell {value}><text:p>{cell}</text:p></table:table-cell>"
    if str(cell).startswith("<table:"):
        return cell
    if not cell:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
