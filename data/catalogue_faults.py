"""The faults that entries of the catalogue share: texts missing, names that lead nowhere, values that will not do."""

import re
from collections.abc import Iterator, Mapping, Sequence

from data.entries import LANGUAGES, Texts
from data.problems import Problem

_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")


def unread(file: str, at: str, names: Sequence[str]) -> Iterator[Problem]:
    """Keys of an entry that mean nothing."""
    for name in names:
        yield Problem(file, "catalogue-unread", column=f"{at}.{name}", value=name)


def untold(file: str, at: str, texts: Texts) -> Iterator[Problem]:
    """Languages in which a text is missing."""
    missing = [lang for lang in LANGUAGES if not texts[lang]]
    if missing:
        yield Problem(file, "catalogue-text", column=at, value=", ".join(missing))


def misnamed(file: str, name: str) -> Iterator[Problem]:
    """A name that cannot be one of a column or a table."""
    if not _NAME.fullmatch(name):
        yield unfit(file, name, name, _NAME.pattern)


def unowned(file: str, at: str, owner: str, owners: Mapping[str, Texts]) -> Iterator[Problem]:
    """An owner that the list of owners, where there is one, does not name in the first language."""
    known = {names[LANGUAGES[0]] for names in owners.values()}
    if known and owner and owner not in known:
        yield unknown(file, f"{at}.owner", owner, "codes/owners.csv")


def unfit(file: str, at: str, value: str, allowed: str) -> Problem:
    """A value that will not do, and what would."""
    return Problem(file, "catalogue-value", column=at, value=value, details={"allowed": allowed})


def unknown(file: str, at: str, value: str, where: str) -> Problem:
    """A name that leads nowhere, and where it should lead."""
    return Problem(file, "catalogue-unknown", column=at, value=value, details={"where": where})


def compiles(pattern: str) -> bool:
    """Whether a pattern is a regular expression."""
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
