"""A release that waits for its hour: built and checked, but nowhere to be seen before; served at its hour by itself."""

import signal
import time
from datetime import UTC, datetime, timedelta

import pytest

from data import build, journal, publish
from data.intake import Received
from data.release import ReleaseMissing, current_id, history, newest_good, open_verified, pointer
from tests import tiny
from tests.test_release_crash import run

HOUR = datetime(2999, 12, 1, 9, 0, tzinfo=UTC)
BEFORE, AFTER = HOUR - timedelta(seconds=1), HOUR


@pytest.fixture
def folder(tmp_path):
    made = tiny.copied(tmp_path / "data")
    build.build(made)
    return made


@pytest.fixture
def root(folder):
    return folder / "releases"


def wait(folder, note="waits", hour=HOUR) -> str:
    """The id of a release that waits: its delivery came as a file of its own."""
    content = (folder / "raw/gifts.csv").read_bytes().replace(b"Palautus", note.encode())
    built = build.build(folder, files={"gifts": Received("gifts.csv", content)}, embargo=hour)
    assert built.serves_from == hour
    return built.release.id


def test_before_its_hour_a_release_is_in_no_pointer_history_or_folder_that_is_asked(folder, root):
    first = current_id(root)
    id = wait(folder)
    assert (current_id(root), newest_good(root).id) == (first, first)
    assert [record.id for record in history(root)] == [first]
    with pytest.raises(ReleaseMissing):
        open_verified(root, id)
    assert (journal.records(root)[-1].action, journal.records(root)[-1].serves_from) == (
        "schedule",
        "2999-12-01T09:00:00+00:00",
    )


def test_from_its_hour_on_a_release_is_in_use_without_anybody_doing_anything(folder, root):
    first, id = current_id(root), wait(folder)
    assert (pointer(root, BEFORE)[0], pointer(root, AFTER)[0]) == (first, id)
    assert open_verified(root, id, now=AFTER).id == newest_good(root, now=AFTER).id == id
    told = [(record.action, record.id, record.at) for record in history(root, AFTER)]
    assert told[-1] == ("publish", id, "2999-12-01T09:00:00+00:00")
    assert [record.id for record in history(root, BEFORE)] == [first]


def test_the_id_of_a_release_does_not_depend_on_its_hour(folder, root):
    id = wait(folder)
    publish.withdraw(root)
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "waits")
    assert build.build(folder).release.id == id


def test_what_waits_is_not_let_out_by_another_build(folder, root):
    first = current_id(root)
    wait(folder)
    assert build.build(folder).release.id == first
    tiny.edit(folder, "raw/villages.csv", "Ahola", "Aholanmäki")
    with pytest.raises(build.WaitsForHour):
        build.build(folder)
    assert current_id(root) == first
    publish.withdraw(root)
    second = build.build(folder).release
    assert (second.id, "waits" in (folder / "raw/gifts.csv").read_text()) == (current_id(root), False)


def test_another_delivery_waits_together_with_the_one_that_waits_already(folder, root):
    wait(folder)
    content = (folder / "raw/villages.csv").read_bytes().replace(b"Ahola", b"Aholanm")
    built = build.build(folder, files={"villages": Received("villages.csv", content)}, embargo=HOUR)
    rows = open_verified(root, built.release.id, now=AFTER)
    assert rows.tables["gifts"].delivery_sha256 != open_verified(root).tables["gifts"].delivery_sha256
    assert [record.action for record in journal.records(root)] == ["publish", "schedule", "schedule"]
    assert [record.id for record in history(root, AFTER)][-1] == built.release.id


def test_a_release_that_waits_can_be_served_at_once(folder, root):
    id = wait(folder)
    assert build.build(folder, embargo=datetime.now(UTC)).release.id == current_id(root) == id
    assert "waits" in (folder / "raw/gifts.csv").read_text()
    assert publish.waits(root) is None


def test_an_hour_that_has_passed_is_now_and_is_told_as_now(folder, root):
    tiny.note(folder, "second")
    built = build.build(folder, embargo=datetime(2001, 1, 1, tzinfo=UTC))
    first, second = history(root)
    assert (built.serves_from, second.id) == (None, current_id(root))
    assert second.at >= first.at


def test_a_release_that_was_taken_back_never_comes(folder, root):
    first, id = current_id(root), wait(folder)
    assert publish.withdraw(root, by="meeting") == id
    assert pointer(root, AFTER)[0] == first
    assert [record.id for record in history(root, AFTER)] == [first]
    with pytest.raises(ReleaseMissing):
        publish.withdraw(root)


def test_a_withdrawal_that_a_killed_publisher_left_to_be_told_later_still_counts():
    """Its record comes from whoever clears up, which may be after the hour."""
    told = {"sha256": "0" * 64, "previous": None}
    first = journal.Record(1, "publish", "a", at="2999-11-01T09:00:00+00:00", **told)
    hour = {"at": "2999-11-02T09:00:00+00:00", "serves_from": "2999-12-01T09:00:00+00:00"}
    waits = journal.Record(2, "schedule", "b", **hour, **told)
    late = journal.Record(3, "withdraw", "b", at="2999-12-24T09:00:00+00:00", is_recovered=True, **told)
    assert journal.counted([first, waits, late], "a") == [first]


def test_a_rollback_takes_back_what_waits(folder, root):
    first = current_id(root)
    tiny.note(folder, "second")
    build.build(folder)
    tiny.note(folder, "third")
    build.build(folder, embargo=HOUR)
    assert publish.rollback(root).id == first
    assert publish.waits(root) is None
    assert pointer(root, AFTER)[0] == first


def test_the_hour_that_has_come_is_carried_out_by_the_next_publisher(folder, root):
    first, id = current_id(root), wait(folder)
    with publish.locked(root):  # nothing slow stands between the clock and the hour
        publish.schedule(root, open_verified(root, id, now=AFTER), datetime.now(UTC) + timedelta(seconds=2))
    last = time.monotonic() + 20
    while current_id(root) != id:
        assert time.monotonic() < last
        time.sleep(0.1)
    built = build.build(folder)
    assert (built.release.id, (root / "NEXT").exists(), "waits" in (folder / "raw/gifts.csv").read_text()) == (
        id,
        False,
        True,
    )
    assert [record.action for record in history(root)] == ["publish", "publish"]
    assert publish.rollback(root).id == first


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from data import build

def stop(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

build.build(Path(sys.argv[1]), embargo=datetime(2999, 12, 1, 9, tzinfo=UTC), after=stop)
"""


@pytest.mark.parametrize("step", publish.SCHEDULE_STEPS)
def test_a_publisher_killed_while_it_sets_an_hour_sets_it_or_does_not(folder, root, step):
    first = current_id(root)
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "waits")
    assert run(KILLED, folder, step).returncode == -signal.SIGKILL
    assert current_id(root) == open_verified(root).id == first
    with publish.locked(root):
        pass
    waits = step in ("waits", "logged")
    assert (publish.waits(root) is not None) == waits
    assert [record.action for record in journal.records(root)] == ["publish", *["schedule"] * waits]
