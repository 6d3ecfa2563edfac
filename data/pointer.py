"""Which release is in use, and which waits for its hour: two small files, each put in place all at once.

releases/CURRENT    "<id> <sha256 of release.json>"
releases/NEXT       the same and an hour in UTC: from then on it goes before CURRENT
"""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

POINTER = "CURRENT"
NEXT = "NEXT"
_POINTER = re.compile(r"([0-9a-f]{12}) ([0-9a-f]{64})\n")
_NEXT = re.compile(r"([0-9a-f]{12}) ([0-9a-f]{64}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00)\n")


class ReleaseMissing(Exception):
    """There is no such release, or none at all."""


class ReleaseDamaged(Exception):
    """A release is not as it was published: the message says which file, and in what way."""


class Waiting(NamedTuple):
    """A release that is built and checked, and is served from an hour on, in UTC."""

    id: str
    sha256: str
    serves_from: datetime


def waiting(root: Path) -> Waiting | None:
    """The release that waits for its hour, or whose hour has come since; None when none does. Raises ReleaseDamaged."""
    try:
        match = _NEXT.fullmatch((root / NEXT).read_text(encoding="ascii"))
        return Waiting(match[1], match[2], datetime.fromisoformat(match[3]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise ReleaseDamaged(f"{NEXT} cannot be read") from error


def pointer(root: Path, now: datetime | None = None) -> tuple[str, str]:
    """The id in use and the sha256 of its release.json: CURRENT's, or NEXT's when its hour has come.

    `now` is the clock's when it is not given. Raises ReleaseMissing, ReleaseDamaged.
    """
    later = waiting(root)
    if later and later.serves_from <= (now or datetime.now(UTC)):
        return later.id, later.sha256
    try:
        match = _POINTER.fullmatch((root / POINTER).read_text(encoding="ascii"))
    except FileNotFoundError as error:
        raise ReleaseMissing("no release has been published") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ReleaseDamaged(f"{POINTER} cannot be read") from error
    if not match:
        raise ReleaseDamaged(f"{POINTER} is not an id and a sha256")
    return match[1], match[2]
