"""Tiny deliveries whose sums can be done in the head, and ways to spoil a copy of them."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from data import build
from data.problems import Problem, refuses

HERE = Path(__file__).parent


def copied(to: Path) -> Path:
    """A data folder of its own with the tiny catalogue and deliveries, free to be spoilt."""
    shutil.copytree(HERE, to, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return to


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Put `new` in place of the only `old` of a file."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def note(folder: Path, text: str) -> None:
    """Put a note of its own on the gift that was returned, so that the next release is another one."""
    rows = (HERE / "raw/gifts.csv").read_text(encoding="utf-8")
    (folder / "raw/gifts.csv").write_text(rows.replace("Palautus", text), encoding="utf-8")


def problems(folder: Path, **options) -> Sequence[Problem]:
    """What a build of the folder complains of; nothing may be published when it refuses."""
    before = sorted((folder / "releases").glob("*")) if (folder / "releases").exists() else []
    try:
        found = build.build(folder, **options).problems
        assert not refuses(found), "published in spite of errors"
        return found
    except build.Refused as refused:
        after = [path for path in sorted((folder / "releases").glob("*")) if path.name != ".lock"]
        assert [path for path in before if path.name != ".lock"] == after, "a refused build left something behind"
        return refused.problems


def places(folder: Path, **options) -> list[tuple]:
    """The same as (file without its folder, row, column, rule)."""
    return [(each.file.removeprefix("raw/"), each.row, each.column, each.rule) for each in problems(folder, **options)]
