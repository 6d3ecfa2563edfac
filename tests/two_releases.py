"""Two tiny releases, one of them in use, and what may happen to their files."""

import os
from collections.abc import Iterator
from pathlib import Path

import queries
from data import release
from queries import current
from tests.handful import grants, publish_handful

OLD, NEW, THIRD = "00000000000a", "00000000000b", "00000000000c"


def material(eur: int) -> dict:
    """Two grants of `eur` each: the sum over themes is 2 × eur, whatever release is asked."""
    return grants({"id": "2017-a", "to": ["536"], "eur": eur}, {"id": "2017-b", "to": ["098"], "eur": eur})


def old_in_use(tmp_path: Path, monkeypatch) -> Iterator[Path]:
    """The folder of releases with OLD (2 × 1 €) in use; looks at CURRENT come as fast as they are asked for."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(current, "LOOK_SECONDS", 0.0)
    queries.unpin()
    publish_handful(tmp_path / "releases", OLD, material(1))
    yield tmp_path / "releases"
    queries.unpin()


def damage(root, id: str, table: str = "grants") -> None:
    """Flip one bit in the middle of a published file."""
    path = root / id / f"{table}.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    os.chmod(path, 0o644)
    path.write_bytes(content)


def point_at(root, id: str) -> None:
    """Move CURRENT as a publisher would that did not look at the files."""
    sha256 = next(record.sha256 for record in release.history(root) if record.id == id)
    (root / "CURRENT.tmp").write_text(f"{id} {sha256}\n")
    os.replace(root / "CURRENT.tmp", root / "CURRENT")
