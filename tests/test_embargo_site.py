"""A site over a release that waits for its hour: it changes over by itself, and nobody can ask for it before."""

import time

import pytest

import queries
from data import build, publish
from data.release import open_verified
from queries import current
from tests import tiny
from tests.handful import publish_handful
from tests.test_embargo import AFTER, BEFORE, HOUR, wait
from tests.two_releases import NEW, OLD, material


def test_a_site_process_changes_over_at_the_hour_without_a_restart(tmp_path, monkeypatch):
    monkeypatch.setattr(current, "LOOK_SECONDS", 0.0)
    root, now = tmp_path / "releases", [BEFORE]
    publish_handful(root, NEW, material(10))
    publish_handful(root, OLD, material(1))
    with publish.locked(root):
        publish.schedule(root, open_verified(root, NEW), HOUR)
    follower = current.Follower(root, warm=lambda opened: None, clock=lambda: now[0])
    assert [follower.current().release.id for _ in range(3)] == [OLD] * 3
    assert follower.status()["state"] == "ok"
    now[0] = AFTER
    last = time.monotonic() + 20
    while follower.current().release.id == OLD:
        assert time.monotonic() < last
        time.sleep(0.01)
    assert follower.status() == {"state": "ok", "release_id": NEW, "wanted_id": NEW, "reason": None}


def test_a_pointer_to_what_waits_that_cannot_be_read_leaves_the_old_one_in_use(tmp_path, monkeypatch):
    monkeypatch.setattr(current, "LOOK_SECONDS", 0.0)
    root = tmp_path / "releases"
    publish_handful(root, OLD, material(1))
    follower = current.Follower(root, warm=lambda opened: None)
    assert follower.current().release.id == OLD
    (root / "NEXT").write_text("nonsense")
    last = time.monotonic() + 20
    while follower.status()["state"] != "stale":
        assert time.monotonic() < last
        time.sleep(0.01)
    assert follower.current().release.id == OLD


def test_nobody_can_ask_for_a_release_before_its_hour(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(current, "LOOK_SECONDS", 0.0)
    folder = tiny.copied(tmp_path / "data")
    first, id = build.build(folder).release.id, wait(folder)
    try:
        with pytest.raises(queries.UnknownRelease):
            queries.pin(id)
        assert (queries.release().id, queries.earlier_releases()) == (first, [])
        with pytest.raises(queries.UnknownRelease):
            queries.changes_from(id)
    finally:
        queries.unpin()
