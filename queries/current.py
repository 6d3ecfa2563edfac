"""Which release this process serves: it follows CURRENT without a restart, and serves nothing that is not whole."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from cachetools import LRUCache, cached

from data import catalogue
from data import release as releases
from data.journal import LOG
from data.staging import schema
from queries import release_log
from queries.database import Database
from queries.errors import NoData, UnknownRelease

LOOK_SECONDS = 1.0
RETRY_SECONDS = 30.0
OLDER_RELEASES = 4

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opened:
    """A release and the database over its files; `publications` is the number of the last change that it tells of."""

    release: releases.Release
    database: Database
    publications: int = 0


def opened(release: releases.Release, now: datetime | None = None) -> Opened:
    """A database over the files of a release that has been verified, and over the log as the public may know it.

    A table that came into the catalogue after the release is empty, so that a lasting link to an earlier release still
    shows its pages: what had not been told yet is not known. A table that this program does not know yet is left out:
    it came with a newer program, which the site runs after its next start.
    """
    known = catalogue.current()
    for name in sorted(release.tables.keys() - known.tables.keys()):
        log.warning("release has a table of a newer program: %s", name)
    release = replace(release, tables={name: each for name, each in release.tables.items() if name in known.tables})
    files = {name: table.path.name for name, table in release.tables.items()}
    absent = {name: schema(table, known) for name, table in known.tables.items() if name not in files}
    past = release_log.seen(release.folder.parent, now)
    return Opened(release, Database(release.folder, files, past, absent), past[-1].number if past else 0)


Warm = Callable[[Opened], None]


def nothing(new: Opened) -> None:
    """What is done with the first release of a process before readers get it: they are waiting for it."""


_older: LRUCache = LRUCache(OLDER_RELEASES)


@cached(_older, key=lambda root, id: (root / id, _stat(root / LOG)), condition=threading.Condition())
def older(root: Path, id: str) -> Opened:
    """An earlier release, verified and opened; the last few are kept open. Raises UnknownRelease."""
    try:
        return opened(releases.open_verified(root, id))
    except Exception as error:
        log.warning("release not opened: %s", type(error).__name__)
        raise UnknownRelease from None


def in_utc() -> datetime:
    """The hour now."""
    return datetime.now(UTC)


class Follower:
    """The release in use under one root. `warm` gets one that takes another's place before the readers do.

    `clock` tells the hour: a release that waits for its own takes the other's place then, without a restart.
    """

    def __init__(self, root: Path, warm: Warm, clock: Callable[[], datetime] = in_utc):
        self._root, self._warm, self._clock = root, warm, clock
        self._lock = threading.Lock()
        self._opened: Opened | None = None
        self._problem: str | None = None
        self._mark: tuple | None = None
        self._next_look = self._next_try = 0.0
        self._worker: threading.Thread | None = None

    def current(self) -> Opened:
        """The release in use, or the last whole one. Raises NoData. Looks at CURRENT at most once a second."""
        if time.monotonic() >= self._next_look:
            self._look()
        if self._opened is None:
            raise NoData
        return self._opened

    def status(self) -> dict[str, str | None]:
        """`state` is ok, stale (an older release is served) or no_data; `reason` is missing, damaged or not_opened."""
        try:
            served = self.current().release.id
        except NoData:
            return {"state": "no_data", "release_id": None, "wanted_id": None, "reason": self._problem}
        state = "stale" if self._problem else "ok"
        return {"state": state, "release_id": served, "wanted_id": self._wanted(), "reason": self._problem}

    def _wanted(self) -> str | None:
        try:
            return releases.pointer(self._root, self._clock())[0]
        except (releases.ReleaseMissing, releases.ReleaseDamaged):
            return None

    def _look(self) -> None:
        with self._lock:
            now = time.monotonic()
            if now < self._next_look:
                return
            if self._opened is None:
                self._start()
            elif not (self._worker and self._worker.is_alive()):
                mark = _mark(self._root, self._clock())
                if mark != self._mark or (self._problem and now >= self._next_try):
                    self._worker = threading.Thread(target=self._follow, args=(mark,), daemon=True)
                    self._worker.start()
            self._next_look = time.monotonic() + LOOK_SECONDS

    def _start(self) -> None:
        """Open the release in use; when it is not whole, the newest that is. The first reader waits for it."""
        self._mark = _mark(self._root, self._clock())
        self._problem = self._adopt(lambda: releases.open_verified(self._root, now=self._clock()))
        if self._problem:
            self._adopt(lambda: releases.newest_good(self._root, now=self._clock()))

    def _follow(self, mark: tuple | None) -> None:
        """Open what CURRENT says now, beside the readers; when it is not whole the old one stays."""
        self._problem = self._adopt(lambda: releases.open_verified(self._root, now=self._clock()), warm=self._warm)
        self._mark = mark
        self._next_try = time.monotonic() + RETRY_SECONDS

    def _adopt(self, find: Callable[[], releases.Release], warm: Warm = nothing) -> str | None:
        """Swap to the release that `find` gives; the reason when there is none. Readers keep the old one till then."""
        try:
            new = opened(find(), self._clock())
            warm(new)
        except releases.ReleaseMissing:
            return "missing"
        except releases.ReleaseDamaged:
            log.error("release damaged")
            return "damaged"
        except Exception as error:  # whatever it is, the release that is served must stay
            log.error("release not opened: %s", type(error).__name__)
            return "not_opened"
        self._opened = new
        return None


def _mark(root: Path, now: datetime) -> tuple:
    """What changes whenever CURRENT, NEXT or the log does, and when the hour of a waiting release comes."""
    try:
        later = releases.waiting(root)
        is_due = bool(later and later.serves_from <= now)
    except releases.ReleaseDamaged:
        is_due = None
    return (*(_stat(root / name) for name in (releases.POINTER, releases.NEXT, LOG)), is_due)


def _stat(path: Path) -> tuple | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_ino, stat.st_size
