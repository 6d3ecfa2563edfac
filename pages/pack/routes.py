"""The pack as files: /api/v1/pack.<pdf|pptx|xlsx|ods|html>, made when asked for, one at a time in a process."""

from threading import BoundedSemaphore, Lock

import flask
from cachetools import LRUCache
from werkzeug.datastructures import MultiDict

import queries
from components.documents import FORMS, MIMETYPES, DocumentUnavailable, file_name, write
from components.filters import Filters
from components.headers import etag, is_held, version_of_program
from components.pack_links import TAKEN
from components.refusals import note, refusal
from components.text import say
from pages.files import PREFIX, BadChoiceError, answering, chosen
from pages.pack import CONTENTS, compose

# A pack takes seconds: one is made and one waits, so that two threads of four stay free for pages; any other is told
# to try again. The last ones are kept (some 100 kB each).
WAIT_SECONDS = 20
_room, _making = BoundedSemaphore(2), Lock()
_kept: LRUCache = LRUCache(maxsize=8)


def register(server: flask.Flask) -> None:
    """Add the route. It stands before the one that answers 404 to everything else under /api/."""
    server.add_url_rule(f"{PREFIX}/pack.<form>", "api.pack", answering(pack_file))


def pack_file(form: str) -> flask.Response:
    """The pack of the choices in the address; 304 when the reader holds it, 503 while another one is being made."""
    if form not in FORMS:
        return refusal(404)
    choice, contents = asked(flask.request.args)
    written = sorted(choice.written().items())
    tag = etag(queries.release().id, version_of_program(), "pack", form, choice.lang, written, contents)
    if is_held(tag):
        return flask.Response(status=304, headers={"ETag": tag})
    try:
        name, content = _made(tag, form, choice, contents)
    except DocumentUnavailable:
        note(f"pack {form} unavailable")
        return refusal(503, code="form_unavailable", detail=say(choice.lang, "pack.unavailable"))
    except TimeoutError:
        note("pack busy")
        return refusal(503)
    told = {"ETag": tag, "Content-Disposition": f'attachment; filename="{name}"'}
    return flask.Response(content, content_type=MIMETYPES[form], headers=told)


def asked(args: MultiDict) -> tuple[Filters, tuple[str, ...] | None]:
    """The choices and the contents of an address; BadChoiceError names what a pack cannot take."""
    for key in args:
        if key not in (*TAKEN, "lang", "contents"):
            raise BadChoiceError("unknown_parameter", key if key.isidentifier() and key.isascii() else "")
    if len(args.getlist("contents")) > 1:
        raise BadChoiceError("repeated_parameter", "contents")
    contents = contents_of(args.get("contents"))
    return chosen(MultiDict((key, text) for key, text in args.items(multi=True) if key != "contents")), contents


def contents_of(text: str | None) -> tuple[str, ...] | None:
    """Codes of figures, comma between, in their order and once each; None, so that the agenda chooses, without any."""
    if not text:
        return None
    codes = tuple(dict.fromkeys(text.split(",")))
    if not set(codes) <= set(CONTENTS):
        raise BadChoiceError("bad_value", "contents")
    return codes


def _made(tag: str, form: str, choice: Filters, contents: tuple[str, ...] | None) -> tuple[str, bytes]:
    """Name and bytes of the file; TimeoutError when others are being made or one takes too long."""
    if not _room.acquire(blocking=False):
        raise TimeoutError
    try:
        if not _making.acquire(timeout=WAIT_SECONDS):
            raise TimeoutError
        try:
            return _kept.get(tag) or _make(tag, form, choice, contents)
        finally:
            _making.release()
    finally:
        _room.release()


def _make(tag: str, form: str, choice: Filters, contents: tuple[str, ...] | None) -> tuple[str, bytes]:
    """Name and bytes of a file made now, kept for the next reader."""
    pack = compose(choice, contents)
    _kept[tag] = made = file_name(pack, form), write(pack, form)
    return made
