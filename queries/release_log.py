"""The log of releases as two tables beside those of the release: they are asked in SQL like any other.

publications           one row a change of the release in use that has taken effect
publication_changes    one row a table that such a change touched
They are no part of a release, so that the same deliveries make the same release whenever they come.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb

from data import catalogue
from data import release as releases
from data.journal import MEND, Record

TABLES = ("publications", "publication_changes")
_NAMES = [f"table_name_{lang}" for lang in catalogue.LANGUAGES]
_CREATE = (
    "CREATE TABLE publications (publication_number BIGINT, release_id VARCHAR, published_on DATE,"
    " published_clock VARCHAR,"
    " publication_kind_code VARCHAR, previous_release_id VARCHAR, data_until DATE, release_rows BIGINT,"
    " reason VARCHAR, accepted_warnings VARCHAR)",
    "CREATE TABLE publication_changes (publication_number BIGINT, table_code VARCHAR, table_kind_code VARCHAR,"
    f" {', '.join(f'{name} VARCHAR' for name in _NAMES)}, rows_added BIGINT, rows_changed BIGINT, rows_removed BIGINT)",
)
_INSERT = (
    "INSERT INTO publications VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    f"INSERT INTO publication_changes VALUES ({', '.join('?' * (len(_NAMES) + 6))})",  # noqa: S608 – marks only
)
FINLAND = ZoneInfo("Europe/Helsinki")


def day(record: Record) -> date:
    """The day of a change in Finland."""
    return _moment(record).date()


def _moment(record: Record) -> datetime:
    """When a change was made, by the clock of Finland."""
    return datetime.fromisoformat(record.at).astimezone(FINLAND)


def seen(root: Path, now: datetime | None = None) -> list[Record]:
    """What the public may know of the log, oldest first; a damaged release put right is no change to readers."""
    return [record for record in releases.history(root, now) if record.action != MEND]


def create(connection: duckdb.DuckDBPyConnection, past: Sequence[Record]) -> None:
    """Make both tables in a database."""
    rows = [_publication(record) for record in past], [row for record in past for row in _changes(record)]
    for create_table, insert, told in zip(_CREATE, _INSERT, rows, strict=True):
        connection.execute(create_table)
        if told:
            connection.executemany(insert, told)


def _publication(record: Record) -> tuple:
    """The name of who decided is not among it: the log tells it to the operator only."""
    warnings = " ".join(each.replace(" ", ":") for each in record.warnings) or None
    told = (record.number, record.id, day(record), f"{_moment(record):%H.%M}", record.action, record.previous)
    until = date.fromisoformat(record.data_until) if record.data_until else None
    return (*told, until, sum(record.rows.values()), record.reason, warnings)


def _changes(record: Record) -> Iterator[tuple]:
    tables = catalogue.current().tables
    for name, counts in sorted((record.changes or {}).items()):
        known = tables.get(name)
        names = [known.headings[lang] if known else name for lang in catalogue.LANGUAGES]
        yield (record.number, name, known.kind if known else None, *names, *counts)
