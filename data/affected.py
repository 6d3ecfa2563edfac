"""Which pages of the site show a table: found in the program's own files, read as text and never run.

A page shows a table when it names a question whose SQL, parts and all, reads it, or asks for the table itself. What
stands around every page (the days to choose from) is left out: it would name every page each time.
"""

import ast
import re
import tomllib
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from data.catalogue import PROGRAM

PAGES, QUESTIONS, COMPONENTS = (PROGRAM.parent / name for name in ("pages", "queries", "components"))
WORDS = COMPONENTS / "text"


@dataclass(frozen=True)
class Page:
    """One page: its key, its path in each language, and the questions and tables that it names."""

    key: str
    paths: dict[str, str]
    questions: frozenset[str]
    tables: frozenset[str]


def pages(tables: Collection[str]) -> list[tuple[Page, list[str]]]:
    """Every page that shows one of the tables, with the questions through which it does."""
    reading = {name for name, read in questions().items() if read & set(tables)}
    found = [(page, sorted(page.questions & reading)) for page in every_page()]
    return [(page, asked) for page, asked in found if asked or page.tables & set(tables)]


@cache
def questions() -> dict[str, frozenset[str]]:
    """Question -> the tables that it reads."""
    with closing(duckdb.connect(":memory:")) as connection:
        return {path.stem: frozenset(_read(connection, path)) for path in sorted(QUESTIONS.glob("*.sql"))}


def _read(connection: duckdb.DuckDBPyConnection, path: Path) -> Iterator[str]:
    """The tables of one SELECT and of the parts that it names; a parameter is NULL here."""
    for name in connection.get_table_names(re.sub(r"\$[a-z_]+", "NULL", path.read_text(encoding="utf-8"))):
        part = QUESTIONS / "parts" / f"{name}.sql"
        if part.exists() and part != path:
            yield from _read(connection, part)
        else:
            yield name


@cache
def every_page() -> tuple[Page, ...]:
    """The pages of the site: every module of `pages/` that has SLUGS."""
    return tuple(_page(path) for path in sorted(PAGES.glob("*.py")) if "\nSLUGS = " in path.read_text(encoding="utf-8"))


def _page(path: Path) -> Page:
    trees = list(_trees(path))
    texts = {node.value for tree in [*trees, *_constants(trees)] for node in ast.walk(tree) if _is_text(node)}
    key = _assigned(trees[0], "KEY").value
    slug = ast.unparse(_assigned(trees[0], "SLUGS")).replace("{KEY}", key)
    words = re.search(r"words\(\)\[f?'([a-z_]+)\.slug'\]", slug)[1]
    slugs = tomllib.loads((WORDS / f"{words}.toml").read_text(encoding="utf-8"))["slug"]
    paths = {lang: f"/{lang}/{slug}" for lang, slug in slugs.items()}
    is_asking_tables = any("queries.table(" in ast.unparse(tree) for tree in trees)
    named = {read for tables in questions().values() for read in tables} & texts if is_asking_tables else set()
    return Page(key, paths, frozenset(questions().keys() & texts), frozenset(named - {key}))


def _trees(path: Path) -> Iterator[ast.Module]:
    """The module of a page, and the modules beside it that it takes names from; a package is a product of its own."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield tree
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pages."):
            beside = PAGES / f"{node.module.removeprefix('pages.')}.py"
            yield from _trees(beside) if beside.exists() else ()


def _constants(trees: list[ast.Module]) -> Iterator[ast.expr]:
    """What the constants stand for that a page takes from components, such as the questions of the brief."""
    for node in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)):
        path = COMPONENTS / f"{(node.module or '').removeprefix('components.')}.py"
        for name in (each.name for each in node.names if each.name.isupper() and path.exists()):
            yield _assigned(ast.parse(path.read_text(encoding="utf-8")), name)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _assigned(tree: ast.Module, name: str) -> ast.expr:
    """What a module assigns to a name at its top; the constant None where it assigns nothing."""
    return next(
        (node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name),
        ast.Constant(None),
    )
