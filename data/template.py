"""The empty form of a table: its header line, and what may be written into each column, in three languages."""

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.entries import LANGUAGES, Table

MARK = {
    "text": "abc",
    "code": "abc",
    "integer": "123",
    "year": "2017",
    "decimal": "-123.45",
    "date": "2017-09-29",
    "boolean": "true",
}


def header(table: Table) -> str:
    """The header line of a delivery of the table: a file that holds nothing else is its empty form."""
    return ";".join(table.columns) + "\n"


def columns(table: Table, catalogue: Catalogue) -> Sequence[dict]:
    """One entry a column, in order: what it is called in each language, how it is written, what it may hold."""
    return [_column(name, table, catalogue) for name in table.columns]


def _column(name: str, table: Table, catalogue: Catalogue) -> dict:
    column = catalogue.columns[name]
    codes = catalogue.codes.get(column.codes, {}) if column.codes else {}
    entry = {
        "column": name,
        "type": column.type,
        "unit": column.unit,
        "written": MARK[column.type],
        "decimals": column.scale if column.type == "decimal" else None,
        "is_required": name not in table.optional,
        "is_key": name in table.key,
        "min": None if column.min is None else str(column.min),
        "max": None if column.max is None else str(column.max),
        "max_length": column.max_length if column.type == "text" else None,
        "pattern": column.pattern,
        "refers_to": table.references.get(name),
        "headings": dict(column.headings),
        "codes": {code: dict(labels) for code, labels in codes.items()},
    }
    return {key: value for key, value in entry.items() if value not in (None, {})}


def as_text(table: Table, catalogue: Catalogue) -> str:
    """The same for a reader: the header line first, then a paragraph a column."""
    told = [header(table)]
    told += [f"{lang}: {table.row[lang]}" for lang in LANGUAGES]
    for entry in columns(table, catalogue):
        told.append("\n{column}  [{type}]".format_map(entry) + limits(entry))
        told += [f"    {lang}: {entry['headings'][lang]}" for lang in LANGUAGES]
        for code, labels in entry.get("codes", {}).items():
            told.append(f"        {code} = " + " | ".join(labels[lang] for lang in LANGUAGES))
    return "\n".join(told)


def limits(entry: dict) -> str:
    """What narrows a column, in signs alone: ! must be filled, # is of the key, limits, form, reference."""
    told = ["!"] * entry["is_required"] + ["#"] * entry["is_key"]
    told += [f"≥ {entry['min']}"] if "min" in entry else []
    told += [f"≤ {entry['max']}"] if "max" in entry else []
    told += [f"≤ {entry['max_length']} ×"] if "max_length" in entry else []
    told += [f"~ {entry['pattern']}"] if "pattern" in entry else []
    told += [f"→ {entry['refers_to']}"] if "refers_to" in entry else []
    return "  " + "  ".join([f"({entry['unit']})", *told] if "unit" in entry else told)
