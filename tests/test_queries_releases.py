"""New data comes in without a restart, damaged data never does, and one response never mixes two releases."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

import queries
from data import catalogue, publish, release
from queries import current
from tests.handful import publish_handful
from tests.two_releases import NEW, OLD, THIRD, damage, material, old_in_use, point_at


@pytest.fixture
def root(tmp_path, monkeypatch):
    yield from old_in_use(tmp_path, monkeypatch)


def total() -> int:
    return int(queries.run("grants_by_theme").total("awarded_eur"))


def until(condition, seconds: float = 60) -> None:
    """Ask again and again until the condition holds; fails when it does not in `seconds`."""
    last = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < last, "it never came true"
        time.sleep(0.01)


def test_a_new_release_is_served_without_a_restart(root):
    assert (total(), queries.release().id) == (2, OLD)
    publish_handful(root, NEW, material(10))
    until(lambda: total() == 20)
    assert queries.status() == {"state": "ok", "release_id": NEW, "wanted_id": NEW, "reason": None}


def test_current_is_looked_at_once_a_second_only(root, monkeypatch):
    monkeypatch.setattr(current, "LOOK_SECONDS", 3600.0)
    assert total() == 2
    publish_handful(root, NEW, material(10))
    assert [total() for _ in range(3)] == [2, 2, 2]


def test_a_rollback_is_served_too(root):
    publish_handful(root, NEW, material(10))
    assert total() == 20
    publish.rollback(root)
    until(lambda: total() == 2)


def test_a_table_of_a_newer_program_is_left_out_and_named_in_the_log(root, monkeypatch, caplog):
    publish_handful(root, NEW, material(10))
    known = catalogue.current()
    older = replace(known, tables={name: each for name, each in known.tables.items() if name != "duties"})
    monkeypatch.setattr(catalogue, "current", lambda: older)
    until(lambda: total() == 20)
    assert "duties" not in queries.release().tables
    assert "release has a table of a newer program: duties" in caplog.text


def test_a_damaged_new_release_leaves_the_old_one_in_use(root):
    assert total() == 2
    publish_handful(root, NEW, material(10))
    publish.rollback(root)
    until(lambda: queries.release().id == OLD)
    damage(root, NEW)
    point_at(root, NEW)
    until(lambda: queries.status()["state"] == "stale")
    assert queries.status() == {"state": "stale", "release_id": OLD, "wanted_id": NEW, "reason": "damaged"}
    assert total() == 2


def test_a_pointer_that_cannot_be_read_leaves_the_old_one_in_use(root):
    assert total() == 2
    (root / "CURRENT").write_text("nonsense")
    until(lambda: queries.status()["state"] == "stale")
    assert (queries.status()["wanted_id"], total()) == (None, 2)


def test_a_release_that_is_put_right_is_served_again(root, monkeypatch):
    monkeypatch.setattr(current, "RETRY_SECONDS", 0.0)
    assert total() == 2
    pointer = (root / "CURRENT").read_text()
    (root / "CURRENT").write_text("nonsense")
    until(lambda: queries.status()["state"] == "stale")
    (root / "CURRENT").write_text(pointer)
    until(lambda: queries.status()["state"] == "ok")


def test_a_damaged_release_at_the_start_gives_way_to_the_newest_good_one(root):
    publish_handful(root, NEW, material(10))
    publish_handful(root, THIRD, material(100))
    damage(root, THIRD)
    assert (total(), queries.release().id) == (20, NEW)
    assert queries.status() == {"state": "stale", "release_id": NEW, "wanted_id": THIRD, "reason": "damaged"}


def test_data_that_comes_later_is_found(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(current, "LOOK_SECONDS", 0.0)
    with pytest.raises(queries.NoData):
        total()
    publish_handful(tmp_path / "releases", NEW, material(10))
    assert total() == 20


def test_a_file_deleted_under_readers_fails_its_questions_only(root):
    assert total() == 2
    (root / OLD / "costs.parquet").unlink()
    with pytest.raises(queries.QueryFailed):
        queries.run("costs_by_year")
    assert queries.run("grants_by_round").total("awarded_eur") == 2


SUMS = {OLD: 2, NEW: 20, THIRD: 200}
SUMMED = ("grants_by_theme", "grants_by_round", "grants_by_region", "grants_by_municipality")


def test_four_readers_never_see_a_mixture_while_releases_change(root):
    wrong, seen, over = [], set(), threading.Event()

    def reader(_) -> None:
        while not over.is_set():
            queries.pin(None)
            answers = [queries.run(name) for name in SUMMED]
            (id, *others) = {answer.release_id for answer in answers}
            seen.add(id)
            if others or {int(answer.total("awarded_eur")) for answer in answers} != {SUMS[id]}:
                wrong.append(id)

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(reader, each) for each in range(4)]
        try:
            for id, eur in ((NEW, 10), (THIRD, 100), (OLD, 1)):
                publish_handful(root, id, material(eur))
                until(lambda wanted=id: wanted in seen and queries.status()["release_id"] == wanted, seconds=30)
        finally:
            over.set()
    assert [each.exception() for each in readers] == [None] * 4
    assert (wrong, seen) == ([], set(SUMS))


def test_the_last_questions_are_answered_before_the_swap(root):
    assert total() == 2
    publish_handful(root, NEW, material(10))
    until(lambda: queries.status()["release_id"] == NEW)
    before = queries.cache_info().misses
    assert total() == 20
    assert queries.cache_info().misses == before


def test_a_table_that_came_later_is_empty_in_an_earlier_release(root):
    """A lasting link to a release of before the table still answers: nothing had been told."""
    earlier = release.open_verified(root, OLD)
    tables = {name: each for name, each in earlier.tables.items() if name != "benefits"}
    database = current.opened(replace(earlier, tables=tables)).database
    asked = queries.question("benefits_by_statement")
    assert database.rows(asked.sql, asked.bound({})) == ()
    assert database.rows(queries.question("grants_by_theme").sql, queries.question("grants_by_theme").bound({})) != ()
