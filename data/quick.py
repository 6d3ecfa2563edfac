"""A large plain CSV read at once: each different text of a column is read by the grammar of cells, only once.

It takes what the reading cell by cell would take without a word, and nothing else: at the first doubt it gives None,
and the slow way explains. So a million rows cost as many readings as there are different texts.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePath

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from data import staging
from data.catalogue import Catalogue
from data.cells import Setting
from data.check import Checked, has_periods, ordered_pairs, read_cell
from data.entries import Table

LEAST_BYTES = 200_000
DOUBTFUL = (b'"', b"\r", b"\0", b"\xef\xbb\xbf", b"\n\n")
DICTIONARY = pa.dictionary(pa.int32(), pa.string())


class QuicklyChecked(Checked):
    """The rows of a table that was read at once, kept by column; the line of the first row is 2."""

    def __init__(self, table: Table, values: pa.Table):
        given = {"table": table, "file": table.delivery, "problems": (), "_values": values}
        for name, value in given.items():  # `rows` is left to be made when asked for
            object.__setattr__(self, name, value)

    @cached_property
    def rows(self) -> Sequence[tuple[int, Mapping]]:
        """The rows as (line, column -> value), made when somebody asks for them."""
        return [*enumerate(self._values.to_pylist(), start=2)]

    def different(self, name: str) -> set:
        """The different values of a column."""
        return set(pc.unique(self._values[name]).to_pylist()) if name in self.table.columns else {None}

    def places(self, name: str, wrong: set) -> Iterator[tuple[int, object]]:
        """The line and the value of each row whose column has one of these values."""
        found = enumerate(self._values[name].to_pylist(), start=2)
        return ((line, value) for line, value in found if value in wrong)

    def arrow(self, catalogue: Catalogue) -> pa.Table:
        """The rows as a typed table."""
        return self._values


def check(content: bytes, table: Table, catalogue: Catalogue, setting: Setting) -> QuicklyChecked | None:
    """The rows of a large plain delivery without a fault; None when there may be something to say."""
    is_plain = PurePath(table.delivery).suffix == ".csv" and not any(mark in content for mark in DOUBTFUL)
    is_simple = not table.checks and not has_periods(table) and len(set(table.columns) - table.optional) > 1
    if len(content) < LEAST_BYTES or not (is_plain and is_simple and content.endswith(b"\n")):
        return None
    texts = _texts(content, table)
    if texts is None:
        return None
    arrays, keys = {}, {}
    for name in table.columns:
        column = texts[name].combine_chunks()
        values = _values(name, column.dictionary.to_pylist(), table=table, catalogue=catalogue, setting=setting)
        if values is None:
            return None
        arrays[name] = pa.array(values, staging.arrow_type(catalogue.columns[name])).take(column.indices)
        if name in table.key:
            keys[name] = _folded(values).take(column.indices)
    made = pa.table(arrays)
    return QuicklyChecked(table, made) if _is_unique(keys) and _is_ordered(made) else None


def _texts(content: bytes, table: Table) -> pa.Table | None:
    """The cells as text, each column with its different texts; None unless rows are whole and headings plain."""
    try:
        read = csv.read_csv(
            pa.BufferReader(content),
            read_options=csv.ReadOptions(use_threads=False, block_size=1 << 24),
            parse_options=csv.ParseOptions(delimiter=";", quote_char=False, ignore_empty_lines=False),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(table.columns, DICTIONARY), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    is_whole = sorted(read.column_names) == sorted(table.columns) and read.num_rows
    return read.unify_dictionaries() if is_whole else None


def _values(name: str, texts: Sequence[str], **settings) -> list | None:
    """The value of each text of a column; None when one of them is refused, or was not written as it was read."""
    values = []
    for text in texts:
        value, told = read_cell(name, text, **settings)
        if told or name not in value:
            return None
        values.append(value[name])
    return values


def _folded(values: Sequence) -> pa.Array:
    """A number for each value, the same for those that differ in great and small letters only."""
    numbers: dict = {}
    folded = [value.casefold() if isinstance(value, str) else value for value in values]
    return pa.array([numbers.setdefault(value, len(numbers)) for value in folded], pa.int32())


def _is_unique(keys: Mapping[str, pa.Array]) -> bool:
    rows = pa.table(dict(keys))
    return rows.group_by(list(keys)).aggregate([]).num_rows == rows.num_rows


def _is_ordered(rows: pa.Table) -> bool:
    pairs = ordered_pairs(rows.column_names)
    return not any(pc.any(pc.greater(rows[first], rows[second])).as_py() for first, second in pairs)
