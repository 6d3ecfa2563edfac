"""Numbers that must agree: sums inside the tables, and the reconciliation of the whole release with its sources."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import duckdb

from data.agreements import Sum
from data.check import Checked
from data.entries import LANGUAGES
from data.evidence import Rule
from data.problems import Problem

AGREED = {"key", "expected", "computed"}
TWO_PLACES = Decimal("0.01")


class CheckUnusableError(Exception):
    """The query of a sum or a rule does not give what was agreed."""


def sum_problems(
    connection: duckdb.DuckDBPyConnection, checked: Mapping[str, Checked], faulty: set[str]
) -> Iterator[Problem]:
    """Sums that do not agree, at the row of their key. A sum over a faulty table waits until that is mended."""
    for each in checked.values():
        for rule in each.table.sums:
            try:
                if not _waits(connection, rule.sql, faulty):
                    yield from _sum_problems(connection, rule, each)
            except CheckUnusableError as error:
                yield _unusable("tables.toml", f"{each.table.name}.{rule.id}", error)


def _sum_problems(connection, rule: Sum, checked: Checked) -> Iterator[Problem]:
    for row in _differing(connection, rule.sql):
        if not _agree(row["expected"], row["computed"], rule.tolerance):
            key = str(row["key"])
            details = {"text": rule.texts, "key": key, **_shown(row["expected"], row["computed"])}
            yield Problem(checked.file, "sum", row=checked.lines_by_key.get(key), value=rule.id, details=details)


def _differing(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict]:
    """The rows of a sum whose two sides are not the very same. Raises CheckUnusableError when it is no sum."""
    try:
        names = [column[0] for column in connection.execute(f"DESCRIBE {sql}").fetchall()]
    except duckdb.Error as error:
        raise CheckUnusableError(str(error).splitlines()[0]) from error
    if not set(names) >= AGREED:
        raise CheckUnusableError(", ".join(names))
    return _rows(connection, f"FROM (\n{sql}\n) AS told WHERE told.expected IS DISTINCT FROM told.computed")


def reconcile(
    connection: duckdb.DuckDBPyConnection, rules: Sequence[Rule], faulty: set[str]
) -> tuple[list[dict], list[Problem]]:
    """The rows of the table `reconciliation`, and a problem for each rule that fails without an explanation.

    One row a rule that could be computed. `difference` is computed minus expected; both are None without a value.
    """
    rows, problems = [], []
    for rule in rules:
        try:
            if _waits(connection, rule.sql, faulty):
                continue
            row = _reconciled(rule, _one_number(_rows(connection, rule.sql)))
        except CheckUnusableError as error:
            problems.append(_unusable("rules.toml", rule.id, error))
            continue
        rows.append(row)
        if not row["passed"] and not rule.explains(row["difference"]):
            details = {"text": rule.texts, **_shown(row["expected"], row["computed"])}
            problems.append(Problem("rules.toml", "rule", value=rule.id, details=details))
    return rows, problems


def _reconciled(rule: Rule, computed: Decimal | None) -> dict:
    difference = None if computed is None else computed - rule.expected
    return {
        "rule": rule.id,
        **{f"rule_{lang}": rule.texts[lang] for lang in LANGUAGES},
        "unit": rule.unit,
        "expected": rule.expected.quantize(TWO_PLACES),
        "computed": None if computed is None else computed.quantize(TWO_PLACES),
        "difference": None if difference is None else difference.quantize(TWO_PLACES),
        "passed": difference == 0,
        "is_explained": rule.is_explained,
        **{f"explanation_{lang}": rule.explained[lang] or None for lang in LANGUAGES},
        "source_id": rule.source_id,
    }


def _waits(connection: duckdb.DuckDBPyConnection, sql: str, faulty: set[str]) -> bool:
    """Whether a query is over a table that has faults. Raises CheckUnusableError when it cannot be parsed."""
    try:
        return bool(connection.get_table_names(sql) & faulty)
    except duckdb.Error as error:
        raise CheckUnusableError(str(error).splitlines()[0]) from error


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict]:
    """The rows of a query as name -> value. Raises CheckUnusableError when it does not work."""
    try:
        cursor = connection.execute(sql)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    except duckdb.Error as error:
        raise CheckUnusableError(str(error).splitlines()[0]) from error


def _one_number(rows: list[dict]) -> Decimal | None:
    """The only value of an answer, None when there is none. Raises CheckUnusableError when there are several."""
    values = [value for row in rows for value in row.values()]
    if len(values) > 1:
        raise CheckUnusableError(f"1 < {len(values)}")
    return _number(values[0]) if values else None


def _number(value) -> Decimal | None:
    """A number of the database as Decimal, a float by its shortest text. Raises CheckUnusableError for the rest."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise CheckUnusableError(str(value))
    return Decimal(str(value))


def _agree(expected, computed, tolerance: Decimal) -> bool:
    """Whether two numbers are as near as they must be; two that are both missing agree, one missing does not."""
    if expected is None or computed is None:
        return expected is computed
    return abs(_number(expected) - _number(computed)) <= tolerance


def _shown(expected, computed) -> dict[str, str]:
    numbers = {"expected": expected, "computed": computed}
    return {name: "–" if number is None else str(number) for name, number in numbers.items()}


def _unusable(file: str, name: str, error: Exception) -> Problem:
    return Problem(file, "check-sql", value=name, details={"why": str(error)})
