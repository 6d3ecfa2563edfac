"""Files as they were received: kept for ever under their sha256, and put among the deliveries when they are accepted.

received/<sha256><.ext>   the bytes of a file, never changed
releases/INTAKE           which of them belong among the deliveries of a release; it goes when they are there

The release moves first and the deliveries follow: a kill between the two is made good by the next publisher. Those of
a release that waits for its hour stay aside till then, so that no other release lets them out.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from data import journal
from data.deliveries import forms_of, sha256
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
    files = [{"name": each.name, "place": place, "kept": each.kept_as} for place, each in placed.items()]
    mark = {"id": id, "files": files}
    _put(folder / "releases" / MARK, json.dumps(mark).encode())


def settle(folder: Path) -> None:
    """Bring the files of a release in use among the deliveries; forget those of one that was not decided on.

    Call it under the lock.
    """
    mark = _mark(folder)
    in_use, waits = _decided(folder / "releases")
    if not mark or mark["id"] == waits:
        return
    if mark["id"] == in_use:
        for place, each in _files(folder, mark).items():
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            _put(folder / place, each.content, mode=0o644)
            _keep_others(folder, place)
    (folder / "releases" / MARK).unlink()
    journal.sync(folder / "releases")


def _keep_others(folder: Path, place: str) -> None:
    """Move a delivery's other forms away, which the file at `place` replaces; their bytes are kept."""
    for other in forms_of(folder, place):
        if other != place:
            old = Received(Path(other).name, (folder / other).read_bytes())
            _put(folder / FOLDER / old.kept_as, old.content)
            (folder / other).unlink()
            journal.sync((folder / other).parent)


def is_unfinished(folder: Path) -> bool:
    """Whether files are kept whose release is being decided on, or waits for its hour."""
    return (folder / "releases" / MARK).exists()


def unsettled(folder: Path) -> dict[str, Received]:
    """Place -> file of the release in use, while they are not among the deliveries yet."""
    mark = _mark(folder)
    return _files(folder, mark) if mark and mark["id"] == _decided(folder / "releases")[0] else {}


def waiting_files(folder: Path) -> dict[str, Received]:
    """Table -> file of the release that waits for its hour."""
    mark = _mark(folder)
    is_waiting = mark and mark["id"] == _decided(folder / "releases")[1]
    return {Path(place).stem: each for place, each in _files(folder, mark).items()} if is_waiting else {}


def _mark(folder: Path) -> dict | None:
    with suppress(FileNotFoundError):
        return json.loads((folder / "releases" / MARK).read_bytes())
    return None


def _files(folder: Path, mark: Mapping) -> dict[str, Received]:
    kept = folder / FOLDER
    return {each["place"]: Received(each["name"], (kept / each["kept"]).read_bytes()) for each in mark["files"]}


def _decided(root: Path) -> tuple[str | None, str | None]:
    """The id of the release in use, and of the one that waits for an hour that has not come."""
    in_use = later = None
    with suppress(ReleaseMissing, ReleaseDamaged):
        in_use = pointer(root)[0]
    with suppress(ReleaseDamaged):
        later = waiting(root)
    return in_use, later.id if later and later.id != in_use else None


def _put(path: Path, content: bytes, *, mode: int = 0o444) -> None:
    """Have a file under its name whole or not at all, on the disk when this returns."""
    temporary = path.with_name(f".tmp-{path.name}.part")
    journal.write_durably(temporary, content)
    temporary.chmod(mode)
    os.replace(temporary, path)
    journal.sync(path.parent)
