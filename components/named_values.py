"""Values with their names inside one sentence: what a figure shows, said in words."""

from collections.abc import Callable
from dataclasses import dataclass

from babel.lists import format_list

from components.numbers import is_missing
from components.text import say


@dataclass(frozen=True)
class Named:
    """A value that a figure draws, in words (`text`), and what it is of."""

    name: str
    value: float
    text: str


def named(rows: list[dict], column: str, name: Callable, text: Callable) -> list[Named]:
    """The rows whose value is stated, in their own order. `name` takes a row, `text` a value."""
    stated = [row for row in rows if not is_missing(row[column])]
    return [Named(name(row), row[column], text(row[column])) for row in stated]


def listed(lang: str, values: list[Named]) -> str:
    """`204 960 € (2017) ja 242 740 € (2018)`."""
    return joined(lang, [say(lang, "common.value_of", value=each.text, name=each.name) for each in values])


def joined(lang: str, words: list[str]) -> str:
    """Some words as a list within a sentence: `a, b ja c`."""
    return format_list(words, locale=lang)


def extremes(lang: str, values: list[Named]) -> dict[str, str] | None:
    """The largest and the smallest value, each with all the names that have it; None when all are alike."""
    ordered = sorted(values, key=lambda each: each.value)
    if not ordered or ordered[0].value == ordered[-1].value:
        return None
    low, high = ordered[0], ordered[-1]
    of = {end.value: joined(lang, [each.name for each in values if each.value == end.value]) for end in (low, high)}
    return {"low": low.text, "high": high.text, "lowest": of[low.value], "highest": of[high.value]}


def range_of(values: list[Named]) -> dict[str, str]:
    """The smallest and the largest value without their names: for places, which are never ranked."""
    ordered = sorted(values, key=lambda each: each.value)
    return {"low": ordered[0].text, "high": ordered[-1].text}
