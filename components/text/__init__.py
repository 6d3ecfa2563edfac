"""Every word the site says, from the TOML files of this folder: one key, three languages, whole sentences.

A key is `<file>.<section>`: `say("fi", "grants.by_round.question")` reads section [by_round.question] of grants.toml.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from babel import Locale

from data.catalogue import LANGUAGES

FOLDER = Path(__file__).parent
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class MissingWords(KeyError):
    """No file of this folder has the key: the message is the key."""


def say(lang: str, key: str, **values: str) -> str:
    """The sentence of a key in a language, its {placeholders} filled. Raises MissingWords, and KeyError for a value."""
    said = words().get(key)
    if said is None:
        raise MissingWords(key)
    return said[lang].format_map(values) if values else said[lang]


def say_count(lang: str, key: str, *, count: int, **values: str) -> str:
    """The whole sentence for a count, by CLDR's plural rules: sections [<key>.one] and [<key>.other]."""
    return say(lang, f"{key}.{plural_form(lang, count)}", count=str(count), **values)


def plural_form(lang: str, count: int) -> str:
    """`one` or `other`, by CLDR, for the languages of the site."""
    return "one" if Locale(lang).plural_form(count) == "one" else "other"


def sentence(lang: str, key: str, **parts) -> list:
    """The sentence of a key as children: text with components (links, strong numbers) standing in its placeholders."""
    pieces = _PLACEHOLDER.split(words()[key][lang])
    children = [parts[piece] if place % 2 else piece for place, piece in enumerate(pieces)]
    return [child for child in children if child != ""]


@cache
def words() -> dict[str, dict[str, str]]:
    """Every key with its three languages; ValueError names a key that lacks one."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        _collect(path.stem, tomllib.loads(path.read_text("utf-8")), found)
    return found


def _collect(prefix: str, section: dict, found: dict) -> None:
    """Walk one TOML section: a section with languages is a key, one with sections is a step on the way."""
    if any(lang in section for lang in LANGUAGES):
        if set(section) != set(LANGUAGES):
            raise ValueError(f"{prefix}: needs exactly {', '.join(LANGUAGES)}")
        found[prefix] = section
        return
    for name, inner in section.items():
        _collect(f"{prefix}.{name}", inner, found)
