"""A Frictionless data package (v1, https://specs.frictionlessdata.io/): every table as a CSV resource with its schema.

Paths are relative to the package's own address, so a copy of the folder is a package too.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from components.open_data import LICENCES, Told
from components.open_data.csv_form import DECIMAL_MARK, DELIMITER, ENCODING, LINE_END, CsvColumn, csv_columns
from components.text import say
from data import catalogue

TYPES = {"text": "string", "decimal": "number"}
DIALECT = {"delimiter": DELIMITER, "lineTerminator": LINE_END, "doubleQuote": True, "header": True}


def datapackage(tables: Iterable[Told], *, lang: str, release: str, created: date | None) -> dict:
    """The description of the package; titles in the language asked for, keys and codes the same in all of them."""
    tables = list(tables)
    present = {told.name for told in tables}
    package = {
        "profile": "tabular-data-package",
        "name": "digikunta-tilannekuva",
        "id": release,
        "title": say(lang, "site.name"),
        "description": say(lang, "data.description"),
        "version": release,
        "licenses": [_licence(name) for name in sorted({told.licence for told in tables} & set(LICENCES))],
        "resources": [resource(told, lang=lang, present=present) for told in tables],
    }
    return package | ({"created": f"{created.isoformat()}T00:00:00Z"} if created else {})


def resource(told: Told, *, lang: str, present: set[str]) -> dict:
    """One table as a resource: where its CSV file is, what it must be, and what its columns are."""
    file = told.mark("csv")
    return {
        "profile": "tabular-data-resource",
        "name": told.name,
        "path": f"tables/{told.name}.csv",
        "title": told.table.headings[lang],
        "description": told.table.row[lang],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": ENCODING,
        "dialect": DIALECT,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "licenses": [_licence(told.licence)] if told.licence in LICENCES else [],
        "sources": [_source(source, lang) for source in told.sources],
        "kind": told.kind,
        "rows": told.rows,
        "schema": _schema(told, lang, present),
    }


def _licence(name: str) -> dict:
    return {"name": name, "path": LICENCES[name]}


def _source(source_id: str, lang: str) -> dict:
    """One source document: its name, its title and its address, if it is known."""
    source = catalogue.current().sources[source_id]
    return {"title": source.labels[lang]} | ({"path": source.url} if source.url else {})


def _schema(told: Told, lang: str, present: set[str]) -> dict:
    """Fields, key and references to other tables of the package; an empty cell is a missing value."""
    return {
        "fields": [_field(each, lang) for each in csv_columns(told.table, tuple(told.table.columns))],
        "missingValues": [""],
        "primaryKey": list(told.table.key),
        "foreignKeys": [
            {"fields": column, "reference": {"resource": "" if table == told.name else table, "fields": other}}
            for column, (table, other) in references(told.table).items()
            if table in present
        ],
    }


def references(table) -> dict[str, tuple[str, str]]:
    """Column -> the table and column that its values must be found in."""
    return {column: tuple(place.split(".")) for column, place in table.references.items()}


def _field(each: CsvColumn, lang: str) -> dict:
    """One column with its heading and what its values must be."""
    kind = TYPES.get(each.type, each.type)
    told = {"name": each.name, "type": kind, "title": each.headings[lang]}
    if kind == "number":
        told["decimalChar"] = DECIMAL_MARK
    if each.column and each.column.unit and kind in ("number", "integer"):
        told["unit"] = each.column.unit
    constraints = _constraints(each)
    return told | ({"constraints": constraints} if constraints else {})


def _constraints(each: CsvColumn) -> dict:
    """The limits of the catalogue: required, code list, pattern, smallest and largest value, length."""
    found: dict = {"required": True} if each.is_required else {}
    column = each.column
    if column is None:
        return found
    if column.codes:
        found["enum"] = list(catalogue.current().codes[column.codes])
    elif column.pattern:
        found["pattern"] = f"^(?:{column.pattern})$"
    limits = {"minimum": column.min, "maximum": column.max}
    found |= {name: _plain(value, column.type) for name, value in limits.items() if value is not None}
    return found | ({"maxLength": column.max_length} if column.type == "text" else {})


def _plain(value: Decimal | date, type: str):
    """A limit as JSON writes it: a date as ISO text, a whole number as one."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if type == "integer" or value == value.to_integral_value() else float(value)
