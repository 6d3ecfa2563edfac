"""The fingerprint of a pack, printed on every page, and the recipe by which anybody can make the pack again."""

import io
import json
import re
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode

_MARK = "tilannekuva-pack:"
_RECIPE = re.compile(rf"{_MARK}([A-Za-z0-9=_&.-]{{1,600}})".encode())
_TOLD_IN = ("docProps/core.xml", "meta.xml")
MOST = 40_000_000


def fingerprint(recipe: str, answers: Iterable) -> str:
    """Twelve hex digits over the recipe (release, days, language, choices, contents) and every value of the answers."""
    seen = sha256(recipe.encode())
    for answer in answers:
        seen.update(json.dumps([answer.question, answer.release_id, answer.records], default=str).encode())
    return seen.hexdigest()[:12]


def recipe(choices: dict[str, str]) -> str:
    """The choices of a pack as a query string, in the order of their names; a list has dots between, for some writers
    take a comma apart."""
    return urlencode(sorted(choices.items())).replace("%2C", ".")


def marked(recipe: str) -> str:
    """The recipe as it stands in a file's properties."""
    return _MARK + recipe


def recipe_in(content: bytes) -> dict[str, str] | None:
    """The choices that a file says it was made with; None when it says nothing."""
    text = b" ".join(_told(content)).replace(b"&amp;", b"&")
    found = _RECIPE.search(text)
    if not found:
        return None
    told = dict(parse_qsl(found[1].decode()))
    return told | ({"contents": told["contents"].replace(".", ",")} if "contents" in told else {})


def _told(content: bytes) -> list[bytes]:
    """Where a file of any form tells its properties: an archive has a part for them."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return [content]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [info.filename for info in archive.infolist() if info.filename in _TOLD_IN and info.file_size < MOST]
        return [archive.read(name) for name in names]
