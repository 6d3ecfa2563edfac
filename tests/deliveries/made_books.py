"""The workbooks of our own corpus: (file, table, bytes, errors as (row, column, rule), warnings as rules)."""

from collections.abc import Iterator

from tests.deliveries.making import changed, entry, ods, rezipped, rows, text, typed, xlsx

SHEET = "xl/worksheets/sheet1.xml"
BOMB = b"<worksheet><sheetData>" + b" " * 101_000_000 + b"</sheetData></worksheet>"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
CELL = '<table:table-cell office:value-type="float" office:value="{}"{}><text:p>{}</text:p></table:table-cell>'


def files() -> Iterator[tuple]:
    """Every workbook."""
    yield from _sheets()
    yield from _cells()
    yield from _typed_cells()
    yield from _unsound()
    yield from _open_document()
    yield from _open_sheets()


def _sheets() -> Iterator[tuple]:
    plain, other = typed(rows("costs")), {"Ohje": [["Täytä toinen välilehti"]]}
    book = xlsx({"Data": plain})
    yield "plain.xlsx", "costs", book
    yield "no-macros.xlsm", "costs", book
    yield "texts.xlsx", "costs", xlsx({"Data": rows("costs")})
    yield "second-sheet.xlsx", "costs", xlsx({**other, "Data": plain})
    yield "two-sheets.xlsx", "costs", xlsx({"Data": plain, "Vanha": plain}), (None, None, "ambiguous-sheet")
    yield "no-sheet.xlsx", "costs", xlsx(other), (None, None, "missing-sheet")
    yield "hidden-sheet.xlsx", "costs", xlsx({"Data": plain, "Vanha": plain}, hidden=["Vanha"]), "hidden-sheet"
    yield "title.xlsx", "costs", xlsx({"Data": [["Ministeriö"], [], *plain]}), (1, None, "missing-column")
    yield "hidden-rows.xlsx", "costs", xlsx({"Data": plain}, work=_hide), "hidden-rows"
    wide = [[*row, *[""] * 200, "x"] for row in plain]
    yield "wide.xlsx", "costs", xlsx({"Data": wide}), (1, None, "too-many-columns")
    yield "total.xlsx", "costs", xlsx({"Data": [*plain, ["", "Summa", "", "", 1.0]]}), (12, "kunta", "totals-row")


def _hide(book, sheets) -> None:
    sheets["Data"].set_row(3, None, None, {"hidden": True})


def _cells() -> Iterator[tuple]:
    def with_cell(row, column, *cell):
        return lambda book, sheets: sheets["Data"].write(row - 1, column, *cell)

    plain = {"Data": typed(rows("costs"))}
    formula = xlsx(plain, work=lambda _, sheets: sheets["Data"].write_formula(4, 4, "=1+1", None, 98765))
    yield "formula.xlsx", "costs", formula, "formula"
    unsaved = rezipped(formula, replace={SHEET: entry(formula, SHEET).replace(b"<v>98765</v>", b"<v></v>")})
    yield "unsaved-formula.xlsx", "costs", unsaved, (5, "summa_eur", "formula-without-value")
    error = xlsx(plain, work=lambda _, sheets: sheets["Data"].write_formula(4, 4, "=1/0", None, "#DIV/0!"))
    yield "error.xlsx", "costs", error, (5, "summa_eur", "excel-error")
    merged = xlsx(plain, work=lambda _, sheets: sheets["Data"].merge_range("B3:B5", "Hämeenlinna"))
    yield "merged.xlsx", "costs", merged, (4, "kunta", "merged-cells"), (5, "kunta", "merged-cells")
    yield "true.xlsx", "costs", xlsx(plain, work=with_cell(6, 4, True)), (6, "summa_eur", "not-a-number")
    yield "artefact.xlsx", "costs", xlsx(plain, work=with_cell(6, 4, 0.1 + 0.2))
    yield "many-decimals.xlsx", "costs", xlsx(plain, work=with_cell(6, 4, 1234.567)), (6, "summa_eur", "decimals")
    yield "number-code.xlsx", "costs", xlsx(plain, work=with_cell(2, 0, 20)), "leading-zero"
    yield (
        "blank-cell.xlsx",
        "costs",
        xlsx({"Data": changed("costs", {(5, "summa_eur"): "  "})}),
        (5, "summa_eur", "missing-value"),
    )


def _typed_cells() -> Iterator[tuple]:
    """Cells that a workbook keeps as something else than they look."""

    def with_cell(row, column, *cell):
        return lambda book, sheets: sheets["Data"].write(row - 1, column, *cell)

    costs = typed(rows("costs"))
    percent = xlsx(
        {"Data": typed(rows("assessment"))},
        work=lambda book, sheets: sheets["Data"].write(3, 4, 0.45, book.add_format({"num_format": "0.0 %"})),
    )
    yield "percent.xlsx", "assessment", percent, (4, "arvo", "percent-format")
    serial = xlsx({"Data": typed(rows("grants"))}, work=with_cell(4, 7, 45400))
    yield "serial.xlsx", "grants", serial, (4, "paatospvm", "date-format")
    long = xlsx({"Data": typed(rows("grants"))}, work=with_cell(4, 0, 12345678901234567890))
    yield "long-number.xlsx", "grants", long, (4, "hakemusnumero", "precision")
    yield (
        "far-cell.xlsx",
        "costs",
        xlsx({"Data": costs}, work=with_cell(900_000, 99, "x")),
        (None, None, "file-too-large-unpacked"),
    )


def _unsound() -> Iterator[tuple]:
    book = xlsx({"Data": typed(rows("costs"))})
    sheet = entry(book, SHEET)
    yield "text.xlsx", "costs", text(rows("costs")), (None, None, "file-type")
    yield "page.xls", "costs", b"<html><table></table></html>", (None, None, "file-type")
    yield "old.xls", "costs", LOCKED[:8] + bytes(600), (None, None, "file-type")
    yield "locked.xlsx", "costs", LOCKED, (None, None, "password-protected")
    yield "cut.xlsx", "costs", book[: len(book) // 2], (None, None, "damaged-file")
    spoilt = bytearray(book)
    spoilt[book.index(b"xl/worksheets/sheet1.xml") + 60] ^= 0xFF
    yield "spoilt.xlsx", "costs", bytes(spoilt), (None, None, "damaged-file")
    yield "bomb.xlsx", "costs", rezipped(book, replace={SHEET: BOMB}), (None, None, "file-too-large-unpacked")
    lies = rezipped(book, replace={SHEET: BOMB}).replace(len(BOMB).to_bytes(4, "little"), (999).to_bytes(4, "little"))
    yield "lying-bomb.xlsx", "costs", lies, (None, None, "damaged-file")
    laughs = b'<!DOCTYPE x [<!ENTITY a "b">]>' + sheet.partition(b"?>")[2]
    yield "entities.xlsx", "costs", rezipped(book, replace={SHEET: laughs}), (None, None, "unsafe-xml")
    wide = ('<?xml version="1.0" encoding="UTF-16"?>' + laughs.decode()).encode("utf-16")
    yield "wide-entities.xlsx", "costs", rezipped(book, replace={SHEET: wide}), (None, None, "unsafe-xml")
    yield "broken-xml.xlsx", "costs", rezipped(book, replace={SHEET: sheet[:-40]}), (None, None, "damaged-file")
    yield "path.xlsx", "costs", rezipped(book, add=[("../evil", b"x")]), (None, None, "unsafe-zip")
    yield "double.xlsx", "costs", rezipped(book, add=[("XL/Workbook.xml", b"x")]), (None, None, "unsafe-zip")
    many = [(f"x/{number}", b"") for number in range(1_000)]
    yield "many-entries.xlsx", "costs", rezipped(book, add=many), (None, None, "unsafe-zip")
    yield "macros.xlsm", "costs", rezipped(book, add=[("xl/vbaProject.bin", b"x")]), (None, None, "macros")
    yield "links.xlsx", "costs", rezipped(book, add=[("xl/externalLinks/externalLink1.xml", b"<x/>")]), "external-links"


def _open_document() -> Iterator[tuple]:
    plain = typed(rows("costs"))
    book = ods({"Taulu": plain})
    yield "plain.ods", "costs", book
    yield "ods.xlsx", "costs", book, (None, None, "file-type")
    yield "xlsx.ods", "costs", xlsx({"Data": plain}), (None, None, "file-type")
    formula = changed("costs", {(5, "summa_eur"): CELL.format("2", ' table:formula="of:=1+1"', "2")})
    yield "formula.ods", "costs", ods({"Taulu": formula}), "formula"
    percent = CELL.format("0.45", "", "45 %").replace('"float"', '"percentage"')
    yield (
        "percent.ods",
        "assessment",
        ods({"Taulu": changed("assessment", {(4, "arvo"): percent})}),
        (4, "arvo", "percent-format"),
    )
    merged = [*plain[:2], *([list(row) for row in plain[2:]])]
    merged[2][1] = (
        '<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Hämeenlinna</text:p>'
        "</table:table-cell>"
    )
    merged[3][1] = "<table:covered-table-cell/>"
    yield "merged.ods", "costs", ods({"Taulu": merged}), (4, "kunta", "merged-cells")


def _open_sheets() -> Iterator[tuple]:
    """Open documents as wholes."""
    plain = typed(rows("costs"))
    book = ods({"Taulu": plain})
    hidden = ods({"Taulu": plain}, row_look={4: ' table:visibility="collapse"'})
    yield "hidden-rows.ods", "costs", hidden, "hidden-rows"
    end = ["<table:table-cell table:number-columns-repeated='16384'/>"]
    filler = {12: ' table:number-rows-repeated="1048000"'}
    yield "filled-to-the-end.ods", "costs", ods({"Taulu": [*plain, end]}, row_look=filler)
    locked = ods({"Taulu": plain}, manifest="<encryption-data/>")
    yield "locked.ods", "costs", locked, (None, None, "password-protected")
    yield "macros.ods", "costs", rezipped(book, add=[("Basic/Standard/Module1.xml", b"<x/>")]), (None, None, "macros")
    wrong = changed("costs", {(5, "summa_eur"): "12,345"})
    yield "wrong.ods", "costs", ods({"Taulu": wrong}), (5, "summa_eur", "decimals")
