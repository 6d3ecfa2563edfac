"""Registers that a delivery is read against: so far the municipalities, by code, by name and by former name.

The municipalities are those of the delivery `municipalities`; what ended before that material begins stands in
`municipalities.csv` beside this file.
"""

import csv
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
MUNICIPALITIES = "municipalities"
NAMES = (MUNICIPALITIES,)
DELIVERED = f"raw/{MUNICIPALITIES}.csv"


@dataclass(frozen=True)
class Place:
    """One municipality: its names, folded; the last day on which it existed and what it is part of now, if it ended."""

    code: str
    name: str
    names: frozenset[str]
    valid_to: date | None
    merged_into: str


@dataclass(frozen=True)
class Register:
    """Municipalities by code and by name. A name that two of them have had belongs to the one that exists."""

    places: Mapping[str, Place]
    by_name: Mapping[str, str] = field(default_factory=dict)

    def code(self, text: str) -> str | None:
        """The code that a cell means: a code, one without its leading zeros, or a name; None when there is none."""
        padded = text.zfill(3) if text.isascii() and text.isdigit() else text
        return padded if padded in self.places else self.by_name.get(folded(text))


def folded(name: str) -> str:
    """A name as names are compared: composed letters, small, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def register(rows: Iterable[Mapping[str, str]]) -> Register:
    """The register of rows with code, name_fi, name_sv, valid_to and merged_into."""
    places = {row["code"]: _place(row) for row in rows}
    by_name: dict[str, str] = {}
    for place in sorted(places.values(), key=lambda each: each.valid_to is not None):
        for name in place.names:
            by_name.setdefault(name, place.code)
    return Register(places, by_name)


def _place(row: Mapping[str, str]) -> Place:
    names = frozenset(folded(row[name]) for name in ("fi", "sv") if row[name])
    valid_to = date.fromisoformat(row["valid_to"]) if row["valid_to"] else None
    return Place(row["code"], row["fi"], names, valid_to, row["merged_into"])


def municipalities(rows: Iterable[Mapping] | None = None) -> Register:
    """The register of municipalities: the former ones, and the rows of a delivery; without one, the program's own."""
    if rows is None:
        return _program_register()
    former = csv.DictReader((HERE / "municipalities.csv").read_text("utf-8").splitlines(), delimiter=";")
    return register((*former, *(_delivered(row) for row in rows if row.get("municipality_code"))))


@cache
def _program_register() -> Register:
    lines = (HERE.parent / DELIVERED).read_text("utf-8").splitlines()
    return municipalities(csv.DictReader(lines, delimiter=";"))


def _delivered(row: Mapping) -> dict[str, str]:
    """A row of the delivery in the words of the register."""
    names = {"code": "municipality_code", "fi": "name_fi", "sv": "name_sv", "merged_into": "merged_into_code"}
    return {key: str(row.get(name) or "") for key, name in (*names.items(), ("valid_to", "valid_to"))}
