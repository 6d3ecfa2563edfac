"""The entries of the catalogue that hold data to account: a source document, a rule; each read from its section."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.entries import LANGUAGES, Texts, as_date, as_decimal, texts, unread

SOURCE_KEYS = ("title", "language", "publisher", "published_earliest", "published_latest", "url", "licence")
RULE_KEYS = ("id", "sql", "expected", "unit", "source_id", "explained_difference")


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
    unread: tuple[str, ...]

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
            unread=unread(entry, *SOURCE_KEYS),
        )


@dataclass(frozen=True)
class Rule:
    """A number that must come out of the whole release; `explained` says why it differs, when that is known.

    `explained_difference` is computed minus expected as it is explained; None when any difference is.
    """

    id: str
    sql: str
    expected: Decimal | None
    unit: str
    source_id: str
    texts: Texts
    explained: Texts
    explained_difference: Decimal | None
    unread: tuple[str, ...]

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
            explained_difference=as_decimal(entry.get("explained_difference")),
            unread=unread(entry, *RULE_KEYS, *(f"explained_{lang}" for lang in LANGUAGES)),
        )

    @property
    def is_explained(self) -> bool:
        """Whether a difference is known and explained."""
        return all(self.explained.values())

    def explains(self, difference: Decimal | None) -> bool:
        """Whether this very difference is the explained one."""
        return self.is_explained and self.explained_difference in (None, difference)
