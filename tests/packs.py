"""Packs made once for all tests of them: the final report's day, by language, form and contents."""

import io
import re
from datetime import date
from functools import cache

import pptx
import pypdf

import queries
from components.documents import write
from components.documents.model import Pack
from components.filters import Filters
from pages.pack import compose

END = date(2019, 3, 31)
SMALL = ("budget", "booked")


@cache
def pack(lang: str = "fi", contents: tuple[str, ...] | None = None) -> Pack:
    queries.pin(None)
    return compose(Filters(lang=lang, as_of=END), contents)


@cache
def made(lang: str, form: str, contents: tuple[str, ...] | None = None) -> bytes:
    return write(pack(lang, contents), form)


def plain(text: str) -> str:
    """A text with every kind of space, and every break of a line, as one space."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", ""))


@cache
def pdf_text(content: bytes) -> str:
    return plain(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages))


def slide_cells(content: bytes) -> list[list[str]]:
    shapes = [shape for slide in pptx.Presentation(io.BytesIO(content)).slides for shape in slide.shapes]
    return [[cell.text for cell in row.cells] for shape in shapes if shape.has_table for row in shape.table.rows]
