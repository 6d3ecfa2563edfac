"""What one table says against another: every reference must lead to a row, every source must be a known document."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from data.catalogue import Catalogue
from data.check import Checked
from data.problems import Problem


def reference_problems(checked: Mapping[str, Checked], catalogue: Catalogue) -> Iterator[Problem]:
    """Values that refer to a row that is not there. A row with faults of its own still counts as being there."""
    for each in checked.values():
        for column in each.table.columns:
            if column == "source_id" or column.endswith("_source_id"):
                yield from _missing(each, column, set(catalogue.sources), Problem(each.file, "unknown-source"))
        for column, target in each.table.references.items():
            table, _, name = target.partition(".")
            if table in checked:
                there = checked[table].different(name)
                details = {"table": table, "target": name}
                yield from _missing(each, column, there, Problem(each.file, "unknown-reference", details=details))


def _missing(checked: Checked, column: str, there: set, problem: Problem) -> Iterator[Problem]:
    wrong = checked.different(column) - there - {None}
    for line, value in checked.places(column, wrong) if wrong else ():
        yield replace(problem, row=line, column=column, value=str(value))
