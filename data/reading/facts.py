"""What an XLSX sheet tells besides values: merged cells, hidden rows, percentages, formulas, errors, its reach.

Read by defusedxml from the unpacked entries; only what is needed to refuse or to warn, in one pass and little memory.
"""

import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from data.reading.grid import Unreadable

STRICT = "http://purl.oclc.org/ooxml/"
_PERCENT = re.compile(r'^(?:"[^"]*"|[^"])*?%')
_BUILT_IN_PERCENT = frozenset(("9", "10"))
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")

Cell = tuple[int, int]  # row and column, both from 1


@dataclass
class Facts:
    """The facts of one sheet. `reach` is the last row and the last column with anything in them."""

    merged: list[tuple[Cell, Cell, str]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    percent: set[Cell] = field(default_factory=set)
    formulas: dict[Cell, str] = field(default_factory=dict)
    unsaved: dict[Cell, str] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)
    reach: Cell = (0, 0)
    shared: int = 0  # letters that shared texts come to


def sheet_paths(entries: Mapping[str, bytes]) -> dict[str, str]:
    """The name of each sheet of a workbook, and the entry that it stands in. Raises Unreadable."""
    targets = {
        each.get("Id"): posixpath.normpath(posixpath.join("xl", each.get("Target", "").lstrip("/").removeprefix("xl/")))
        for each in elements(entries.get("xl/_rels/workbook.xml.rels", b""), "Relationship")
    }
    found = {}
    for sheet in elements(entries.get("xl/workbook.xml", b""), "sheet"):
        key = next((value for name, value in sheet.items() if name.endswith("}id")), "")
        found[sheet.get("name", "")] = targets.get(key, "")
    return found


def percent_styles(entries: Mapping[str, bytes]) -> set[str]:
    """The numbers of the cell styles that show a value as a percentage."""
    content = entries.get("xl/styles.xml", b"")
    shown = {
        each.get("numFmtId") for each in elements(content, "numFmt") if _PERCENT.match(each.get("formatCode", ""))
    } | _BUILT_IN_PERCENT
    styles = [list(each) for each in elements(content, "cellXfs")]
    return {str(place) for place, style in enumerate(styles[0] if styles else ()) if style.get("numFmtId") in shown}


def text_lengths(entries: Mapping[str, bytes]) -> list[int]:
    """How long each shared text is: the same one in a million cells must not fill the memory."""
    return [sum(map(len, each.itertext())) for each in elements(entries.get("xl/sharedStrings.xml", b""), "si")]


def facts(content: bytes, percent: set[str], lengths: list[int]) -> Facts:
    """The facts of a sheet's XML. Raises Unreadable when it is not sound."""
    found, row, column = Facts(), 0, 0
    for event, each in _walk(content):
        name = _local(each.tag)
        if event == "start" and name == "row":
            row, column = _number(each.get("r"), row + 1), 0
            if each.get("hidden") in ("1", "true"):
                found.hidden_rows.add(row)
        elif event == "end" and name == "c":
            column = _column(each.get("r"), column + 1)
            _add_cell(found, each, (row, column), percent, lengths)
        elif event == "end" and name == "row":
            each.clear()
        elif event == "end" and name == "mergeCell":
            _add_merged(found, each.get("ref", ""))
    return found


def _add_cell(found: Facts, cell, place: Cell, percent: set[str], lengths: list[int]) -> None:
    parts = {_local(part.tag): part for part in cell}
    value = parts["v"].text if "v" in parts else None
    if value or "f" in parts or "is" in parts:
        found.reach = max(found.reach[0], place[0]), max(found.reach[1], place[1])
    if "f" in parts:
        formula = "=" + (parts["f"].text or "")
        (found.formulas if value else found.unsaved)[place] = formula
    if cell.get("t") == "e" and value:
        found.errors[place] = value
    elif cell.get("t") == "s" and value and value.isdigit() and int(value) < len(lengths):
        found.shared += lengths[int(value)]
    elif value and cell.get("s") in percent:
        found.percent.add(place)


def _add_merged(found: Facts, reference: str) -> None:
    first, _, last = reference.partition(":")
    found.merged.append((_place(first), _place(last or first), reference))


def elements(content: bytes, name: str) -> Iterator:
    """The elements of some XML that have a name, whatever its namespace. Raises Unreadable."""
    return (each for event, each in _walk(content) if event == "end" and _local(each.tag) == name)


def _walk(content: bytes) -> Iterator[tuple[str, object]]:
    """The events of some XML, none for no content; a document type is refused. Raises Unreadable."""
    if not content:
        return
    try:
        yield from iterparse(io.BytesIO(content), events=("start", "end"), forbid_dtd=True)
    except DefusedXmlException as error:
        raise Unreadable("unsafe-xml") from error
    except (ParseError, ValueError, LookupError) as error:
        raise Unreadable("damaged-file") from error


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise


def _column(reference: str | None, otherwise: int) -> int:
    return _place(reference)[1] if reference else otherwise


def _place(reference: str) -> Cell:
    match = _REFERENCE.fullmatch(reference)
    return (int(match[2]), column_number(match[1])) if match else (0, 0)


def column_number(letters: str) -> int:
    """The number of a column from its letters: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """The letters of a column from its number: 1 is A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
