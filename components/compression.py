"""Bytes made smaller: what a browser takes, and static files in the form it takes them."""

import gzip
from collections.abc import Callable
from mimetypes import guess_type
from pathlib import Path

import brotli
from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Response, abort, request, send_file
from werkzeug.utils import safe_join

SMALLEST = 1_024
SUFFIX = {"br": ".br", "gzip": ".gz"}
# Measured on plotly.js (4.8 MB): brotli 4 gives 1.41 MB in 0.09 s, 6 1.27 MB in 0.14 s, 11 1.11 MB in 7.3 s.
STATIC, DYNAMIC = {"br": 6, "gzip": 6}, {"br": 4, "gzip": 5}
SUITES = "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"
ASSETS = "_dash_assets.static"


def accepted() -> list[str]:
    """The encodings that this request takes, the better first."""
    return [name for name in SUFFIX if request.accept_encodings[name] > 0]


def is_text(mimetype: str | None) -> bool:
    """True for kinds of content that shrink; pictures, fonts, XLSX and Parquet are compressed already."""
    kind = mimetype or ""
    return kind.startswith("text/") or kind.endswith(("json", "javascript", "xml"))


def squeeze(body: bytes, encoding: str, *, quality: dict[str, int] = DYNAMIC) -> bytes:
    """The body in an encoding; equal bytes for equal bodies (gzip without its clock)."""
    if encoding == "br":
        return brotli.compress(body, quality=quality["br"])
    return gzip.compress(body, quality["gzip"], mtime=0)


def squeeze_response(response: Response, *, quality: dict[str, int] = DYNAMIC) -> Response:
    """The response in the best encoding its reader takes, when it is text, complete and not small."""
    if not is_text(response.mimetype):
        return response
    response.vary.add("Accept-Encoding")
    done = response.direct_passthrough or response.is_streamed or "Content-Encoding" in response.headers
    if done or not accepted() or len(response.get_data()) < SMALLEST:
        return response
    response.set_data(squeeze(response.get_data(), accepted()[0], quality=quality))
    response.headers["Content-Encoding"] = accepted()[0]
    return response


def serve_static(app: Dash) -> None:
    """Let assets and Dash's own scripts go out compressed: from a file beside them, or squeezed once and kept."""
    views = app.server.view_functions
    views[ASSETS] = _assets(Path(app.config.assets_folder))
    views[SUITES] = _suites(views[SUITES])


def _assets(folder: Path) -> Callable[[str], Response]:
    """The view of the assets folder."""
    kept: dict[tuple[str, str], tuple[int, bytes]] = {}

    def asset(filename: str) -> Response:
        found = safe_join(str(folder), filename)
        path = Path(found) if found else folder
        if not path.is_file() or path.name.startswith(".") or path.suffix in SUFFIX.values():
            abort(404)
        kind = guess_type(path.name)[0] or "application/octet-stream"
        for encoding in accepted() if is_text(kind) else ():
            ready = path.with_name(path.name + SUFFIX[encoding])
            if ready.is_file() and ready.stat().st_mtime >= path.stat().st_mtime:
                return _encoded(send_file(ready, mimetype=kind, conditional=True), encoding)
        if is_text(kind) and accepted():
            return _squeezed(path, kind, accepted()[0], kept)
        return send_file(path, mimetype=kind, conditional=True)

    return asset


def _squeezed(path: Path, kind: str, encoding: str, kept: dict) -> Response:
    """A file squeezed now or earlier; squeezed again when the file has changed."""
    changed = path.stat().st_mtime_ns
    if kept.get((str(path), encoding), (None,))[0] != changed:
        kept[str(path), encoding] = (changed, squeeze(path.read_bytes(), encoding, quality=STATIC))
    response = Response(kept[str(path), encoding][1], mimetype=kind)
    response.add_etag()
    return _encoded(response, encoding).make_conditional(request)


def _suites(view: Callable[..., Response]) -> Callable[..., Response]:
    """Dash's view of component scripts with its answers kept: at most one for each script and encoding.

    The key is the script's own path: an address may carry any fingerprint, and must not fill the memory.
    """
    kept: dict[tuple[str, str, str], tuple[bytes, str]] = {}

    def suite(package_name: str, fingerprinted_path: str) -> Response:
        path, is_fingerprinted = check_fingerprint(fingerprinted_path)
        key = (package_name, path, next(iter(accepted()), ""))
        if key not in kept:
            try:
                response = view(package_name=package_name, fingerprinted_path=path)
            except (OSError, AttributeError):
                abort(404)
            if response.status_code != 200 or not key[2]:
                return _dated(response, is_fingerprinted)
            kept[key] = (squeeze(response.get_data(), key[2], quality=STATIC), response.mimetype)
        return _dated(_encoded(Response(kept[key][0], mimetype=kept[key][1]), key[2]), is_fingerprinted)

    return suite


def _encoded(response: Response, encoding: str) -> Response:
    """The response with the name of its encoding, which caches must heed."""
    response.headers["Content-Encoding"] = encoding
    response.vary.add("Accept-Encoding")
    return response


def _dated(response: Response, is_fingerprinted: bool) -> Response:
    """A script whose address carries its fingerprint may be kept for ever; another must be asked about again."""
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if is_fingerprinted else "no-cache"
    return response
