"""A JSON file: `meta` tells what it is, `rows` has one object a row. Codes and machine names in every language."""

from datetime import date
from decimal import Decimal

import orjson

from components.downloads.columns import FileColumn
from components.downloads.explanation import Explanation


def write(columns: list[FileColumn], explanation: Explanation) -> bytes:
    """The file: money as the shortest exact number, dates in ISO form, null where nothing is stated."""
    names = [column.name for column in columns]
    values = zip(*(column.values for column in columns), strict=True)
    rows = [dict(zip(names, map(plain, row), strict=True)) for row in values]
    return orjson.dumps({"meta": {**explanation.meta(), "columns": described(columns)}, "rows": rows})


def described(columns: list[FileColumn]) -> list[dict]:
    """Name, type, unit and heading of each column."""
    return [{"name": each.name, "type": each.type, "unit": each.unit, "heading": each.heading} for each in columns]


def plain(value):
    """A value of JSON's own types. A cent amount below 10^13 euros is its own shortest decimal as a float."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
