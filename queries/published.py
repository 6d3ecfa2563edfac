"""What each publication changed, and since when each table is as it is: read from the releases' own descriptions."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from data import release as releases
from data.release import MANIFEST

Tables = Mapping[str, tuple[str, int]]


class TableChange(NamedTuple):
    """A table that differs from the publication before; `rows_before` is None when it is new, `rows` when removed."""

    table: str
    rows_before: int | None
    rows: int | None


class Publication(NamedTuple):
    """One release as it was published: its id, the day, the tables that changed, and since when each is as it is."""

    id: str
    on: date
    changes: tuple[TableChange, ...]
    since: Mapping[str, date]


def publications(root: Path, allowed: Iterable[str]) -> tuple[Publication, ...]:
    """The releases of `allowed` whose descriptions are whole, in the order in which they were first published."""
    wanted, records = set(allowed), {}
    for record in releases.history(root):
        records.setdefault(record.id, record)
    told: list[Publication] = []
    before: Tables = {}
    for record in records.values():
        tables = _tables(root / record.id, record.sha256) if record.id in wanted else None
        if tables is not None:
            told.append(_publication(record, tables, before, told[-1].since if told else {}))
            before = tables
    return tuple(told)


def _publication(record, tables: Tables, before: Tables, since: Mapping[str, date]) -> Publication:
    """One publication beside the one before it."""
    on = date.fromisoformat(record.at[:10])
    names = [name for name in sorted({*before, *tables}) if before.get(name) != tables.get(name)]
    changes = tuple(TableChange(name, _rows(before, name), _rows(tables, name)) for name in names)
    return Publication(record.id, on, changes, {name: on if name in names else since[name] for name in tables})


def _rows(tables: Tables, name: str) -> int | None:
    return tables[name][1] if name in tables else None


@lru_cache(maxsize=1_024)
def _tables(folder: Path, sha256: str) -> Tables | None:
    """Sha256 and rows of each table of a release, from its description; None when that is missing or has changed."""
    try:
        content = (folder / MANIFEST).read_bytes()
    except OSError:
        return None
    if hashlib.sha256(content).hexdigest() != sha256:
        return None
    return {name: (each.sha256, each.rows) for name, each in releases.described(folder, content).tables.items()}
