"""The answer to a request that is not met: small, in three languages, without values, paths or versions."""

import logging
import re
import secrets
from html import escape

from flask import Response, g, jsonify, request

from components.text import LANGUAGES, say

LOG = logging.getLogger("tilannekuva")
CODES = {400: "bad_request", 404: "not_found", 405: "not_allowed", 413: "too_large", 415: "unsupported"}
CODES |= {500: "failed", 503: "unavailable"}
HOME = {lang: f"/{lang}/" for lang in LANGUAGES}
_REQUEST_ID = re.compile(r"[0-9a-f]{8,32}")


def request_id() -> str:
    """The id of this request: the proxy's own when it gave one in plain hex, otherwise random."""
    if "request_id" not in g:
        given = request.headers.get("X-Request-Id", "")
        g.request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
    return g.request_id


def note(kind: str) -> None:
    """One log line of at most 100 bytes: what kind of thing happened, and to which request. Never a value."""
    LOG.warning("%s %s", kind[:60], request_id())


def refusal(status: int, **details) -> Response:
    """The response of a status: JSON for programs, a short page in three languages for people.

    `details` (JSON only) must be words of ours, such as a known parameter's name.
    """
    code = CODES.get(status, CODES[400])
    if wants_json():
        answer = jsonify({"error": {"status": status, "code": code, "request": request_id(), **details}})
    else:
        answer = Response(_page(code), mimetype="text/html")
    answer.status_code = status
    if status == 405:
        answer.headers["Allow"] = "POST" if request.path == "/_dash-update-component" else "GET, HEAD"
    if status == 503:
        answer.headers["Retry-After"] = "5"
    return answer


def wants_json() -> bool:
    """True for addresses that programs read."""
    return request.path.startswith(("/api/", "/_dash", "/readyz", "/healthz"))


def _page(code: str) -> str:
    """A complete page that needs no script and no style sheet."""
    lines = [
        f'<p lang="{lang}">{escape(say(lang, f"refusals.{code}"))} '
        f'<a href="{HOME[lang]}">{escape(say(lang, "refusals.front_page"))}</a></p>'
        for lang in LANGUAGES
    ]
    title = escape(say(LANGUAGES[0], "refusals.title"))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return f'<!doctype html><html lang="{LANGUAGES[0]}"><head>{head}</head><body>{"".join(lines)}</body></html>'
