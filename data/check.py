"""The rows of one delivery as values, and every rule they break: cells, keys, order of dates, periods, own checks."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pyarrow as pa

from data import forms, staging
from data.catalogue import Catalogue
from data.cells import CellError, Setting, parse, tidy
from data.delivery import Delivery, is_lost
from data.entries import Table
from data.forms import Faulty
from data.problems import Problem
from data.row_checks import no_row_at_all, row_problems

PAIRS = (("_earliest", "_latest"), ("_from", "_to"))
PAIRS_BY_START = (("low_", "high_"), ("smallest_", "largest_"))
MAX_KEPT = 100_000  # cells of a column whose meaning is kept while a table is read

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

    def different(self, name: str) -> set:
        """The different values of a column."""
        return {values.get(name) for _, values in self.rows}

    def places(self, name: str, wrong: set) -> Iterator[tuple[int, object]]:
        """The line and the value of each row whose column has one of these values."""
        return ((line, values[name]) for line, values in self.rows if values.get(name) in wrong)

    def arrow(self, catalogue: Catalogue) -> pa.Table:
        """The rows as a typed table."""
        return staging.as_arrow([values for _, values in self.rows], self.table, catalogue)

    @cached_property
    def lines_by_key(self) -> Mapping[str, int]:
        """The line of each row by its key, parts joined by `/`."""
        return {"/".join(str(values.get(name)) for name in self.table.key): line for line, values in self.rows}


def check(delivery: Delivery, table: Table, catalogue: Catalogue, setting: Setting | None = None) -> Checked:
    """The values of a delivery of `table`, and every problem in them."""
    setting = setting or Setting(codes=catalogue.codes)
    named = _with_names(table, catalogue)
    problems, rows, kept = list(delivery.problems), [], {}
    for line, cells in delivery.rows:
        whole = no_row_at_all(cells, table, delivery.file, line)
        if whole:
            problems.append(whole)
            continue
        values: dict[str, object] = {}
        for name in table.columns:
            if name in cells:
                found = _kept(kept, name, cells[name], table=table, catalogue=named, setting=setting)
                problems += (replace(each, file=delivery.file, row=line) for each in found[1])
                values |= found[0]
        problems += row_problems(values, cells, table, catalogue=named, setting=setting, at=(delivery.file, line))
        rows.append((line, values))
    checked = Checked(table, delivery.file, rows, problems)
    problems += _key_problems(checked, dict(delivery.rows))
    problems += _order_problems(checked)
    problems += _period_problems(checked)
    problems[:] = [_placed(each, delivery) for each in problems]
    return checked


def _placed(problem: Problem, delivery: Delivery) -> Problem:
    """The problem with its sheet and the letter of its column, so that a reader finds the cell."""
    sheet = delivery.sheet if problem.row is not None else problem.sheet
    letter = delivery.letters.get(problem.column or "")
    return replace(problem, sheet=sheet, letter=letter) if sheet or letter else problem


def _with_names(table: Table, catalogue: Catalogue) -> Catalogue:
    """The catalogue in which the columns that only name what a code stands for are marked as such."""
    names = {each.column for each in table.checks if each.kind == "name_of"} & set(catalogue.columns)
    marked = {name: replace(catalogue.columns[name], is_name=True) for name in names}
    return replace(catalogue, columns={**catalogue.columns, **marked}) if names else catalogue


Cell = tuple[Values, tuple[Problem, ...]]  # the value by its column, or nothing, and what is to be said of it


def _kept(kept: dict, name: str, text: str, **settings) -> Cell:
    """What a cell says, read once for each different text of a column."""
    if isinstance(text, Faulty):
        return read_cell(name, text, **settings)
    of_column = kept.setdefault(name, {})
    key = (type(text), text)
    if key not in of_column:
        if len(of_column) >= MAX_KEPT:
            of_column.clear()
        of_column[key] = read_cell(name, text, **settings)
    return of_column[key]


def read_cell(name: str, text: str, *, table: Table, catalogue: Catalogue, setting: Setting) -> Cell:
    """The value of a cell, or what is wrong with it; file and row are not known yet."""
    if is_lost(text):
        return {}, ()
    column, tidied = catalogue.columns[name], tidy(text)
    tidying = Problem("", "tidied", column=name, value=text, severity="note")
    notes = (tidying,) if str(tidied) != str(text) else ()
    try:
        value = parse(column, tidied, setting)
    except CellError as refused:
        shown = "•••" if refused.rule == "personal-data" else str(tidied)
        told = {"details": refused.details, "wording": refused.wording}
        return {}, (*notes, Problem("", refused.rule, column=name, value=shown, **told))
    if value is None and name not in table.optional:
        return {}, (*notes, Problem("", "missing-value", column=name))
    return {name: value}, (*notes, *_reading(name, tidied, value))


def _reading(name: str, text: str, value) -> Iterator[Problem]:
    """How a cell was read, when it does not say so itself: a zero put back is a warning, the rest a note."""
    if value is not None and not forms.is_plain(text, value):
        is_zero = isinstance(value, str) and text.isdigit() and value.lstrip("0") == text.lstrip("0")
        rule, severity = ("leading-zero", "warning") if is_zero else ("read-as", "note")
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        yield Problem("", rule, column=name, value=str(text), details={"as": shown}, severity=severity)


def _key_problems(checked: Checked, cells: Mapping[int, Mapping[str, str]]) -> Iterator[Problem]:
    """Rows whose key another row above has, letters great or small: the same row twice, or another value for it."""
    seen: dict[tuple, tuple[int, Values]] = {}
    key = checked.table.key
    for line, values in checked.rows:
        if any(name not in values for name in key):
            continue
        folded = tuple(value.casefold() if isinstance(value := values[name], str) else value for name in key)
        first_line, first = seen.setdefault(folded, (line, values))
        if first_line != line:
            details = {"first": str(first_line), "key": "+".join(key)}
            details |= {"shown": ", ".join(str(values[name]) for name in key)}
            value = cells[line][key[0]] if len(key) == 1 else None
            wording = "identical-row" if first == values else None
            place = {"row": line, "column": "+".join(key), "value": value}
            yield Problem(checked.file, "duplicate-key", details=details, wording=wording, **place)


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
    key = checked.table.key
    if not has_periods(checked.table):
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
                place = {"row": next_line, "column": "valid_from", "value": str(starts)}
                yield Problem(checked.file, "overlap", details={"first": str(line)}, **place)


def has_periods(table: Table) -> bool:
    """Whether each row of a table holds for a period, which may not overlap another of the same thing."""
    return "valid_from" in table.key and "valid_to" in table.columns
