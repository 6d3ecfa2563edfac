"""The rows of one delivery as values, and every rule they break: cells, keys, order of dates, periods."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.cells import CellError, parse, tidy
from data.delivery import Delivery, is_lost
from data.entries import Table
from data.problems import Problem

PAIRS = (("_earliest", "_latest"), ("_from", "_to"))
PAIRS_BY_START = (("low_", "high_"), ("smallest_", "largest_"))

Values = Mapping[str, object]


@dataclass(frozen=True)
class Checked:
    """The rows of a table as (line, column -> value). A cell that was refused is left out of its row.

    `problems` are those of this table alone; rules between tables and sums come after.
    """

    table: Table
    file: str
    rows: Sequence[tuple[int, Values]]
    problems: Sequence[Problem]


def check(delivery: Delivery, table: Table, catalogue: Catalogue) -> Checked:
    """The values of a delivery of `table`, and every problem in them."""
    problems = list(delivery.problems)
    rows = []
    for line, cells in delivery.rows:
        values: dict[str, object] = {}
        for name in table.columns:
            if name in cells:
                _check_cell(
                    name, cells[name], values, problems, table=table, catalogue=catalogue, at=(delivery.file, line)
                )
        rows.append((line, values))
    checked = Checked(table, delivery.file, rows, problems)
    problems += _key_problems(checked)
    problems += _order_problems(checked)
    problems += _period_problems(checked)
    return checked


def _check_cell(name: str, text: str, values: dict, problems: list[Problem], *, table: Table, catalogue: Catalogue, at):
    """Put the value of a cell into `values`, or what is wrong with it into `problems`."""
    file, line = at
    if is_lost(text):
        return
    column, tidied = catalogue.columns[name], tidy(text)
    if tidied != text:
        problems.append(Problem(file, "tidied", row=line, column=name, value=text, severity="note"))
    try:
        value = parse(column, tidied, catalogue.codes.get(column.codes) if column.codes else None)
    except CellError as refused:
        shown = "•••" if refused.rule.startswith("personal") else tidied
        problems.append(Problem(file, refused.rule, row=line, column=name, value=shown, details=refused.details))
        return
    if value is None and name not in table.optional:
        problems.append(Problem(file, "required", row=line, column=name))
        return
    values[name] = value


def _key_problems(checked: Checked) -> Iterator[Problem]:
    """Rows whose key another row above has: the same row twice, or another value for the same thing."""
    seen: dict[tuple, tuple[int, Values]] = {}
    key = checked.table.key
    for line, values in checked.rows:
        if any(name not in values for name in key):
            continue
        first_line, first = seen.setdefault(tuple(values[name] for name in key), (line, values))
        if first_line != line:
            shown = ", ".join(str(values[name]) for name in key)
            rule = "identical-row" if first == values else "duplicate-key"
            details = {"first": str(first_line), "key": "+".join(key)}
            yield Problem(checked.file, rule, row=line, column="+".join(key), value=shown, details=details)


def ordered_pairs(columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The columns that go in pairs, the first never after the second, as `decided_earliest` and `decided_latest`."""
    for first in columns:
        for start, end in PAIRS:
            if first.endswith(start) and first.removesuffix(start) + end in columns:
                yield first, first.removesuffix(start) + end
        for low, high in PAIRS_BY_START:
            if first.startswith(low) and high + first.removeprefix(low) in columns:
                yield first, high + first.removeprefix(low)


def _order_problems(checked: Checked) -> Iterator[Problem]:
    pairs = list(ordered_pairs(checked.table.columns))
    for line, values in checked.rows:
        for first, second in pairs:
            lower, upper = values.get(first), values.get(second)
            if lower is not None and upper is not None and lower > upper:
                details = {"second": second, "upper": str(upper)}
                yield Problem(checked.file, "order", row=line, column=first, value=str(lower), details=details)


def _period_problems(checked: Checked) -> Iterator[Problem]:
    """Rows of a table keyed by `valid_from` whose period begins before the period of the same thing has ended."""
    key, columns = checked.table.key, checked.table.columns
    if "valid_from" not in key or "valid_to" not in columns:
        return
    periods: dict[tuple, list] = {}
    for line, values in checked.rows:
        if all(name in values for name in (*key, "valid_to")) and values["valid_from"] is not None:
            thing = tuple(values[name] for name in key if name != "valid_from")
            periods.setdefault(thing, []).append((values["valid_from"], values["valid_to"], line))
    for same in periods.values():
        same.sort(key=lambda period: period[0])
        for (_, ends, line), (starts, _, next_line) in itertools.pairwise(same):
            if ends is None or starts <= ends:
                details = {"first": str(line)}
                yield Problem(
                    checked.file, "overlap", row=next_line, column="valid_from", value=str(starts), details=details
                )
