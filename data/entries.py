"""The entries of the catalogue: a column, a table, a sum, a source document, a rule; each read from its TOML section.

Reading is forgiving: what is missing becomes empty, and `catalogue_checks` says so with all else that is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

LANGUAGES = ("fi", "sv", "en")

Texts = Mapping[str, str]


def texts(entry: Mapping, prefix: str = "") -> Texts:
    """Language -> text of `fi`, `sv`, `en` in an entry; empty where the entry has none."""
    return {lang: str(entry.get(prefix + lang, "")).strip() for lang in LANGUAGES}


def as_date(value) -> date | None:
    """A TOML date or ISO text as a date; None when it is neither."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return None


def as_decimal(value) -> Decimal | None:
    """A TOML number as it was written; None when it is not a number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Decimal(value)


@dataclass(frozen=True)
class Column:
    """One column, the same in every table that has it; `unit` is None when the value has none."""

    name: str
    type: str
    headings: Texts
    unit: str | None
    min: Decimal | date | None
    max: Decimal | date | None
    pattern: str | None
    max_length: int
    codes: str | None

    @classmethod
    def of(cls, name: str, entry: Mapping) -> "Column":
        """The column described by one section of `columns.toml`."""
        limit = as_date if entry.get("type") == "date" else as_decimal
        return cls(
            name=name,
            type=str(entry.get("type", "")),
            headings=texts(entry),
            unit=entry.get("unit"),
            min=limit(entry.get("min")),
            max=limit(entry.get("max")),
            pattern=entry.get("pattern"),
            max_length=entry.get("max_length", 2000),
            codes=entry.get("codes"),
        )


@dataclass(frozen=True)
class Sum:
    """A check inside a table: `sql` gives rows of key, expected, computed, which may differ by `tolerance`."""

    id: str
    sql: str
    tolerance: Decimal
    texts: Texts

    @classmethod
    def of(cls, entry: Mapping) -> "Sum":
        """The sum described by one `[[<table>.sums]]` section of `tables.toml`."""
        tolerance = as_decimal(entry.get("tolerance", 0)) or Decimal(0)
        return cls(id=str(entry.get("id", "")), sql=str(entry.get("sql", "")), tolerance=tolerance, texts=texts(entry))


@dataclass(frozen=True)
class Table:
    """One table: what a row is, who owns it, its columns. `delivery` is None when the build itself makes it."""

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
    delivery: str | None

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
            delivery=None if is_derived else f"{folder}/{name}.csv",
        )


@dataclass(frozen=True)
class Source:
    """One source document; the dates are None when the document does not state them."""

    source_id: str
    title: str
    language: str
    publisher: str
    published_earliest: date | None
    published_latest: date | None
    url: str | None
    licence: str | None
    labels: Texts

    @classmethod
    def of(cls, source_id: str, entry: Mapping) -> "Source":
        """The document described by one section of `sources.toml`."""
        return cls(
            source_id=source_id,
            title=str(entry.get("title", "")),
            language=str(entry.get("language", "")),
            publisher=str(entry.get("publisher", "")),
            published_earliest=as_date(entry.get("published_earliest")),
            published_latest=as_date(entry.get("published_latest")),
            url=entry.get("url") or None,
            licence=entry.get("licence") or None,
            labels=texts(entry),
        )


@dataclass(frozen=True)
class Rule:
    """A number that must come out of the whole release; `explained` says why it differs, when that is known."""

    id: str
    sql: str
    expected: Decimal | None
    unit: str
    source_id: str
    texts: Texts
    explained: Texts

    @classmethod
    def of(cls, entry: Mapping) -> "Rule":
        """The rule described by one `[[rule]]` section of `rules.toml`."""
        return cls(
            id=str(entry.get("id", "")),
            sql=str(entry.get("sql", "")),
            expected=as_decimal(entry.get("expected")),
            unit=str(entry.get("unit", "")),
            source_id=str(entry.get("source_id", "")),
            texts=texts(entry),
            explained=texts(entry, "explained_"),
        )

    @property
    def is_explained(self) -> bool:
        """Whether a difference is known and explained."""
        return all(self.explained.values())
