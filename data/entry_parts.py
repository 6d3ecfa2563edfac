"""What the catalogue's entries are read with: texts in three languages, days, numbers, keys that mean nothing."""

from collections.abc import Mapping
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


def unread(entry: Mapping, *known: str) -> tuple[str, ...]:
    """The keys of an entry that mean nothing here: a slip of the pen that would pass unnoticed."""
    return tuple(sorted(set(entry) - {*known, *LANGUAGES}))
