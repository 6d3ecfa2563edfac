"""Numbers out of what a reader gets: texts of a page, and the four kinds of files."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import orjson
import pyarrow.parquet

FORMS = ("csv", "xlsx", "parquet", "json")
# As a reader in Finland writes it: NBSP between thousands, U+2212 for minus. Anything else is not read as this number.
NUMBER = re.compile(r"(?<![\d.,\u00a0])([+\u2212-]?)(\d{1,3}(?:\u00a0\d{3})+|\d+)(,\d+)?(?![\d.]|\u00a0\d|,\d)")
SIGNS = {"\u2212": "-"}


def numbers(texts: Iterable[str]) -> set[Decimal]:
    """The numbers in some texts. A hyphen is no minus, and five digits without NBSP are no amount."""
    found = set()
    for text in texts:
        for sign, whole, decimals in NUMBER.findall(text):
            if sign == "-" or (len(whole) > 4 and "\u00a0" not in whole):
                continue
            written = SIGNS.get(sign, "") + whole.replace("\u00a0", "") + decimals.replace(",", ".")
            found.add(Decimal(written))
    return found


def missing(expected: Iterable, found: set[Decimal]) -> set[Decimal]:
    """The expected numbers that are not there."""
    return {Decimal(each) for each in expected} - found


def read(form: str, content: bytes, header: list[str]) -> list[dict]:
    """The rows of a file, column -> value. A workbook has headings in words: `header` names its columns in order."""
    if form == "csv":
        return [{name: _quantity(text) for name, text in row.items()} for row in _csv(content)]
    if form == "json":
        return orjson.loads(content)["rows"]
    if form == "parquet":
        return pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
    return [dict(zip(header, row, strict=False)) for row in sheet.iter_rows(min_row=2, values_only=True)]


def header(content: bytes) -> list[str]:
    """The column names of a CSV file, without those that tell of the file itself."""
    names = content.decode("utf-8-sig").splitlines()[0].split(";")
    return [name for name in names if not name.startswith("file_")]


def column(rows: list[dict], name: str) -> list[Decimal]:
    """The stated values of a column in ascending order, as exact decimals. KeyError when there is no such column."""
    return sorted(Decimal(str(row[name])) for row in rows if row[name] is not None)


def days(rows: list[dict], name: str) -> set[date]:
    """The dates of a column."""
    found = {row[name] for row in rows if row[name] is not None}
    return {_day(value) for value in found}


def _csv(content: bytes) -> Iterable[dict]:
    return csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")


def _quantity(text: str):
    """A number with a decimal comma as a decimal, nothing as None, and any other text as it is."""
    if text == "":
        return None
    return Decimal(text.replace(",", ".")) if re.fullmatch(r"-?\d+(,\d+)?", text) else text


def _day(value) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value)
