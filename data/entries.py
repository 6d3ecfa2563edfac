"""The entries of the catalogue that describe data: a column, a table, a sum; each read from its TOML section.

Reading is forgiving: what is missing becomes empty, and `catalogue_checks` says so with all else that is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from data.agreements import RowCheck, Sum
from data.entry_parts import LANGUAGES, Texts, as_date, as_decimal, texts, unread

__all__ = ["LANGUAGES", "Column", "Table", "Texts", "as_date", "as_decimal", "texts", "unread"]

TABLE_KEYS = (
    *("row", "kind", "owner", "licence", "interval_days", "columns", "key", "optional", "references", "sums"),
    *("may_be_absent", "example_stands_in", "real_references", "theme", "checks"),
)
COLUMN_KEYS = (
    "type",
    "scale",
    "unit",
    "min",
    "max",
    "ahead",
    "pattern",
    "min_length",
    "max_length",
    "codes",
    "register",
    "is_never_summed",
)
MADE_KEYS = ("follows", "sql")
# The EU's data themes, http://publications.europa.eu/resource/authority/data-theme; government unless a table says so.
THEMES = ("AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN")
THEME = "GOVE"
CENTS, MAX_SCALE = 2, 6


@dataclass(frozen=True)
class Column:
    """One column, the same in every table that has it; `unit` is None when the value has none.

    `scale` is how many decimals a decimal has: two, as money, unless the entry says more. A year may be at most `ahead`
    years after the day of reading. `register` is the register (`data.registers`) that a code is of. `is_name` is set by
    a table's check: the cell only names what a code stands for, and is held against that code. What
    `is_never_summed` may stand beside other numbers, but no SQL of ours may put it in a sum (`data/unsummed.py`).
    """

    name: str
    type: str
    scale: int
    headings: Texts
    unit: str | None
    min: Decimal | date | None
    max: Decimal | date | None
    ahead: int | None
    pattern: str | None
    min_length: int
    max_length: int
    codes: str | None
    register: str | None
    is_never_summed: bool
    unread: tuple[str, ...]
    is_name: bool = False

    @classmethod
    def of(cls, name: str, entry: Mapping) -> "Column":
        """The column described by one section of `columns.toml`."""
        limit = as_date if entry.get("type") == "date" else as_decimal
        return cls(
            name=name,
            type=str(entry.get("type", "")),
            scale=entry.get("scale", CENTS),
            headings=texts(entry),
            unit=entry.get("unit"),
            min=limit(entry.get("min")),
            max=limit(entry.get("max")),
            ahead=entry.get("ahead"),
            pattern=entry.get("pattern"),
            min_length=entry.get("min_length", 0),
            max_length=entry.get("max_length", 2000),
            codes=entry.get("codes"),
            register=entry.get("register"),
            is_never_summed=entry.get("is_never_summed") is True,
            unread=unread(entry, *COLUMN_KEYS)
            + tuple(name for name in ("min", "max") if name in entry and limit(entry[name]) is None),
        )


@dataclass(frozen=True)
class Table:
    """One table: what a row is, who owns it, its columns. `delivery` is None when the build itself makes it.

    A table that `may_be_absent` is empty when its file is not there: something only an operator may hold.
    When an example stands in for a real delivery, `as_real` is the same table once that delivery is there; it may then
    refer to more (`real_references`). `example_stands_in` names the examples that go together; empty = none stands in.
    A table of the build's own is made by `sql`, and is of the kind of the table it `follows`.
    """

    name: str
    kind: str
    headings: Texts
    row: Texts
    owner: str
    licence: str
    interval_days: int
    columns: tuple[str, ...]
    key: tuple[str, ...]
    optional: frozenset[str]
    references: Mapping[str, str]
    sums: tuple[Sum, ...]
    checks: tuple[RowCheck, ...]
    delivery: str | None
    may_be_absent: bool
    example_stands_in: str
    real_references: Mapping[str, str]
    follows: str | None
    sql: str | None
    theme: str
    unread: tuple[str, ...]

    @classmethod
    def of(cls, name: str, entry: Mapping, *, is_derived: bool = False) -> "Table":
        """The table described by one section of `tables.toml`; example deliveries live in their own folder."""
        folder = "raw/example" if entry.get("kind") == "example" else "raw"
        return cls(
            name=name,
            kind=str(entry.get("kind", "")),
            headings=texts(entry),
            row=texts(entry.get("row", {})),
            owner=str(entry.get("owner", "")),
            licence=str(entry.get("licence", "")),
            interval_days=entry.get("interval_days", 0),
            columns=tuple(entry.get("columns", ())),
            key=tuple(entry.get("key", ())),
            optional=frozenset(entry.get("optional", ())),
            references=dict(entry.get("references", {})),
            sums=tuple(Sum.of(each) for each in entry.get("sums", [])),
            checks=tuple(RowCheck.of(each) for each in entry.get("checks", [])),
            delivery=None if is_derived else f"{folder}/{name}.csv",
            may_be_absent=entry.get("may_be_absent", False),
            example_stands_in=entry.get("example_stands_in", ""),
            real_references=dict(entry.get("real_references", {})),
            follows=entry.get("follows"),
            sql=entry.get("sql"),
            theme=str(entry.get("theme", THEME)),
            unread=unread(entry, *TABLE_KEYS, *(MADE_KEYS if is_derived else ())),
        )

    def as_real(self) -> "Table":
        """This table once its real delivery is there: in the folder of real ones, and held to what real ones are."""
        references = {**self.references, **self.real_references}
        return replace(self, kind="real", delivery=f"raw/{self.name}.csv", references=references)
