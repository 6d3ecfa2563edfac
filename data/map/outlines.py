"""Rows of the tables `shapes` and `boundaries`: the outline of each place in each period, made of municipalities."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import StringIO

import shapely

from data.map.coverage import Pieces
from data.map.divisions import Divisions
from data.map.frame import label_point, path

SHAPES = (
    *("drawing_code", "place_kind", "place_code", "valid_from", "valid_to", "path", "label_x", "label_y"),
    *("source_id", "known_since"),
)
BOUNDARIES = (*SHAPES[:8], "origin", "origin_sha256", *SHAPES[8:])


def rows(
    pieces: Pieces, divisions: Divisions, *, starts: date, ends: date | None, inherits: bool = True, **constant: str
) -> Iterator[dict[str, str]]:
    """One row a place and period: the union of its pieces in whole units, and where its name has room.

    `constant` is what is the same in every row: drawing_code, source_id, and the origin of boundaries.
    """
    for place in divisions.places(frozenset(pieces), starts=starts, ends=ends, inherits=inherits):
        outline = shapely.union_all([pieces[code] for code in sorted(place.members)])
        x, y = label_point(outline)
        last = place.ends.isoformat() if place.ends else ""
        yield {
            **constant,
            **{"place_kind": place.kind, "place_code": place.code, "path": path(outline)},
            **{"label_x": str(x), "label_y": str(y), "valid_from": place.starts.isoformat(), "valid_to": last},
            "known_since": place.starts.isoformat(),
        }


def as_csv(found: Iterable[Mapping[str, str]], columns: Iterable[str]) -> bytes:
    """The rows as a delivery, in the order of their key."""
    names = [*columns]
    order = ("drawing_code", "valid_from", "place_kind", "place_code")
    text = StringIO()
    lines = csv.writer(text, delimiter=";", lineterminator="\n")
    lines.writerow(names)
    for row in sorted(found, key=lambda row: [row[name] for name in order]):
        lines.writerow([row[name] for name in names])
    return text.getvalue().encode()
