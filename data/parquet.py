"""The tables of a release as Parquet files: written the same to the last bit every time, then read back and verified.

DuckDB writes ZSTD with one thread, sorted by key. Only files written here are ever read: BROTLI is refused by name,
for DuckDB 2.0.0 carries a Brotli library with an unmended fault (CVE-2026-111497).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

CODEC = "ZSTD"


class FileUnsoundError(Exception):
    """A Parquet file does not hold what was to be written to it."""


@dataclass(frozen=True)
class Expected:
    """What a file must hold: its columns with DuckDB types, how many rows, unique by key, full unless optional."""

    columns: Sequence[tuple[str, str]]
    rows: int
    key: Sequence[str]
    optional: frozenset[str]


def write(table: pa.Table, path: Path, *, key: Sequence[str]) -> None:
    """Write a table sorted by its key. Raises duckdb.IOException when the disk will not take it."""
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET threads=1")
        connection.register("checked", table)
        columns = ", ".join(f'"{name}"' for name in table.column_names)
        order = ", ".join(f'"{name}" NULLS LAST' for name in key)
        connection.execute(
            f"COPY (SELECT {columns} FROM checked ORDER BY {order}) TO $path (FORMAT parquet, COMPRESSION zstd)",  # noqa: S608
            {"path": str(path)},
        )


def verify(path: Path, expected: Expected) -> None:
    """Read a written file back and hold it against what it must hold. Raises FileUnsoundError."""
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET threads=1")
        codecs = _values(connection, "SELECT DISTINCT compression FROM parquet_metadata($path)", path)
        if set(codecs) - {CODEC}:
            raise FileUnsoundError(f"{path.name}: {', '.join(codecs)}")
        described = connection.execute("DESCRIBE SELECT * FROM read_parquet($path)", {"path": str(path)}).fetchall()
        columns = [(name, type) for name, type, *_ in described]
        if columns != list(expected.columns):
            raise FileUnsoundError(f"{path.name}: {columns}")
        for what, found, wanted in _counts(connection, path, expected):
            if found != wanted:
                raise FileUnsoundError(f"{path.name}: {what}: {found} <> {wanted}")


def _counts(connection: duckdb.DuckDBPyConnection, path: Path, expected: Expected):
    """(what, found, wanted): rows, different keys, and filled cells of every column that must be filled."""
    keys = ", ".join(f'"{name}"' for name in expected.key)
    yield "rows", _values(connection, "SELECT count(*) FROM read_parquet($path)", path)[0], expected.rows
    distinct = f"SELECT count(*) FROM (SELECT DISTINCT {keys} FROM read_parquet($path))"  # noqa: S608
    yield "keys", _values(connection, distinct, path)[0], expected.rows
    for name, _ in expected.columns:
        if name not in expected.optional:
            filled = f'SELECT count("{name}") FROM read_parquet($path)'  # noqa: S608
            yield name, _values(connection, filled, path)[0], expected.rows


def _values(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> list:
    return [row[0] for row in connection.execute(sql, {"path": str(path)}).fetchall()]


def digest(path: Path) -> dict:
    """The length and the sha256 of a file, as release.json tells them."""
    with path.open("rb") as file:
        return {"sha256": hashlib.file_digest(file, "sha256").hexdigest(), "bytes": path.stat().st_size}
