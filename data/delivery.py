"""One delivery as it was received: its header and its rows of text, read strictly from UTF-8 with semicolons.

What cannot be read for certain is a problem, never a guess; reading goes on after it, so that all is told at once.
A row's number is the line on which it starts, as an editor shows it: the header is line 1.
"""

import codecs
import csv
import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data import personal
from data.cells import tidy
from data.problems import Problem, visible

MAX_BYTES = 200_000_000
MAX_BROKEN_QUOTES = 20
_SIGNATURES = {
    b"PK\x03\x04": "xlsx",
    b"\xd0\xcf\x11\xe0": "xls",
    b"%PDF": "pdf",
    b"<": "html",
    b"{\\rtf": "rtf",
    b"PAR1": "parquet",
}
_OTHER_UNICODE = (b"\xff\xfe", b"\xfe\xff")

Row = tuple[int, dict[str, str]]


@dataclass(frozen=True)
class Delivery:
    """The rows of one file, (line, column -> text as written), and all that was wrong in reading them."""

    file: str
    rows: Sequence[Row]
    problems: Sequence[Problem]


def read(content: bytes, *, file: str, columns: Sequence[str]) -> Delivery:
    """The delivery in a file's bytes, for a table that has these columns, in whatever order they come."""
    refused = _refusal_of_the_whole(content, file)
    if refused:
        return Delivery(file, (), (refused,))
    problems = [Problem(file, "encoding", row=line) for line in _lines_not_utf8(content)]
    text = content.decode("utf-8-sig", errors="surrogateescape").replace("\r\n", "\n").replace("\r", "\n")
    records = list(_records(text, file, problems))
    while records and not any(cell.strip() for cell in records[-1][1]):
        records.pop()
    if not records or records[0][0] > 1:  # nothing at all, or a header that cannot be read
        return Delivery(file, (), problems or (Problem(file, "empty-file"),))
    names = [tidy(cell) for cell in records[0][1]]
    if len(records) == 1 and not problems:
        problems.append(Problem(file, "no-rows"))
    problems += _header_problems(names, file, columns)
    rows = list(_rows(records[1:], names, file, problems, is_cut=not text.endswith("\n")))
    return Delivery(file, rows, problems)


def _refusal_of_the_whole(content: bytes, file: str) -> Problem | None:
    """Why nothing in the file can be read; None when it can."""
    if len(content) > MAX_BYTES:
        return Problem(file, "file-too-large", details={"limit": f"{MAX_BYTES // 10**6}"})
    for signature, kind in _SIGNATURES.items():
        if content.removeprefix(codecs.BOM_UTF8)[:100].lstrip().startswith(signature):
            return Problem(file, "file-type", details={"kind": kind})
    if content.startswith(_OTHER_UNICODE) or content.count(b"\0") * 10 > len(content) > 0:
        return Problem(file, "encoding")
    return None


def is_lost(text: str) -> bool:
    """Whether a text holds bytes that are not UTF-8; its line has been told already."""
    return any("\udc80" <= char <= "\udcff" for char in text)


def _lines_not_utf8(content: bytes) -> Iterator[int]:
    """The numbers of the lines that are not UTF-8."""
    for number, line in enumerate(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield number


def _records(text: str, file: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The records of the text with the line each starts on; a broken quotation mark costs its line only."""
    lines, start = text.split("\n"), 0
    for _ in range(MAX_BROKEN_QUOTES):
        reader = csv.reader((line + "\n" for line in lines[start:]), delimiter=";", strict=True)
        line = start
        try:
            for cells in reader:
                yield line + 1, cells
                line = start + reader.line_num
            return
        except csv.Error as error:
            rule = "cell-too-long" if "field larger" in str(error) else "unbalanced-quote"
            problems.append(Problem(file, rule, row=line + 1))
            start = line + 1


def _header_problems(names: Sequence[str], file: str, columns: Sequence[str]) -> Iterator[Problem]:
    if len(names) == 1 and any(mark in names[0] for mark in ",\t|"):
        yield Problem(file, "separator", row=1, value=names[0])
        return
    for position, name in enumerate(names):
        if name in names[:position]:
            yield Problem(file, "duplicate-column", row=1, column=visible(name))
        elif name not in columns:
            yield _unknown(name, file, columns)
    for column in columns:
        if column not in names:
            yield Problem(file, "missing-column", row=1, column=column)


def _unknown(name: str, file: str, columns: Sequence[str]) -> Problem:
    shown = visible(name)
    if personal.is_heading(name):
        return Problem(file, "personal-column", row=1, column=shown, value=name)
    near = difflib.get_close_matches(name.casefold(), columns, n=1) or ["–"]
    return Problem(file, "unknown-column", row=1, column=shown, value=name, details={"near": near[0]})


def _rows(records, names: Sequence[str], file: str, problems: list[Problem], *, is_cut: bool) -> Iterator[Row]:
    """The rows as column -> text; a row that is ragged or empty is a problem and is left out."""
    for line, cells in records:
        if not any(cell.strip() for cell in cells):
            problems.append(Problem(file, "empty-row", row=line))
        elif len(cells) != len(names):
            is_last = is_cut and line == records[-1][0] and len(cells) < len(names)
            rule = "cut-row" if is_last else "wrong-number-of-cells"
            details = {"cells": str(len(cells)), "columns": str(len(names))}
            problems.append(Problem(file, rule, row=line, details=details))
        else:
            yield line, dict(zip(names, cells, strict=True))
