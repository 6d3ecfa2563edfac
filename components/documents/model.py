"""What a meeting pack is made of, before any kind of file: figures with their tables, charts and notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cell:
    """One cell of a table as the reader's text; `is_flagged` marks a computed total that differs from the printed."""

    text: str
    is_number: bool = False
    is_negative: bool = False
    is_flagged: bool = False


@dataclass(frozen=True)
class Grid:
    """A table as the page shows it: caption, headings, rows of cells; `totals` are the places of the total rows."""

    caption: str
    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Mark:
    """One bar, step or point of a chart: where it starts and ends, its label, its words and its tone."""

    label: str
    end: float
    text: str
    start: float = 0.0
    tone: str = "bar"


@dataclass(frozen=True)
class Chart:
    """A chart as numbers: columns, bridge, line or ranges; `limits` are lines by name that the marks are held to."""

    kind: str
    name: str
    marks: tuple[Mark, ...]
    limits: Mapping[str, float]
    unit: str = "€"


@dataclass(frozen=True)
class Figure:
    """One question of the pack with its answer: `message` is the sentence, None when there is none to say.

    `answer` is what `queries.run` gave; the table of words and the data sheet are both made of it. `brief` are the rows
    that slides show of a long table, None = all of them.
    """

    code: str
    question: str
    message: str | None
    notes: tuple[str, ...]
    calculation: str
    grid: Grid
    chart: Chart | None
    answer: object
    sources: tuple[tuple[int, str], ...]
    brief: tuple[int, ...] | None = None

    @property
    def is_example(self) -> bool:
        """True when example data stands behind the figure: then it is stamped wherever it is shown."""
        return self.answer.is_example


@dataclass(frozen=True)
class Pack:
    """The whole pack in one language. `recipe` is the choices as a query string: with it the pack is made again.

    `compared`: the two days; `reconstructed`: that facts learned after the day are in it, None when there are none.
    """

    lang: str
    as_of: date
    known_by: date | None
    release_id: str
    data_until: date | None
    choices: str
    compared: str
    reconstructed: str | None
    opening: tuple[str, ...]
    figures: tuple[Figure, ...]
    sources: tuple[Mapping, ...]
    fingerprint: str
    recipe: str
