"""Releases as a publisher makes them: written aside, verified, brought to the disk, and only then named.

A kill or a power cut after any step leaves the release in use as it was, or the new one whole; the next publisher
clears up. Two publishers wait for each other. `after` is told each step as it ends: tests stop the process there.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data import journal, parquet
from data.pointer import NEXT, POINTER, ReleaseDamaged, ReleaseMissing, pointer, waiting
from data.release import MANIFEST, Release, described, open_verified, verify

Step = Callable[[str], None]


class PublishFailed(Exception):
    """The release could not be written, as when the disk is full; the release in use is as it was."""


@dataclass(frozen=True)
class Stored:
    """A release on the disk, whether it was there already, and where a damaged one of the same id was moved."""

    release: Release
    was_there: bool
    moved_aside: Path | None = None


def nothing(step: str) -> None:
    """What is done after a step, outside tests."""


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Wait for other publishers, clear up what a killed one left, and keep others waiting until the end.

    Raises PublishFailed when the disk will not take what is written meanwhile.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        with (root / ".lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _clear(root)
            try:
                yield
            finally:
                _clear(root)
    except parquet.FileUnsoundError as error:
        raise PublishFailed(str(error)) from error
    except (OSError, duckdb.IOException) as error:
        raise PublishFailed(_why(error)) from error


def _why(error: Exception) -> str:
    """The reason of a failure in the system's own words, without the paths that DuckDB puts around them."""
    told = re.search(r'"errno":"([0-9]+)"', str(error))
    number = getattr(error, "errno", None) or (int(told[1]) if told else 0)
    return os.strerror(number) if number else type(error).__name__


def _clear(root: Path) -> None:
    """Remove what a killed publisher left, and finish the record it did not come to finish."""
    for left in root.glob(".tmp-*"):
        shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink()
    for name in (POINTER, NEXT):
        (root / f"{name}.tmp").unlink(missing_ok=True)
    with suppress(ReleaseMissing, ReleaseDamaged):
        in_use, later = pointer(root), waiting(root)
        if later and (later.id, later.sha256) == in_use:
            write_line(root, POINTER, f"{later.id} {later.sha256}\n")
            forget_waiting(root)
            later = None
        journal.finish_or_forget(root, in_use, later and (later.id, later.sha256))


def write_line(root: Path, name: str, line: str, after: Step = lambda: None) -> None:
    """Put a line into CURRENT or NEXT, all at once and on the disk."""
    temporary = root / f"{name}.tmp"
    journal.write_durably(temporary, line.encode())
    after()
    os.replace(temporary, root / name)
    journal.sync(root)


def forget_waiting(root: Path) -> None:
    """No release waits for its hour any more, on the disk when this returns."""
    (root / NEXT).unlink(missing_ok=True)
    journal.sync(root)


def store(root: Path, id: str, write: Callable[[Path], bytes], *, after: Step = nothing) -> Stored:
    """Have the release of this id on the disk, whole: the one that is there, or else a new one.

    `write` writes the files into the folder it is given, verifies them, and gives the bytes of release.json.
    """
    with suppress(ReleaseMissing, ReleaseDamaged):
        return Stored(open_verified(root, id), was_there=True)
    staged = root / f".tmp-{id}"
    manifest = _stage(staged, write, after)
    moved = None
    if (root / id).exists():
        found = _equal(root, id, described(staged, manifest))
        if found:
            return Stored(found, was_there=True)
        moved = _move_aside(root, id)
    staged.rename(root / id)
    journal.sync(root)
    after("named")
    return Stored(described(root / id, manifest), was_there=False, moved_aside=moved)


def _stage(staged: Path, write: Callable[[Path], bytes], after: Step) -> bytes:
    """Have every file of a release on the disk, in a folder that no reader looks into; the bytes of release.json."""
    staged.mkdir()
    manifest = write(staged)
    after("written")
    for file in staged.iterdir():
        file.chmod(0o444)
        journal.sync(file)
    journal.write_durably(staged / MANIFEST, manifest)
    after("manifest")
    journal.sync(staged)
    after("staged")
    return manifest


def _equal(root: Path, id: str, staged: Release) -> Release | None:
    """The release that a killed publisher named but did not point to, when it is whole and equal to the staged one."""
    try:
        return verify(root, id, staged.sha256)
    except (ReleaseMissing, ReleaseDamaged):
        return None


def _move_aside(root: Path, id: str) -> Path:
    """Give a damaged release another name, so that a whole one can take its place; its bytes are kept."""
    number = 1 + len(list(root.glob(f".damaged-{id}-*")))
    return (root / id).rename(root / f".damaged-{id}-{number}")
