"""How good the data of a release are, as tables of the release: promises, days, and cells that are empty."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from data import staging
from data.catalogue import Catalogue
from data.entries import LANGUAGES

PROMISES, DAYS, GAPS = "table_promises", "table_days", "column_gaps"


def tables(found: Mapping[str, pa.Table], catalogue: Catalogue) -> dict[str, pa.Table]:
    """The three tables about the tables of a release; they say nothing of themselves."""
    rows = {
        PROMISES: [_promise(name, table, catalogue) for name, table in sorted(found.items())],
        DAYS: [row for name, table in sorted(found.items()) for row in _days(name, table)],
        GAPS: [row for name, table in sorted(found.items()) for row in _gaps(name, table, catalogue)],
    }
    return {name: staging.as_arrow(each, catalogue.tables[name], catalogue) for name, each in rows.items()}


def _named(name: str, catalogue: Catalogue) -> dict:
    known = catalogue.tables[name]
    names = {f"table_name_{lang}": known.headings[lang] for lang in LANGUAGES}
    return {"table_code": name, "table_kind_code": known.kind, **names}


def _promise(name: str, table: pa.Table, catalogue: Catalogue) -> dict:
    known = catalogue.tables[name]
    promised = {"owner": known.owner or None, "interval_days": known.interval_days, "table_rows": table.num_rows}
    return _named(name, catalogue) | promised


def _days(name: str, table: pa.Table) -> Iterator[dict]:
    if "known_since" in table.column_names:
        for counted in pc.value_counts(table["known_since"]).to_pylist():
            yield {"table_code": name, "known_since": counted["values"], "table_rows": counted["counts"]}


def _gaps(name: str, table: pa.Table, catalogue: Catalogue) -> Iterator[dict]:
    """Columns that may be empty, of tables that have rows."""
    for column in table.column_names if table.num_rows else ():
        if column in catalogue.tables[name].optional:
            headings = {f"column_name_{lang}": catalogue.columns[column].headings[lang] for lang in LANGUAGES}
            counts = {"column_cells": table.num_rows, "empty_cells": table[column].null_count}
            yield _named(name, catalogue) | {"column_code": column, **headings, **counts}
