"""One file against one table of any schema in our form: what would be accepted, and every fault; nothing is published.

The schema is a folder with `tables.toml`, `columns.toml` and perhaps `codes/`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data import delivery, registers
from data.catalogue import Catalogue
from data.cells import Setting
from data.check import Checked, check
from data.entries import LANGUAGES
from data.problems import Problem, place, refuses
from data.problems import as_data as as_data_of_lines
from data.reading.headings import Headings

ACCEPTED, WARNED, REFUSED = "ACCEPT", "ACCEPT_WITH_WARNING", "REJECT"


@dataclass(frozen=True)
class Vetted:
    """What came of a file: the outcome, the rows that would be taken, the sum of each numeric column, the problems."""

    outcome: str
    rows: int
    sums: dict[str, Decimal]
    problems: Sequence[Problem]
    checked: Checked


def vet(content: bytes, *, file: str, table: str, catalogue: Catalogue, today: date) -> Vetted:
    """What would come of a file as a delivery of a table. KeyError when the catalogue has no such table."""
    described = catalogue.tables[table]
    setting = Setting(catalogue.codes, {registers.MUNICIPALITIES: registers.municipalities()}, today)
    read = delivery.read(content, file=file, headings=Headings.of(described, catalogue))
    checked = check(read, described, catalogue, setting)
    is_refused = refuses(checked.problems)
    is_warned = any(problem.severity == "warning" for problem in checked.problems)
    rows = [] if is_refused else [values for _, values in checked.rows]
    outcome = REFUSED if is_refused else WARNED if is_warned else ACCEPTED
    return Vetted(outcome, len(rows), _sums(rows, described.columns, catalogue), checked.problems, checked)


def _sums(rows: Sequence[dict], columns: Sequence[str], catalogue: Catalogue) -> dict[str, Decimal]:
    numeric = [name for name in columns if catalogue.columns[name].type in ("integer", "decimal")]
    return {name: sum((Decimal(row[name] or 0) for row in rows), Decimal(0)) for name in numeric}


def as_data(vetted: Vetted) -> dict:
    """The same for a program: every error one by one, and what the reader should know besides."""
    told = {
        severity: [_told(each) for each in vetted.problems if each.severity == severity]
        for severity in ("error", "warning")
    }
    return {
        "ok": vetted.outcome != REFUSED,
        "outcome": vetted.outcome,
        "rows_accepted": vetted.rows,
        "sums": {name: str(value) for name, value in vetted.sums.items()},
        "error_count": len(told["error"]),
        "errors": told["error"],
        "warnings": told["warning"],
        "notes": as_data_of_lines([each for each in vetted.problems if each.severity == "note"])["lines"],
    }


def _told(problem: Problem) -> dict:
    texts = {lang: problem.texts(lang) for lang in LANGUAGES}
    what, mend = ({lang: pair[part] for lang, pair in texts.items()} for part in (0, 1))
    return {**place(problem), "rule": problem.rule, "what": what, "mend": mend}
