"""The schematic map: each municipality is the land nearest to its label point, so its borders are approximate.

Land is Finland and Åland of Natural Earth; the points are those of `municipality_points`.
"""

import json
import math
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from data.map import coverage
from data.map.divisions import Row
from data.map.frame import UNIT_M, in_frame, km2

TOP = Path(__file__).resolve().parents[2]
FINLAND, ALAND = "246", "248"  # ISO 3166-1 numeric: Natural Earth has Åland as a place of its own
TOLERANCE = 2.0
LEAST_SHARE = 0.25  # when a cell has less of the land that the municipality really has, its point is under water
LEAST_KM2 = 25.0  # of an island drawn where Natural Earth has none: small, but still seen


def land() -> dict[str, BaseGeometry]:
    """The land of Finland and of Åland in the frame, read from the npm package world-atlas.

    Raises subprocess.CalledProcessError when the package is not installed: `make setup` brings it.
    """
    command = [TOP / "deploy/node.sh", "node", "data/map/coast.mjs"]
    told = subprocess.run(command, cwd=TOP, capture_output=True, check=True, timeout=60).stdout
    features = json.loads(told)["features"]
    return {each["id"]: shapely.make_valid(in_frame(shape(each["geometry"]))) for each in features}


def cells(points: Sequence[Row], *, areas: Mapping[str, float], aland: frozenset[str]) -> dict[str, BaseGeometry]:
    """Municipality -> its part of the land in whole units, merged municipalities each by themselves.

    `areas` is the real land area in km2 where it is known, `aland` the municipalities of Åland: they share out Åland's
    land, the others Finland's.
    """
    ground = land()
    codes = [row["municipality_code"] for row in points]
    at = {code: _point(row) for code, row in zip(codes, points, strict=True)}
    pieces = _nearest({code: at[code] for code in codes if code not in aland}, ground[FINLAND], ground[ALAND], areas)
    pieces |= _nearest({code: at[code] for code in codes if code in aland}, ground[ALAND], ground[FINLAND], areas)
    return coverage.simplified(pieces, tolerance=TOLERANCE)


def _point(row: Row) -> BaseGeometry:
    return in_frame(shapely.Point(float(row["label_lon"]), float(row["label_lat"])))


def _nearest(at: Mapping[str, BaseGeometry], land: BaseGeometry, other: BaseGeometry, areas) -> dict[str, BaseGeometry]:
    """The part of the land that is nearest to each point; an island around the point where there is hardly any."""
    points = shapely.multipoints([*at.values()])
    voronoi = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=land.buffer(200), ordered=True))
    found = {}
    for (code, point), cell in zip(at.items(), voronoi, strict=True):
        piece, area = cell.intersection(land), areas.get(code, 0.0)
        if km2(piece) < max(area * LEAST_SHARE, LEAST_KM2):
            piece = piece.union(_island(point, max(area, LEAST_KM2)).intersection(cell).difference(other))
        found[code] = piece
    return found


def _island(point: BaseGeometry, area_km2: float) -> BaseGeometry:
    """A round island of this area around a point."""
    radius_km = math.sqrt(area_km2 / math.pi)
    return point.buffer(radius_km * 1_000 / UNIT_M, quad_segs=4)
