"""What each answer says about itself: what a browser may do with it, how long it may be kept, and in which form."""

from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from dash import Dash
from flask import Response, g, request

from components.compression import serve_static, squeeze_response

FOREVER = "public, max-age=31536000, immutable"
HELSINKI = ZoneInfo("Europe/Helsinki")
# fmt: off
OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
    "encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection",
    "local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)
# fmt: on
OWN = ("clipboard-write", "fullscreen")
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": ", ".join([*(f"{name}=()" for name in OFF), *(f"{name}=(self)" for name in OWN)]),
}
# A file opened by itself runs nothing; an SVG keeps its own looks.
FILE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# A single panel for other sites: it may stand in their frames, and runs nothing.
EMBEDDED_POLICY = (
    "default-src 'none'; style-src-elem 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors *"
)
PROGRAM_FILES = ("*.py", "components/**/*", "pages/**/*", "queries/**/*", "data/*.*", "data/codes/*", "assets/**/*")
NOT_PAGES = ("/api/", "/_dash", "/assets/", "/healthz", "/readyz", "/_favicon")


def add_headers(app: Dash, *, version_of_data: Callable[[], str]) -> None:
    """Give every answer of `app` its headers, its ETag and its compressed form. Call after guard.protect.

    `version_of_data` is the release's id, or "" when there is none: pages are then not marked as keepable.
    """
    serve_static(app)
    server = app.server
    # Second, behind the guard and before anything is asked or drawn.
    server.before_request_funcs[None].insert(1, partial(_unchanged, version_of_data))
    # Flask runs these last to first: standing first, this one sees the answer as it leaves.
    server.after_request_funcs.setdefault(None, []).insert(0, partial(_finish, app))


def content_policy(app: Dash) -> str:
    """The policy of a page. The hashes are asked at each page: the router's script joins at the first request only."""
    return (
        f"default-src 'none'; script-src 'self' {' '.join(app.csp_hashes())}; "
        "style-src-elem 'self' 'unsafe-inline'; style-src-attr 'none'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


@cache
def version_of_program(folder: Path = Path(__file__).parent.parent) -> str:
    """A short hash over the program's own files (name, size, content) and Dash's version; vendor files by size only."""
    seen = sha256(version("dash").encode())
    for path in sorted({path for pattern in PROGRAM_FILES for path in folder.glob(pattern) if path.is_file()}):
        if "__pycache__" in path.parts:
            continue
        seen.update(f"{path.relative_to(folder)} {path.stat().st_size}".encode())
        if "vendor" not in path.parts:
            seen.update(path.read_bytes())
    return seen.hexdigest()[:12]


def etag(*parts: object) -> str:
    """A weak ETag over parts: it names the answer, whichever encoding it goes out in."""
    return 'W/"' + sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:24] + '"'


def is_held(tag: str) -> bool:
    """True when the reader's cache already holds the answer with this tag."""
    return request.if_none_match.contains_weak(tag.removeprefix("W/").strip('"'))


def _page_tag(version_of_data: Callable[[], str]) -> str | None:
    """The tag of a page: release, program, day (a page tells its data's age) and address. None for other things."""
    if request.method not in ("GET", "HEAD") or request.path.startswith(NOT_PAGES):
        return None
    release = version_of_data()
    today = datetime.now(HELSINKI).date()
    return etag(release, version_of_program(), today, request.path, request.query_string) if release else None


def _unchanged(version_of_data: Callable[[], str]) -> Response | None:
    """An empty 304 when the reader's browser holds this very page: nothing is asked or drawn."""
    g.page_tag = tag = _page_tag(version_of_data)
    if tag is None or not is_held(tag):
        return None
    return Response(status=304, headers={"ETag": tag})


def _finish(app: Dash, response: Response) -> Response:
    """The answer with everything said about it, squeezed, and without cookies or timings."""
    for name in ("Set-Cookie", "Server-Timing"):
        response.headers.pop(name, None)
    is_page = response.mimetype == "text/html"
    response.headers["Content-Security-Policy"] = content_policy(app) if is_page else FILE_POLICY
    response.headers.update(EVERYWHERE)
    is_embedded = is_page and response.status_code == 200 and "embed" in request.args
    if is_embedded:
        response.headers["Content-Security-Policy"] = EMBEDDED_POLICY
        response.headers.pop("X-Frame-Options")
    is_open = is_embedded or request.path.startswith("/api/")
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin" if is_open else "same-origin"
    if is_open:
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "Content-Disposition, ETag"
    _say_how_long(response)
    return squeeze_response(response)


def _say_how_long(response: Response) -> None:
    """Cache-Control and ETag: never kept, kept for ever, or asked about each time."""
    if response.status_code >= 400 or request.method == "POST" or request.path in ("/healthz", "/readyz"):
        response.headers["Cache-Control"] = "no-store"
    elif request.path.startswith("/assets/"):
        lasting = request.path.startswith("/assets/vendor/") or "m" in request.args
        response.headers["Cache-Control"] = FOREVER if lasting else "no-cache"
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-cache"
    # The tag of before the page was made: a release that came meanwhile must not stand on an older page.
    if response.status_code == 200 and g.get("page_tag"):
        response.headers["ETag"] = g.page_tag
