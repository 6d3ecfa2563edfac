"""What each answer says about itself, on every kind of route (trust T7): policy, cache, ETag, compressed form."""

import base64
import gzip
import json
import os
import re
from hashlib import sha256

import brotli
import pytest
from flask import Response, abort

from components.guard import protect, warm_up
from components.headers import add_headers, version_of_program
from tests.hostile import CALLS, apart, honest_bodies, small_app

ROUTES = {
    "page": ("/", 200),
    "layout": ("/_dash-layout", 200),
    "dependencies": ("/_dash-dependencies", 200),
    "suite": ("/_dash-component-suites/dash/dash-renderer/build/dash_renderer.v1m1.min.js", 200),
    "own script": ("/assets/own.js", 200),
    "vendor script": ("/assets/vendor/big.js", 200),
    "file for programs": ("/api/v1/file.json", 200),
    "bad request": ("/?a=%00", 400),
    "unknown page": ("/nowhere", 404),
    "unknown asset": ("/assets/none.js", 404),
    "wrong method": (CALLS, 405),
    "failure": ("/fails", 500),
}
SAID = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
RELEASE = {"id": "000000000001"}


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("assets")
    (folder / "vendor").mkdir()
    (folder / "own.js").write_text("x = 1;" * 500)
    (folder / "vendor" / "big.js").write_text("plain")
    (folder / "vendor" / "big.js.br").write_bytes(brotli.compress(b"from br"))
    (folder / "vendor" / "big.js.gz").write_bytes(gzip.compress(b"from gz"))
    with apart():
        app = small_app(str(folder))
        protect(app, is_page=lambda path: path == "/")
        add_headers(app, version_of_data=lambda: RELEASE["id"])
        app.server.add_url_rule("/api/v1/file.json", "file", lambda: Response("{}", mimetype="application/json"))
        app.server.add_url_rule("/fails", "fails", lambda: 1 / 0)
        app.server.add_url_rule("/cookie", "cookie", lambda: Response("x", headers={"Set-Cookie": "a=b"}))
        app.server.add_url_rule("/gone", "gone", lambda: abort(410))
        warm_up(app)
        client = app.server.test_client()
        client.dash_app = app
        yield client


@pytest.mark.parametrize(("path", "status"), ROUTES.values(), ids=ROUTES)
def test_every_route_says_the_same_of_itself(client, path, status):
    response = client.get(path)
    assert response.status_code == status
    assert {name: response.headers[name] for name in SAID} == SAID
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in response.headers
    is_open = path.startswith("/api/")
    assert response.headers["Cross-Origin-Resource-Policy"] == ("cross-origin" if is_open else "same-origin")
    assert response.headers.get("Access-Control-Allow-Origin") == ("*" if is_open else None)


def test_the_policy_of_a_page_allows_its_own_inline_scripts_and_no_others(client):
    response = client.get("/")
    policy = dict(part.strip().split(" ", 1) for part in response.headers["Content-Security-Policy"].split(";"))
    page = re.sub(r"<!--.*?-->", "", response.text, flags=re.DOTALL)
    inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>(.*?)</script>", page, flags=re.DOTALL)
    hashes = [base64.b64encode(sha256(script.encode()).digest()).decode() for script in inline]
    assert policy["script-src"].split() == ["'self'", *(f"'sha256-{each}'" for each in hashes)]
    assert "unsafe" not in policy["script-src"]
    assert policy["style-src-attr"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(
    ("path", "cached"),
    [
        ("/", "no-cache"),
        ("/assets/own.js", "no-cache"),
        ("/assets/own.js?m=1.5", "public, max-age=31536000, immutable"),
        ("/assets/vendor/big.js", "public, max-age=31536000, immutable"),
        (ROUTES["suite"][0], "public, max-age=31536000, immutable"),
        ("/_dash-component-suites/dash/dash-renderer/build/dash_renderer.min.js", "no-cache"),
        ("/nowhere", "no-store"),
    ],
)
def test_how_long_an_answer_may_be_kept(client, path, cached):
    assert client.get(path).headers["Cache-Control"] == cached


def test_callback_answers_are_never_kept(client):
    body = honest_bodies(client.dash_app)[0]
    response = client.post(CALLS, data=json.dumps(body), content_type="application/json")
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")


def test_an_unchanged_page_is_an_empty_304_until_the_release_changes(client, monkeypatch):
    tag = client.get("/?a=1").headers["ETag"]
    held = client.get("/?a=1", headers={"If-None-Match": tag})
    assert (held.status_code, held.data, held.headers["ETag"]) == (304, b"", tag)
    assert "Content-Security-Policy" in held.headers
    assert client.get("/?a=2", headers={"If-None-Match": tag}).status_code == 200
    monkeypatch.setitem(RELEASE, "id", "000000000002")
    assert client.get("/?a=1", headers={"If-None-Match": tag}).status_code == 200


def test_without_a_release_no_page_is_marked(client, monkeypatch):
    monkeypatch.setitem(RELEASE, "id", "")
    assert "ETag" not in client.get("/").headers


def test_unknown_pages_get_no_etag(client):
    assert "ETag" not in client.get("/nowhere").headers


@pytest.mark.parametrize(
    ("accepts", "encoding", "text"),
    [
        ("gzip, br", "br", b"from br"),
        ("gzip", "gzip", b"from gz"),
        ("br;q=0, gzip;q=0", None, b"plain"),
        ("", None, b"plain"),
    ],
)
def test_vendor_files_go_out_as_they_were_squeezed_at_set_up(client, accepts, encoding, text):
    response = client.get("/assets/vendor/big.js", headers={"Accept-Encoding": accepts})
    opened = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert (response.headers.get("Content-Encoding"), opened(response.data)) == (encoding, text)
    assert response.mimetype == "text/javascript"
    assert (
        response.headers.get("Vary") == ("Accept-Encoding" if encoding else None) or "Accept-Encoding" in response.vary
    )


@pytest.mark.parametrize("path", ["/", ROUTES["suite"][0], "/assets/own.js", "/_dash-layout"])
def test_texts_are_squeezed_on_the_way_and_read_the_same(client, path):
    plain = client.get(path)
    for encoding, opened in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        small = client.get(path, headers={"Accept-Encoding": encoding})
        if len(plain.data) >= 1_024:
            assert small.headers["Content-Encoding"] == encoding
            assert opened(small.data) == plain.data
        assert "Accept-Encoding" in small.vary


def test_an_asset_that_changes_is_squeezed_again(client):
    path = f"{client.dash_app.config.assets_folder}/own.js"
    client.get("/assets/own.js", headers={"Accept-Encoding": "br"})
    with open(path, "w", encoding="utf-8") as file:
        file.write("y = 2;" * 500)
    os.utime(path, (1, 1))
    changed = client.get("/assets/own.js", headers={"Accept-Encoding": "br"})
    assert brotli.decompress(changed.data) == b"y = 2;" * 500


@pytest.mark.parametrize("path", ["/assets/vendor/big.js.br", "/assets/vendor", "/assets/..%2fx", "/assets/.x"])
def test_only_plain_files_of_the_assets_are_served(client, path):
    assert client.get(path).status_code == 404


def test_cookies_of_any_view_are_dropped(client):
    assert "Set-Cookie" not in client.get("/cookie").headers


def test_the_programs_version_changes_with_its_files(tmp_path):
    (tmp_path / "components").mkdir()
    (tmp_path / "components" / "a.py").write_text("1")
    before = version_of_program(tmp_path)
    (tmp_path / "components" / "a.py").write_text("2")
    version_of_program.cache_clear()
    assert version_of_program(tmp_path) != before
