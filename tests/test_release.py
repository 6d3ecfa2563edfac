"""Releases as a reader sees them: whole or refused, and the newest whole one when the one in use is not."""

import json
import random

import pytest

from data import build, journal, publish
from data.release import (
    ReleaseDamaged,
    ReleaseMissing,
    current_id,
    history,
    newest_good,
    open_verified,
)


@pytest.fixture
def root(folder):
    return folder / "releases"


def published(folder, note):
    """The id of a release whose only difference is the note of one gift."""
    path = folder / "raw/gifts.csv"
    head, _, tail = path.read_text().partition("g4;")
    cells = tail.split(";")
    cells[7] = note
    path.write_text(head + "g4;" + ";".join(cells))
    return build.build(folder).release.id


def flip(path, bit):
    """Flip one bit of a file that is meant to be left alone."""
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)


def test_the_release_in_use_can_be_opened_by_id_or_without(folder, root):
    id = published(folder, "first")
    assert open_verified(root).id == open_verified(root, id).id == current_id(root) == id


def test_before_the_first_release_there_is_none(root):
    for ask in (current_id, open_verified, newest_good):
        with pytest.raises(ReleaseMissing):
            ask(root)
    assert history(root) == []


@pytest.mark.parametrize("id", ["000000000000", "../raw", "", "log", "CURRENT", "/etc", "0" * 13])
def test_what_was_never_published_is_missing(folder, root, id):
    published(folder, "first")
    with pytest.raises(ReleaseMissing):
        open_verified(root, id)


def test_a_release_before_this_one_can_still_be_opened(folder, root):
    first, second = published(folder, "first"), published(folder, "second")
    assert first != second
    assert open_verified(root, first).tables["gifts"].rows == 5


def test_not_one_flipped_bit_in_any_file_is_served(folder, root):
    id = published(folder, "first")
    chance = random.Random(20170929)  # noqa: S311 - the same bits every time
    files = sorted((root / id).iterdir())
    for _ in range(60):
        path = chance.choice(files)
        bit = chance.randrange(path.stat().st_size * 8)
        flip(path, bit)
        with pytest.raises(ReleaseDamaged):
            open_verified(root)
        flip(path, bit)
    assert open_verified(root).id == id


def test_not_one_flipped_bit_of_an_older_release_is_served(folder, root):
    first = published(folder, "first")
    published(folder, "second")
    for path in sorted((root / first).iterdir()):
        flip(path, 999)
        with pytest.raises(ReleaseDamaged):
            open_verified(root, first)
        flip(path, 999)


def test_not_one_flipped_bit_in_the_pointer_or_the_log_serves_anything_else(folder, root):
    published(folder, "first")
    id = published(folder, "second")
    good = {path: path.read_bytes() for path in (root / id).iterdir()}
    for path in (root / "CURRENT", root / "log/000002.json"):
        for bit in range(0, path.stat().st_size * 8, 61):
            flip(path, bit)
            served = newest_good(root)
            assert served.id == id or path.name == "000002.json"
            assert {each: each.read_bytes() for each in (root / id).iterdir()} == good
            flip(path, bit)


@pytest.mark.parametrize("content", ["", "x", "0" * 12, "../raw " + "0" * 64 + "\n"])
def test_a_pointer_that_is_not_one_is_damage(folder, root, content):
    id = published(folder, "first")
    (root / "CURRENT").unlink()
    (root / "CURRENT").write_text(content)
    with pytest.raises(ReleaseDamaged):
        current_id(root)
    assert newest_good(root).id == id


def test_a_file_that_is_cut_or_gone_is_damage(folder, root):
    id = published(folder, "first")
    path = root / id / "gifts.parquet"
    path.chmod(0o644)
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    with pytest.raises(ReleaseDamaged, match=r"gifts\.parquet has changed"):
        open_verified(root)
    path.unlink()
    with pytest.raises(ReleaseDamaged, match=r"gifts\.parquet cannot be read"):
        open_verified(root)


def test_the_newest_whole_release_is_served_when_the_one_in_use_is_damaged(folder, root):
    first, second, third = (published(folder, note) for note in ("first", "second", "third"))
    flip(root / third / "gifts.parquet", 1000)
    assert newest_good(root).id == second
    flip(root / second / "release.json", 1000)
    assert newest_good(root).id == first


def test_a_withdrawn_release_is_served_only_when_nothing_else_is_whole(folder, root):
    first, second, third = (published(folder, note) for note in ("first", "second", "third"))
    publish.rollback(root)
    flip(root / second / "gifts.parquet", 1000)
    assert newest_good(root).id == first
    flip(root / first / "gifts.parquet", 1000)
    assert newest_good(root).id == third


def test_a_damaged_release_is_built_again_and_the_damaged_one_kept_aside(folder, root):
    id = published(folder, "first")
    whole = (root / id / "gifts.parquet").read_bytes()
    flip(root / id / "gifts.parquet", 1000)
    built = build.build(folder)
    assert built.release.id == id
    assert built.moved_aside.name == f".damaged-{id}-1"
    assert (root / id / "gifts.parquet").read_bytes() == whole
    assert open_verified(root).id == id
    assert [record.action for record in history(root)] == ["publish", "mend"]


def test_files_of_a_release_cannot_be_written_to_by_mistake(folder, root):
    id = published(folder, "first")
    assert {path.stat().st_mode & 0o777 for path in (root / id).iterdir()} == {0o444}


def test_every_change_is_one_record_numbered_from_one(folder, root):
    first, second = published(folder, "first"), published(folder, "second")
    publish.rollback(root, by="meeting")
    told = [(record.number, record.action, record.id, record.previous, record.by) for record in history(root)]
    assert told == [
        (1, "publish", first, None, None),
        (2, "publish", second, first, None),
        (3, "rollback", first, second, "meeting"),
    ]
    assert sorted(path.name for path in (root / "log").iterdir()) == ["000001.json", "000002.json", "000003.json"]


def test_a_record_that_was_tampered_with_is_passed_over(folder, root):
    published(folder, "first")
    path = root / "log/000001.json"
    path.chmod(0o644)
    path.write_text(json.dumps(json.loads(path.read_text()) | {"by": "someone"}))
    assert history(root) == []
    assert journal.next_number(root) == 2


def test_the_accepted_warnings_are_written_down(folder, root):
    published(folder, "first")
    path = folder / "raw/memberships.csv"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:2]))
    build.build(folder, accept_warnings=True, by="owner")
    assert (history(root)[-1].warnings, history(root)[-1].by) == (["raw/memberships.csv fewer-rows"], "owner")
