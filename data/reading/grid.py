"""A table as it stands in a file: cells in rows that have the numbers a spreadsheet shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

HEAD_ROWS = 20  # how far down a heading row is looked for, to say where it is
MAX_COLUMNS = 100


Row = tuple[int, Sequence[str]]


class Known(Protocol):
    """What tells a heading when it sees one: the column it means or None, and how many columns are wanted."""

    wanted: int

    def __call__(self, cell: str) -> str | None: ...


class Unreadable(Exception):
    """A file cannot be read at all: the rule it breaks, the sheet and row to blame, what the sentences want to know."""

    def __init__(
        self, rule: str, *, wording: str | None = None, sheet: str | None = None, row: int | None = None, **details: str
    ):
        super().__init__(rule)
        self.rule, self.wording, self.sheet, self.row, self.details = rule, wording, sheet, row, details


@dataclass(frozen=True)
class Finding:
    """Something noticed in reading: a rule, where, how grave, and what the rule's sentences want to know."""

    rule: str
    severity: str = "error"
    row: int | None = None
    place: int | None = None
    value: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Grid:
    """The rows from the first to the last with anything in them, and what was noticed. `sheet` is None for a text.

    `separator` is what stood between the cells of a text. `is_cut` says that a text ends without the end of its line.
    """

    rows: Sequence[Row]
    findings: Sequence[Finding]
    sheet: str | None = None
    separator: str = ";"
    is_cut: bool = False


def headings_in(cells: Sequence[str], known: Known) -> int:
    """How many different columns a row names."""
    return len({known(cell) for cell in cells if cell.strip()} - {None})


def heading_row(rows: Sequence[Row], known: Known, *, wanted: int) -> int | None:
    """The place of the first row that names at least two columns, or as many as there are; None when there is none."""
    least = min(wanted, max(2, (wanted + 1) // 2))
    for place, (_, cells) in enumerate(rows[:HEAD_ROWS]):
        if headings_in(cells, known) >= least:
            return place
    return None
