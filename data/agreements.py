"""What must agree in a table, as its entry says: sums over many rows, and checks between the cells of one row."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.entry_parts import Texts, as_decimal, texts, unread

CHECK_KINDS = ("at_most", "year", "name_of", "valid_in")
DEFAULT_RULES = {
    "at_most": "more-than-other",
    "year": "date-year-mismatch",
    "name_of": "code-name-mismatch",
    "valid_in": "municipality-ended",
}


@dataclass(frozen=True)
class Sum:
    """A check inside a table: `sql` gives rows of key, expected, computed, which may differ by `tolerance`."""

    id: str
    sql: str
    tolerance: Decimal
    texts: Texts
    unread: tuple[str, ...]

    @classmethod
    def of(cls, entry: Mapping) -> "Sum":
        """The sum described by one `[[<table>.sums]]` section of `tables.toml`."""
        return cls(
            id=str(entry.get("id", "")),
            sql=str(entry.get("sql", "")),
            tolerance=as_decimal(entry.get("tolerance", 0)) or Decimal(0),
            texts=texts(entry),
            unread=unread(entry, "id", "sql", "tolerance"),
        )


@dataclass(frozen=True)
class RowCheck:
    """A rule between two cells of a row: `column` is held against `other` in the way that `kind` says.

    at_most: no larger than it. year: a day of that year. name_of: the name of what that code stands for. valid_in: a
    municipality that existed in that year. `id` is the rule's name in reports; without texts the rule has general ones.
    """

    id: str
    column: str
    kind: str
    other: str
    texts: Texts
    unread: tuple[str, ...]

    @classmethod
    def of(cls, entry: Mapping) -> "RowCheck":
        """The check described by one `[[<table>.checks]]` section of `tables.toml`."""
        kind = next((each for each in CHECK_KINDS if each in entry), "")
        return cls(
            id=str(entry.get("id", "")) or DEFAULT_RULES.get(kind, ""),
            column=str(entry.get("column", "")),
            kind=kind,
            other=str(entry.get(kind, "")),
            texts=texts(entry),
            unread=unread(entry, "id", "column", kind),
        )
