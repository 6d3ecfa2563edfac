"""The change log in SQL: what a handful of releases and a rollback say of themselves."""

import re
import time
from datetime import UTC, datetime

import pytest

import queries
from data import publish
from data.release import history, open_verified
from queries import current
from tests.handful import publish_handful
from tests.two_releases import NEW, OLD, material, old_in_use


@pytest.fixture
def root(tmp_path, monkeypatch):
    yield from old_in_use(tmp_path, monkeypatch)


def until_told(number: int) -> None:
    last = time.monotonic() + 30
    while queries.last_publication() != number:
        assert time.monotonic() < last
        time.sleep(0.01)


def told(*names: str) -> list[tuple]:
    return [tuple(row[name] for name in names) for row in queries.run("releases_by_number").rows()]


COUNTS = ("rows_added", "rows_changed", "rows_removed", "tables_changed")


def test_the_first_release_adds_every_row(root):
    rows = sum(table.rows for table in queries.release().tables.values())
    ((id, previous, kind, *counts),) = told("release_id", "previous_release_id", "publication_kind_code", *COUNTS)
    filled = sum(table.rows > 0 for table in queries.release().tables.values())
    assert (id, previous, kind, counts) == (OLD, None, "publish", [rows, 0, 0, filled])


def test_a_release_tells_what_it_changes_and_a_rollback_takes_it_back(root):
    publish_handful(root, NEW, material(10))
    until_told(2)
    publish.rollback(root, by="meeting", reason="Wrong file")
    until_told(3)
    assert told("release_id", "publication_kind_code", "reason", *COUNTS)[:2] == [
        (OLD, "rollback", "Wrong file", 0, 2, 0, 1),
        (NEW, "publish", None, 0, 2, 0, 1),
    ]
    rows = queries.run("release_changes_by_table").rows()
    assert [(row["table_code"], row["table_name_sv"], row["rows_changed"]) for row in rows[:2]] == [
        ("grant_events", rows[0]["table_name_sv"], 2)
    ] * 2


def test_the_log_names_nobody_and_agrees_with_the_releases_shown_elsewhere(root):
    publish_handful(root, NEW, material(10))
    until_told(2)
    columns = {column.name for column in queries.question("releases_by_number").columns}
    assert "by" not in columns
    today = history(root)[0].at
    assert queries.earlier_releases()[0][0] == told("release_id")[1][0] == OLD
    assert queries.earlier_releases()[0][1] == str(told("published_on")[1][0])
    assert all(re.fullmatch(r"[0-2]\d\.[0-5]\d", clock) for (clock,) in told("published_clock"))
    assert datetime.fromisoformat(today).tzinfo == UTC


def test_a_release_that_waits_is_not_in_the_change_log(root):
    publish_handful(root, NEW, material(10))
    publish.rollback(root)
    until_told(3)
    with publish.locked(root):
        publish.schedule(root, open_verified(root, NEW), datetime(2999, 1, 1, tzinfo=UTC))
    assert told("release_id") == [(OLD,), (NEW,), (OLD,)]
    assert NEW not in [id for id, _ in queries.earlier_releases()[1:]]


def test_a_row_that_speaks_of_examples_stamps_its_answer(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    queries.unpin()
    publish_handful(tmp_path / "releases", OLD, material(1))
    assert not queries.run("release_changes_by_table").is_example
    example = {
        "meetings": [{"meeting_code": "m1", "programme_code": "p", "meeting_number": 1, "held_on": "2017-06-01"}]
    }
    monkeypatch.setattr(current, "LOOK_SECONDS", 0.0)
    publish_handful(tmp_path / "releases", NEW, example)
    until_told(2)
    assert queries.run("release_changes_by_table").is_example
