"""Deliveries become a release: everything is checked, then everything is published, or nothing is.

build(folder) -> Built, or Refused with every problem; the release in use changes only at the very end.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data import intake, journal, publish, writing
from data.assess import Assessed, Input, Refused, assess, read
from data.problems import Problem, refuses
from data.release import Release, ReleaseDamaged, ReleaseMissing, current_id, open_verified

__all__ = ["Assessed", "Built", "Held", "Input", "Refused", "WaitsForHour", "assess", "build", "read", "silent"]

Tell = Callable[..., None]


class Held(Refused):
    """The deliveries have no error, but warnings that nobody has accepted: nothing was published."""


class WaitsForHour(Exception):
    """Another release waits for its hour: nothing is published beside it unless its own hour is told."""

    def __init__(self, waiting: publish.Waiting):
        super().__init__(waiting.id)
        self.waiting = waiting


@dataclass(frozen=True)
class Built:
    """What a build came to: the release, and the warnings and notes on the way to it.

    `serves_from` is the hour that the release waits for; None when it is in use now.
    """

    release: Release
    problems: tuple[Problem, ...] = ()
    is_up_to_date: bool = False
    was_there: bool = False
    moved_aside: Path | None = None
    serves_from: datetime | None = None


def silent(key: str, **facts) -> None:
    """What is told of the progress when nobody listens."""


def build(
    folder: Path,
    *,
    files: Mapping[str, intake.Received] = {},
    accept_warnings: bool = False,
    embargo: datetime | None = None,
    by: str | None = None,
    reason: str | None = None,
    tell: Tell = silent,
    after: publish.Step = publish.nothing,
) -> Built:
    """Check the deliveries of a data folder and publish them, `files` put among them when they are accepted.

    `embargo` is the hour from which the release is served. Nothing is done when it is there already, and whole. `by` is
    who accepted the warnings. Raises Refused, Held, WaitsForHour, publish.PublishFailed.
    """
    root = folder / "releases"
    done = None if files or intake.is_unfinished(folder) else _done(root, read(folder).id, embargo)
    if done:
        return done
    with publish.locked(root):
        intake.settle(folder)
        files = {**(intake.waiting_files(folder) if embargo else {}), **files}
        done = None if files else _done(root, read(folder, files).id, embargo)
        if done:
            return done
        _refuse_beside_waiting(root, embargo)
        assessed = _accepted(assess(folder, files), accept_warnings)
        given, examined = assessed.given, assessed.examined
        stored = publish.store(root, given.id, lambda staged: writing.write(staged, given, examined, tell), after=after)
        placed = {given.catalogue.tables[name].delivery: each for name, each in files.items()}
        intake.prepare(folder, given.id, placed)
        warnings = list(dict.fromkeys(f"{each.file} {each.rule}" for each in assessed.warnings))
        told = {"warnings": warnings, "by": by, "reason": reason, "received": intake.told(placed)}
        serves_from = _decide(root, stored, embargo, after=after, **told)
        with suppress(OSError):  # as when the disk has just filled: the next publisher finishes it
            intake.settle(folder)
        known = {"was_there": stored.was_there, "moved_aside": stored.moved_aside, "serves_from": serves_from}
        return Built(stored.release, assessed.problems, **known)


def _accepted(assessed: Assessed, accept_warnings: bool) -> Assessed:
    """The same when nothing speaks against it. Raises Refused, and Held for warnings that nobody has accepted."""
    if refuses(assessed.problems):
        raise Refused(assessed.problems)
    if assessed.warnings and not accept_warnings:
        raise Held(assessed.problems)
    return assessed


def _decide(root: Path, stored: publish.Stored, embargo: datetime | None, *, after: publish.Step, **told):
    """Have the stored release wait for its hour, which is given back, or make it the one in use at once.

    When a damaged one in its place was in use, it is told as mended.
    """
    if embargo and embargo > datetime.now(UTC):
        publish.schedule(root, stored.release, embargo, after=after, **told)
        return embargo
    is_mended = stored.moved_aside is not None and _points_to(root, stored.release.id)
    action = journal.MEND if is_mended else journal.PUBLISH
    publish.point(root, stored.release, action=action, after=after, **told)
    return None


def _done(root: Path, id: str, embargo: datetime | None) -> Built | None:
    """The release of this id when it is in use and whole, or waits already and no other hour is told."""
    try:
        if current_id(root) == id:
            return Built(open_verified(root), is_up_to_date=True)
        later = publish.waits(root)
        if later and later.id == id and embargo in (None, later.serves_from):
            whole = open_verified(root, now=later.serves_from)
            return Built(whole, is_up_to_date=True, serves_from=later.serves_from)
    except (ReleaseMissing, ReleaseDamaged):
        pass
    return None


def _refuse_beside_waiting(root: Path, embargo: datetime | None) -> None:
    """What is decided anew takes the place of what waits, which nobody may do without knowing."""
    later = publish.waits(root)
    if later and embargo is None:
        raise WaitsForHour(later)


def _points_to(root: Path, id: str) -> bool:
    try:
        return current_id(root) == id
    except (ReleaseMissing, ReleaseDamaged):
        return False
