"""What differs between two releases: per table the rows added, removed and changed, found by their key.

Both releases are verified before they are read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from data.release import TableFile, open_verified

Row = Mapping[str, object]


@dataclass(frozen=True)
class Change:
    """One value that is another in the second release."""

    key: tuple
    column: str
    old: object
    new: object


@dataclass(frozen=True)
class TableDifference:
    """How one table differs. `key` names the columns that rows are matched by; None is a table that is not there."""

    name: str
    key: tuple[str, ...]
    rows: tuple[int | None, int | None]
    added: Sequence[Row] = ()
    removed: Sequence[Row] = ()
    changed: Sequence[Change] = ()
    columns_added: Sequence[str] = ()
    columns_removed: Sequence[str] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing in the table differs."""
        return not (self.added or self.removed or self.changed or self.columns_added or self.columns_removed)


def difference(
    root: Path, first: str, second: str, *, names: Sequence[str] | None = None, max_rows: int | None = None
) -> list[TableDifference]:
    """How every table of the second release differs from the first, tables that are the same included.

    `names`: only these tables. A table of more than `max_rows` rows is left out, unless both are the same file.
    Raises ReleaseMissing, ReleaseDamaged.
    """
    old, new = open_verified(root, first).tables, open_verified(root, second).tables
    wanted = sorted({*old, *new} if names is None else {*old, *new} & set(names))
    return [
        _table_difference(name, old.get(name), new.get(name))
        for name in wanted
        if max_rows is None or _is_read(old.get(name), new.get(name), max_rows)
    ]


def _is_read(old: TableFile | None, new: TableFile | None, max_rows: int) -> bool:
    """Whether two tables are small enough to be compared, or the same file."""
    is_same = bool(old and new and old.sha256 == new.sha256)
    return is_same or all(each is None or each.rows <= max_rows for each in (old, new))


def _table_difference(name: str, old: TableFile | None, new: TableFile | None) -> TableDifference:
    """Rows are matched by the newer key; where the old table lacks a column of it, by all columns that both have."""
    rows = (old.rows if old else None, new.rows if new else None)
    if old and new and old.sha256 == new.sha256:
        return TableDifference(name, new.key, rows)
    names_old = tuple(column for column, _ in old.columns) if old else ()
    names_new = tuple(column for column, _ in new.columns) if new else ()
    both = tuple(column for column in names_new if column in names_old)
    key = (new or old).key
    if old and new and not set(key) <= set(both):
        key = both
    before, after = _by_key(old, key), _by_key(new, key)
    return TableDifference(
        name,
        key,
        rows,
        added=[row for at, row in after.items() if at not in before],
        removed=[row for at, row in before.items() if at not in after],
        changed=[change for at, row in after.items() if at in before for change in _changes(at, before[at], row, both)],
        columns_added=[column for column in names_new if old and column not in names_old],
        columns_removed=[column for column in names_old if new and column not in names_new],
    )


def _by_key(table: TableFile | None, key: Sequence[str]) -> dict[tuple, Row]:
    rows = pq.read_table(table.path).to_pylist() if table else []
    return {tuple(row[name] for name in key): row for row in rows}


def _changes(at: tuple, before: Row, after: Row, columns: Sequence[str]) -> list[Change]:
    return [Change(at, column, before[column], after[column]) for column in columns if before[column] != after[column]]


def as_data(differences: Sequence[TableDifference]) -> list[dict]:
    """The differences as plain data, tables that are the same left out."""
    return [
        {
            "table": each.name,
            "rows": list(each.rows),
            "added": [_plain(row) for row in each.added],
            "removed": [_plain(row) for row in each.removed],
            "changed": [
                {
                    "key": dict(zip(each.key, map(_text, change.key), strict=True)),
                    "column": change.column,
                    "old": _text(change.old),
                    "new": _text(change.new),
                }
                for change in each.changed
            ],
            "columns_added": list(each.columns_added),
            "columns_removed": list(each.columns_removed),
        }
        for each in differences
        if not each.is_same
    ]


def as_lines(told: Mapping) -> list[str]:
    """One table of `as_data` for a reader: + a row added, - a row removed, ~ a value with the old and the new."""
    lines = [f"  + {_row(row)}" for row in told["added"]] + [f"  - {_row(row)}" for row in told["removed"]]
    return lines + [
        f"  ~ {_row(change['key'])}  {change['column']}: {change['old']} → {change['new']}"
        for change in told["changed"]
    ]


def _row(row: Mapping) -> str:
    return ", ".join(f"{name}={value}" for name, value in row.items() if value is not None)


def _plain(row: Row) -> dict:
    return {name: _text(value) for name, value in row.items()}


def _text(value) -> str | None:
    """A value as it would stand in a delivery; None when the cell is empty."""
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)
