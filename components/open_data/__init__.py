"""The data described for programs in the forms that others read: OpenAPI, DCAT-AP, Frictionless, CSVW and Atom.

Everything is made from the headers of the questions and the catalogue's tables: a new one of either is described at
once. Pure functions of what they are handed; texts are the catalogue's and `components/text`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from data.catalogue import Table

PREFIX = "/api/v1"
VERSION = "1.0.0"
LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}
DESCRIPTIONS = {
    "openapi": f"{PREFIX}/openapi.json",
    "dcat": f"{PREFIX}/catalog.jsonld",
    "datapackage": f"{PREFIX}/datapackage.json",
}


Span = tuple[date | None, date | None]


class FileMark(NamedTuple):
    """What tells a file from any other: its length and its SHA-256 as hexadecimal."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Told:
    """One table of the release in use: what the catalogue says of it and what this release has of it.

    `changed_on`: the day since which it is as it is. `span()`: the first and the last day that its rows speak of, None
    when they speak of none. `mark(form)`: the length and hash of its file in a form.
    """

    table: Table
    rows: int
    kind: str
    licence: str
    sources: tuple[str, ...]
    changed_on: date | None
    span: Callable[[], Span]
    mark: Callable[[str], FileMark]

    @property
    def name(self) -> str:
        """The table's name."""
        return self.table.name


@dataclass(frozen=True)
class Site:
    """Where the site stands and who answers for it: `address` ends without a slash, `contact` is a URI or empty."""

    address: str
    publisher: str
    contact: str
    slugs: Mapping[str, Mapping[str, str]]

    def page(self, key: str, lang: str) -> str:
        """The whole address of a page by the key of its words."""
        return f"{self.address}/{lang}/{self.slugs[key][lang]}"
