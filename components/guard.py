"""What stands in front of Dash: every request is looked at before a callback or the database sees any of it."""

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from threading import Lock

from dash import Dash
from dash.exceptions import DependencyException, InvalidResourceError
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.sansio.utils import host_is_trusted

from components.refusals import note, refusal
from components.requests import (
    MAX_BODY,
    RefusedError,
    check_address,
    check_callback,
    check_depth,
    check_values,
    must,
    pathnames,
)
from components.text import MissingWords

CALLBACK_PATH = "/_dash-update-component"
EVERY_PATH = "/<path:path>"
LOOPBACK = ("localhost", "127.0.0.1")
# Dash's tool for reloading code, and the addresses of its tools that stay off: answered as if they did not exist.
CLOSED = ("/_reload-hash", "/_mcp", "/console", "/_alive")
TOLD_NOTHING = ("python_version", "dash_version", "dash_version_url", "ddk_version", "plotly_version", "end_id")


def refuse_dash_switches(environ: Mapping[str, str]) -> None:
    """Nothing when no DASH_* variable is set; otherwise the process ends with exit code 1 and names them.

    Any of them could switch on debugging, hot reload or another address for files (trust T9).
    """
    if found := sorted(name for name in environ if name.startswith("DASH_")):
        sys.exit(f"refused: {' '.join(found)}")


def protect(
    app: Dash,
    *,
    is_page: Callable[[str], bool] | None = None,
    statuses: Mapping[type[Exception], int] | None = None,
) -> None:
    """Check every request of `app` before anything else does; answer errors without telling anything.

    `is_page` says whether a path is a page of the site: only those are answered by Dash's view for all other paths,
    and only those may be a callback's pathname. `statuses` says which errors of the site's own are not its fault: too
    many readers (503), nothing there (404); every other error is 500. Call this once, when the app has been made:
    Dash has registered its own first steps then, and the guard goes before all there are.
    """
    refuse_dash_switches(os.environ)
    server = app.server
    server.config.update(MAX_CONTENT_LENGTH=MAX_BODY, MAX_FORM_PARTS=1, TRUSTED_HOSTS=trusted_hosts(os.environ))
    steps = server.before_request_funcs.setdefault(None, [])
    of_dash = tuple(step for step in steps if step.__module__.startswith("dash"))
    set_up = partial(_set_up_once, of_dash, Lock(), [])
    steps.insert(0, partial(_check, app, set_up, is_page))
    if is_page:
        server.view_functions[EVERY_PATH] = _pages_only(is_page, server.view_functions[EVERY_PATH])
    _answer_errors(server, {InvalidResourceError: 404, DependencyException: 404, **(statuses or {})})
    _hide_versions(app)


def trusted_hosts(environ: Mapping[str, str]) -> list[str]:
    """The host names this site answers to: the machine itself and those in SITE_HOSTS and TRUSTED_HOSTS."""
    named = f"{environ.get('SITE_HOSTS', '')},{environ.get('TRUSTED_HOSTS', '')}"
    return [*LOOPBACK, *(host.strip().lower() for host in named.split(",") if host.strip())]


def warm_up(app: Dash) -> int:
    """The status of the front page, asked once: it fills what Dash fills at its first request (trust F18)."""
    with app.server.test_client() as client:
        return client.get("/", base_url="http://127.0.0.1").status_code


def _check(app: Dash, set_up: Callable[[], None], is_page: Callable[[str], bool] | None) -> Response | None:
    """Nothing when the request may go on; the refusal otherwise."""
    try:
        _check_outside(app.server)
        set_up()
        if request.method == "POST":
            _check_body(app, is_page)
    except RefusedError as refused:
        note(refused.reason)
        return refusal(refused.status)
    return None


def _check_outside(server: Flask) -> None:
    """What can be told without reading the body: host, address, method, size, kind of content."""
    must(host_is_trusted(request.environ.get("HTTP_HOST"), server.config["TRUSTED_HOSTS"]), "host")
    check_address(request.path, request.query_string)
    must(not request.path.startswith(CLOSED), "closed", status=404)
    calls = request.path == CALLBACK_PATH
    must(request.method in (("POST",) if calls else ("GET", "HEAD")), "method", status=405)
    must((request.content_length or 0) <= MAX_BODY, "size", status=413)
    if calls:
        must(not request.query_string, "query")
        must(request.mimetype == "application/json", "content", status=415)
        must(request.mimetype_params.get("charset", "utf-8").lower() == "utf-8", "content", status=415)
        must(not request.headers.get("Content-Encoding"), "content", status=415)


def _check_body(app: Dash, is_page: Callable[[str], bool] | None) -> None:
    """What a callback was sent. Flask keeps the parsed body, so Dash does not parse it again."""
    check_depth(request.get_data(cache=True))
    body = request.get_json()
    check_values(body)
    check_callback(body, app.callback_map)
    if is_page:
        must(all(isinstance(path, str) and is_page(path) for path in pathnames(body)), "page", status=404)


def _set_up_once(steps: tuple[Callable[[], object], ...], lock: Lock, done: list[bool]) -> None:
    """Let Dash do its first-request work alone: it marks it as done before doing it (trust 1.3)."""
    if done:
        return
    with lock:
        if not done:
            for step in steps:
                step()
            done.append(True)


def _pages_only(is_page: Callable[[str], bool], index: Callable[..., Response]) -> Callable[..., Response]:
    """Dash's view for every other address, for pages only: by itself it answers 200 to anything."""

    def page(path: str = "") -> Response:
        return index(path) if is_page(request.path) else refusal(404)

    return page


def _answer_errors(server: Flask, statuses: Mapping[type[Exception], int]) -> None:
    """Every error becomes a small answer and a short log line; the text of the error goes nowhere."""

    def answer(error: Exception) -> Response:
        status = next((statuses[kind] for kind in type(error).__mro__ if kind in statuses), 500)
        if isinstance(error, HTTPException):
            status = error.code or 500
            if status < 400:
                return error.get_response()
        note(f"words {error.args[0]}" if isinstance(error, MissingWords) else type(error).__name__)
        return refusal(status)

    for kind in (Exception, *statuses):
        server.register_error_handler(kind, answer)


def _hide_versions(app: Dash) -> None:
    """Empty the versions and the per-page token in the settings Dash writes into each page (trust T8).

    Without the token (used by background callbacks only, which this site has none of) equal pages are equal bytes.
    """
    settings = app._config
    app._config = lambda: {**settings(), **dict.fromkeys(TOLD_NOTHING, "")}
