"""Fixtures for all tests: handful releases, and the real one built once a session."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

import queries
from data import build
from data.catalogue import PROGRAM
from data.map import boundaries
from tests import squares, tiny
from tests.handful import publish_handful
from tests.whole_site import HOST

HANDFUL_ID = "000000000001"


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """Playwright: one a worker, because two of them cannot stand in one process."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def release_dir(tmp_path_factory) -> Iterator[Path]:
    """The folder of the real release, built from the deliveries in git; `DATA_DIR` points to it for the session.

    An operator's own boundaries, if there are any, are left out.
    """
    folder = tmp_path_factory.mktemp("data")
    shutil.copytree(PROGRAM / "raw", folder / "raw", ignore=shutil.ignore_patterns("boundaries.csv"))
    before = os.environ.get("DATA_DIR")
    os.environ["DATA_DIR"] = str(folder)
    build.build(folder, accept_warnings=True, by="tests")
    yield folder
    os.environ.pop("DATA_DIR") if before is None else os.environ.update(DATA_DIR=before)


@pytest.fixture(scope="session")
def client(release_dir):
    """Asks the whole site over the real release, in this process."""
    from app import server

    return server.test_client()


@pytest.fixture(scope="session")
def response_of(client):
    """The response at an address, which must have this status: `response_of("/fi/talous", 200)`."""

    def ask(address: str, status: int = 200):
        response = client.get(address, base_url=HOST)
        assert response.status_code == status, address
        return response

    return ask


@pytest.fixture(scope="session")
def get(response_of) -> Callable[[str], str]:
    """The text at an address of the whole site, which must be there."""
    return lambda address: response_of(address).get_data(as_text=True)


@pytest.fixture
def run(capsys):
    """Runs a command of `python -m data`: its exit code and what it printed, on either stream."""
    from data.__main__ import main

    def called(*arguments: str) -> tuple[int, str]:
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return called


@pytest.fixture
def folder(tmp_path) -> Path:
    """A data folder of its own with the tiny catalogue and deliveries, free to be spoilt."""
    return tiny.copied(tmp_path / "data")


@pytest.fixture
def handful(tmp_path, monkeypatch) -> Iterator[Callable[[Mapping], Callable]]:
    """Publishes a handful of rows, gives the way to ask: `ask = handful({"costs": [...]})`, `ask("costs_by_year")`."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    queries.unpin()

    def published(tables: Mapping[str, list[dict]]) -> Callable[..., queries.Answer]:
        publish_handful(tmp_path / "releases", HANDFUL_ID, tables)
        return queries.run

    yield published
    queries.unpin()


@pytest.fixture
def map_folder(tmp_path, monkeypatch) -> Path:
    """A data folder of three square municipalities; `DATA_DIR` points to it."""
    made = squares.folder(tmp_path / "data")
    monkeypatch.setenv("DATA_DIR", str(made))
    return made


@pytest.fixture
def bring(map_folder):
    """Brings features as the boundaries of a year into `map_folder`."""

    def brought(*features, year=2018):
        return boundaries.bring(squares.geojson(*features), year=year, origin="file.json", folder=map_folder)

    return brought
