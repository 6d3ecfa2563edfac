"""Questions as their `.sql` files state them: the title, the parameters, the columns with unit, and the SQL itself.

What several questions share (which grants are chosen, which costs are known) is one SELECT in `parts/<name>.sql`. A
question names its parts in its header, and its SQL is the whole: the parts as CTEs in that order, then its own.
A question whose answer is a cube names the columns that are its dimensions: `-- cube     theme_code, booked_year`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from textwrap import indent
from types import MappingProxyType
from typing import NamedTuple

from data import catalogue
from data.release import TableFile
from data.unsummed import never_summed, summed
from queries.errors import BadParameter, SumsRange, UnknownParameter, UnknownQuestion

FOLDER = Path(__file__).resolve().parent

_ENTRY = re.compile(r"(?P<name>[a-z][a-z0-9_]*) +(?P<text>\S.*)")
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_TEXT = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,80}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_UNITS = {"decimal": "number", "integer": "count"}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Column(NamedTuple):
    """One column of an answer: its unit (`EUR`, `count`, `%`, `code`, `date` …) and what it means."""

    name: str
    unit: str
    text: str


@dataclass(frozen=True)
class Question:
    """One question: `params` is name -> what the file says of it; `sql` is header, parts and the file's own SELECT.

    `cube`: the columns that together name each row when every other quantity is a measure of it; empty = not a cube.
    """

    name: str
    title: str
    params: Mapping[str, str]
    columns: tuple[Column, ...]
    sql: str
    cube: tuple[str, ...] = ()

    @property
    def sources_at(self) -> int | None:
        """The place of the column that names the sources: `source_ids`, or `source_id` of a whole table.

        None for a table that the build counts from the others.
        """
        return next((at for at, each in enumerate(self.columns) if each.name in ("source_ids", "source_id")), None)

    def bound(self, given: Mapping[str, object]) -> dict[str, object]:
        """Every declared parameter with its checked value; None = not restricted.

        Checked before any SQL, because a nested value stops a worker for seconds and cannot be interrupted.
        Raises UnknownParameter and BadParameter, which never carry the value.
        """
        if not set(given) <= set(self.params):
            raise UnknownParameter(self.name)
        return {name: _typed(name, text, given.get(name)) for name, text in self.params.items()}


@cache
def question(name: str) -> Question:
    """The question of that name; UnknownQuestion when no file has it."""
    if name not in names():
        raise UnknownQuestion
    return without_sums(parsed(name, (FOLDER / f"{name}.sql").read_text(encoding="utf-8")))


def without_sums(asked: Question) -> Question:
    """The question itself; SumsRange when its SQL puts into a sum what may stand in none."""
    if summed(asked.sql, never_summed(catalogue.current().columns)):
        raise SumsRange(asked.name)
    return asked


@cache
def names() -> tuple[str, ...]:
    """The names of all questions, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.sql")))


def of_table(table: TableFile) -> Question:
    """The question for every row of a table, in the order of its key. Only names of the release's own are put in."""
    names = [name for name, _ in table.columns]
    if not all(_NAME.fullmatch(each) for each in (table.name, *names, *table.key)):
        raise UnknownQuestion
    listed = ",\n".join(f"    {name}" for name in names)
    order = ", ".join(f"{name} NULLS LAST" for name in table.key or names)
    sql = f"SELECT\n{listed}\nFROM {table.name}\nORDER BY {order}\n"
    columns = tuple(Column(name, _unit(name), "") for name in names)
    return Question(name=table.name, title="", params=MappingProxyType({}), columns=columns, sql=sql)


def _unit(column: str) -> str:
    """The unit of a column of the catalogue, or what kind of value it is when it has none."""
    known = catalogue.current().columns.get(column)
    return (known.unit or _UNITS.get(known.type, known.type)) if known else "text"


def parsed(name: str, sql: str) -> Question:
    """A question read from the text of its file: the comment lines at the top are its header."""
    lines = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line[3:].rstrip())
    sections = {"params": [], "returns": []}
    current = None
    for line in lines[1:]:
        word = line.split(" ", 1)[0]
        current = word if word in sections else current if line.startswith(" ") else None
        if current:
            sections[current].append(line[len(word) :].strip() if word else line.strip())
    return Question(
        name=name,
        title=lines[0] if lines else "",
        params=MappingProxyType(dict(_entries(sections["params"]))),
        columns=tuple(Column(each, *text.split(maxsplit=1)) for each, text in _entries(sections["returns"][1:])),
        sql=_composed(sql, parts_of(sql)),
        cube=tuple(_named(sql, "cube")),
    )


def parts_of(sql: str) -> list[str]:
    """The parts that a file names in its header, in order: `-- with     known, printed`."""
    return _named(sql, "with")


def _named(sql: str, word: str) -> list[str]:
    """The names after a word of the header, in order; a line that begins with spaces goes on with them."""
    found = re.search(rf"^-- {word} (.*(?:\n--  .*)*)", sql, flags=re.M)
    return re.findall(r"[a-z_]+", found[1]) if found else []


def _composed(sql: str, parts: list[str]) -> str:
    """The SQL with its parts put before its own SELECT, as a reader may run it."""
    if not parts:
        return sql
    header = "".join(line for line in sql.splitlines(keepends=True) if line.startswith("--"))
    own = sql[len(header) :].strip()
    shared = ",\n\n".join(f"{part} AS (\n{indent(_part(part), '    ')}\n)" for part in parts)
    joint = ",\n\n" + own.removeprefix("WITH ") if own.startswith("WITH ") else "\n\n" + own
    return f"{header}\nWITH {shared}{joint}\n"


def _part(name: str) -> str:
    return (FOLDER / "parts" / f"{name}.sql").read_text(encoding="utf-8").strip()


def _entries(lines: list[str]) -> list[tuple[str, str]]:
    found = [_ENTRY.fullmatch(line) for line in lines]
    return [(match["name"], match["text"]) for match in found if match]


def _typed(name: str, text: str, value: object) -> object:
    """One value in the type that the header gives first: `date`, `text`, `a|b|c`, or a code."""
    kind = re.split("[;,]", text, maxsplit=1)[0]
    if value is None:
        return None
    if kind == "date":
        return _date(name, value)
    if kind == "text":
        return _text(name, value)
    allowed = kind.split("|")
    if not isinstance(value, str) or not _CODE.fullmatch(value) or (len(allowed) > 1 and value not in allowed):
        raise BadParameter(name)
    return value


def _text(name: str, value: object) -> str:
    """A reader's own words: one line of at most 80 characters."""
    if not isinstance(value, str) or not _TEXT.fullmatch(value):
        raise BadParameter(name)
    return value


def _date(name: str, value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise BadParameter(name)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadParameter(name) from None
