"""Makes the delivery `raw/shapes.csv`, our own drawings, from the deliveries of points, tiles and divisions.

    make map        # needs node_modules/world-atlas, which `make setup` brings

The same deliveries and the same packages give the same bytes; `tests/test_map_made.py` makes them again.
"""

import sys
from datetime import date
from pathlib import Path

from data.map import divisions, outlines, schematic, tiles

FIRST_DAY = date(2016, 1, 1)  # the material begins
ALAND_REGION = "21"


def made(folder: Path) -> bytes:
    """The delivery `shapes` that the other deliveries of a data folder make."""
    divided = divisions.Divisions.read(folder)
    areas = {row["municipality_code"]: float(row["land_km2"] or 0) for row in divided.municipalities}
    aland = frozenset(row["municipality_code"] for row in divided.regions if row["region_code"] == ALAND_REGION)
    points = divisions.rows(folder, "municipality_points")
    cells = schematic.cells(points, areas=areas, aland=aland)
    hexagons = tiles.hexagons(divisions.rows(folder, "municipality_tiles"))
    always = {"starts": FIRST_DAY, "ends": None}
    own, coast = {"source_id": "tilannekuva-kartat"}, {"source_id": "natural-earth-rantaviiva"}
    found = [
        *outlines.rows(cells, divided, drawing_code="schematic", **coast, **always),
        *outlines.rows(hexagons, divided, drawing_code="tiles", inherits=False, **own, **always),
    ]
    return outlines.as_csv(found, outlines.SHAPES)


if __name__ == "__main__":
    home = Path(__file__).resolve().parents[1]
    (home / "raw" / "shapes.csv").write_bytes(made(home))
    sys.exit(0)
