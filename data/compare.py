"""How many rows of a table are added, changed and removed, and which; DuckDB joins the two by their key.

Both sides are a file of a release or a table in memory, so that a delivery can be compared before it is published.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from data.release import TableFile

Side = TableFile | pa.Table | None


@dataclass(frozen=True)
class Found:
    """How one table differs: (added, changed, removed) rows, and the first of each with their keys.

    `added` and `removed` are rows as dicts; `changed` is (key, column, old, new), one a value.
    """

    name: str
    counts: tuple[int, int, int]
    rows: tuple[int | None, int | None]
    key: tuple[str, ...] = ()
    added: Sequence[Mapping] = ()
    removed: Sequence[Mapping] = ()
    changed: Sequence[tuple] = ()


def counts(old: Mapping[str, Side], new: Mapping[str, TableFile]) -> dict[str, list[int]]:
    """Table -> [added, changed, removed] for every table that differs; the keys are those of `new`, or else `old`."""
    keys = {name: table.key for name, table in {**old, **new}.items()}
    return {each.name: list(each.counts) for each in differing(old, new, keys, shown=0) if any(each.counts)}


def differing(
    old: Mapping[str, Side], new: Mapping[str, Side], keys: Mapping[str, Sequence[str]], *, shown: int
) -> Iterator[Found]:
    """Every table that differs, by name, with at most `shown` rows of each kind."""
    with closing(duckdb.connect(":memory:")) as connection:
        for name in sorted({*old, *new}):
            before, after = old.get(name), new.get(name)
            if not _is_same_file(before, after):
                found = _Pair(connection, name, before, after, tuple(keys[name])).found(shown)
                if any(found.counts) or None in found.rows:
                    yield found


def _is_same_file(old: Side, new: Side) -> bool:
    return isinstance(old, TableFile) and isinstance(new, TableFile) and old.sha256 == new.sha256


def _columns(side: Side) -> tuple[str, ...]:
    if side is None:
        return ()
    return tuple(side.column_names) if isinstance(side, pa.Table) else tuple(name for name, _ in side.columns)


class _Pair:
    """Two states of one table as the views `before` and `after`; names come from the catalogue, never from a reader."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, name: str, old: Side, new: Side, key: tuple[str, ...]):
        self._connection, self._name, self._old, self._new = connection, name, old, new
        self._both = [each for each in _columns(new) if each in _columns(old)]
        is_known = old is None or new is None or set(key) <= set(self._both)
        self._key = key if is_known else tuple(self._both)
        for view, side in (("before", old), ("after", new)):
            if isinstance(side, pa.Table):
                connection.register(view, side)
            elif side is not None:
                literal = str(side.path).replace("'", "''")
                connection.execute(f"CREATE OR REPLACE VIEW {view} AS FROM read_parquet('{literal}')")

    def found(self, shown: int) -> Found:
        """The differences; a table that is not there has no rows."""
        rows = (self._count("before", self._old), self._count("after", self._new))
        if self._old is None or self._new is None:
            added, removed = rows[1] or 0, rows[0] or 0
            return Found(self._name, (added, 0, removed), rows, self._key, **self._shown_whole(shown))
        gone, come = self._without("before", "after"), self._without("after", "before")
        changed = self._changed()
        found = (self._one(f"SELECT count(*) FROM ({each})") for each in (come, changed, gone))  # noqa: S608
        more = {"added": self._dicts(come, shown), "removed": self._dicts(gone, shown)} if shown else {}
        more |= {"changed": self._values(changed, shown)} if shown else {}
        return Found(self._name, tuple(found), rows, self._key, **more)

    def _count(self, view: str, side: Side) -> int | None:
        return None if side is None else self._one(f"SELECT count(*) FROM {view}")  # noqa: S608

    def _one(self, sql: str) -> int:
        return self._connection.execute(sql).fetchall()[0][0]  # an unread result would block the connection

    def _shown_whole(self, shown: int) -> dict:
        view, kind = ("after", "added") if self._old is None else ("before", "removed")
        return {kind: self._dicts(f"SELECT * FROM {view}", shown)} if shown else {}  # noqa: S608

    def _matched(self) -> str:
        return " AND ".join(f'before."{name}" IS NOT DISTINCT FROM after."{name}"' for name in self._key)

    def _without(self, left: str, right: str) -> str:
        return f"SELECT {left}.* FROM {left} ANTI JOIN {right} ON {self._matched()}"  # noqa: S608

    def _changed(self) -> str:
        """Pairs of rows of the same key that differ in a column that both have: `old` and `new` as structs."""
        rest = [name for name in self._both if name not in self._key]
        differ = " OR ".join(f'before."{name}" IS DISTINCT FROM after."{name}"' for name in rest) or "false"
        pairs = f"FROM before JOIN after ON {self._matched()} WHERE {differ}"
        return f"SELECT before AS old, after AS new {pairs}"

    def _dicts(self, sql: str, shown: int) -> list[dict]:
        order = ", ".join(f'"{name}" NULLS LAST' for name in self._key)
        cursor = self._connection.execute(f"SELECT * FROM ({sql}) ORDER BY {order} LIMIT {shown}")  # noqa: S608
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _values(self, sql: str, shown: int) -> list[tuple]:
        order = ", ".join(f'new."{name}" NULLS LAST' for name in self._key)
        pairs = self._connection.execute(f"SELECT * FROM ({sql}) ORDER BY {order} LIMIT {shown}").fetchall()  # noqa: S608
        return [
            (tuple(new[name] for name in self._key), name, old[name], new[name])
            for old, new in pairs
            for name in self._both
            if old[name] != new[name]
        ]
