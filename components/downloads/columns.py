"""The columns of an answer as a file needs them: exact values, types, units, headings and the words of codes."""

from dataclasses import dataclass, replace
from decimal import Decimal

from components.text import say
from data import catalogue

# What a unit says of a value's type; a quantity is exact, in two decimals unless the catalogue gives it more.
TYPES = {"count": "integer", "year": "integer", "date": "date", "boolean": "boolean"}
TYPES |= dict.fromkeys(("EUR", "%", "km2", "degrees", "number"), "decimal")


@dataclass(frozen=True)
class FileColumn:
    """One column of a file: text, integer, decimal, date or boolean; a value is None when it is not stated.

    `scale` is how many decimals a decimal may have.
    """

    name: str
    type: str
    unit: str | None
    heading: str
    values: tuple
    scale: int = 2


def columns_of(answer, *, lang: str, with_labels: bool) -> list[FileColumn]:
    """The answer's columns in its order; with labels, a coded column is followed by its words in the language."""
    values = zip(*answer.records, strict=True) if answer.records else ((),) * len(answer.columns)
    found = []
    for described, cells in zip(answer.columns, values, strict=True):
        column = column_of(described.name, described.unit, lang, values=tuple(cells))
        labels = _labels(column, lang) if with_labels else None
        if labels:
            column = replace(column, heading=say(lang, "downloads.code_of", heading=column.heading))
        found += [column, labels] if labels else [column]
    return found


def column_of(name: str, unit: str | None, lang: str, *, values: tuple = ()) -> FileColumn:
    """One column with its heading from the catalogue; a column it does not know has its name as heading."""
    known = catalogue.current().columns.get(name)
    typed = known.type if known and known.type in ("integer", "decimal", "date", "boolean") else "text"
    kind = TYPES.get(unit, typed)
    told = unit if kind in ("integer", "decimal") and unit != "number" else None
    scale = known.scale if known else 2
    exact = tuple(_exact(value, scale) for value in values) if kind == "decimal" else values
    return FileColumn(name, kind, told, known.headings[lang] if known else name, exact, scale)


def _exact(value, scale: int) -> Decimal | None:
    """A quantity as an exact decimal, rounded to so many decimals when it has more."""
    if value is None:
        return None
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    return exact if exact.as_tuple().exponent >= -scale else exact.quantize(Decimal(1).scaleb(-scale))


def _labels(column: FileColumn, lang: str) -> FileColumn | None:
    """The words of a coded column, `<name>_label`; None when the column has no code list."""
    known = catalogue.current().columns.get(column.name)
    if known is None or not known.codes:
        return None
    listed = catalogue.current().codes[known.codes]
    values = tuple(listed[code][lang] if code in listed else code for code in column.values)
    return FileColumn(f"{column.name}_label", "text", None, column.heading, values)
