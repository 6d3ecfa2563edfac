"""Releases as a reader sees them: which one is in use, whether it is as it was published, what came before.

releases/<id>/<table>.parquet   the tables, never changed
releases/<id>/release.json      what is in them, with the sha256 of every file
releases/CURRENT                "<id> <sha256 of release.json>"
releases/NEXT                   the same and an hour in UTC: the release that takes its place then
releases/log/000001.json        one record a change of CURRENT, never changed
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data.catalogue import data_folder
from data.journal import Record, counted, records, standing
from data.pointer import NEXT, POINTER, ReleaseDamaged, ReleaseMissing, pointer, waiting

__all__ = [
    "MANIFEST",
    "NEXT",
    "POINTER",
    "Release",
    "ReleaseDamaged",
    "ReleaseMissing",
    "TableFile",
    "current_id",
    "described",
    "history",
    "newest_good",
    "open_verified",
    "pointer",
    "root",
    "verify",
    "waiting",
]

MANIFEST = "release.json"
_ID = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True)
class TableFile:
    """One table of a release: where it is and what is in it. `columns` are (name, DuckDB type)."""

    name: str
    path: Path
    sha256: str
    bytes: int
    rows: int
    kind: str
    delivery: str
    delivery_sha256: str
    columns: tuple[tuple[str, str], ...]
    key: tuple[str, ...]
    sources: tuple[str, ...]
    licence: str


@dataclass(frozen=True)
class Release:
    """A release whose files were all there, whole, when it was opened. `data_until` is the latest `known_since`."""

    id: str
    folder: Path
    sha256: str
    schema_version: int
    engine: str
    data_until: date | None
    tables: Mapping[str, TableFile]


def root() -> Path:
    """The folder of the releases."""
    return data_folder() / "releases"


def current_id(root: Path) -> str:
    """The id of the release in use. Raises ReleaseMissing, ReleaseDamaged."""
    return pointer(root)[0]


def open_verified(root: Path, id: str | None = None, *, now: datetime | None = None) -> Release:
    """The release of this id (the one in use when None), every file of it verified by length and sha256.

    One that waits for its hour is missing until then.
    Raises ReleaseMissing when it was never published, ReleaseDamaged when a single bit of it has changed.
    """
    if id is None:
        return verify(root, *pointer(root, now))
    if not _ID.fullmatch(id) or not (root / id).is_dir():
        raise ReleaseMissing(id)
    return verify(root, id, _published_sha256(root, id, now))


def newest_good(root: Path, *, now: datetime | None = None) -> Release:
    """The release in use, or when that is damaged the newest before it that is whole; withdrawn ones come last.

    Raises ReleaseMissing when there is none.
    """
    for id, sha256 in _candidates(root, now):
        try:
            return verify(root, id, sha256)
        except (ReleaseMissing, ReleaseDamaged):
            continue
    raise ReleaseMissing("no release is whole")


def history(root: Path, now: datetime | None = None) -> list[Record]:
    """Every change of the release in use that has taken effect, oldest first: what the public may know."""
    in_use = None
    with suppress(ReleaseMissing, ReleaseDamaged):
        in_use = pointer(root, now)[0]
    return counted(records(root), in_use)


def verify(root: Path, id: str, sha256: str) -> Release:
    """The release of this id whose release.json has this sha256. Raises ReleaseMissing, ReleaseDamaged."""
    folder = root / id
    if not folder.is_dir():
        raise ReleaseMissing(id)
    try:
        content = (folder / MANIFEST).read_bytes()
    except OSError as error:
        raise ReleaseDamaged(f"{id}/{MANIFEST} cannot be read") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ReleaseDamaged(f"{id}/{MANIFEST} has changed")
    release = described(folder, content)
    for table in release.tables.values():
        _verify_file(id, table)
    return release


def described(folder: Path, content: bytes) -> Release:
    """What a release.json says, believed as it is: for bytes whose sha256 is known to be right."""
    told = json.loads(content)
    return Release(
        id=told["id"],
        folder=folder,
        sha256=hashlib.sha256(content).hexdigest(),
        schema_version=told["schema_version"],
        engine=told["engine"],
        data_until=date.fromisoformat(told["data_until"]) if told["data_until"] else None,
        tables={name: _table_file(folder, name, entry) for name, entry in told["tables"].items()},
    )


def _table_file(folder: Path, name: str, entry: Mapping) -> TableFile:
    told = {key: value for key, value in entry.items() if key != "file"}
    told |= {key: tuple(entry[key]) for key in ("key", "sources")}
    told["columns"] = tuple((column, type) for column, type in entry["columns"])
    return TableFile(name=name, path=folder / entry["file"], **told)


def _verify_file(id: str, table: TableFile) -> None:
    name = f"{id}/{table.path.name}"
    try:
        with table.path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReleaseDamaged(f"{name} cannot be read") from error
    if size != table.bytes or sha256 != table.sha256:
        raise ReleaseDamaged(f"{name} has changed")


def _published_sha256(root: Path, id: str, now: datetime | None) -> str:
    """The sha256 that the release.json of an id was published with. Raises ReleaseMissing when it never was."""
    for candidate, sha256 in _candidates(root, now):
        if candidate == id:
            return sha256
    raise ReleaseMissing(f"{id} has never been published")


def _candidates(root: Path, now: datetime | None) -> Iterator[tuple[str, str]]:
    """(id, sha256) of every published release: the one in use, those before it, then the withdrawn, newest first."""
    with suppress(ReleaseMissing, ReleaseDamaged):
        yield pointer(root, now)
    past = history(root, now)
    sha256 = {record.id: record.sha256 for record in past}
    stood = list(reversed(standing(past)))
    for id in dict.fromkeys([*stood, *(record.id for record in reversed(past))]):
        yield id, sha256[id]
