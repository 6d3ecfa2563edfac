"""Sorting by the address: the order of a table's rows, and where its headings lead."""

from collections.abc import Mapping

from components.filters import Filters
from components.tables import alphabet

Sorts = Mapping[str, str]


def in_order(rows: list[dict], choice: Filters, sorts: Sorts) -> list[dict]:
    """Rows by the sort of the address, ties as they come; by the first of `sorts` when it is none of them.

    `sorts` is a word of the address -> the column; of a column in three languages the reader's own is taken. What is
    not stated comes last in either direction.
    """
    name = _present(choice, sorts).lstrip("-")
    column = sorts[name]
    localised = f"{column}_{choice.lang}"
    is_text = bool(rows) and localised in rows[0]
    column = localised if is_text else column
    stated = [row for row in rows if row[column] is not None]
    missing = [row for row in rows if row[column] is None]

    def key(row: dict):
        return alphabet(row[column]) if is_text else row[column]

    return sorted(stated, key=key, reverse=_present(choice, sorts).startswith("-")) + missing


def sort_link(name: str, choice: Filters, sorts: Sorts) -> tuple[str, str | None]:
    """Where a heading leads (the other direction when already sorted by it) and its present order, up or down."""
    present, first = _present(choice, sorts), next(iter(sorts))
    if present == name:
        return choice.to_search(sort=f"-{name}", page=1), "up"
    ascending = choice.to_search(sort=None if name == first else name, page=1) or "?"
    return ascending, "down" if present == f"-{name}" else None


def _present(choice: Filters, sorts: Sorts) -> str:
    """The sort in force; one of another table on the page leaves this one in its own first order."""
    wanted = choice.sort or ""
    return wanted if wanted.lstrip("-") in sorts else next(iter(sorts))
