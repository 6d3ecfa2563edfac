"""Which municipalities, regions and city regions there are on which days, and what each is made of.

Read from the deliveries themselves; a merger or a move to another region begins a new period.
"""

import csv
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

TABLES = ("municipalities", "municipality_regions", "city_region_members")
Row = Mapping[str, str]
Members = Mapping[tuple[str, str], frozenset[str]]


@dataclass(frozen=True)
class Place:
    """A place and the period in which it is made of the same municipalities (`members`); `ends` is None when open."""

    kind: str
    code: str
    starts: date
    ends: date | None
    members: frozenset[str]


@dataclass(frozen=True)
class Divisions:
    """The rows of the three tables that tell how Finland is divided, and since when."""

    municipalities: Sequence[Row]
    regions: Sequence[Row]
    city_regions: Sequence[Row]

    @classmethod
    def read(cls, folder: Path) -> "Divisions":
        """The divisions that the deliveries of a data folder tell. Raises FileNotFoundError."""
        return cls(*(rows(folder, name) for name in TABLES))

    def days(self) -> list[date]:
        """The days on which anything changes, the first day of the material included."""
        told = [row["valid_from"] for row in (*self.municipalities, *self.regions)]
        told += [row["merged_on"] for row in self.municipalities if row["merged_on"]]
        return sorted({date.fromisoformat(day) for day in told})

    def codes_on(self, day: date) -> frozenset[str]:
        """The municipalities that there are on a day."""
        return frozenset(row["municipality_code"] for row in self.municipalities if _holds(row, day))

    def period_of(self, day: date) -> tuple[date, date | None]:
        """The first and last day around a day between which no municipality comes or goes; None = still so.

        Raises ValueError when the day is before the material begins.
        """
        for codes, spans in itertools.groupby(self._spans(), key=lambda span: self.codes_on(span[0])):
            whole = [*spans]
            starts, ends = whole[0][0], whole[-1][1]
            if codes and starts <= day and (ends is None or day <= ends):
                return starts, ends
        raise ValueError(day.isoformat())

    def _spans(self) -> Iterator[tuple[date, date | None]]:
        for starts, following in itertools.pairwise([*self.days(), None]):
            yield starts, following - timedelta(days=1) if following else None

    def places(self, atoms: frozenset[str], *, starts: date, ends: date | None, inherits: bool = True) -> list[Place]:
        """Every place within a period, once for each time that it is made of the same of these `atoms`.

        An atom is a municipality. When it merges, its successor `inherits` it, as it does land; otherwise it is gone,
        as a tile is.
        """
        found: dict[tuple[str, str], list[Place]] = {}
        for first, last in self._spans():
            if first < starts or (ends and first > ends):
                continue
            for (kind, code), members in self._members(
                atoms if inherits else atoms & self.codes_on(first), first
            ).items():
                same = found.setdefault((kind, code), [])
                place = Place(kind, code, first, last, members)
                if same and same[-1].members == members and same[-1].ends == first - timedelta(days=1):
                    same[-1] = Place(kind, code, same[-1].starts, last, members)
                else:
                    same.append(place)
        return [place for _, same in sorted(found.items()) for place in same]

    def _members(self, atoms: frozenset[str], day: date) -> Members:
        """(kind, code) -> the atoms of each place on a day."""
        found: dict[tuple[str, str], set[str]] = {}
        regions = {row["municipality_code"]: row["region_code"] for row in self.regions if _holds(row, day)}
        for atom in atoms:
            code = self._successor(atom, day)
            found.setdefault(("municipality", code), set()).add(atom)
            found.setdefault(("region", regions[code]), set()).add(atom)
            for row in self.city_regions:
                if row["municipality_code"] == code:
                    found.setdefault(("city_region", row["city_region_code"]), set()).add(atom)
        return {place: frozenset(members) for place, members in found.items()}

    def _successor(self, code: str, day: date) -> str:
        """The municipality that a code stands for on a day: mergers are followed until the day."""
        merged = {row["municipality_code"]: row for row in self.municipalities if row["merged_on"]}
        while code in merged and date.fromisoformat(merged[code]["merged_on"]) <= day:
            code = merged[code]["merged_into_code"]
        return code


def _holds(row: Row, day: date) -> bool:
    text = day.isoformat()
    return row["valid_from"] <= text and (not row["valid_to"] or text <= row["valid_to"])


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    """The rows of a delivery in `raw/` as text. Raises FileNotFoundError."""
    with (folder / "raw" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
