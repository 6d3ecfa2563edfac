"""Answers kept: pages, callbacks and files are pure functions of the release and the request, so equal requests get
equal bytes without asking or drawing anything twice. What went wrong is never kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from cachetools import LRUCache
from flask import Flask, Response, g, request

from components.compression import accepted
from components.headers import is_held

ROOM = 48_000_000
LARGEST = 1_000_000
CALLBACK_PATH = "/_dash-update-component"
NEVER = ("/assets/", "/_dash-component-suites/", "/healthz", "/readyz", "/_favicon", "/.well-known/")


@dataclass(frozen=True)
class Kept:
    """One answer as it went out: its bytes (compressed as the reader took them) and what was said about it."""

    body: bytes
    headers: tuple[tuple[str, str], ...]

    def __len__(self) -> int:
        """Room that it takes, in bytes."""
        return len(self.body) + 2_000


def keep_answers(server: Flask, *, version_of_data: Callable[[], str]) -> None:
    """Keep a server's answers, the least used forgotten first. Call last: the guard still sees every request."""
    answers: LRUCache = LRUCache(ROOM, getsizeof=len)
    lock = Lock()

    def look_up() -> Response | None:
        g.kept_as = _key(version_of_data())
        with lock:
            found = answers.get(g.kept_as)
        if found is None:
            return None
        g.kept_as = None
        tag = dict(found.headers).get("ETag")
        if tag and is_held(tag):
            return Response(status=304, headers={"ETag": tag})
        return Response(found.body, headers=list(found.headers))

    def put(response: Response) -> Response:
        key = g.get("kept_as")
        if key is None or not _may_be_kept(response) or key != _key(version_of_data()):
            return response
        answer = Kept(response.get_data(), tuple(response.headers.items()))
        if len(answer) <= LARGEST:
            with lock:
                answers[key] = answer
        return response

    server.before_request_funcs[None].insert(2, look_up)
    server.after_request_funcs.setdefault(None, []).insert(0, put)


def _key(version: str) -> tuple | None:
    """What an answer depends on: release, address, day of a page, callback's body and encoding; None = not kept.

    Of the body only its hash: a reader may pad one to 64 kB, which `Kept` does not count.
    """
    is_callback = request.method == "POST" and request.path == CALLBACK_PATH
    if not version or not (is_callback or request.method == "GET") or request.path.startswith(NEVER):
        return None
    body = sha256(request.get_data()).digest() if is_callback else b""
    encoding = next(iter(accepted()), "")
    return version, request.host, request.path, request.query_string, g.get("page_tag"), body, encoding


def _may_be_kept(response: Response) -> bool:
    """True for a whole answer in which nothing failed."""
    return response.status_code == 200 and not response.is_streamed and not g.get("has_failed")
