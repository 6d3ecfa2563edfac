"""The public side under a crowd: who shares an answer, who must wait, and what is left when the site is down."""

import concurrent.futures
import socket
import time

import pytest

from tests.proxy import Proxy, status, upstream

CALLBACK = "/_dash-update-component"
LANGUAGES = (b'lang="fi"', b'lang="sv"', b'lang="en"')


@pytest.fixture
def site():
    with upstream() as server:
        yield server


@pytest.fixture
def proxy(tmp_path, site):
    with Proxy(tmp_path, site.server_address[1]).running() as proxy:
        yield proxy


def crowd(proxy, size: int, path: str, **options) -> list[bytes]:
    """The answers to `size` equal requests, sixty at a time."""
    with concurrent.futures.ThreadPoolExecutor(60) as pool:
        return list(pool.map(lambda _: proxy.ask(path, **options), range(size)))


def paths(site) -> list[str]:
    return [path for _, path, _ in site.asked]


def test_a_crowd_that_opens_one_page_asks_the_site_once(proxy, site):
    site.delay = 0.3
    assert set(map(status, crowd(proxy, 60, "/fi/talous"))) == {200}
    assert paths(site) == ["/fi/talous"]


def test_every_set_of_choices_is_its_own_answer(proxy, site):
    for search in ("", "?as_of=2018-12-31", "?as_of=2019-03-31"):
        assert proxy.ask(f"/fi/talous{search}").endswith(f"/fi/talous{search}".encode())
    assert len(paths(site)) == 3


def test_a_kept_page_is_asked_again_by_its_tag_after_two_seconds(proxy, site):
    assert status(proxy.ask("/fi/")) == 200
    time.sleep(3.1)
    assert status(proxy.ask("/fi/")) == 200
    time.sleep(0.3)
    assert [headers.get("If-None-Match") for _, _, headers in site.asked] == [None, '"1"']


def test_a_reader_who_has_the_page_gets_304(proxy, site):
    proxy.ask("/api/grants.json")
    assert status(proxy.ask("/api/grants.json", headers='If-None-Match: "1"\r\n')) == 304


def test_a_fingerprinted_file_is_kept_for_as_long_as_the_site_says(proxy, site):
    address = "/assets/vendor/bootstrap.css?v=0123"
    for _ in range(3):
        assert status(proxy.ask(address)) == 200
        time.sleep(1.1)
    assert paths(site) == [address]


def test_an_answer_to_a_callback_is_never_kept(proxy, site):
    for _ in range(2):
        assert status(proxy.ask(CALLBACK, method="POST", body=b"{}")) == 200
    assert len(paths(site)) == 2


def test_a_page_stays_readable_while_the_site_is_down(proxy, site):
    assert status(proxy.ask("/fi/")) == 200
    site.shutdown()
    site.server_close()
    with socket.socket() as nobody:  # keeps the port from another test, and answers nothing
        nobody.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        nobody.bind(site.server_address)
        time.sleep(2.1)
        assert status(proxy.ask("/fi/")) == 200
        answer = proxy.ask(CALLBACK, method="POST", body=b"{}")
    assert status(answer) == 502
    assert all(language in answer for language in LANGUAGES)
    assert b"Strict-Transport-Security" in answer
    assert b"Retry-After: 10" in answer


def test_a_meeting_room_is_let_in(proxy):
    answers = crowd(proxy, 300, CALLBACK, method="POST", body=b"{}")
    assert set(map(status, answers)) == {200}


def test_a_flood_is_not_and_is_told_so_in_three_languages(proxy):
    answers = crowd(proxy, 700, CALLBACK, method="POST", body=b"{}")
    refused = [answer for answer in answers if status(answer) != 200]
    assert len(refused) > 100
    assert set(map(status, refused)) == {429}
    assert all(language in refused[-1] for language in LANGUAGES)
    assert b"Retry-After: 10" in refused[-1]
