"""A tiny country to test boundaries with: three square municipalities in a row; 003 merges into 002 in 2020."""

import json
from pathlib import Path

RAW = {
    "municipalities": [
        "municipality_code;valid_from;valid_to;merged_into_code;merged_on",
        "001;2016-01-01;;;",
        "002;2016-01-01;;;",
        "003;2016-01-01;2019-12-31;002;2020-01-01",
    ],
    "municipality_regions": [
        "municipality_code;region_code;valid_from;valid_to",
        "001;01;2016-01-01;",
        "002;01;2016-01-01;2018-12-31",
        "002;02;2019-01-01;",
        "003;02;2016-01-01;2019-12-31",
    ],
    "city_region_members": ["city_region_code;municipality_code", "tampere;001", "tampere;002"],
    "shapes": ["drawing_code;place_kind;place_code;valid_from;valid_to;path"],
}
WEST, SOUTH, SIZE = 24.0, 61.0, 0.5


def folder(at: Path) -> Path:
    """A data folder of this country, as far as boundaries need one."""
    (at / "raw").mkdir(parents=True)
    for table, lines in RAW.items():
        (at / "raw" / f"{table}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return at


def square(place: int) -> list[list[float]]:
    """The ring of the square at a place in the row, in degrees, longitude first."""
    west, north = WEST + place * SIZE, SOUTH + SIZE
    return [[west, SOUTH], [west, north], [west + SIZE, north], [west + SIZE, SOUTH], [west, SOUTH]]


def feature(code: str, ring: list, **more) -> dict:
    """A feature as Statistics Finland's service gives it: the code is the property `kunta`."""
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"kunta": code}, "geometry": geometry, **more}


def geojson(*features: dict) -> bytes:
    """A file of these features."""
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


ALL = [feature(code, square(place)) for place, code in enumerate(("001", "002", "003"))]
MERGED = [feature("001", square(0)), feature("002", square(1)), feature("002", square(2))]
