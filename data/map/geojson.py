"""Municipalities in a GeoJSON file of Statistics Finland's municipality division, or why the file cannot be used."""

import json
import re
from collections.abc import Mapping

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

MAX_BYTES = 50_000_000  # of a file; a division at 1:1 000 000 is a few megabytes
FINLAND = (18.0, 58.0, 33.0, 71.0)  # west, south, east, north in degrees, with room: WGS84 and nothing else fits in
CODE = re.compile(r"[0-9]{1,3}")


class Refused(Exception):
    """The file or address cannot be used: `key` is the sentence in `words.toml`, `facts` what it wants to know."""

    def __init__(self, key: str, **facts: str):
        super().__init__(key)
        self.key, self.facts = key, facts


def municipalities(content: bytes) -> dict[str, BaseGeometry]:
    """Municipality code -> its area in WGS84, longitude first; crossed outlines are mended. Raises Refused.

    The code is the property `kunta`, else the feature's `id`, else the property `code`.
    """
    found: dict[str, list[BaseGeometry]] = {}
    for feature in _features(content):
        code = _code(feature)
        found.setdefault(code, []).append(_area(code, feature.get("geometry")))
    areas = {code: shapely.union_all(parts) for code, parts in found.items()}
    return _longitude_first(areas)


def _features(content: bytes) -> list[Mapping]:
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused("boundaries_not_geojson") from error
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list) or not features or not all(isinstance(each, dict) for each in features):
        raise Refused("boundaries_not_geojson")
    return features


def _code(feature: Mapping) -> str:
    told = feature.get("properties")
    properties = told if isinstance(told, dict) else {}
    for code in (properties.get("kunta"), feature.get("id"), properties.get("code")):
        if isinstance(code, str | int) and CODE.fullmatch(str(code)):
            return str(code).zfill(3)
    raise Refused("boundaries_without_code")


def _area(code: str, geometry) -> BaseGeometry:
    """The polygons of a geometry, mended when their outline crosses itself. Raises Refused when none are left."""
    try:
        mended = shapely.make_valid(shape(geometry))
    except (ShapelyError, AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise Refused("boundaries_broken", code=code) from error
    polygons = [part for part in shapely.get_parts(mended) if part.geom_type in ("Polygon", "MultiPolygon")]
    area = shapely.union_all(polygons)
    if area.is_empty or not area.area > 0:
        raise Refused("boundaries_broken", code=code)
    return area


def _longitude_first(areas: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The areas with longitude first: in Finland the two cannot be mistaken for each other. Raises Refused."""
    bounds = tuple(shapely.total_bounds([*areas.values()]))
    if _fits(bounds):
        return dict(areas)
    if _fits((bounds[1], bounds[0], bounds[3], bounds[2])):
        return {code: shapely.transform(area, lambda points: points[:, ::-1]) for code, area in areas.items()}
    raise Refused("boundaries_elsewhere")


def _fits(bounds: tuple) -> bool:
    west, south, east, north = bounds
    return FINLAND[0] <= west < east <= FINLAND[2] and FINLAND[1] <= south < north <= FINLAND[3]
