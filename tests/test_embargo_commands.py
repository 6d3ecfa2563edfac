"""A release that waits for its hour, as a person meets it on the command line."""

from datetime import UTC, datetime

import pytest

from data import publish
from data.release import current_id
from tests import tiny

EMBARGO = ("build", "--lang", "en", "--embargo")


@pytest.fixture
def run(folder, monkeypatch, run):
    """The way to run a command over a folder with one release and a delivery that differs from it."""
    monkeypatch.setenv("DATA_DIR", str(folder))
    run("build")
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "waits")
    return run


@pytest.fixture
def root(folder):
    return folder / "releases"


@pytest.mark.parametrize(
    ("told", "hour"),
    [("2999-12-01T09:00", 7), ("2999-06-01T09:00", 6), ("2999-12-01T09:00+00:00", 9)],
    ids=["winter", "summer", "own"],
)
def test_an_hour_is_finnish_time_unless_it_tells_its_own(root, run, told, hour):
    first = current_id(root)
    code, text = run(*EMBARGO, told)
    waits = publish.waits(root)
    assert waits.serves_from == datetime(2999, int(told[5:7]), 1, hour, tzinfo=UTC)
    assert (code, current_id(root)) == (0, first)
    assert f"Release {waits.id} is built and checked. It is served from {told[:16]}:00" in text
    assert "is in use" not in text


def test_now_lets_out_at_once_what_waits(root, run):
    run(*EMBARGO, "2999-12-01T09:00")
    id = publish.waits(root).id
    assert run(*EMBARGO, "now")[0] == 0
    assert (current_id(root), publish.waits(root)) == (id, None)


def test_another_hour_takes_the_place_of_the_first(root, run):
    run(*EMBARGO, "2999-12-01T09:00")
    assert run(*EMBARGO, "2999-12-02T09:00+00:00")[0] == 0
    assert publish.waits(root).serves_from == datetime(2999, 12, 2, 9, tzinfo=UTC)


def test_the_history_tells_the_hour_and_that_it_was_taken_back(root, run):
    run(*EMBARGO, "2999-12-01T09:00+00:00")
    id = publish.waits(root).id
    assert "2999-12-01T09:00:00+00:00" in run("history", "--lang", "en")[1]
    assert run("withdraw", "--lang", "en", "--reason", "A table was wrong")[0] == 0
    assert publish.waits(root) is None
    text = run("history", "--lang", "en")[1]
    assert "A table was wrong" in text
    assert f"set to wait {id}" in text
    assert f"waiting one taken back {id}" in text
    assert run("withdraw")[0] == 2
