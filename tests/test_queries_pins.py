"""A response asks one release from its beginning to its end, and only one that is sound."""

from concurrent.futures import ThreadPoolExecutor

import pytest

import queries
from tests import test_queries_releases
from tests.handful import publish_handful
from tests.test_queries_releases import total, until
from tests.two_releases import NEW, OLD, damage, material

root = test_queries_releases.root


def test_a_pinned_release_answers_while_another_is_in_use(root):
    publish_handful(root, NEW, material(10))
    queries.pin(OLD)
    assert (total(), queries.release().id) == (2, OLD)
    queries.pin(None)
    assert (total(), queries.release().id) == (20, NEW)


def test_what_is_pinned_stays_through_a_swap(root):
    queries.pin(None)
    publish_handful(root, NEW, material(10))
    until(lambda: queries.status()["release_id"] == NEW)
    assert (total(), queries.run("grants_by_round").release_id) == (2, OLD)
    queries.unpin()
    assert total() == 20


def test_an_unknown_or_damaged_release_cannot_be_pinned(root):
    publish_handful(root, NEW, material(10))
    damage(root, OLD)
    for id in ("ffffffffffff", "../../../etc", OLD):
        with pytest.raises(queries.UnknownRelease):
            queries.pin(id)
        assert total() == 20


def test_a_pin_is_the_readers_own(root):
    publish_handful(root, NEW, material(10))
    queries.pin(OLD)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(total).result() == 20
    assert total() == 2
