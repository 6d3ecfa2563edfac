"""Our own drawings as they are in git: remade to the byte, small, without gaps, and true to every division."""

import csv
import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
import shapely

from data.map import __main__ as making
from data.map.boundaries import compressed
from data.map.divisions import rows
from data.map.frame import geometry, path

TOP = Path(__file__).parents[1]
DATA = TOP / "data"
SHAPES = rows(DATA, "shapes")
FRAMES = {row["drawing_code"]: (int(row["frame_width"]), int(row["frame_height"])) for row in rows(DATA, "map_frames")}
DAYS = {"2016-06-01": 313, "2018-12-31": 311, "2020-06-01": 310, "2021-06-01": 309, "2025-06-01": 308}
OWN = ("schematic", "tiles")


def on(day: str, drawing: str, kind: str | None = None) -> dict[str, dict]:
    """Place code -> row of one drawing on a day."""
    return {
        row["place_code"]: row
        for row in SHAPES
        if row["drawing_code"] == drawing
        and row["valid_from"] <= day <= (row["valid_to"] or day)
        and kind in (None, row["place_kind"])
    }


def areas(day: str, drawing: str, kind: str) -> dict[str, shapely.Geometry]:
    return {code: geometry(row["path"]) for code, row in on(day, drawing, kind).items()}


def test_the_drawings_are_made_again_byte_for_byte():
    assert making.made(DATA) == (DATA / "raw/shapes.csv").read_bytes()


@pytest.mark.parametrize("drawing", OWN)
@pytest.mark.parametrize(("day", "municipalities"), DAYS.items())
def test_every_municipality_region_and_city_region_of_a_day_is_drawn_once(day, municipalities, drawing):
    told = {row["municipality_code"]: row for row in rows(DATA, "municipalities")}
    there = {code for code, row in told.items() if not row["valid_to"] or row["valid_to"] >= day}
    assert on(day, drawing, "municipality").keys() == there
    assert (len(there), len(on(day, drawing, "region"))) == (municipalities, 19)
    assert on(day, drawing, "city_region").keys() == {"tampere"}


@pytest.mark.parametrize("drawing", OWN)
@pytest.mark.parametrize("day", DAYS)
def test_one_division_is_a_third_of_the_30_kilobytes_it_may_be(day, drawing):
    assert compressed(on(day, drawing).values()) <= 10_000


@pytest.mark.parametrize("drawing", OWN)
def test_neighbours_share_their_border_without_gap_or_overlap(drawing):
    municipalities = areas("2018-12-31", drawing, "municipality")
    whole = shapely.union_all([*municipalities.values()])
    assert sum(each.area for each in municipalities.values()) == whole.area
    assert shapely.union_all([*areas("2018-12-31", drawing, "region").values()]).equals(whole)


@pytest.mark.parametrize("drawing", OWN)
def test_a_region_is_its_municipalities_on_each_day(drawing):
    for day in DAYS:
        municipalities, told = areas(day, drawing, "municipality"), {}
        for row in rows(DATA, "municipality_regions"):
            if row["valid_from"] <= day <= (row["valid_to"] or day):
                told.setdefault(row["region_code"], []).append(municipalities[row["municipality_code"]])
        for code, region in areas(day, drawing, "region").items():
            assert region.equals(shapely.union_all(told[code])), (day, code)


def test_a_city_region_is_its_eight_members():
    municipalities = areas("2018-12-31", "schematic", "municipality")
    members = [municipalities[row["municipality_code"]] for row in rows(DATA, "city_region_members")]
    assert len(members) == 8
    assert areas("2018-12-31", "schematic", "city_region")["tampere"].equals(shapely.union_all(members))


@pytest.mark.parametrize("merged", [row for row in rows(DATA, "municipalities") if row["merged_on"]], ids=str)
def test_the_land_of_a_merged_municipality_lives_on_in_its_successor(merged):
    before, after = merged["valid_to"], merged["merged_on"]
    was, now = areas(before, "schematic", "municipality"), areas(after, "schematic", "municipality")
    successor = merged["merged_into_code"]
    assert now[successor].equals(was[successor].union(was[merged["municipality_code"]]))
    assert merged["municipality_code"] not in now


def test_the_outlines_of_a_place_follow_each_other_day_by_day():
    periods: dict[tuple, list] = {}
    for row in SHAPES:
        key = (row["drawing_code"], row["place_kind"], row["place_code"])
        periods.setdefault(key, []).append((row["valid_from"], row["valid_to"]))
    assert max(map(len, periods.values())) > 1
    for key, found in periods.items():
        for (_, ends), (starts, _) in zip(sorted(found), sorted(found)[1:], strict=False):
            assert (date.fromisoformat(starts) - date.fromisoformat(ends)).days == 1, key


@pytest.mark.parametrize("drawing", OWN)
def test_outlines_and_labels_stand_inside_the_frame(drawing):
    width, height = FRAMES[drawing]
    frame = shapely.box(0, 0, width, height)
    for row in on("2018-12-31", drawing).values():
        outline = geometry(row["path"])
        assert frame.contains(outline), row["place_code"]
        assert outline.contains(shapely.Point(int(row["label_x"]), int(row["label_y"]))), row["place_code"]


def test_no_municipality_is_too_small_to_be_seen():
    """Kauniainen has 5.9 square kilometres of land; a cell of 12 square units has 3."""
    small = {code: area.area for code, area in areas("2018-12-31", "schematic", "municipality").items()}
    assert {code for code, area in small.items() if area < 12} == set()


@pytest.mark.parametrize("day", DAYS)
def test_tiles_are_of_one_size_and_never_overlap(day):
    tiles = areas(day, "tiles", "municipality")
    assert {tile.area for tile in tiles.values()} == {4_200}  # 70 wide; 40 high and half of two times 20
    assert not [pair for pair in combinations(tiles.values(), 2) if pair[0].intersection(pair[1]).area]


def test_a_path_is_read_back_as_it_was_drawn():
    ring = shapely.box(2, 3, 12, 13).difference(shapely.box(5, 5, 7, 7))
    drawn = shapely.MultiPolygon([ring, shapely.box(20, 20, 23, 21)])
    text = path(drawn)
    assert re.fullmatch(r"M\d+ \d+(l[0-9 -]+z(m[0-9 -]+)?)+", text)
    assert geometry(text).equals(drawn)


def test_a_path_is_compact():
    triangle = shapely.Polygon([(703, 412), (700, 417), (702, 425), (704, 420), (703, 412)])
    assert path(triangle) == "M700 417l2 8 2-5-1-8z"


def test_the_delivery_needs_no_quotation_marks():
    with (DATA / "raw/shapes.csv").open(encoding="utf-8", newline="") as file:
        plain = file.read()
    assert '"' not in plain
    assert len(list(csv.reader(plain.splitlines(), delimiter=";"))) == len(SHAPES) + 1
