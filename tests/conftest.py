"""Fixtures for all tests: tiny tables whose sums can be done in the head, and the real release built once a session."""

from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb
import pytest

from data import catalogue
from queries.database import Database

TYPES = {"integer": "BIGINT", "decimal": "DECIMAL(16, 2)", "date": "DATE", "boolean": "BOOLEAN"}
FILLED = {"source_id": "report", "known_since": "2000-01-01"}


def write_tables(folder: Path, tables: Mapping[str, list[dict]]) -> dict[str, str]:
    """Every table of the catalogue as Parquet in `folder`, with the rows given and empty otherwise: table -> file."""
    known = catalogue.current()
    with duckdb.connect() as connection:
        for name, table in known.tables.items():
            types = ", ".join(f"{each} {TYPES.get(known.columns[each].type, 'VARCHAR')}" for each in table.columns)
            connection.execute(f"CREATE TABLE {name} ({types})")
            rows = [FILLED | row for row in tables.get(name, [])]
            for row in rows:
                cells = [row.get(column) for column in table.columns]
                assert set(row) <= set(table.columns) | set(FILLED), set(row) - set(table.columns)
                connection.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(cells))})", cells)
            connection.execute(f"COPY {name} TO '{folder / name}.parquet' (FORMAT parquet)")
    return {name: f"{name}.parquet" for name in known.tables}


@pytest.fixture
def tiny(tmp_path) -> Callable[..., Database]:
    """Opens a database over tiny tables: `tiny(grants=[{...}], costs=[{...}])`."""

    def opened(**tables: list[dict]) -> Database:
        folder = tmp_path / f"tiny{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        return Database(folder, write_tables(folder, tables))

    return opened
