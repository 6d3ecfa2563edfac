"""The tile map: a hexagon of the same size for every municipality, its point up, odd rows half a tile to the right."""

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from data.map.divisions import Row

HALF_WIDTH, QUARTER_HEIGHT = 35, 20  # 35 / 20 is within one per cent of the square root of three: nearly regular
MARGIN_X, MARGIN_Y = 18, 20  # 19 columns and 29 rows then stand in the middle of a frame of 1400 times 1800


def hexagons(tiles: Sequence[Row]) -> dict[str, BaseGeometry]:
    """Municipality -> its hexagon in whole units. Neighbours share their corners, so regions are unions of tiles."""
    return {row["municipality_code"]: _hexagon(int(row["tile_column"]), int(row["tile_row"])) for row in tiles}


def _hexagon(column: int, row: int) -> BaseGeometry:
    x = (2 * column + row % 2 + 1) * HALF_WIDTH + MARGIN_X
    y = (3 * row + 2) * QUARTER_HEIGHT + MARGIN_Y
    corners = ((0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1))
    return shapely.MultiPolygon([shapely.Polygon([(x + a * HALF_WIDTH, y + b * QUARTER_HEIGHT) for a, b in corners])])
