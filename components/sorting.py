"""Registers sorted by the address: the order of the rows, and where the headings lead."""

from collections.abc import Callable

from components.filters import Filters
from components.tables import alphabet


def in_order(rows: list[dict], choice: Filters, keys: dict[str, Callable], *, first: str) -> list[dict]:
    """Rows by the sort of the address; the order given decides among equals.

    `keys`: name of a sort -> what a row is sorted by. A sort that is none of them is another table's on the same page:
    then `first` decides. What is not stated (None) comes last in either direction.
    """
    wanted = choice.sort or first
    wanted = wanted if wanted.lstrip("-") in keys else first
    key = keys[wanted.lstrip("-")]
    stated = [row for row in rows if key(row) is not None]
    missing = [row for row in rows if key(row) is None]
    return sorted(stated, key=key, reverse=wanted.startswith("-")) + missing


def spelt(text: str | None) -> tuple | None:
    """The place of a text in the alphabet, None when there is no text."""
    return None if text is None else alphabet(text)


def sort_links(choice: Filters, *, first: str) -> Callable[[str], tuple[str, str | None]]:
    """For the name of a sort: where its heading leads (the other direction when in force) and its present order."""

    def link(name: str) -> tuple[str, str | None]:
        present = choice.sort or first
        if present == name:
            return choice.to_search(sort=f"-{name}", page=1), "up"
        order = "down" if present == f"-{name}" else None
        return choice.to_search(sort=None if name == first else name, page=1) or "?", order

    return link
