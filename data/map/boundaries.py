"""Real boundaries from an operator's file: checked against the division of their year, drawn, and kept in `raw/`.

The same builder as for our own drawings simplifies them and joins regions; `boundaries.csv` is never in git.
"""

import csv
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import brotli
import shapely

from data import journal
from data.deliveries import sha256
from data.map import coverage, geojson, outlines
from data.map.divisions import Divisions, rows
from data.map.frame import geometry, in_frame
from data.map.geojson import MAX_BYTES, Refused

TABLE, DRAWING, SOURCE = "boundaries", "boundaries", "tilastokeskus-kuntajako"
TOLERANCES = (2.0, 4.0, 8.0, 16.0)  # the first that is small enough for a page
MAX_COMPRESSED = 50_000  # bytes of one division's outlines, as they travel


@dataclass(frozen=True)
class Brought:
    """What came of a file: outlines, their period (`ends` is None when open), and how well the schematic map agrees."""

    outlines: int
    municipalities: int
    starts: date
    ends: date | None
    sha256: str
    path: Path
    agreement_pct: float


def read(path: Path) -> bytes:
    """The bytes of an operator's file. Raises Refused when it is too large, OSError when it cannot be read."""
    if path.stat().st_size > MAX_BYTES:
        raise Refused("boundaries_too_large", limit=str(MAX_BYTES // 10**6))
    return path.read_bytes()


def bring(content: bytes, *, year: int, origin: str, folder: Path) -> Brought:
    """Draw the boundaries of a year's division, and put them in place of those of the same division. Raises Refused.

    Nothing is written unless all is well. `origin` is the name of the file, or its address.
    """
    divided = Divisions.read(folder)
    starts, ends = _period(divided, year)
    areas = geojson.municipalities(content)
    _compare(areas, divided.codes_on(starts), year)
    digest = sha256(content)
    constant = {"drawing_code": DRAWING, "source_id": SOURCE, "origin": origin, "origin_sha256": digest}
    new = _drawn(areas, divided, starts=starts, ends=ends, **constant)
    path = folder / "raw" / f"{TABLE}.csv"
    _write(path, outlines.as_csv([*_others(path, starts, ends), *new], outlines.BOUNDARIES))
    return Brought(len(new), len(areas), starts, ends, digest, path, _agreement(folder, areas, starts))


def _period(divided: Divisions, year: int) -> tuple[date, date | None]:
    try:
        return divided.period_of(date(year, 1, 1))
    except ValueError as error:
        raise Refused("boundaries_no_division", year=str(year)) from error


def _compare(areas: Mapping, codes: frozenset[str], year: int) -> None:
    """Raise Refused unless the file has the municipalities of the year and no others."""
    missing, extra = sorted(codes - set(areas)), sorted(set(areas) - codes)
    if missing or extra:
        facts = {"missing": ", ".join(missing) or "–", "extra": ", ".join(extra) or "–"}
        raise Refused("boundaries_other_municipalities", year=str(year), **facts)


def _drawn(areas: Mapping, divided: Divisions, **rest) -> list[dict[str, str]]:
    """The rows of the division, with as many corners as a page can carry. Raises Refused."""
    pieces = {code: in_frame(areas[code]) for code in sorted(areas)}
    try:
        for tolerance in TOLERANCES:
            found = [*outlines.rows(coverage.simplified(pieces, tolerance=tolerance), divided, **rest)]
            if compressed(found) <= MAX_COMPRESSED:
                return found
    except coverage.PieceLost as lost:
        raise Refused("boundaries_broken", code=lost.code) from lost
    raise Refused("boundaries_too_large", limit=str(MAX_BYTES // 10**6))


def compressed(found: Iterable[Mapping[str, str]]) -> int:
    """How many bytes the paths of some rows are when a browser asks for them."""
    return len(brotli.compress("\n".join(row["path"] for row in found).encode()))


def _others(path: Path, starts: date, ends: date | None) -> list[dict[str, str]]:
    """The outlines of other divisions that are there already. Raises Refused when the file is not ours."""
    try:
        found = rows(path.parents[1], TABLE)
    except FileNotFoundError:
        return []
    except (UnicodeDecodeError, csv.Error) as error:
        raise Refused("boundaries_damaged", name=str(path)) from error
    if any(set(row) != set(outlines.BOUNDARIES) or None in row.values() for row in found):
        raise Refused("boundaries_damaged", name=str(path))
    last = ends.isoformat() if ends else "9999-12-31"
    return [row for row in found if not starts.isoformat() <= row["valid_from"] <= last]


def _write(path: Path, content: bytes) -> None:
    """Put the file in its place in one step: a reader sees the old one or the new one, whole."""
    temporary = path.with_name(f".{path.name}.tmp")
    journal.write_durably(temporary, content)
    os.replace(temporary, path)
    journal.sync(path.parent)


def _agreement(folder: Path, areas: Mapping, day: date) -> float:
    """How much of the real land lies in the same municipality of the schematic map, in per cent."""
    text = day.isoformat()
    drawn = {
        row["place_code"]: geometry(row["path"])
        for row in rows(folder, "shapes")
        if (row["drawing_code"], row["place_kind"]) == ("schematic", "municipality")
        and row["valid_from"] <= text <= (row["valid_to"] or text)
    }
    real = {code: in_frame(area) for code, area in areas.items()}
    right = sum(area.intersection(drawn.get(code, shapely.Point())).area for code, area in real.items())
    return 100 * right / sum(area.area for area in real.values())
