"""The interface does what its own OpenAPI description says, whatever is asked of it (the long way: `make fuzz`)."""

import pytest

from tests.fuzz_interface import findings

START = 20_161
ANSWERS, TABLES = "/api/v1/answers/", "/api/v1/tables/"


@pytest.fixture(scope="module")
def server(release_dir):
    from app import server

    return server


def is_asked(start: str):
    """Requests by GET for addresses that begin so; a pack takes seconds and is left to `make fuzz`."""
    return lambda method, path: method.upper() == "GET" and path.startswith(start) and "/pack." not in path


def is_list(method: str, path: str) -> bool:
    return is_asked("/")(method, path) and not path.startswith((ANSWERS, TABLES))


@pytest.mark.parametrize(("wanted", "examples"), [(is_list, 1), (is_asked(ANSWERS), 2), (is_asked(TABLES), 1)])
def test_what_the_description_allows_is_answered_as_it_says(server, wanted, examples):
    assert list(findings(server, examples=examples, start=START, wanted=wanted)) == []


def test_what_the_description_forbids_is_refused_as_it_says(server):
    assert list(findings(server, examples=1, start=START, wanted=is_asked(ANSWERS), odd=True)) == []


def test_a_question_about_the_head_only_is_described_too(server):
    def some(method: str, path: str) -> bool:
        return method.upper() == "HEAD" and path.startswith(ANSWERS + "grants_")

    assert list(findings(server, examples=1, start=START, wanted=some)) == []
