"""The answer to one question: exact rows, and a DataFrame for figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

import pandas as pd

from data.release import Release
from queries.database import tables_read
from queries.question import Column, Question

KIND = "table_kind_code"


@dataclass(frozen=True)
class Answer:
    """What the data says. Codes and numbers only; one answer serves every language, page, file and paper.

    `records` holds one tuple per row, in the order of `columns`: money is Decimal to the cent, dates are `date`,
    missing is None. `cube` names the columns that are dimensions when the answer is a cube. `params` is every
    parameter of the question, None = not restricted.
    """

    question: str
    title: str
    params: Mapping[str, object]
    release_id: str
    data_until: date | None
    columns: tuple[Column, ...]
    records: tuple[tuple, ...]
    sql: str
    tables: tuple[str, ...]
    source_ids: tuple[str, ...]
    is_example: bool
    cube: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """Exact rows for files and tables: one dict per row, money as Decimal, missing as None."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, record, strict=True)) for record in self.records]

    def total(self, column: str) -> Decimal:
        """The exact sum of a column, missing values left out: `frame` adds floats, whose sum may miss the last cent."""
        at = [each.name for each in self.columns].index(column)
        return sum((Decimal(record[at]) for record in self.records if record[at] is not None), Decimal(0))

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a DataFrame of the caller's own: pandas copies what is written to, so this costs nothing.

        Money and shares are float64 (missing is NaN): exact to the cent up to 90 million million euros, and a column
        with anything larger stays Decimal. Whole numbers are int64 unless one is missing. Dates are `date` and, like
        text, codes and whole numbers, None when missing: never NaT, which Dash cannot send.
        """
        return self._frame.copy(deep=False)

    @cached_property
    def _frame(self) -> pd.DataFrame:
        values = zip(*self.records, strict=True) if self.records else ((),) * len(self.columns)
        series = zip(self.columns, values, strict=True)
        return pd.DataFrame({column.name: _series(column, list(cells)) for column, cells in series})

    def meta(self) -> dict[str, object]:
        """What a file must say of itself: the question, the choices in force, the release, sources and columns."""
        return {
            "question": self.question,
            "title": self.title,
            "params": {name: value for name, value in self.params.items() if value is not None},
            "as_of": self.params.get("as_of"),
            "known_by": self.params.get("known_by"),
            "release_id": self.release_id,
            "data_until": self.data_until,
            "source_ids": list(self.source_ids),
            "columns": [{"name": column.name, "unit": column.unit} for column in self.columns],
            "rows": len(self.records),
            "tables": list(self.tables),
            "is_example": self.is_example,
        }


def _series(column: Column, cells: list) -> pd.Series:
    """One column in the type that `Answer.frame` promises."""
    if column.unit in ("EUR", "%", "number", "km2"):
        exact = all(cell is None or Decimal(repr(float(cell))) == cell for cell in cells)
        return pd.Series(cells, dtype="float64" if exact else "object")
    if column.unit in ("count", "year") and None not in cells:
        return pd.Series(cells, dtype="int64")
    if column.unit == "boolean" and None not in cells:
        return pd.Series(cells, dtype="bool")
    return pd.Series(cells, dtype="object")


def answered(asked: Question, params: Mapping[str, object], records: tuple[tuple, ...], release: Release) -> Answer:
    """The rows of a question as its answer: the tables they were read from, their sources, whether they are real."""
    read, at = tables_read(asked.sql), asked.sources_at
    told = {record[at] for record in records} if at is not None else set()
    return Answer(
        question=asked.name,
        title=asked.title,
        params=MappingProxyType(dict(params)),
        release_id=release.id,
        data_until=release.data_until,
        columns=asked.columns,
        records=records,
        sql=asked.sql,
        tables=read,
        source_ids=tuple(sorted({id for each in told for id in (each or "").split()})),
        is_example=_is_example(release, asked, records, read),
        cube=asked.cube,
    )


def _is_example(release: Release, asked: Question, records: tuple[tuple, ...], read: tuple[str, ...]) -> bool:
    """Whether a table of examples is read, or a row speaks of one (its `table_kind_code` says so)."""
    if any(release.tables[each].kind == "example" for each in read if each in release.tables):
        return True
    names = [column.name for column in asked.columns]
    return KIND in names and any(record[names.index(KIND)] == "example" for record in records)
