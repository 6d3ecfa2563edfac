"""What the CSV file of a table holds, column by column: the same columns in every language."""

from typing import NamedTuple

from components.text import say
from data import catalogue
from data.catalogue import LANGUAGES, Column, Table, Texts

DELIMITER, DECIMAL_MARK, ENCODING, LINE_END = ";", ",", "utf-8", "\r\n"
# What each file says of itself, the same on every row (components/downloads/delimited.py).
CONSTANT = {
    "file_as_of": "date",
    "file_known_by": "date",
    "file_choices": "text",
    "file_release": "text",
    "file_data_until": "date",
    "file_sources": "text",
    "file_licence": "text",
    "file_is_example": "boolean",
    "file_is_reconstructed": "boolean",
}


class CsvColumn(NamedTuple):
    """One column of a CSV file. `column` is the catalogue's own, None for words and for what a file says of itself."""

    name: str
    type: str
    headings: Texts
    column: Column | None
    is_required: bool


def csv_columns(table: Table, columns: tuple[str, ...]) -> list[CsvColumn]:
    """The columns of the CSV file of a table whose columns are `columns`: each coded one is followed by its words."""
    known = catalogue.current().columns
    found = []
    for name in columns:
        column = known[name]
        required = name not in table.optional
        kind = "text" if column.type == "code" else column.type
        headings = {lang: _code_heading(column, lang) for lang in LANGUAGES}
        found.append(CsvColumn(name, kind, headings, column, required))
        if column.codes:
            found.append(CsvColumn(f"{name}_label", "text", column.headings, None, required))
    told = {name: {lang: say(lang, f"downloads.{name}") for lang in LANGUAGES} for name in CONSTANT}
    return found + [CsvColumn(name, kind, told[name], None, False) for name, kind in CONSTANT.items()]


def _code_heading(column: Column, lang: str) -> str:
    """The heading of a column; one with words beside it is told to hold the codes."""
    heading = column.headings[lang]
    return say(lang, "downloads.code_of", heading=heading) if column.codes else heading
