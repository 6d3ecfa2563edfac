"""Which release is in use, as a publisher decides it: at once, from an hour on, or back to an earlier one.

Every decision is one record of the log, prepared before the pointer moves and finished after it. `after` is told each
step as it ends: tests stop the process there.
"""

from datetime import UTC, datetime
from pathlib import Path

from data import compare, journal
from data.pointer import NEXT, POINTER, ReleaseDamaged, ReleaseMissing, Waiting, pointer, waiting
from data.release import Release, history, open_verified
from data.storing import PublishFailed, Step, Stored, forget_waiting, locked, nothing, store, write_line

__all__ = [
    "SCHEDULE_STEPS",
    "STEPS",
    "PublishFailed",
    "Step",
    "Stored",
    "locked",
    "nothing",
    "point",
    "publish",
    "rollback",
    "schedule",
    "store",
    "waits",
    "withdraw",
]

STEPS = ("written", "manifest", "staged", "named", "recorded", "pointer", "pointed", "logged")
SCHEDULE_STEPS = ("recorded", "next", "waits", "logged")


def point(root: Path, release: Release, *, action: str, after: Step = nothing, **record) -> None:
    """Make a verified release the one in use, and write it down; nothing when it is. Call it under the lock.

    A release that waits for its hour waits no more: the newest decision is the one that counts.
    """
    in_use = _in_use(root)
    is_there = in_use == (release.id, release.sha256)
    if is_there and action != journal.MEND:
        return
    prepared = journal.prepare(root, action=action, **_told(root, release, in_use[0]), **record)
    after("recorded")
    if not is_there:
        forget_waiting(root)
        write_line(root, POINTER, f"{release.id} {release.sha256}\n", after=lambda: after("pointer"))
        after("pointed")
    journal.finish(prepared)
    after("logged")


def _in_use(root: Path) -> tuple[str | None, str | None]:
    try:
        return pointer(root)
    except (ReleaseMissing, ReleaseDamaged):
        return None, None


def _told(root: Path, release: Release, previous: str | None) -> dict:
    """What every record tells of a release: its rows, how far its data reach, what it changes in the one before."""
    return {
        "id": release.id,
        "sha256": release.sha256,
        "previous": previous,
        "rows": {name: table.rows for name, table in release.tables.items()},
        "data_until": release.data_until.isoformat() if release.data_until else None,
        "changes": _changes(root, previous, release),
    }


def _changes(root: Path, previous: str | None, release: Release) -> dict[str, list[int]] | None:
    """Rows added, changed and removed by table; None when the release before cannot be read."""
    try:
        before = open_verified(root, previous).tables if previous else {}
    except (ReleaseMissing, ReleaseDamaged):
        return None
    return compare.counts(before, release.tables)


def schedule(root: Path, release: Release, serves_from: datetime, *, after: Step = nothing, **record) -> None:
    """Have a verified release served from an hour on, in place of any that waits; what is in use stays till then.

    Call it under the lock. Nothing of it is in any history, page or file of the public site before its hour.
    """
    at = serves_from.astimezone(UTC).isoformat(timespec="seconds")
    told = _told(root, release, _in_use(root)[0])
    prepared = journal.prepare(root, action=journal.SCHEDULE, serves_from=at, **told, **record)
    after("recorded")
    write_line(root, NEXT, f"{release.id} {release.sha256} {at}\n", after=lambda: after("next"))
    after("waits")
    journal.finish(prepared)
    after("logged")


def waits(root: Path) -> Waiting | None:
    """The release that waits for an hour that has not come; None when none does."""
    later = waiting(root)
    return later if later and later.serves_from > datetime.now(UTC) else None


def publish(root: Path, id: str, **record) -> Release:
    """Make a release that has been published before the one in use. Raises ReleaseMissing, ReleaseDamaged."""
    with locked(root):
        release = open_verified(root, id)
        point(root, release, action=journal.PUBLISH, **record)
        return release


def rollback(root: Path, to: str | None = None, *, after: Step = nothing, **record) -> Release:
    """Withdraw the release in use: go back to the one before it, or to the one named.

    The release is verified before it is pointed to; one that waits for its hour waits no more.
    Raises ReleaseMissing, ReleaseDamaged.
    """
    with locked(root):
        stood = journal.standing(history(root))
        if to is None and len(stood) < 2:
            raise ReleaseMissing("there is no release before this one")
        release = open_verified(root, to or stood[-2])
        point(root, release, action=journal.ROLLBACK, after=after, **record)
        return release


def withdraw(root: Path, **record) -> str:
    """Take back the release that waits for its hour, and give its id. Raises ReleaseMissing when none waits."""
    with locked(root):
        later = waits(root)
        if later is None:
            raise ReleaseMissing("no release waits for its hour")
        told = {"id": later.id, "sha256": later.sha256, "previous": _in_use(root)[0]}
        prepared = journal.prepare(root, action=journal.WITHDRAW, **told, **record)
        forget_waiting(root)
        journal.finish(prepared)
        return later.id
