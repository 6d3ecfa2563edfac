"""What the command line says and in which form: sentences for a person, one JSON object for a program, an exit code."""

import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DONE, WRONG, MISUSED, HELD = 0, 1, 2, 3


class Misused(Exception):
    """The command was not used as it is meant: `key` is the sentence that says so, with its facts."""

    def __init__(self, key: str, **facts: str):
        super().__init__(key)
        self.key, self.facts = key, facts


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def word(key: str, lang: str) -> str:
    """A sentence of `words.toml` in one language, its placeholders as they are."""
    return _words()[key][lang]


@dataclass(frozen=True)
class Voice:
    """How a command speaks: in which language, and whether only one JSON object is printed."""

    lang: str
    is_json: bool

    def say(self, key: str, **facts) -> None:
        """A sentence to a person, at once; nothing when JSON is wanted."""
        self.show(word(key, self.lang).format_map(facts))

    def show(self, text: str) -> None:
        """Text to a person as it is; nothing when JSON is wanted."""
        if not self.is_json:
            print(text, flush=True)

    def give(self, result) -> None:
        """The result to a program; nothing when sentences are wanted."""
        if self.is_json:
            print(json.dumps(result, ensure_ascii=False, indent=2))

    def complain(self, key: str, **facts) -> None:
        """What went wrong: a sentence on the error stream, or in the JSON object."""
        sentence = word(key, self.lang).format_map(facts)
        if self.is_json:
            self.give({"ok": False, "error": key, "message": sentence})
        else:
            print(sentence, file=sys.stderr, flush=True)


@contextmanager
def progress(voice: Voice) -> Iterator[Callable[..., None]]:
    """How long work is told: a bar on a terminal when tqdm is there, otherwise a line a table; nothing in JSON."""
    bars = _bars() if sys.stderr.isatty() and not voice.is_json else None
    if bars is None:
        yield voice.say
        return
    with bars(unit="", leave=False) as bar:

        def tell(key: str, *, of: int, **facts) -> None:
            bar.total = of
            bar.set_description(word(key, voice.lang).format_map(facts).strip())
            bar.update()

        yield tell


def _bars():
    """The bars of tqdm, or None: a running site is set up without it."""
    try:
        from tqdm import tqdm
    except ImportError:
        return None
    return tqdm
