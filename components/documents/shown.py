"""How a figure of a pack is made: its questions, and the page's own functions that show the answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from components.documents.model import Chart
from components.filters import Filters

# Where a question's name begins so, it is asked of the two days that are compared, of the earlier one alone, or it is a
# whole table; `decided/2018-05-11` are the key figures of a day that a decision names.
BOTH_DAYS, THEN, TABLE, DECIDED = "days/", "then/", "table/", "decided/"


def nothing(rows: Mapping, choice: Filters) -> None:
    """What a figure has when it has no message, note or chart."""


@dataclass(frozen=True)
class Shown:
    """How one figure is made: its text key, its questions (the first one is its data), table, words and chart.

    Each of the four takes a dict of rows by question, and the reader's choices with both days in them. `brief`: which
    rows slides show. `panels`: the panels of the site that it shows in a pack, its own text key when none is named.
    `most`: how many rows paper has of a long list; sheets have them all. `tells_none`: when there are no rows, the
    message says so, and the figure stays.
    """

    key: str
    questions: tuple[str, ...]
    table: Callable
    message: Callable = nothing
    note: Callable = nothing
    chart: Callable[..., Chart | None] = nothing
    brief: Callable[..., tuple[int, ...] | None] = lambda rows: None
    panels: tuple[str, ...] = ()
    most: int | None = None
    tells_none: bool = False

    def shows(self, panel_code: str | None) -> bool:
        """Whether the figure is what a panel of the site shows."""
        return panel_code in (self.panels or (self.key.replace(".", "-").replace("_", "-"),))


def of(function: Callable, *questions: str, by: str = "lang") -> Callable:
    """A page's own function of rows and language (or choice) as one of `Shown`."""

    def made(rows: Mapping, choice: Filters):
        return function(*(rows[each] for each in questions), choice if by == "choice" else choice.lang)

    return made


def of_one(key: str, question: str, by: str = "lang", **functions) -> Shown:
    """A figure of one question: `table`, `message`, `note` and `chart` take its rows and the language (or choice)."""
    plain = {name: given for name, given in functions.items() if name in ("panels", "brief")}
    made = {name: of(each, question, by=by) for name, each in functions.items() if name not in plain}
    return Shown(key, (question,), **made, **plain)


def first(count: int) -> Callable:
    """`brief` of a long list: the first lines."""
    return lambda rows: tuple(range(count))
