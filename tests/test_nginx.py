"""The public side: what nginx lets through to the site, and what it answers by itself."""

import contextlib
import json
import time

import pytest
import urllib3
from jsonschema import validate

from components.open_data.openapi_schemas import SCHEMAS
from components.refusals import explained_codes
from components.text import say
from tests.proxy import NAME, Proxy, status, upstream

CALLBACK = "/_dash-update-component"
HOST = b"Host: tilannekuva.example.fi\r\n"
POST = b"POST /_dash-update-component HTTP/1.1\r\n" + HOST
SECOND = b"GET /smuggled HTTP/1.1\r\n" + HOST + b"\r\n"
LANGUAGES = (b'lang="fi"', b'lang="sv"', b'lang="en"')


@pytest.fixture
def site():
    with upstream() as server:
        yield server


@pytest.fixture
def proxy(tmp_path, site):
    with Proxy(tmp_path, site.server_address[1]).running() as proxy:
        yield proxy


def asked(site) -> list[str]:
    return [f"{method} {path}" for method, path, _ in site.asked]


def test_nginx_accepts_the_configuration_without_a_warning(tmp_path):
    said = Proxy(tmp_path, 1).check()
    assert "syntax is ok" in said
    assert "[warn]" not in said
    assert "[emerg]" not in said


def test_a_page_comes_through_with_strict_transport_security(proxy, site):
    answer = proxy.ask("/fi/")
    assert status(answer) == 200
    assert answer.endswith(b"/fi/")
    assert b"Strict-Transport-Security: max-age=63072000; includeSubDomains" in answer
    assert b"nginx/" not in answer


def test_the_site_learns_the_reader_only_from_nginx(proxy, site):
    proxy.ask("/fi/", headers="X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: evil\r\nAccept-Encoding: zstd, GZIP\r\n")
    headers = site.asked[0][2]
    assert headers["X-Forwarded-For"] == "127.0.0.1"
    assert headers["X-Forwarded-Proto"] == "https"
    assert headers["Accept-Encoding"] == "gzip"
    assert "X-Forwarded-Host" not in headers


def test_plain_http_only_leads_to_https(proxy, site):
    with urllib3.PoolManager() as pool:
        answer = pool.request(
            "GET", f"http://127.0.0.1:{proxy.plain}/fi/?as_of=x", headers={"Host": NAME}, redirect=False
        )
    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{NAME}/fi/?as_of=x"
    assert asked(site) == []


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_the_watch_addresses_are_not_public(proxy, site, path):
    assert status(proxy.ask(path)) == 404
    assert asked(site) == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/fi/", "/assets/x.css", "/_dash-component-suites/dash/x.js"])
def test_only_reading_is_let_through(proxy, site, method, path):
    assert status(proxy.ask(path, method=method)) in {403, 405}
    assert asked(site) == []


def test_the_callback_address_takes_only_a_post(proxy, site):
    assert status(proxy.ask(CALLBACK)) == 405
    assert status(proxy.ask(CALLBACK, method="POST", body=b"{}")) == 200
    assert asked(site) == [f"POST {CALLBACK}"]


def test_a_body_of_60_megabytes_is_refused_in_three_languages(proxy, site):
    answer = proxy.say(POST + b"Content-Length: 60000000\r\n\r\n" + b"x" * 50_000)
    assert status(answer) == 413
    assert all(language in answer for language in LANGUAGES)
    assert asked(site) == []


@pytest.mark.parametrize(
    ("lang", "ask", "code"),
    [
        ("fi", {"method": "POST"}, 405),
        ("sv", {"headers": "Content-Length: 60000000\r\n"}, 413),
        ("en", {}, 429),
        ("sv", {}, 503),
    ],
)
def test_programs_are_told_in_their_own_form_what_nginx_refuses(proxy, site, lang, ask, code):
    path = f"/api/v1/{'pack.pdf' if code == 429 else 'answers/costs_by_year.csv'}?lang={lang}"
    for _ in range(21 if code == 429 else 0):
        proxy.ask(path)
    if code == 503:
        site.shutdown()
        site.server_close()
    head, _, body = proxy.ask(path, **ask).partition(b"\r\n\r\n")
    told = json.loads(body)
    assert (status(head), told["status"]) == (code, code)
    assert b"Content-Type: application/problem+json" in head
    assert b"Access-Control-Allow-Origin: *" in head
    assert (b"Retry-After: " in head) == (code in (429, 503))
    assert (b"Allow: GET, HEAD" in head) == (code == 405)
    assert explained_codes()[told["code"]] == code
    assert told["detail"] == say(lang, f"refusals.{told['code']}")
    assert told["title"] == say(lang, "refusals.title")
    assert told["type"] == f"/{lang}/{say(lang, 'interface.slug')}#{told['code']}"
    validate(told, SCHEMAS["Problem"])


def test_another_name_gets_nothing(proxy, site):
    with pytest.raises(OSError, match=r"UNRECOGNIZED_NAME|alert|closed|EOF"):
        proxy.connect(name="evil.example")
    assert proxy.ask("/fi/", host="evil.example") == b""
    assert asked(site) == []


SHAPES = {
    "length and chunks": b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks named twice": b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "unknown coding": b"Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n",
    "identity before chunks": b"Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
    "chunks before identity": b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "space before the colon": b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
    "tab in the coding": b"Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n",
    "two lengths": b"Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
    "the same length twice": b"Content-Length: 0\r\nContent-Length: 0\r\n\r\n",
    "lengths in a list": b"Content-Length: 0, 0\r\n\r\n",
    "length with a plus": b"Content-Length: +0\r\n\r\n",
    "length below nothing": b"Content-Length: -1\r\n\r\n",
    "length in hexadecimal": b"Content-Length: 0x0\r\n\r\n",
    "length with a space": b"Content-Length: 0 0\r\n\r\n",
    "chunk size no number": b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    "chunk size too large": b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n\r\n",
    "chunk size below nothing": b"Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
    "nothing in a name": b"Content\x00-Length: 0\r\n\r\n",
    "two hosts": HOST + b"Content-Length: 0\r\n\r\n",
    "folded line": b"X-Fold: a\r\n b\r\nContent-Length: 0\r\n\r\n",
    "bare return in a value": b"X-A: b\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_second_request_cannot_hide_in_a_first(proxy, site, shape):
    answer = proxy.say(POST + SHAPES[shape] + SECOND)
    assert status(answer) in {400, 501}, answer
    assert answer.count(b"HTTP/1.1 ") == 1
    assert asked(site) == []


def test_the_old_version_of_http_has_no_chunks(proxy, site):
    old = POST.replace(b"HTTP/1.1", b"HTTP/1.0")
    assert status(proxy.say(old + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECOND)) == 400
    assert asked(site) == []


def probe(proxy) -> float:
    started = time.monotonic()
    assert status(proxy.ask("/fi/", headers=f"X-Probe: {started}\r\n")) == 200
    return time.monotonic() - started


def test_slow_clients_do_not_hold_up_a_reader_and_are_shown_out(proxy):
    with contextlib.ExitStack() as stack:
        slow = [stack.enter_context(proxy.connect()) for _ in range(100)]
        started = time.monotonic()
        for connection in slow:
            connection.sendall(b"GET /fi/ HTTP/1.1\r\nX-Slow: ")
        assert max(probe(proxy) for _ in range(20)) < 1
        slow[0].settimeout(9)
        with contextlib.suppress(ConnectionError):
            assert b"200" not in slow[0].recv(100)
        assert 3 < time.monotonic() - started < 9
