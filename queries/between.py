"""What differs between two releases in the tables that speak of the programme: one line a row or value."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from data import release as releases
from data.diff import TableDifference, difference
from queries import publications
from queries.errors import UnknownRelease

FACTS = (
    *("grants", "grant_events", "grant_recipients", "grant_rounds", "costs", "cost_totals", "estimates"),
    *("participants", "counts", "assessments", "meetings", "decisions"),
)
MAX_ROWS = 100_000


class ReleaseChange(NamedTuple):
    """One line: a row that is new or removed (`column` is None), or a value that was corrected, old and new.

    `not_compared`: a whole table that has more than MAX_ROWS rows.
    """

    table: str
    kind: str
    key: tuple[tuple[str, object], ...]
    column: str | None
    old: object
    new: object


@lru_cache(maxsize=8)
def changes(root: Path, first: str, second: str) -> tuple[ReleaseChange, ...]:
    """Every difference of the second release from the first, in the order of FACTS. Raises UnknownRelease."""
    try:
        compared = difference(root, first, second, names=FACTS, max_rows=MAX_ROWS)
        present = releases.open_verified(root, second).tables
    except (releases.ReleaseMissing, releases.ReleaseDamaged):
        raise UnknownRelease from None
    found = {each.name: each for each in compared}
    large = [name for name in FACTS if name in present and name not in found]
    left_out = [ReleaseChange(name, "not_compared", (), None, None, None) for name in large]
    return (*(line for name in FACTS if name in found for line in _lines(found[name])), *left_out)


def _lines(found: TableDifference) -> Iterator[ReleaseChange]:
    def key(row) -> tuple:
        return tuple((name, row[name]) for name in found.key)

    for kind, rows in (("new", found.added), ("removed", found.removed)):
        for row in rows:
            yield ReleaseChange(found.name, kind, key(row), None, None, None)
    for each in found.changed:
        at = tuple(zip(found.key, each.key, strict=True))
        yield ReleaseChange(found.name, "corrected", at, each.column, each.old, each.new)


def earlier(root: Path, served: str) -> list[tuple[str, str]]:
    """(id, day of publishing) of the releases published before or beside the one served, newest first."""
    told = {record.id: publications.day(record).isoformat() for record in publications.seen(root)}
    return [(id, on) for id, on in reversed(told.items()) if id != served]
