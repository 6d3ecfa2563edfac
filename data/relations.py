"""What one table says against another: every reference must lead to a row, every source must be a known document."""

from collections.abc import Iterator, Mapping

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
                there = {values.get(name) for _, values in checked[table].rows}
                details = {"table": table, "target": name}
                yield from _missing(each, column, there, Problem(each.file, "unknown-reference", details=details))


def _missing(checked: Checked, column: str, there: set, problem: Problem) -> Iterator[Problem]:
    for line, values in checked.rows:
        value = values.get(column)
        if value is not None and value not in there:
            yield Problem(
                checked.file, problem.rule, row=line, column=column, value=str(value), details=problem.details
            )
