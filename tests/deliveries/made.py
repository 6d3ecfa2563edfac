"""Our own corpus of deliveries as officers send them: each file with the outcome and the errors that must come of it.

`cases()` gives them all; nothing is random but what a seed fixes. `python -m tests.deliveries.made FOLDER` writes them.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.vetting import ACCEPTED, REFUSED, WARNED
from tests.deliveries import made_books, made_texts

Place = tuple[int | None, str | None, str]  # row, column, rule


@dataclass(frozen=True)
class Case:
    """One file: its name with the right or the wrong ending, its table, its bytes, and what must come of it."""

    file: str
    table: str
    content: bytes
    errors: tuple[Place, ...] = ()
    warnings: frozenset[str] = frozenset()

    @property
    def outcome(self) -> str:
        """Refused with an error, accepted with a word when there is a warning, accepted otherwise."""
        return REFUSED if self.errors else WARNED if self.warnings else ACCEPTED


@cache
def cases() -> tuple[Case, ...]:
    """Every file of the corpus, its name unlike any other."""
    return (*_cases(),)


def _cases() -> Iterator[Case]:
    for file, table, content, *told in (*made_texts.files(), *made_books.files()):
        errors = tuple(each for each in told if isinstance(each, tuple))
        yield Case(file, table, content, errors, frozenset(each for each in told if isinstance(each, str)))


def main(folder: str) -> None:
    """Write every file into a folder, for a look by eye."""
    for case in cases():
        (Path(folder) / case.file).write_bytes(case.content)


if __name__ == "__main__":
    main(*sys.argv[1:])
