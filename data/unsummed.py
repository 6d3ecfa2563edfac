"""Numbers that may stand beside others but never in a sum: what a piece of SQL does with such columns.

An estimate from interviews is no measured benefit, and neither is money spent. A column of `columns.toml` that
`is_never_summed` may be read, compared and listed under its own name; the build refuses SQL that computes with it, and
so does the door of the questions. DuckDB's own parser reads the SQL.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache

import duckdb

# What gives one of the values as it is; every other function computes with it.
KEPT = frozenset({"max", "min", "coalesce", "any_value", "first"})


def never_summed(columns: Mapping) -> frozenset[str]:
    """The names of the columns that stand in no sum. `columns`: name -> column of the catalogue."""
    return frozenset(name for name, column in columns.items() if getattr(column, "is_never_summed", False))


@cache
def summed(sql: str, names: frozenset[str], *, may_rename: bool = False) -> tuple[str, ...]:
    """Those of the columns that the SQL computes with, or gives another name, by which they could be summed further on.

    `may_rename`: the SQL's own result is compared, not read on (a reconciliation rule). SQL that cannot be parsed gives
    nothing: whoever runs it says so.
    """
    if not any(name in sql for name in names):
        return ()
    with duckdb.connect() as connection:
        parsed = json.loads(connection.execute("SELECT json_serialize_sql(?)", [sql]).fetchone()[0])
    found = {name for node in _walk(parsed) for name in _computed(node, names)}
    if not may_rename:
        found |= {name for node in _walk(parsed) for name in _renamed(node, names)}
    return tuple(sorted(found))


def _computed(node: dict, names: frozenset[str]) -> set[str]:
    """The columns inside a function that computes."""
    is_function = node.get("class") in ("FUNCTION", "WINDOW")
    return _columns(node) & names if is_function and node.get("function_name") not in KEPT else set()


def _renamed(node: dict, names: frozenset[str]) -> set[str]:
    """The columns that an item of a select list gives under another name."""
    items = [item for item in node.get("select_list", ()) if item["class"] != "SUBQUERY"]
    return {name for item in items for name in _columns(item) & names if item.get("alias") not in ("", *names)}


def _columns(node) -> set[str]:
    return {each["column_names"][-1] for each in _walk(node) if each.get("class") == "COLUMN_REF"}


def _walk(node) -> Iterator[dict]:
    """Every object of the parsed SQL."""
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from _walk(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _walk(inner)
