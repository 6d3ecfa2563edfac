"""The catalogue: every column, table, source document, code list and reconciliation rule, read from plain files.

The files are `columns.toml`, `tables.toml`, `sources.toml`, `rules.toml` and `codes/*.csv`; the program's own
`derived.toml` describes the tables that the build makes itself, and their columns unless the catalogue has them.
"""

import csv
import os
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from data.entries import LANGUAGES, Column, Table, Texts
from data.evidence import Rule, Source

PROGRAM = Path(__file__).resolve().parent
DERIVED = PROGRAM / "derived.toml"
FORMER = PROGRAM / "registers" / "municipalities.csv"
CODES_HEADER = ["code", *LANGUAGES]


class CatalogueError(Exception):
    """A file of the catalogue cannot be read at all: `file` says which, `why` says why."""

    def __init__(self, file: str, why: str):
        super().__init__(f"{file}: {why}")
        self.file, self.why = file, why


@dataclass(frozen=True)
class Catalogue:
    """Everything that is known of the data before any row is read. `codes` is list -> code -> language -> label."""

    folder: Path
    columns: Mapping[str, Column]
    tables: Mapping[str, Table]
    sources: Mapping[str, Source]
    rules: tuple[Rule, ...]
    codes: Mapping[str, Mapping[str, Texts]]

    def heading(self, column: str, lang: str) -> str:
        """The heading of a column in one language; KeyError when there is no such column."""
        return self.columns[column].headings[lang]

    def code_label(self, codes: str, code: str, lang: str) -> str:
        """What a code of a list means in one language; KeyError when the list has no such code."""
        return self.codes[codes][code][lang]

    def owner(self, name: str) -> Texts:
        """An owner of data in each language: tables name it in Finnish, as the list `owners` does.

        An owner that the list does not know is called the same in every language.
        """
        known = {labels[LANGUAGES[0]]: labels for labels in self.codes.get("owners", {}).values()}
        return known.get(name) or dict.fromkeys(LANGUAGES, name)

    def replaced(self, given: Collection[str]) -> "Catalogue":
        """This catalogue when real deliveries of the tables `given` are there: no example stands in any more.

        Examples that name the same thing in `example_stands_in` go together, so that no release ever mixes the two.
        """
        groups = {self.tables[name].example_stands_in for name in given} - {""}
        stand_ins = {name for name, table in self.tables.items() if table.example_stands_in in groups}
        if not stand_ins:
            return self
        tables = {name: each.as_real() if name in stand_ins else each for name, each in self.tables.items()}
        follow = {name: replace(each, kind="real") for name, each in tables.items() if each.follows in stand_ins}
        return replace(self, tables=tables | follow)

    def delivered(self, places: Mapping[str, str]) -> "Catalogue":
        """This catalogue when the deliveries of some tables lie in these places, in whatever form."""
        given = {name: replace(self.tables[name], delivery=place) for name, place in places.items()}
        return replace(self, tables={**self.tables, **given})

    def files(self) -> list[Path]:
        """Every file that the catalogue was read from, in a fixed order: what a release's id is made of."""
        named = [self.folder / name for name in ("columns.toml", "rules.toml", "sources.toml", "tables.toml")]
        return [*named, *sorted((self.folder / "codes").glob("*.csv")), DERIVED, FORMER]


def data_folder() -> Path:
    """The folder of deliveries and releases: `DATA_DIR`, or the program's own."""
    return Path(os.environ.get("DATA_DIR") or PROGRAM).absolute()


def home(folder: Path) -> Path:
    """Where the catalogue of a data folder is: in it when it has tables of its own, otherwise in the program."""
    return folder if (folder / "tables.toml").exists() else PROGRAM


def current() -> Catalogue:
    """The catalogue in force for `data_folder()`. Read once a process."""
    return _load_once(home(data_folder()))


def load(folder: Path = PROGRAM) -> Catalogue:
    """The catalogue written in `folder`. Raises CatalogueError; what is wrong otherwise, `catalogue_checks` finds."""
    derived = _toml(DERIVED)
    columns = derived["columns"] | _toml(folder / "columns.toml")
    tables = {name: Table.of(name, entry) for name, entry in _toml(folder / "tables.toml").items()}
    tables |= _derived(derived["tables"], tables)
    return Catalogue(
        folder=folder,
        columns={name: Column.of(name, entry) for name, entry in columns.items()},
        tables=dict(sorted(tables.items())),
        sources={name: Source.of(name, entry) for name, entry in _toml(folder / "sources.toml").items()},
        rules=tuple(Rule.of(entry) for entry in _toml(folder / "rules.toml").get("rule", [])),
        codes={path.stem: _codes(path) for path in sorted((folder / "codes").glob("*.csv"))},
    )


def load_schema(folder: Path) -> Catalogue:
    """The catalogue of a folder that only says what deliveries look like: tables, columns and perhaps code lists.

    Raises CatalogueError. There are no sources and no rules, and the texts may be in one language.
    """
    tables = {name: Table.of(name, entry) for name, entry in _toml(folder / "tables.toml").items()}
    columns = {name: Column.of(name, entry) for name, entry in _toml(folder / "columns.toml").items()}
    codes = {path.stem: _codes(path) for path in sorted((folder / "codes").glob("*.csv"))}
    return Catalogue(folder, columns, tables, sources={}, rules=(), codes=codes)


def _derived(entries: Mapping[str, Mapping], tables: Mapping[str, Table]) -> dict[str, Table]:
    """The tables that the build makes; one that follows a table is of its kind, and is there when that one is."""
    found = {name: Table.of(name, entry, is_derived=True) for name, entry in entries.items()}
    return {
        name: replace(table, kind=tables[table.follows].kind) if table.follows else table
        for name, table in found.items()
        if table.follows is None or table.follows in tables
    }


_load_once = lru_cache(maxsize=16)(load)


def _toml(path: Path) -> dict:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except FileNotFoundError as error:
        raise CatalogueError(path.name, "no such file") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(path.name, str(error)) from error


def _codes(path: Path) -> Mapping[str, Texts]:
    """The code list of one file, in the file's order; raises CatalogueError unless it is four full cells a row."""
    name = f"codes/{path.name}"
    try:
        lines = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";", strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise CatalogueError(name, str(error)) from error
    rows = [line for line in lines if line]
    if not rows or rows[0] != CODES_HEADER:
        raise CatalogueError(name, "the first line must be " + ";".join(CODES_HEADER))
    for row in rows[1:]:
        if len(row) != len(CODES_HEADER) or not all(cell.strip() for cell in row):
            raise CatalogueError(name, f"not four filled cells: {';'.join(row)[:80]}")
    codes = {row[0]: dict(zip(LANGUAGES, row[1:], strict=True)) for row in rows[1:]}
    if len(codes) != len(rows) - 1:
        raise CatalogueError(name, "the same code is there twice")
    return codes
