"""The columns of an answer as a file needs them: exact values, types, units, headings and the words of codes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial

import pandas as pd

from components.text import say
from data import catalogue

CENT = Decimal("0.01")


@dataclass(frozen=True)
class FileColumn:
    """One column of a file: text, integer, decimal (two decimals), number, date or boolean; None = not stated."""

    name: str
    type: str
    unit: str | None
    heading: str
    values: list


def columns_of(frame: pd.DataFrame, *, lang: str, with_labels: bool) -> list[FileColumn]:
    """The frame's columns in its order; with labels, a coded column is followed by its words in the language."""
    found = []
    for name in frame.columns:
        column = _column(name, frame[name], lang)
        labels = _labels(column, lang) if with_labels else None
        if labels:
            column = replace(column, heading=say(lang, "downloads.code_of", heading=column.heading))
        found += [column, labels] if labels else [column]
    return found


def exact(value, kind: str):
    """One value as Python's own exact type for a kind of column; None when it is not stated."""
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return None
    if kind == "decimal":
        return Decimal(str(value)).quantize(CENT)
    if kind == "date":
        return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else _day(value)
    return {"integer": int, "number": float, "boolean": bool}.get(kind, str)(value)


def _day(value) -> date:
    """A date of ISO text or of a numpy date."""
    return pd.Timestamp(value).date()


def _column(name: str, values: pd.Series, lang: str) -> FileColumn:
    """One column with what the catalogue says of it; a column it does not know has its name as heading."""
    known = catalogue.current().columns.get(name)
    kind = {"code": "text"}.get(known.type, known.type) if known else _guess(name, values)
    heading = known.headings[lang] if known else name
    return FileColumn(name, kind, known.unit if known else None, heading, list(map(partial(exact, kind=kind), values)))


def _guess(name: str, values: pd.Series) -> str:
    """The type of a column that the catalogue does not know, by its values; money by its name."""
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_integer_dtype(values):
        return "integer"
    if pd.api.types.is_numeric_dtype(values) or any(isinstance(value, Decimal) for value in values):
        return "decimal" if name.endswith(("_eur", "_pct")) else "number"
    if pd.api.types.is_datetime64_any_dtype(values) or any(isinstance(value, date) for value in values):
        return "date"
    return "text"


def _labels(column: FileColumn, lang: str) -> FileColumn | None:
    """The words of a coded column, `<name>_label`; None when the column has no code list."""
    known = catalogue.current().columns.get(column.name)
    if known is None or not known.codes:
        return None
    words: Mapping = catalogue.current().codes[known.codes]
    values = [None if code is None else words[code][lang] if code in words else code for code in column.values]
    return FileColumn(f"{column.name}_label", "text", None, column.heading, values)
