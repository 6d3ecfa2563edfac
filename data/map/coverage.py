"""Pieces that share their edges, made simple and whole-numbered together, so that no gap or overlap comes between."""

from collections.abc import Mapping

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

FINE = 0.01  # 5 m: edges that are meant to be one become one
WHOLE = 1.0  # a unit of the frame
SMALLEST_ISLAND = 2.0  # square units, 0.5 km2: a smaller part is left out when the piece has another

Pieces = Mapping[str, BaseGeometry]


class PieceLost(Exception):
    """A piece became so small that nothing is left of it: `code` says which."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def simplified(pieces: Pieces, *, tolerance: float) -> dict[str, BaseGeometry]:
    """The pieces with fewer corners, all at whole units; neighbours share every corner of their border.

    `tolerance` is that of Visvalingam and Whyatt, in units: a corner goes when its triangle is smaller than the square.
    Raises PieceLost.
    """
    fine = _parted(pieces, grid=FINE)
    geometries = shapely.coverage_simplify([*fine.values()], tolerance)
    return _parted(dict(zip(fine, geometries, strict=True)), grid=WHOLE)


def _parted(pieces: Pieces, *, grid: float) -> dict[str, BaseGeometry]:
    """The pieces again, of faces between lines that meet only at points of a grid. Raises PieceLost."""
    lines = shapely.union_all([shapely.boundary(each) for each in pieces.values()], grid_size=grid)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    codes = [*pieces]
    tree = STRtree([*pieces.values()])
    inside = shapely.point_on_surface(faces)
    found, owners = tree.query(inside, predicate="intersects")
    parts: dict[str, list] = {code: [] for code in codes}
    for face, owner in zip(*_first(found, owners), strict=True):
        parts[codes[owner]].append(faces[face])
    return {code: _joined(code, each, grid) for code, each in parts.items()}


def _first(found: np.ndarray, owners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each face once: where pieces overlap, the first of them has it."""
    order = np.lexsort((owners, found))
    faces, at = np.unique(found[order], return_index=True)
    return faces, owners[order][at]


def _joined(code: str, faces: list, grid: float) -> BaseGeometry:
    if not faces:
        raise PieceLost(code)
    whole = shapely.union_all(faces)
    parts = shapely.get_parts(whole)
    largest = max(parts, key=lambda part: part.area)
    kept = [part for part in parts if part is largest or part.area >= SMALLEST_ISLAND]
    return shapely.multipolygons(kept) if grid == WHOLE else whole
