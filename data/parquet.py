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
# Eight times what DuckDB takes: planning a question costs by the number of row groups, 12 ms over 683 of them.
ROW_GROUP_ROWS = 983_040


class FileUnsoundError(Exception):
    """A Parquet file does not hold what was to be written to it."""


@dataclass(frozen=True)
class Expected:
    """What a file must hold: its columns with DuckDB types, how many rows, unique by key, full unless optional."""

    columns: Sequence[tuple[str, str]]
    rows: int
    key: Sequence[str]
    optional: frozenset[str]


def engine() -> duckdb.DuckDBPyConnection:
    """A DuckDB that writes files the same way every time; close it after use."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET threads=1")
    return connection


def write(connection: duckdb.DuckDBPyConnection, table: pa.Table, path: Path, *, key: Sequence[str]) -> None:
    """Write a table sorted by its key. Raises duckdb.IOException when the disk will not take it."""
    connection.register("checked", table)
    columns = ", ".join(f'"{name}"' for name in table.column_names)
    order = ", ".join(f'"{name}" NULLS LAST' for name in key)
    told = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP_ROWS}"
    sql = f"COPY (SELECT {columns} FROM checked ORDER BY {order}) TO $path ({told})"  # noqa: S608
    connection.execute(sql, {"path": str(path)})
    connection.unregister("checked")


def verify(connection: duckdb.DuckDBPyConnection, path: Path, expected: Expected) -> None:
    """Read a written file back and hold it against what it must hold. Raises FileUnsoundError."""
    file = {"path": str(path)}
    codecs = connection.execute("SELECT DISTINCT compression FROM parquet_metadata($path)", file).fetchall()
    if {codec for (codec,) in codecs} - {CODEC}:
        raise FileUnsoundError(f"{path.name}: {codecs}")
    described = connection.execute("DESCRIBE SELECT * FROM read_parquet($path)", file).fetchall()
    columns = [(name, type) for name, type, *_ in described]
    if columns != list(expected.columns):
        raise FileUnsoundError(f"{path.name}: {columns}")
    for what, found in _counts(connection, path, expected).items():
        if found != expected.rows:
            raise FileUnsoundError(f"{path.name}: {what}: {found} <> {expected.rows}")


def _counts(connection: duckdb.DuckDBPyConnection, path: Path, expected: Expected) -> dict[str, int]:
    """How many rows there are, how many different keys, and how many filled cells in each column that must be full."""
    full = [name for name, _ in expected.columns if name not in expected.optional]
    filled = "".join(f', count("{name}")' for name in full)
    rows = f"SELECT count(*){filled} FROM read_parquet($path)"  # noqa: S608
    counted = connection.execute(rows, {"path": str(path)}).fetchall()[0]
    key = ", ".join(f'"{name}"' for name in expected.key)
    keys = f"SELECT count(*) FROM (SELECT DISTINCT {key} FROM read_parquet($path))"  # noqa: S608
    different = connection.execute(keys, {"path": str(path)}).fetchall()[0][0]
    return dict(zip(["rows", *full], counted, strict=True)) | {"keys": different}


def digest(path: Path) -> dict:
    """The length and the sha256 of a file, as release.json tells them."""
    with path.open("rb") as file:
        return {"sha256": hashlib.file_digest(file, "sha256").hexdigest(), "bytes": path.stat().st_size}
