"""The small map of the front page: outlines once, letters afterwards, and nothing where nobody has a grant."""

import re
from datetime import date

import orjson
import pytest

from components.filters import Filters
from components.map_small import small_map

PLACES = ({"place_code": "536", "awarded_eur": 9}, {"place_code": "837", "awarded_eur": None})
SAME = {"place_kind": "municipality", "is_outside": False, "grants": 0, "at_most_eur": None, "role_code": None}
SHAPE = {"place_kind": "municipality", "path": "M0 0z", "frame_width": 9, "frame_height": 9}


def drawn(places) -> dict | None:
    """What is sent to the browser of a map of two municipalities."""
    rows = [{**SAME, **place, "division_on": date(2018, 6, 30)} for place in places]
    shapes = [{**SHAPE, "place_code": place["place_code"], "valid_from": date(2017, 1, 1)} for place in places]
    limits = [{"class_number": 1, "from_value": 0, "to_value": None}]
    found = small_map(rows, shapes, limits, Filters.from_search("", lang="fi"))
    return found and orjson.loads(orjson.dumps(found, default=lambda each: each.to_plotly_json()))


def test_an_answer_has_letters_and_no_outlines():
    canvas = drawn(PLACES)["props"]["children"][0]["props"]
    assert canvas["data-letters"][0] == "1"
    assert canvas["children"] is None


def test_without_any_award_there_is_no_map():
    assert drawn([{**place, "awarded_eur": None} for place in PLACES]) is None


def test_outlines_stand_in_the_first_response(get):
    page = get("/fi/")
    letters = re.search(r'data-letters="(\w+)"', page)[1]
    assert len(re.findall(r'<path[^>]* id="m\d{3}"', page)) == len(letters) == 311


@pytest.mark.parametrize(("day", "is_drawn"), [("2017-12-31", True), ("2016-06-30", False)])
def test_before_the_first_grant_there_is_no_map(get, day, is_drawn):
    assert ('id="map-canvas"' in get(f"/fi/?as_of={day}")) is is_drawn


def test_the_caption_tells_the_division_of_the_day_and_leads_to_the_map(get):
    figure = re.search(r"<figcaption>(.*?)</figcaption>", get("/sv/?as_of=2018-06-30"))[1]
    assert "Schematisk karta, kommunindelningen 2018." in figure
    assert 'href="/sv/karta?as_of=2018-06-30"' in figure
