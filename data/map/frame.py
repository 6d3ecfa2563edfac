"""The frame that the schematic map and real boundaries share, and outlines written in it as SVG paths.

ETRS-TM35FIN metres (EPSG:3067) become units of 500 m from a corner north-west of Finland, y downwards:
x = (E - 40 000) / 500, y = (7 790 000 - N) / 500. How wide and high each drawing is stands in `raw/map_frames.csv`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

WEST_M, NORTH_M, UNIT_M = 40_000, 7_790_000, 500
_NUMBER = re.compile(r"-?[0-9]+")
LABEL_TOLERANCE = 0.5  # half a unit: what is looked for is the nearest whole unit


@cache
def _transformer() -> Transformer:
    """WGS84 degrees, longitude first, to ETRS-TM35FIN metres."""
    return Transformer.from_crs("EPSG:4326", "EPSG:3067", always_xy=True)


def in_frame(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry in WGS84 degrees (longitude, latitude) as one in units of the frame, not yet rounded."""

    def moved(degrees: np.ndarray) -> np.ndarray:
        east, north = _transformer().transform(degrees[:, 0], degrees[:, 1])
        return np.column_stack(((east - WEST_M) / UNIT_M, (NORTH_M - north) / UNIT_M))

    return shapely.transform(geometry, moved)


def km2(geometry: BaseGeometry) -> float:
    """The area of a geometry in the frame, in square kilometres."""
    return geometry.area * (UNIT_M / 1_000) ** 2


def path(geometry: BaseGeometry) -> str:
    """The outline as a compact SVG path of whole numbers, relative after the first point: `M703 412l3-5 2 8z`.

    Holes and islands are further subpaths; the same geometry gives the same text.
    """
    said, at = [], (0, 0)
    for ring in _rings(shapely.normalize(geometry)):
        (x, y), *rest = ring
        said.append(f"M{x} {y}" if not said else "m" + _numbers((x - at[0], y - at[1])))
        said.append("l" + _numbers(step for each in _steps(ring[0], rest) for step in each) + "z")
        at = (x, y)  # closing a subpath goes back to where it began
    return "".join(said)


def _rings(geometry: BaseGeometry) -> Iterator[list[tuple[int, int]]]:
    """The corners of each ring, the first not repeated, without those on a straight line."""
    for polygon in shapely.get_parts(geometry):
        for ring in (polygon.exterior, *polygon.interiors):
            yield _corners([(round(x), round(y)) for x, y in ring.coords[:-1]])


def _corners(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    def turns(before, here, after) -> bool:
        return (here[0] - before[0]) * (after[1] - here[1]) != (here[1] - before[1]) * (after[0] - here[0])

    ahead = [*points[1:], points[0]]
    return [
        here
        for before, here, after in zip([points[-1], *points], points, ahead, strict=False)
        if turns(before, here, after)
    ]


def _steps(start: tuple[int, int], points: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = start
    for x, y in points:
        yield x - at[0], y - at[1]
        at = (x, y)


def _numbers(numbers: Iterable[int]) -> str:
    """Whole numbers side by side, with a space only where no minus sign parts them."""
    return " ".join(map(str, numbers)).replace(" -", "-")


def label_point(geometry: BaseGeometry) -> tuple[int, int]:
    """Where a name has most room: the middle of the largest circle that fits into the largest part."""
    largest = max(shapely.get_parts(geometry), key=lambda part: part.area)
    middle = shapely.maximum_inscribed_circle(largest, LABEL_TOLERANCE).coords[0]
    return round(middle[0]), round(middle[1])


def geometry(path: str) -> BaseGeometry:
    """The area that a path of `path` outlines: a subpath inside another is a hole."""
    found, at = shapely.MultiPolygon(), np.zeros(2)
    for subpath in path.removesuffix("z").split("z"):
        numbers = np.array([int(each) for each in _NUMBER.findall(subpath)]).reshape(-1, 2)
        numbers[0] += at.astype(int) if subpath.startswith("m") else 0
        ring = np.cumsum(numbers, axis=0)
        found, at = found.symmetric_difference(shapely.Polygon(ring)), ring[0]
    return found
