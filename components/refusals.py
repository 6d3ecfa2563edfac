"""The answer to a request that is not met: small, without values, paths or versions.

Programs get a problem description (RFC 9457, `application/problem+json`) in the language they ask for, people a page in
three languages.
"""

import logging
import re
import secrets
from html import escape

import orjson
from flask import Response, g, request

from components.filters import DATES
from components.text import LANGUAGES, say, words

LOG = logging.getLogger("tilannekuva")
CODES = {400: "bad_request", 404: "not_found", 405: "not_allowed", 413: "too_large", 415: "unsupported"}
CODES |= {429: "too_many", 500: "failed", 503: "unavailable"}
# What a refusal may tell more closely than its status.
CLOSER = {"bad_value": 400, "unknown_parameter": 400, "repeated_parameter": 400, "not_a_cube": 404}
CLOSER |= {"form_unavailable": 503}
PROBLEM = "application/problem+json"
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
    """The response of a status: a problem description for programs, a short page in three languages for people.

    `details` (programs only) must be words of ours: `code`, the name of a known `parameter`, a `detail` in words.
    """
    code = CODES.get(status, CODES[400])
    if wants_json():
        answer = Response(orjson.dumps(problem(status, **{"code": code, **details})), content_type=PROBLEM)
    else:
        answer = Response(_page(code), mimetype="text/html")
    answer.status_code = status
    if status == 405:
        answer.headers["Allow"] = "POST" if request.path == "/_dash-update-component" else "GET, HEAD"
    if status == 503:
        answer.headers["Retry-After"] = "5"
    return answer


def problem(status: int, *, code: str, **details) -> dict:
    """What RFC 9457 asks for, and `code`, `request` and `parameter`. `type` leads to where the code is explained."""
    lang = asked_language()
    key = f"refusals.{code}" if f"refusals.{code}" in words() else f"refusals.{CODES.get(status, CODES[400])}"
    return {
        "type": f"/{lang}/{say(lang, 'interface.slug')}#{code}",
        "title": say(lang, "refusals.title"),
        "status": status,
        "detail": " ".join([say(lang, key), *_wanted(lang, code, details.get("parameter", ""))]),
        "code": code,
        "request": request_id(),
        **details,
    }


def _wanted(lang: str, code: str, parameter: str) -> list[str]:
    """Sentences on what a parameter takes, when its value will not do."""
    if code != "bad_value":
        return []
    told = [say(lang, "refusals.date_form")] if parameter in DATES else []
    known = f"interface.parameter.{parameter}"
    return [*told, *([f"{parameter}: {say(lang, known)}"] if known in words() else [])]


def explained_codes() -> dict[str, int]:
    """Every code that a refusal may have, with its status."""
    return {code: status for status, code in CODES.items()} | CLOSER


def asked_language() -> str:
    """The language of the address when it names one of ours, otherwise the first."""
    lang = request.args.get("lang", "")
    return lang if lang in LANGUAGES else LANGUAGES[0]


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
