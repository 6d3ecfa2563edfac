"""What stands in front of Dash lets honest requests through and answers others small (trust T1–T3, T8–T11)."""

import json
import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from dash import Input, Output, callback
from dash._callback import GLOBAL_CALLBACK_MAP

from components.guard import protect, refuse_dash_switches, trusted_hosts, warm_up
from components.requests import MAX_DEPTH, check_depth
from tests.hostile import CALLS, MARK, apart, body_of, honest_bodies, small_app

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def app():
    with apart():
        app = small_app()
        app.callback(Output("broken", "children"), Input("go", "n_clicks"))(lambda clicks: int(MARK))
        protect(app, is_page=lambda path: path in ("/", "/fi/"))
        warm_up(app)
        yield app


@pytest.fixture
def client(app):
    return app.server.test_client()


def call(client, body, **more):
    return client.post(CALLS, **{"data": json.dumps(body), "content_type": "application/json", **more})


def test_every_honest_body_is_let_through(app, client):
    bodies = [body for body in honest_bodies(app) if body["output"] != "broken.children"]
    assert [call(client, body).status_code for body in bodies] == [200, 204, 200, 200, 200, 200]


def test_the_deepest_honest_body_is_one_below_the_limit(app):
    deepest = max(check_depth(json.dumps(body).encode()) for body in honest_bodies(app))
    assert deepest == MAX_DEPTH - 1


def test_the_browsers_names_of_what_changed_are_understood(client):
    body = {
        "output": '{"index":["MATCH"],"type":"out"}.children',
        "outputs": {"id": {"index": "ä1", "type": "out"}, "property": "children"},
        "inputs": [{"id": {"index": "ä1", "type": "in"}, "property": "value", "value": ["a", 1]}],
        "changedPropIds": ['{"index":"ä1","type":"in"}.value'],
        "parsedChangedPropsIds": [{"index": "ä1", "type": "in"}],
    }
    assert call(client, body).status_code == 200


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"output": "none.children"}, 404),
        ({"output": "mirror.children"}, 404),
        ({"output": ["page.children"]}, 400),
        ({"inputs": []}, 400),
        ({"inputs": [{"id": "url", "property": "search", "value": ""}] * 2}, 400),
        ({"outputs": {"id": "page", "property": "style"}}, 400),
        ({"changedPropIds": ["url.href"]}, 400),
        ({"state": [{"id": "a", "property": "b"}]}, 400),
        ({"extra": 1}, 400),
    ],
)
def test_a_body_that_no_page_could_send_is_refused(app, client, change, status):
    [honest] = [body for body in honest_bodies(app) if body["output"] == "page.children"]
    assert call(client, honest).status_code == 200
    assert call(client, {**honest, **change}).status_code == status


@pytest.mark.parametrize(("path", "status"), [("/nowhere", 404), (None, 404), (1, 400), ("/" + "a" * 300, 400)])
def test_a_callback_is_asked_from_a_page_of_the_site(app, client, path, status):
    [body] = [body for body in honest_bodies(app) if body["output"] == "page.children"]
    body["inputs"][0]["value"] = path
    assert call(client, body).status_code == status


@pytest.mark.parametrize("value", [1, True, ["?a=1"], {"a": 1}, "?" + "a" * 2_000, "?" + "&" * 100, "?\x00", "\ud800"])
def test_a_search_that_is_not_a_short_clean_text_is_refused(app, client, value):
    [body] = [body for body in honest_bodies(app) if body["output"] == "page.children"]
    body["inputs"][1]["value"] = value
    assert call(client, body).status_code == 400


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "PUT", "path": "/"}, 405),
        ({"method": "POST", "path": "/"}, 405),
        ({"method": "GET", "path": CALLS}, 405),
        ({"method": "POST", "path": CALLS, "data": b"x" * 65_537, "content_type": "application/json"}, 413),
        ({"method": "POST", "path": CALLS, "data": b"{}", "content_type": "text/plain"}, 415),
        ({"method": "POST", "path": CALLS, "data": b"{", "content_type": "application/json"}, 400),
        ({"method": "POST", "path": CALLS, "data": b"", "content_type": "application/json"}, 400),
        ({"method": "POST", "path": CALLS + "?job=1", "data": b"{}", "content_type": "application/json"}, 400),
        ({"path": "/" + "a" * 300}, 400),
        ({"path": "/%00"}, 400),
        ({"path": "/", "query_string": "a=" + "b" * 2_000}, 400),
        ({"path": "/", "query_string": "a=%0d%0a"}, 400),
        ({"path": "/_reload-hash"}, 404),
        ({"path": "/_mcp"}, 404),
        ({"path": "/console"}, 404),
    ],
)
def test_requests_of_the_wrong_form_get_their_status(client, request_, status):
    assert client.open(**request_).status_code == status


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "a b", "", "localhost:0", "[::1]"]
)
def test_other_host_names_are_refused(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 400


def test_the_sites_own_names_come_from_the_environment():
    assert trusted_hosts({"SITE_HOSTS": "a.example, B.example"})[-2:] == ["a.example", "b.example"]


def test_thirty_unknown_paths_are_not_found_and_known_ones_are(client):
    unknown = [f"/{'x/' * (number % 5)}{number}" for number in range(30)]
    assert {client.get(path).status_code for path in unknown} == {404}
    assert {client.get(path).status_code for path in ("/", "/fi/")} == {200}


def test_a_failing_callback_tells_nothing_and_logs_its_kind_only(app, client, caplog):
    [body] = [body for body in honest_bodies(app) if body["output"] == "broken.children"]
    caplog.set_level(logging.INFO)
    response = call(client, body, headers={"X-Request-Id": "0123456789abcdef"})
    assert response.status_code == 500
    told = {"status": 500, "code": "failed", "request": "0123456789abcdef"}
    assert told.items() <= response.json.items()
    assert [record.getMessage() for record in caplog.records] == ["ValueError 0123456789abcdef"]


def test_an_error_that_is_nobodys_fault_has_its_own_status():
    with apart():
        app = small_app()
        app.callback(Output("broken", "children"), Input("go", "n_clicks"))(lambda clicks: int(MARK))
        protect(app, statuses={ValueError: 503})
        [body] = [body for body in honest_bodies(app) if body["output"] == "broken.children"]
        response = call(app.server.test_client(), body)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")


def test_a_refused_method_names_those_that_are_allowed(client):
    assert client.put("/").headers["Allow"] == "GET, HEAD"
    assert client.get(CALLS).headers["Allow"] == "POST"


def test_pages_tell_no_versions(client):
    settings = client.get("/").text.split('id="_dash-config" type="application/json">')[1].split("</script>")[0]
    told = json.loads(settings)
    assert {told[name] for name in ("python_version", "dash_version", "plotly_version", "ddk_version", "end_id")} == {
        ""
    }


def test_the_first_requests_at_once_find_callbacks_that_dash_has_not_yet_taken_over():
    with apart():
        callback(Output("late", "children"), Input("go", "n_clicks"))(lambda clicks: "late")
        [body] = [body_of(*each) for each in GLOBAL_CALLBACK_MAP.items()]
        app = small_app()
        protect(app)
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: call(app.server.test_client(), body).status_code, range(8)))
    assert answers == [200] * 8


def test_any_dash_variable_stops_the_start():
    refuse_dash_switches({"HOME": "/"})
    with pytest.raises(SystemExit, match="DASH_DEBUG"):
        refuse_dash_switches({"DASH_DEBUG": "1"})


@pytest.mark.parametrize("name", ["DASH_DEBUG", "DASH_MCP_ENABLED", "DASH_HOT_RELOAD", "DASH_ASSETS_EXTERNAL_PATH"])
def test_the_site_does_not_start_with_a_dash_variable(name):
    started = subprocess.run(
        [sys.executable, "-c", "import app"], cwd=ROOT, env={name: "1", "PATH": ""}, capture_output=True
    )
    assert started.returncode == 1
    assert name.encode() in started.stderr
