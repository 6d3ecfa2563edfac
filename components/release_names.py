"""The names behind the codes in a list of differences between releases: programmes, grants, meetings, panels …"""

from collections.abc import Iterable, Mapping

from components.numbers import day
from components.text import say, words
from data import catalogue

# What a row is called by, in order of preference; `name_fi` and `title_fi` have a twin in each language.
CALLED = ("name", "title")


def sources(lines: Iterable) -> tuple[str, ...]:
    """The tables whose rows name the codes of some lines: those keyed by one column that a line has a value of."""
    wanted = {name for line in lines for name in (*dict(line.key), line.column)}
    tables = catalogue.current().tables
    return tuple(name for name, table in tables.items() if len(table.key) == 1 and table.key[0] in wanted)


def named(tables: Mapping[str, list[dict]], lang: str) -> dict[tuple[str, object], str]:
    """(column, code) -> name; `tables` are the rows of `sources`. A code without a name in the release is left out."""
    found = {}
    for table, rows in tables.items():
        [key] = catalogue.current().tables[table].key
        found |= {(key, row[key]): called for row in rows if (called := _called(row, lang))}
    return found


def _called(row: dict, lang: str) -> str | None:
    if row.get("meeting_number"):
        return say(lang, "meeting.compare.meeting", day=day(lang, row["held_on"]), number=str(row["meeting_number"]))
    return next((row[f"{each}_{lang}"] for each in CALLED if row.get(f"{each}_{lang}")), None)


def of_catalogue(column: str, value, lang: str) -> str | None:
    """What the catalogue or a page calls a table, a column or a panel; None when the value is none of them."""
    known = catalogue.current()
    if column == "table_code" and value in known.tables:
        return known.tables[value].headings[lang]
    if column == "column_code" and value in known.columns:
        return known.columns[value].headings[lang]
    question = f"{str(value).replace('-', '.', 1).replace('-', '_')}.question"
    return say(lang, question) if column == "panel_code" and question in words() else None
