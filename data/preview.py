"""What a delivery would change if it were published now: rows, sums, reconciliation, pages, and what would be held."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from data import affected, compare
from data.assess import Assessed
from data.catalogue import Catalogue
from data.compare import Found
from data.deliveries import RECONCILIATION
from data.entries import LANGUAGES

SHOWN = 20


class Total(NamedTuple):
    """The sum of one column before and after; None where the table or the column is not there."""

    table: str
    column: str
    before: Decimal | int | None
    after: Decimal | int | None


class RuleChange(NamedTuple):
    """A rule of the reconciliation that gives another number; `passed` is before and after, None = was not there."""

    rule: str
    texts: Mapping[str, str]
    computed: tuple[Decimal | None, Decimal | None]
    passed: tuple[bool | None, bool | None]


class Preview(NamedTuple):
    """Everything that changes. `held` are the warnings that somebody must accept first."""

    release: str | None
    tables: Sequence[Found]
    totals: Sequence[Total]
    rules: Sequence[RuleChange]
    pages: Sequence[tuple[affected.Page, list[str]]]
    held: Sequence[str]


def preview(assessed: Assessed) -> Preview:
    """What the assessed deliveries change in the release in use; everything is new when there is none."""
    before, after = assessed.before, assessed.examined.tables
    old = before.tables if before else {}
    keys = {name: table.key for name, table in {**old, **assessed.given.catalogue.tables}.items()}
    tables = list(compare.differing(old, after, keys, shown=SHOWN))
    names = [each.name for each in tables]
    return Preview(
        release=before.id if before else None,
        tables=tables,
        totals=list(_totals(names, old, after, assessed.given.catalogue)),
        rules=list(_rules(old, after)),
        pages=affected.pages(names),
        held=[f"{each.file} {each.rule}" for each in assessed.warnings],
    )


def _totals(names: Sequence[str], old: Mapping, after: Mapping[str, pa.Table], known: Catalogue) -> Iterator[Total]:
    """Every column of euros or counts of the tables that differ, whether its sum does or not."""
    for name in names:
        was = _sums(old[name].path, [each for each, _ in old[name].columns], known) if name in old else {}
        now = _sums(after[name], after[name].column_names, known) if name in after else {}
        for column in {**now, **was}:
            yield Total(name, column, was.get(column), now.get(column))


def _sums(source, columns: Sequence[str], known: Catalogue) -> dict[str, Decimal | int]:
    summed = [name for name in columns if name in known.columns and known.columns[name].unit in ("EUR", "count")]
    table = source if isinstance(source, pa.Table) else pq.read_table(source, columns=summed)
    return {name: pc.sum(table[name]).as_py() or 0 for name in summed}


def _rules(old: Mapping, after: Mapping[str, pa.Table]) -> Iterator[RuleChange]:
    was = _by_rule(pq.read_table(old[RECONCILIATION].path)) if RECONCILIATION in old else {}
    now = _by_rule(after[RECONCILIATION])
    for rule in sorted({**was, **now}):
        sides = was.get(rule), now.get(rule)
        computed, passed = (tuple(side and side[name] for side in sides) for name in ("computed", "passed"))
        if computed[0] != computed[1] or passed[0] != passed[1]:
            row = sides[1] or sides[0]
            yield RuleChange(rule, {lang: row[f"rule_{lang}"] for lang in LANGUAGES}, computed, passed)


def _by_rule(table: pa.Table) -> dict[str, dict]:
    return {row["rule"]: row for row in table.to_pylist()}
