"""What differs between two releases, in every table that is delivered: one line a row or value."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from data import catalogue
from data import release as releases
from data.diff import TableDifference, difference
from queries import release_log
from queries.errors import UnknownRelease

MAX_ROWS = 100_000


class ReleaseChange(NamedTuple):
    """One line: a row that is new or removed (`column` is None), or a value that was corrected, old and new.

    Of a whole table: `column_added` and `column_removed`, and `not_compared` when it has more than MAX_ROWS rows.
    """

    table: str
    kind: str
    key: tuple[tuple[str, object], ...]
    column: str | None
    old: object
    new: object


@lru_cache(maxsize=8)
def changes(root: Path, first: str, second: str) -> tuple[ReleaseChange, ...]:
    """Every difference of the second release from the first, in the order of the tables. Raises UnknownRelease."""
    names = tables(root, first, second)
    compared = {each.name: each for each in difference(root, first, second, names=names, max_rows=MAX_ROWS)}
    left_out = [ReleaseChange(name, "not_compared", (), None, None, None) for name in names if name not in compared]
    return (*(line for name in names if name in compared for line in _lines(compared[name])), *left_out)


def tables(root: Path, first: str, second: str) -> tuple[str, ...]:
    """The tables that are compared: those of either release, without what the build makes of others."""
    try:
        present = {**releases.open_verified(root, first).tables, **releases.open_verified(root, second).tables}
    except (releases.ReleaseMissing, releases.ReleaseDamaged):
        raise UnknownRelease from None
    known = catalogue.current().tables
    return tuple(sorted(name for name in present if name not in known or known[name].sql is None))


def _lines(found: TableDifference) -> Iterator[ReleaseChange]:
    def key(row) -> tuple:
        return tuple((name, row[name]) for name in found.key)

    for kind, rows in (("new", found.added), ("removed", found.removed)):
        for row in rows:
            yield ReleaseChange(found.name, kind, key(row), None, None, None)
    for each in found.changed:
        at = tuple(zip(found.key, each.key, strict=True))
        yield ReleaseChange(found.name, "corrected", at, each.column, each.old, each.new)
    for kind, columns in (("column_added", found.columns_added), ("column_removed", found.columns_removed)):
        yield from (ReleaseChange(found.name, kind, (), column, None, None) for column in columns)


def earlier(root: Path, served: str) -> list[tuple[str, str]]:
    """(id, day of publishing) of the releases published before or beside the one served, newest first."""
    told = {record.id: release_log.day(record).isoformat() for record in release_log.seen(root)}
    return [(id, on) for id, on in reversed(told.items()) if id != served]
