"""What is wrong with a delivery or the catalogue: one problem a place, worded in three languages, grouped and counted.

The sentences are in `problems.toml`, one section a rule: what is wrong, and how to mend it.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from data.entries import LANGUAGES, Texts

MAX_LINES = 1_000
MAX_OF_A_KIND = 10
MAX_SHOWN = 80
MAX_ESCAPED = 40_000


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. `row` is the one a spreadsheet shows (the header is 1); None when no row is to blame.

    `details` are what the rule's sentences want to know, alike in all languages or one text each.
    An error refuses the delivery, a warning wants a yes, a note only tells what the reading smoothed over.
    `wording` names the section of sentences when it is another than the rule's. `sheet` and `letter` tell the place
    of the cell in a workbook.
    """

    file: str
    rule: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    details: Mapping[str, str | Texts] = field(default_factory=dict)
    severity: str = "error"
    wording: str | None = None
    sheet: str | None = None
    letter: str | None = None

    def texts(self, lang: str) -> tuple[str, str]:
        """What is wrong and how to mend it, in one language."""
        words, fields = _words()[self.wording or self.rule], self._fields(lang)
        return words[lang].format_map(fields), words[f"mend_{lang}"].format_map(fields)

    def _fields(self, lang: str) -> dict[str, str]:
        shown = {"file": self.file, "row": self.row, "column": self.column, "value": visible(self.value or "")}
        told = {key: each if isinstance(each, str) else each[lang] for key, each in self.details.items()}
        return shown | {key: visible(each, limit=300) for key, each in told.items()}


@dataclass(frozen=True)
class Line:
    """One line of a report: a problem, and the rows of all like it (`count` is how many there are)."""

    problem: Problem
    count: int
    rows: tuple[int, ...]


def refuses(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)


def visible(text: str, *, limit: int = MAX_SHOWN) -> str:
    """The text with every invisible character as its number, such as `[U+200B]`, cut after `limit` characters."""
    shown = "".join(f"[U+{ord(char):04X}]" if is_hidden(char) or char == "\u00a0" else char for char in text[:limit])
    return shown + "…" * (len(text) > limit)


def is_hidden(char: str) -> bool:
    """Whether a character cannot be seen: controls, bidi marks, fillers, unassigned ones, the mark of a lost letter."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp") or char in _LOOKS_LIKE_NOTHING


_LOOKS_LIKE_NOTHING = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffd" + "".join(chr(code) for code in range(0xFE00, 0xFE10))
)


def lines(problems: Sequence[Problem]) -> list[Line]:
    """The lines of a report, in file and row order: up to ten of a kind one by one, more of a kind as one line."""
    kinds: dict[tuple, list[Problem]] = {}
    for problem in problems:
        kind = (problem.severity, problem.file, problem.sheet, problem.rule, problem.wording, problem.column)
        kinds.setdefault(kind, []).append(problem)
    found = []
    for same in kinds.values():
        rows = tuple(problem.row for problem in same if problem.row is not None)
        if len(same) > MAX_OF_A_KIND:
            found.append(Line(same[0], len(same), rows[:MAX_OF_A_KIND]))
        else:
            found += [Line(problem, 1, (problem.row,) if problem.row else ()) for problem in same]
    order = ("error", "warning", "note")
    found.sort(key=lambda line: (order.index(line.problem.severity), line.problem.file, line.rows[:1] or (0,)))
    return found[:MAX_LINES]


def as_text(problems: Sequence[Problem], lang: str) -> str:
    """The report a person reads: where, what is seen there, what is wrong, how to mend it; then the true count."""
    words, shown = _words()["report"], lines(problems)
    told = [_line_as_text(line, lang) for line in shown]
    counted = sum(line.count for line in shown)
    if counted < len(problems):
        told.append(words[f"more_{lang}"].format(shown=counted, count=len(problems)))
    counts = {f"{each}s": sum(p.severity == each for p in problems) for each in ("error", "warning", "note")}
    told.append(words[f"counts_{lang}"].format_map(counts))
    return "\n".join(told)


def _line_as_text(line: Line, lang: str) -> str:
    words, problem = _words()["report"], line.problem
    where = [problem.file, *([problem.sheet] if problem.sheet else [])]
    if line.count > 1:
        rows = ", ".join(str(row) for row in line.rows)
        where.append(words[f"rows_{lang}"].format(count=line.count, rows=rows))
    elif problem.row is not None:
        where.append(words[f"row_{lang}"].format(row=problem.row))
    where += [f"{problem.letter} {problem.column}" if problem.letter else problem.column] if problem.column else []
    what, mend = problem.texts(lang)
    severity = words[f"{problem.severity}_{lang}"]
    return f"{severity} {' · '.join(where)} [{problem.rule}]\n    {what}\n    {mend}"


def as_data(problems: Sequence[Problem]) -> dict:
    """The same report as plain data, each sentence in all three languages."""
    return {
        "ok": not refuses(problems),
        "count": len(problems),
        "errors": sum(problem.severity == "error" for problem in problems),
        "warnings": sum(problem.severity == "warning" for problem in problems),
        "lines": [_line_as_data(line) for line in lines(problems)],
    }


def _line_as_data(line: Line) -> dict:
    problem = line.problem
    texts = {lang: problem.texts(lang) for lang in LANGUAGES}
    return {
        "severity": problem.severity,
        **place(problem),
        "rule": problem.rule,
        "count": line.count,
        "rows": list(line.rows),
        "what": {lang: what for lang, (what, _) in texts.items()},
        "mend": {lang: mend for lang, (_, mend) in texts.items()},
    }


def place(problem: Problem) -> dict:
    """Where a problem is, as plain data: file, sheet, row, column with its letter, and the value as it is seen."""
    return {
        "file": problem.file,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "letter": problem.letter,
        "value": None if problem.value is None else escaped(problem.value),
    }


def escaped(text: str, *, limit: int = MAX_ESCAPED) -> str:
    """The text for programs: every character that cannot be seen as `\\u200b`, cut after `limit` characters."""
    shown = "".join(f"\\u{ord(char):04x}" if is_hidden(char) and char != "\n" else char for char in text[:limit])
    return shown + "…" * (len(text) > limit)


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "problems.toml").read_text(encoding="utf-8"))
