"""Rows of a text: its encoding by a fixed ladder, its separator by its headings, its cells by the rules of CSV.

UTF-8 with or without a mark, UTF-16 with one; otherwise Windows-1252 or ISO-8859-15, but only where no letter of UTF-8
stands in the file: a file in two encodings is refused. What was used is told.
"""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence

from data.reading.grid import Finding, Grid, Known, Row, Unreadable, headings_in

SEPARATORS = (";", "\t", ",")
MAX_BROKEN_QUOTES = 20
_LETTER_OF_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROLS = re.compile(rb"[\x80-\x9f]")
_LATIN_9 = re.compile(rb"[\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe]")  # €ŠšŽžŒœŸ there, marks that no table has in Latin-1
_HINT = re.compile(r"sep=(.)\n", re.IGNORECASE)


def read(content: bytes, known: Known) -> Grid:
    """The rows of a text file. Raises Unreadable when it is empty or in no encoding that is known."""
    text, findings = decoded(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    hint = _HINT.match(text)
    text = text[hint.end() :] if hint else text
    separator = hint[1] if hint else _separator(text, known)
    rows = list(_records(text, separator, findings))
    while rows and not any(cell.strip() for cell in rows[-1][1]):
        rows.pop()
    if not rows:
        raise Unreadable("empty-file")
    if separator != ";":
        findings.append(Finding("separator", "note", value=separator.replace("\t", "TAB")))
    return Grid(rows, findings, separator=separator, is_cut=not text.endswith("\n"))


def decoded(content: bytes) -> tuple[str, list[Finding]]:
    """The text, and what is to be said of its encoding; bytes of another encoding become lone surrogates."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf_16(content)
    if content.count(b"\0") * 10 > len(content):
        raise Unreadable("encoding")
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        if _LETTER_OF_UTF8.search(content):
            return content.decode("utf-8-sig", errors="surrogateescape"), _bad_lines(content)
    return _one_byte(content)


def _utf_16(content: bytes) -> tuple[str, list[Finding]]:
    try:
        return content.decode("utf-16"), [Finding("read-encoding", "note", value="UTF-16")]
    except UnicodeDecodeError as error:
        raise Unreadable("encoding") from error


def _one_byte(content: bytes) -> tuple[str, list[Finding]]:
    is_latin_9 = not _CONTROLS.search(content) and bool(_LATIN_9.search(content))
    name = "ISO-8859-15" if is_latin_9 else "Windows-1252"
    try:
        return content.decode(name), [Finding("read-encoding", "note", value=name)]
    except UnicodeDecodeError as error:
        raise Unreadable("encoding") from error


def _bad_lines(content: bytes) -> list[Finding]:
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return [Finding("encoding", row=number) for number, line in enumerate(lines, start=1) if not _is_utf_8(line)]


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _separator(text: str, known: Known) -> str:
    """What parts the cells: the mark that makes the most headings of the first lines, `;` when none does."""
    lines = text[:100_000].split("\n", 20)[:20]

    def headings(separator: str) -> int:
        return max(headings_in(line.replace('"', "").split(separator), known) for line in lines)

    def marks(separator: str) -> int:
        return next((line.count(separator) for line in lines if line.strip()), 0)

    return max(SEPARATORS, key=lambda each: (headings(each), marks(each) if headings(each) < 2 else 0))


def _records(text: str, separator: str, findings: list[Finding]) -> Iterator[Row]:
    """The rows with the numbers that a spreadsheet shows; a broken quotation mark costs its own line only."""
    lines, start, number = text.split("\n"), 0, 0
    for _ in range(MAX_BROKEN_QUOTES):
        reader = csv.reader((line + "\n" for line in lines[start:]), delimiter=separator, strict=True)
        line = start
        try:
            for cells in reader:
                number += 1
                yield number, cells
                line = start + reader.line_num
            return
        except csv.Error as error:
            number += 1
            is_long = "field larger" in str(error)
            place = None if is_long else _place_of_quote(lines[line], separator)
            findings.append(Finding("cell-too-long" if is_long else "unbalanced-quote", row=number, place=place))
            start = line + 1


def _place_of_quote(line: str, separator: str) -> int:
    """The place of the cell in which a quotation mark was opened and not closed as it should be."""
    cells: Sequence[str] = line.split(separator)
    is_open = False
    for place, cell in enumerate(cells):
        is_open ^= cell.count('"') % 2 == 1
        if is_open and not any(rest.rstrip().endswith('"') for rest in cells[place:] if rest != cell or len(cell) > 1):
            return place
        if cell.startswith('"') and not is_open and cell.count('"') % 2 == 0 and not cell.endswith('"'):
            return place
    return next((place for place, cell in enumerate(cells) if '"' in cell), 0)
