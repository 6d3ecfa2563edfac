"""The outlines of places, asked of two villages of which one merges into the other."""

from datetime import date

import pytest

FRAME = {"drawing_code": "schematic", "frame_width": 20, "frame_height": 30}
TILES, REAL = FRAME | {"drawing_code": "tiles", "frame_width": 40}, FRAME | {"drawing_code": "boundaries"}


def outline(
    code: str, starts: str, ends: str | None = None, *, kind="municipality", path="M0 0l2 0 0 2z", **more
) -> dict:
    place = {"drawing_code": "schematic", "place_kind": kind, "place_code": code, "path": path}
    return place | {"label_x": 1, "label_y": 2, "valid_from": starts, "valid_to": ends} | more


SHAPES = [
    outline("097", "2016-01-01", path="M0 0l1 0 0 1z", valid_to="2016-12-31"),
    outline("097", "2017-01-01"),
    outline("442", "2016-01-01", "2016-12-31"),
    outline("06", "2016-01-01", kind="region"),
    outline("tampere", "2016-01-01", kind="city_region"),
    outline("097", "2016-01-01", drawing_code="tiles", path="M4 0l9 9 0 4z"),
]
BOUNDARIES = [
    outline("097", "2017-01-01", "2019-12-31", drawing_code="boundaries", origin="f.json", origin_sha256="a" * 64)
]


@pytest.fixture
def ask(handful):
    points = [
        {"municipality_code": "097", "lat": 62, "lon": 24, "label_lat": 62, "label_lon": 24, "source_id": "survey"}
    ]
    frames = [FRAME, TILES, REAL]
    run = handful({"shapes": SHAPES, "boundaries": BOUNDARIES, "map_frames": frames, "municipality_points": points})
    return lambda **chosen: run("shapes_by_place", **chosen).rows()


def test_the_latest_division_is_drawn_schematically_unless_asked_otherwise(ask):
    assert [(row["place_kind"], row["place_code"]) for row in ask()] == [
        ("city_region", "tampere"),
        ("municipality", "097"),
        ("region", "06"),
    ]
    assert ask()[1] == {
        **{"place_kind": "municipality", "place_code": "097", "path": "M0 0l2 0 0 2z", "label_x": 1, "label_y": 2},
        **{"valid_from": date(2017, 1, 1), "valid_to": None, "frame_width": 20, "frame_height": 30},
        **{"origin_sha256": None, "source_ids": "report survey"},
    }


def test_a_day_is_drawn_in_its_own_division(ask):
    before = [
        (row["place_code"], row["path"]) for row in ask(as_of="2016-12-31") if row["place_kind"] == "municipality"
    ]
    assert before == [("097", "M0 0l1 0 0 1z"), ("442", "M0 0l2 0 0 2z")]
    after = [(row["place_code"], row["path"]) for row in ask(as_of="2017-01-01") if row["place_kind"] == "municipality"]
    assert after == [("097", "M0 0l2 0 0 2z")]


def test_each_drawing_has_its_own_frame_and_outlines(ask):
    (tile,) = ask(drawing="tiles", as_of="2016-06-01")
    assert (tile["path"], tile["frame_width"], tile["source_ids"]) == ("M4 0l9 9 0 4z", 40, "report")


def test_real_boundaries_are_there_only_for_the_days_of_their_division(ask):
    (real,) = ask(drawing="boundaries", as_of="2018-12-31")
    assert (real["place_code"], real["origin_sha256"]) == ("097", "a" * 64)
    assert ask(drawing="boundaries", as_of="2020-01-01") == []
    assert ask(drawing="boundaries") == []


def test_nothing_is_drawn_of_a_day_before_the_material_begins(ask):
    assert ask(as_of="2015-12-31") == []
