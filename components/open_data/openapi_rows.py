"""What a row of a JSON file is, as JSON Schema: each column's type, meaning and unit."""

from collections.abc import Iterable

from components.downloads.columns import column_of

TYPES = {"text": "string", "decimal": "number", "integer": "integer", "boolean": "boolean", "date": "string"}


def rows_schema(columns: Iterable[tuple[str, str | None, str]], lang: str) -> dict:
    """The schema of a JSON file whose columns are (name, unit, meaning): `meta` and `rows`, nothing else."""
    properties = {name: _property(name, unit, text, lang) for name, unit, text in columns}
    row = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {
            "meta": {"$ref": "#/components/schemas/Meta"},
            "rows": {"type": "array", "items": row},
        },
        "required": ["meta", "rows"],
        "additionalProperties": False,
    }


def _property(name: str, unit: str | None, text: str, lang: str) -> dict:
    """One column: null where the source states nothing."""
    column = column_of(name, unit, lang)
    told: dict = {"type": [TYPES[column.type], "null"], "title": column.heading}
    if column.type == "date":
        told["format"] = "date"
    if text:
        told["description"] = text
    if column.unit:
        told["x-unit"] = column.unit
    return told
