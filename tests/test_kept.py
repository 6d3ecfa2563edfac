"""Equal requests get equal bytes without work, and nothing that went wrong is kept."""

import tracemalloc

import flask
import pytest

from components.kept import keep_answers


@pytest.fixture
def site():
    """A server that counts how often it works; `version` is the release in use."""
    server = flask.Flask("kept")
    server.config.update(calls=0, version="one", failing=False, tag="monday")

    @server.get("/fi/<name>")
    def page(name):
        server.config["calls"] += 1
        if server.config["failing"]:
            flask.g.has_failed = True
        return f"{name} {server.config['version']}", 404 if name == "nothing" else 200

    @server.post("/_dash-update-component")
    def callback():
        return f"{len(flask.request.get_data())}"

    def tagged():
        flask.g.page_tag = server.config["tag"]

    server.before_request_funcs.setdefault(None, []).extend([lambda: None, tagged])
    keep_answers(server, version_of_data=lambda: server.config["version"])
    return server


def ask(site, address: str) -> str:
    return site.test_client().get(address).get_data(as_text=True)


def test_an_equal_request_is_answered_without_work(site):
    assert ask(site, "/fi/talous?a=1") == ask(site, "/fi/talous?a=1") == "talous one"
    assert site.config["calls"] == 1


def test_another_choice_is_another_answer(site):
    ask(site, "/fi/talous?a=1")
    ask(site, "/fi/talous?a=2")
    assert site.config["calls"] == 2


def test_a_new_release_is_never_answered_from_the_old_one(site):
    ask(site, "/fi/talous")
    site.config["version"] = "two"
    assert ask(site, "/fi/talous") == "talous two"


def test_what_failed_is_not_kept(site):
    site.config["failing"] = True
    ask(site, "/fi/talous")
    site.config["failing"] = False
    ask(site, "/fi/talous")
    assert site.config["calls"] == 2


def test_an_error_is_not_kept(site):
    ask(site, "/fi/nothing")
    ask(site, "/fi/nothing")
    assert site.config["calls"] == 2


def test_without_data_nothing_is_kept(site):
    site.config["version"] = ""
    ask(site, "/fi/talous")
    ask(site, "/fi/talous")
    assert site.config["calls"] == 2


def test_a_page_is_made_anew_on_another_day(site):
    """The tag of a page has its day: the sheet of a shared figure cites when it was read."""
    ask(site, "/fi/talous")
    site.config["tag"] = "tuesday"
    ask(site, "/fi/talous")
    assert site.config["calls"] == 2


def test_padded_bodies_of_callbacks_fill_no_memory(site):
    client = site.test_client()
    client.post("/_dash-update-component", data=b" ")
    tracemalloc.start()
    for place in range(100):
        client.post("/_dash-update-component", data=b" " * 60_000 + str(place).encode())
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 3_000_000  # the bodies are 6 MB
