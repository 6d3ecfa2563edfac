"""Going back: one step, several steps, to a named release; never to a damaged one."""

import time

import pytest

from data import build, publish
from data.release import ReleaseDamaged, ReleaseMissing, current_id, history
from tests import tiny


@pytest.fixture
def root(folder):
    return folder / "releases"


@pytest.fixture
def ids(folder):
    """The ids of three releases published one after another."""
    found = []
    for old, new in (("Palautus", "first"), ("first", "second"), ("second", "third")):
        tiny.edit(folder, "raw/gifts.csv", old, new)
        found.append(build.build(folder).release.id)
    return found


def test_a_rollback_goes_one_release_back_and_the_next_one_further(root, ids):
    assert publish.rollback(root).id == ids[1] == current_id(root)
    assert publish.rollback(root).id == ids[0] == current_id(root)


def test_a_rollback_past_the_first_release_is_refused(root, ids):
    publish.rollback(root, ids[0])
    with pytest.raises(ReleaseMissing):
        publish.rollback(root)
    assert current_id(root) == ids[0]


def test_a_rollback_can_name_its_release(root, ids):
    assert publish.rollback(root, ids[0]).id == current_id(root) == ids[0]


def test_after_a_rollback_a_new_release_stands_on_the_one_gone_back_to(folder, root, ids):
    publish.rollback(root, ids[0])
    tiny.edit(folder, "raw/gifts.csv", "third", "fourth")
    build.build(folder)
    assert publish.rollback(root).id == ids[0]


def test_a_damaged_release_is_not_gone_back_to(root, ids):
    path = root / ids[1] / "gifts.parquet"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ReleaseDamaged):
        publish.rollback(root)
    assert current_id(root) == ids[2]
    assert len(history(root)) == 3


def test_a_release_that_was_withdrawn_can_be_published_again(root, ids):
    publish.rollback(root)
    assert publish.publish(root, ids[2]).id == current_id(root) == ids[2]
    assert publish.rollback(root).id == ids[1]


def test_building_after_a_rollback_publishes_the_withdrawn_deliveries_again(folder, root, ids):
    publish.rollback(root)
    built = build.build(folder)
    assert (built.release.id, built.was_there) == (ids[2], True)


def test_publishing_what_is_in_use_changes_nothing(root, ids):
    publish.publish(root, ids[2])
    assert len(history(root)) == 3


def test_a_rollback_takes_less_than_ten_seconds(root, ids):
    began = time.monotonic()
    publish.rollback(root)
    assert time.monotonic() - began < 10
