"""Checked rows as typed tables: Arrow in memory, and a DuckDB over them that can reach no file."""

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa

from data.catalogue import Catalogue
from data.entries import Column, Table

DIGITS = 16  # of a decimal in all
DUCKDB_TYPES = {
    "text": "VARCHAR",
    "code": "VARCHAR",
    "integer": "BIGINT",
    "year": "BIGINT",
    "decimal": f"DECIMAL({DIGITS},{{scale}})",
    "date": "DATE",
    "boolean": "BOOLEAN",
}
_ARROW_TYPES = {
    "text": pa.string(),
    "code": pa.string(),
    "integer": pa.int64(),
    "year": pa.int64(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}


def schema(table: Table, catalogue: Catalogue) -> list[tuple[str, str]]:
    """The columns of a table with their DuckDB types, in the order of the catalogue."""
    return [(name, duckdb_type(catalogue.columns[name])) for name in table.columns]


def duckdb_type(column: Column) -> str:
    """The DuckDB type of a column's values."""
    return DUCKDB_TYPES[column.type].format(scale=column.scale)


def arrow_type(column: Column) -> pa.DataType:
    """The Arrow type of a column's values."""
    return pa.decimal128(DIGITS, column.scale) if column.type == "decimal" else _ARROW_TYPES[column.type]


def arrow_schema(table: Table, catalogue: Catalogue) -> pa.Schema:
    """The columns of a table with their Arrow types, in the order of the catalogue."""
    return pa.schema([(name, arrow_type(catalogue.columns[name])) for name in table.columns])


def as_arrow(rows: Sequence[Mapping], table: Table, catalogue: Catalogue) -> pa.Table:
    """Rows of column -> value as a typed table; every column must be in every row."""
    arrays = {
        name: pa.array([row[name] for row in rows], arrow_type(catalogue.columns[name])) for name in table.columns
    }
    return pa.table(arrays)


def connect(tables: Mapping[str, pa.Table]) -> duckdb.DuckDBPyConnection:
    """A DuckDB that holds these tables and can read or write nothing else, with one thread and one time zone."""
    connection = duckdb.connect(":memory:")
    for setting in ("temp_directory=''", "enable_external_access=false", "threads=1", "TimeZone='Europe/Helsinki'"):
        connection.execute(f"SET {setting}")
    for name, table in tables.items():
        connection.register("incoming", table)
        connection.execute(f'CREATE TABLE "{name}" AS FROM incoming')
        connection.unregister("incoming")
    return connection
