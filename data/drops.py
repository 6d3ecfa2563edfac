"""What a new release loses against the one in use: a sudden drop is more often a part file than the truth."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

from data.problems import Problem
from data.release import Release

LIMIT_PCT = 20
WHOLE = "–"


def drop_problems(tables: Mapping[str, pa.Table], data_until: date | None, current: Release) -> Iterator[Problem]:
    """A warning for each table gone, for rows or sums more than a fifth smaller, and for data that reach less far."""
    for name, before in current.tables.items():
        if name not in tables:
            yield _warning("tables.toml", "table-gone", value=name)
            continue
        now = tables[name]
        if _drops(before.rows, now.num_rows):
            yield _warning(before.delivery, "fewer-rows", **_texts(before.rows, now.num_rows))
        yield from _sum_problems(before.delivery, pq.read_table(before.path), now)
    if current.data_until and data_until and data_until < current.data_until:
        yield _warning("tables.toml", "older-data", before=str(current.data_until), now=str(data_until))


def _sum_problems(delivery: str, before: pa.Table, now: pa.Table) -> Iterator[Problem]:
    """Euros by year where the table has a year, otherwise in all."""
    for column in before.column_names:
        if column.endswith("_eur") and column in now.column_names:
            was, is_now = _sums(before, column), _sums(now, column)
            for part, amount in was.items():
                if _drops(amount, is_now.get(part, Decimal(0))):
                    texts = _texts(amount, is_now.get(part, Decimal(0)))
                    yield _warning(delivery, "smaller-sum", column=column, part=part, **texts)


def _sums(table: pa.Table, column: str) -> dict[str, Decimal]:
    years = [name for name in table.column_names if name.endswith("_year")]
    parts = table[years[0]].to_pylist() if years else [None] * table.num_rows
    sums: dict[str, Decimal] = {}
    for part, amount in zip(parts, table[column].to_pylist(), strict=True):
        name = WHOLE if part is None else str(part)
        sums[name] = sums.get(name, Decimal(0)) + (amount or 0)
    return sums


def _drops(before, now) -> bool:
    return before > 0 and now * 100 < before * (100 - LIMIT_PCT)


def _texts(before, now) -> dict[str, str]:
    return {"before": str(before), "now": str(now), "limit": str(LIMIT_PCT)}


def _warning(file: str, rule: str, *, column: str | None = None, value: str | None = None, **details: str) -> Problem:
    return Problem(file, rule, column=column, value=value, details=details, severity="warning")
