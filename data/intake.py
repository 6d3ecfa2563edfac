"""Files as they were received: kept for ever under their sha256, and put among the deliveries when they are accepted.

received/<sha256><.ext>   the bytes of a file, never changed
releases/INTAKE           which of them belong among the deliveries of a release; it goes when they are there

The release moves first and the deliveries follow: a kill between the two is made good by the next publisher.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from data import journal
from data.deliveries import sha256
from data.pointer import ReleaseDamaged, ReleaseMissing, pointer, waiting

FOLDER, MARK = "received", "INTAKE"


@dataclass(frozen=True)
class Received:
    """One file as it came: its name, and its bytes."""

    name: str
    content: bytes

    @property
    def kept_as(self) -> str:
        """The name that its bytes are kept under."""
        return sha256(self.content) + Path(self.name).suffix.lower()


def told(placed: Mapping[str, Received]) -> list[dict]:
    """What the log tells of received files (place -> file)."""
    return [
        {
            "name": Path(each.name).name,
            "place": place,
            "sha256": sha256(each.content),
            "bytes": len(each.content),
        }
        for place, each in sorted(placed.items())
    ]


def prepare(folder: Path, id: str, placed: Mapping[str, Received]) -> None:
    """Keep accepted files, and note where they belong once the release `id` is decided on. Call it under the lock."""
    if not placed:
        return
    kept = folder / FOLDER
    kept.mkdir(exist_ok=True)
    for each in placed.values():
        if not (kept / each.kept_as).exists():
            _put(kept / each.kept_as, each.content)
    mark = {"id": id, "files": {place: each.kept_as for place, each in placed.items()}}
    _put(folder / "releases" / MARK, json.dumps(mark).encode())


def settle(folder: Path) -> None:
    """Bring the files of a decided release among the deliveries; forget those of one that was not. Under the lock."""
    path = folder / "releases" / MARK
    with suppress(FileNotFoundError):
        mark = json.loads(path.read_bytes())
        if mark["id"] in _decided(folder / "releases"):
            for place, name in mark["files"].items():
                (folder / place).parent.mkdir(parents=True, exist_ok=True)
                _put(folder / place, (folder / FOLDER / name).read_bytes(), mode=0o644)
        path.unlink()
        journal.sync(path.parent)


def _decided(root: Path) -> set[str]:
    """The release in use and the one that waits."""
    found = set()
    with suppress(ReleaseMissing, ReleaseDamaged):
        found.add(pointer(root)[0])
    with suppress(ReleaseDamaged):
        later = waiting(root)
        found |= {later.id} if later else set()
    return found


def _put(path: Path, content: bytes, *, mode: int = 0o444) -> None:
    """Have a file under its name whole or not at all, on the disk when this returns."""
    temporary = path.with_name(f".tmp-{path.name}.part")
    journal.write_durably(temporary, content)
    temporary.chmod(mode)
    os.replace(temporary, path)
    journal.sync(path.parent)
