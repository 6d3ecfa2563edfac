"""The log of releases: one numbered file a change of the release in use, written once and never changed.

A record carries the sha256 of itself, so that a damaged one is passed over rather than believed.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

LOG = "log"
PREPARED = ".tmp-"
PUBLISH, ROLLBACK, MEND, SCHEDULE, WITHDRAW = "publish", "rollback", "mend", "schedule", "withdraw"


@dataclass(frozen=True)
class Record:
    """One change: `publish` and `rollback` moved the pointer, `mend` put a damaged release right. Times are in UTC.

    `schedule` has a release wait until `serves_from`, `withdraw` took it back before that. `changes` is table ->
    (added, changed, removed) rows against the release before; None when they were not counted. `received` tells the
    files that came with it: name, place, sha256, bytes.
    """

    number: int
    action: str
    id: str
    sha256: str
    previous: str | None
    at: str
    rows: Mapping[str, int] = field(default_factory=dict)
    warnings: Sequence[str] = ()
    by: str | None = None
    is_recovered: bool = False
    serves_from: str | None = None
    changes: Mapping[str, Sequence[int]] | None = None
    data_until: str | None = None
    received: Sequence[Mapping] = ()
    reason: str | None = None


def records(root: Path) -> list[Record]:
    """The records of the log that are whole, oldest first."""
    read = (_read(path) for path in sorted((root / LOG).glob("*.json")))
    return [record for record in read if record]


def counted(past: Sequence[Record], in_use: str | None) -> list[Record]:
    """The records that took effect, a release that waited as published at its hour; `in_use` is the id served now.

    A release waits only as long as nothing else is decided: what was recorded before its hour took its place.
    """
    found = []
    for record, following in zip_longest(past, past[1:]):
        if record.action == SCHEDULE and _took_effect(record, following, in_use):
            found.append(replace(record, action=PUBLISH, at=record.serves_from))
        elif record.action not in (SCHEDULE, WITHDRAW):
            found.append(record)
    return found


def _took_effect(record: Record, following: Record | None, in_use: str | None) -> bool:
    if following is None:
        return in_use == record.id
    return following.action != WITHDRAW and following.at >= record.serves_from


def standing(past: Sequence[Record]) -> list[str]:
    """The ids that are or were in use and have not been withdrawn by a rollback, the one in use last."""
    ids: list[str] = []
    for record in past:
        if record.action == ROLLBACK and record.id in ids:
            while ids[-1] != record.id:
                ids.pop()
        elif record.action != MEND and ids[-1:] != [record.id]:
            ids.append(record.id)
    return ids


def next_number(root: Path) -> int:
    """The number of the next record: one more than the last file's, whole or not."""
    names = [path.stem for path in (root / LOG).glob("*.json")]
    return max((int(name) for name in names if name.isdecimal()), default=0) + 1


def prepare(root: Path, *, action: str, id: str, sha256: str, previous: str | None, **more) -> Path:
    """Write the next record aside and on to the disk, so that `finish` needs no more room. Call it under the lock."""
    folder = root / LOG
    folder.mkdir(exist_ok=True)
    number = next_number(root)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    record = Record(number=number, action=action, id=id, sha256=sha256, previous=previous, at=at, **more)
    told = asdict(record)
    prepared = folder / f"{PREPARED}{number:06d}"
    write_durably(prepared, _as_bytes(told | {"checksum": _checksum(told)}))
    return prepared


def finish(prepared: Path) -> None:
    """Put a prepared record into the log, on the disk when this returns."""
    prepared.rename(prepared.with_name(prepared.name.removeprefix(PREPARED) + ".json"))
    sync(prepared.parent)


def finish_or_forget(root: Path, in_use: tuple[str, str], waiting: tuple[str, str] | None) -> None:
    """Put right a log that a killed publisher left: what is in use, and what waits, must be the last changes told.

    Both are (id, sha256).
    """
    for prepared in sorted((root / LOG).glob(f"{PREPARED}*")):
        record = _read(prepared)
        meant = waiting if record and record.action == SCHEDULE else in_use
        is_told = record and record.action != SCHEDULE and _standing(root, in_use[0])[-1:] == [record.id]
        if record and (record.id, record.sha256) == meant and not is_told:
            finish(prepared)
        prepared.unlink(missing_ok=True)
    last = records(root)[-1:]
    if last and last[0].action == SCHEDULE and waiting is None and last[0].id != in_use[0]:
        told = {"id": last[0].id, "sha256": last[0].sha256, "previous": in_use[0]}
        finish(prepare(root, action=WITHDRAW, is_recovered=True, **told))
    stood = _standing(root, in_use[0])
    if stood[-1:] != [in_use[0]]:
        told = {"id": in_use[0], "sha256": in_use[1], "previous": stood[-1] if stood else None}
        finish(prepare(root, action=PUBLISH, is_recovered=True, **told))


def _standing(root: Path, in_use: str) -> list[str]:
    return standing(counted(records(root), in_use))


def write_durably(path: Path, content: bytes) -> None:
    """Write a file, read-only, and have it on the disk before returning."""
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        os.fchmod(file.fileno(), 0o444)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk before returning."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _as_bytes(told: Mapping) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _checksum(told: Mapping) -> str:
    return hashlib.sha256(_as_bytes(told)).hexdigest()


def _read(path: Path) -> Record | None:
    """The record in a file; None when the file is not as it was written."""
    try:
        told = json.loads(path.read_bytes())
        checksum = told.pop("checksum")
        return Record(**told) if checksum == _checksum(json.loads(_as_bytes(told))) else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
