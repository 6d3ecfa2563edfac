"""Whether the process answers and whether it has data are told apart (trust §4, F4, F6)."""

import time

import pytest

import queries
from components.guard import protect
from components.headers import add_headers
from pages import files, health
from tests.answers import publish_deliveries
from tests.hostile import apart, small_app


@pytest.fixture
def client(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    with apart():
        app = small_app()
        protect(app)
        add_headers(app, version_of_data=lambda: "")
        files.register(app.server)
        health.register(app.server)
        yield app.server.test_client()
    queries.unpin()


def test_the_process_answers_without_data_and_at_once(client):
    client.get("/healthz")
    started = time.perf_counter()
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert time.perf_counter() - started < 0.05


def test_without_data_the_site_is_not_ready_and_files_say_when_to_try_again(client):
    response = client.get("/readyz")
    assert (response.status_code, response.json) == (503, {"state": "no data"})
    for path in ("/api/v1/", "/api/v1/answers/costs_by_year.csv", "/api/v1/tables/costs.csv"):
        refused = client.get(path)
        assert (refused.status_code, refused.json["code"]) == (503, "unavailable")
        assert int(refused.headers["Retry-After"]) > 0


def test_with_data_the_site_tells_its_release_and_the_age_of_its_data(client, tmp_path):
    publish_deliveries(tmp_path)
    response = client.get("/readyz")
    told = response.json
    assert response.status_code == 200
    assert (told["state"], told["release"]) == ("ok", queries.release().id)
    assert told["rows"] == sum(table.rows for table in queries.release().tables.values())
    assert told["age_days"] > 0


def test_health_is_never_kept(client):
    assert {client.get(path).headers["Cache-Control"] for path in ("/healthz", "/readyz")} == {"no-store"}
