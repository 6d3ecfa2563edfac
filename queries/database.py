"""One release, opened read-only in an in-memory DuckDB that can reach nothing else."""

import logging
import os
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

import duckdb

from data.journal import Record
from queries import release_log
from queries.errors import AnswerTooLarge, QueriesBusy, QueryFailed, QueryTooSlow

MAX_ROWS = 50_000
RUNNING = 2
WAITING = 16
PATIENCE_SECONDS = 5.0

Columns = Sequence[tuple[str, str]]

log = logging.getLogger(__name__)

# Order matters: the default temp_directory would be added to allowed_directories, and the lock is the last that works.
# The footers of files are kept: they never change, and reading that of 30 million rows anew took 20 ms a question.
_HARDENING = (
    "SET temp_directory = ''",
    "SET allowed_directories = $folders",
    "SET enable_external_access = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    "SET python_enable_replacements = false",
    "SET allow_persistent_secrets = false",
    "SET memory_limit = '512MB'",
    "SET threads = 1",
    "SET parquet_metadata_cache = true",
    "SET TimeZone = 'Europe/Helsinki'",
    "SET lock_configuration = true",
)


def seconds() -> float:
    """How long one question may take: `QUERY_SECONDS`, or 5 s. A first answer takes 10 to 120 ms, or more when busy."""
    return float(os.environ.get("QUERY_SECONDS") or 5)


def hardened(folder: Path) -> duckdb.DuckDBPyConnection:
    """A new in-memory database that can read the real `folder` and nothing else, for good.

    It could still write there: the folder must be read-only for the service's user.
    """
    connection = duckdb.connect(":memory:")
    for statement in _HARDENING:
        bound = {"folders": [f"{folder.resolve()}/"]} if "$folders" in statement else None
        connection.execute(statement, bound)
    return connection


class Database:
    """The tables of one folder of Parquet files. Safe for threads: every question gets a cursor of its own."""

    def __init__(
        self,
        folder: Path,
        files: Mapping[str, str],
        past: Sequence[Record] = (),
        absent: Mapping[str, Columns] = MappingProxyType({}),
    ):
        """Open `folder`; `files` is table -> file name, `past` the log of releases beside them.

        `absent` is table -> (name, type) of its columns, for tables that have no file and are empty.
        Raises what DuckDB raises when a file cannot be read.
        """
        self._connection = hardened(folder)
        release_log.create(self._connection, past)
        for table, file in files.items():
            self._connection.execute(_view(table, folder.resolve() / file))
        for table, columns in absent.items():
            self._connection.execute(_empty(table, columns))

    def rows(self, sql: str, params: Mapping[str, object]) -> tuple[tuple, ...]:
        """The rows of one SELECT. Raises QueryTooSlow, QueriesBusy, AnswerTooLarge or QueryFailed."""
        with _turn():
            return self._rows(sql, params)

    def _rows(self, sql: str, params: Mapping[str, object]) -> tuple[tuple, ...]:
        cursor = self._connection.cursor()
        watchdog = threading.Timer(seconds(), cursor.interrupt)
        watchdog.daemon = True
        watchdog.start()
        try:
            # executed once: a relation plans the question again at every step, 20 ms over a file of 700 row groups
            rows = cursor.execute(sql, dict(params)).fetchmany(MAX_ROWS + 1)
        except duckdb.InterruptException:
            raise QueryTooSlow from None
        except Exception as error:  # a damaged file raises more than duckdb.Error; the text holds paths and values
            log.error("question failed: %s", type(error).__name__)
            raise QueryFailed from None
        finally:
            watchdog.cancel()
            cursor.close()
        if len(rows) > MAX_ROWS:
            raise AnswerTooLarge
        return tuple(rows)


@lru_cache(maxsize=256)
def tables_read(sql: str) -> tuple[str, ...]:
    """The tables that a SELECT reads, as DuckDB itself sees them. It takes no parameters there: they become NULL."""
    with _parser().cursor() as connection:
        return tuple(sorted(connection.get_table_names(re.sub(r"\$[a-z_]+", "NULL", sql))))


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    """A database without tables that only reads SQL: to open one takes as long as to read thirty questions."""
    return duckdb.connect(":memory:")


def _view(table: str, path: Path) -> str:
    """SQL text put together here: of a release's own table name and path, which no reader can choose.

    A view cannot hold a bound value; ValueError when the name is not a plain one.
    """
    literal = str(path).replace("'", "''")
    return f"CREATE VIEW {_plain(table)} AS FROM read_parquet('{literal}')"


def _empty(table: str, columns: Columns) -> str:
    """A table without rows, by the catalogue's own names and types."""
    listed = ", ".join(f"{_plain(name)} {kind}" for name, kind in columns)
    return f"CREATE TABLE {_plain(table)} ({listed})"


def _plain(name: str) -> str:
    """The name itself; ValueError when it is not a plain one."""
    if not re.fullmatch("[a-z][a-z_]*", name):
        raise ValueError("table name")
    return name


_queue: list[object] = []
_moved = threading.Condition()


@contextmanager
def _turn() -> Iterator[None]:
    """A place at the database, first come first served: the first two of the process's queue are at it.

    Raises QueriesBusy when 16 wait already, or when the turn has not come in 5 s. A semaphore is not fair: with
    16 threads asking without pause some waited more than 5 s.
    """
    ticket = object()
    with _moved:
        if len(_queue) >= RUNNING + WAITING:
            raise QueriesBusy
        _queue.append(ticket)
    try:
        with _moved:
            if not _moved.wait_for(lambda: ticket in _queue[:RUNNING], timeout=PATIENCE_SECONDS):
                raise QueriesBusy
        yield
    finally:
        with _moved:
            _queue.remove(ticket)
            _moved.notify_all()
