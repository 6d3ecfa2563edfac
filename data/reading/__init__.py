"""What a file says, whatever form it comes in: CSV and its kin, XLSX, XLSM and ODS, as rows of cells with their place.

`read(content, file=…, known=…)` gives a Grid or raises Unreadable; nothing is run, unpacked to disk or guessed.
"""

from pathlib import PurePath

from data.reading import kinds, text, workbook
from data.reading.grid import Grid, Known, Unreadable

TABULAR = (".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".ods", ".xls")
WORKBOOKS = (".xlsx", ".xlsm", ".ods", ".xls")

__all__ = ["TABULAR", "WORKBOOKS", "Grid", "Known", "Unreadable", "read"]


def read(content: bytes, *, file: str, known: Known) -> Grid:
    """The rows of the only table in a file; `known` tells a heading when it sees one. Raises Unreadable."""
    suffix = PurePath(file).suffix.lower()
    kinds.refuse_wrong_kind(content, suffix=suffix)
    return workbook.read(content, suffix, known) if suffix in WORKBOOKS else text.read(content, known)
