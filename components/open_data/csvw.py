"""CSV on the Web (W3C, https://www.w3.org/TR/tabular-metadata/): how the CSV file of a table is to be read.

It stands where the standard looks first: beside the file, at `<table>.csv-metadata.json`.
"""

from components.open_data import LICENCES, Site, Told
from components.open_data.csv_form import DECIMAL_MARK, DELIMITER, ENCODING, LINE_END, CsvColumn, csv_columns
from data.catalogue import LANGUAGES, Column, Texts

MIMETYPE = "application/csvm+json"
DIALECT = {
    "delimiter": DELIMITER,
    "encoding": ENCODING,
    "lineTerminators": [LINE_END],
    "header": True,
    "doubleQuote": True,
}
BASES = {"text": "string"}


def csvw(told: Told, *, site: Site) -> dict:
    """The metadata document of one table: dialect, licence, day of change, and its columns with their types."""
    metadata = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{told.name}.csv",
        "dialect": DIALECT,
        "dc:title": in_languages(told.table.headings),
        "dc:description": in_languages(told.table.row),
        "dc:publisher": site.publisher,
        "tableSchema": {
            "columns": [_column(each) for each in csv_columns(told.table, tuple(told.table.columns))],
            "primaryKey": list(told.table.key),
        },
    }
    if told.licence in LICENCES:
        metadata["dc:license"] = {"@id": LICENCES[told.licence]}
    if told.changed_on:
        metadata["dc:modified"] = {"@value": told.changed_on.isoformat(), "@type": "xsd:date"}
    return metadata


def in_languages(texts: Texts) -> list[dict]:
    """A text in each language, as JSON-LD writes it."""
    return [{"@value": texts[lang], "@language": lang} for lang in LANGUAGES]


def _column(each: CsvColumn) -> dict:
    """One column: its title is the heading row's machine name, what it means stands in `dc:title`."""
    return {
        "name": each.name,
        "titles": each.name,
        "dc:title": in_languages(each.headings),
        "datatype": _datatype(each),
        "required": each.is_required,
        "null": "",
    }


def _datatype(each: CsvColumn):
    """The type of a column with the form of its values and their limits."""
    if each.type == "decimal":
        return {"base": "decimal", "format": {"decimalChar": DECIMAL_MARK}, **_limits(each.column)}
    if each.type == "boolean":
        return {"base": "boolean", "format": "true|false"}
    if each.type == "date":
        return {"base": "date", "format": "yyyy-MM-dd"}
    if each.type == "integer":
        return {"base": "integer", **_limits(each.column)}
    return BASES.get(each.type, "string")


def _limits(column: Column | None) -> dict:
    """The smallest and largest value, where the catalogue has them."""
    limits = {"minimum": column.min, "maximum": column.max} if column else {}
    return {name: str(value) for name, value in limits.items() if value is not None}
