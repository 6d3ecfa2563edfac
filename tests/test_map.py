"""The map, tested by looking inside what it draws."""

import re
from decimal import Decimal

import pytest

from components import map_labels, map_picture
from components.filters import Filters
from components.map_classes import CATEGORIES, MARKS, legend, letter, value_text
from components.map_list import listed, part
from components.render import to_html

NBSP = "\u00a0"
LIMITS = [
    {"class_number": 1, "from_value": Decimal(0), "to_value": Decimal(10)},
    {"class_number": 2, "from_value": Decimal(10), "to_value": None},
]


def place(code: str = "536", **facts) -> dict:
    """A municipality of which nothing is known but what `facts` say."""
    plain = {"place_kind": "municipality", "place_code": code, "region_code": "06", "role_code": None}
    plain |= {"theme_code": None, "themes": 0, "grants": 0, "joint_grants": 0, "lead_grants": 0, "awarded_eur": None}
    plain |= {"at_most_eur": None, "per_inhabitant_eur": None, "inhabitants": 100, "is_outside": False}
    return plain | {f"name_{lang}": f"Kunta {code}" for lang in ("fi", "sv", "en")} | facts


@pytest.mark.parametrize(
    ("facts", "measure", "expected"),
    [
        ({"awarded_eur": Decimal("9.99"), "grants": 1}, "awarded", "1"),
        ({"awarded_eur": Decimal(10), "grants": 1}, "awarded", "2"),
        ({"grants": 1, "joint_grants": 1}, "awarded", MARKS["joint_only"]),
        ({"grants": 1, "at_most_eur": Decimal(5)}, "awarded", MARKS["at_most"]),
        ({"role_code": "experimenter"}, "awarded", MARKS["named_no_grant"]),
        ({}, "awarded", MARKS["not_named"]),
        ({"awarded_eur": Decimal(1), "inhabitants": None}, "per_inhabitant", MARKS["no_data"]),
        ({"grants": 12}, "grants", "2"),
        ({"role_code": "experimenter"}, "role", CATEGORIES[0]),
        ({"role_code": "experimenter"}, "theme", MARKS["not_stated"]),
        ({"role_code": "experimenter", "theme_code": "participation", "themes": 1}, "theme", CATEGORIES[1]),
        ({"role_code": "experimenter", "themes": 2}, "theme", MARKS["several"]),
        ({"awarded_eur": Decimal(1), "is_outside": True}, "awarded", MARKS["outside"]),
        ({"awarded_eur": Decimal(1)}, "maturity", MARKS["no_data"]),
    ],
)
def test_each_state_of_knowledge_has_a_letter_of_its_own(facts, measure, expected):
    assert letter(place(**facts), measure, LIMITS) == expected


def test_no_two_classes_share_a_letter():
    letters = [*"12345", *CATEGORIES, *MARKS.values()]
    assert len(letters) == len(set(letters))


def test_the_legend_counts_its_members_and_keeps_what_cannot_be_known():
    groups = legend("12u", "awarded", LIMITS, "fi")
    assert [(each.label, each.members) for each in groups[0]] == [
        (f"alle 10{NBSP}€", 1),
        (f"vähintään 10{NBSP}€", 1),
    ]
    unknown = {each.letter: each.members for each in groups[-1]}
    assert unknown == {MARKS["not_named"]: 1, MARKS["not_registered"]: 0, MARKS["no_data"]: 0}


def test_a_share_that_is_not_stated_is_two_dots_and_who_is_not_named_has_nothing():
    assert value_text(place(grants=1), "awarded", "fi") == "··"
    assert value_text(place(), "awarded", "fi") == ""
    assert value_text(place(awarded_eur=Decimal(29050)), "awarded", "fi") == f"29{NBSP}050{NBSP}€"


def test_the_list_is_alphabetical_and_a_region_shows_all_of_its_municipalities():
    rows = [place("2", region_code="07"), place("1", grants=1), place("3")]
    assert [row["place_code"] for row in listed(rows, Filters())] == ["1"]
    assert [row["place_code"] for row in listed(rows, Filters(region="06"))] == ["1", "3"]


def test_a_part_is_told_in_words():
    assert part(place(grants=2, lead_grants=1, joint_grants=1), "fi") == "hakija, yhteisavustus"
    assert part(place(), "sv") == "nämns inte i källorna"


def shape(code: str, kind: str = "municipality", x: int = 10) -> dict:
    frame = {"frame_width": 100, "frame_height": 200, "label_x": x, "label_y": 10}
    return {"place_kind": kind, "place_code": code, "path": f"M{x} 0l1 1z", **frame}


SHAPES = [shape("091", x=10), shape("536", x=90), shape("06", "region")]


def test_outlines_stand_without_scripts_and_are_never_sent_again():
    canvas = map_picture.canvas(SHAPES, "1u", names={"091": "Helsinki"}, drawing="schematic", words="{}")
    page = to_html(canvas)
    assert re.search(r'<path [^>]*class="m1"[^>]*><title>Helsinki</title></path>', page)
    assert 'viewBox="0 0 100 200"' in page
    assert "path" not in str(canvas.to_plotly_json())
    assert canvas.to_plotly_json()["props"]["data-letters"] == "1u"


def test_a_municipality_without_a_class_is_no_data():
    assert map_picture.letters_of(SHAPES, {"536": "u"}) == "xu"


def drawn(**parts) -> str:
    given = {"joint": [], "chosen": {}, "named": [], "bordered": set()}
    return to_html(map_picture.overlay(SHAPES, **{**given, **parts}))


def test_a_joint_project_is_drawn_once():
    grant = {"is_joint": True, "lead_code": "536", "municipality_codes": "091 536"}
    page = drawn(joint=[grant, {**grant, "is_joint": False}])
    assert page.count('class="map-web"') == 1
    assert "M90 10L10 10M90 10L90 10" in page


def test_a_chosen_place_is_outlined():
    page = drawn(chosen={"municipality": "536", "region": "06"})
    assert page.count("map-chosen--municipality") == page.count("map-chosen--region") == 1


def test_names_keep_off_each_other():
    points = {str(number): (400 + 3 * number, 700) for number in range(30)}
    named = [{"code": code, "name": "Jyväskylä"} for code in points]
    found = map_labels.placed_names(named, points, width=1400)
    boxes = []
    for text, x, y, anchor in found:
        long = len(text) * map_labels.SIZE * map_labels.PER_LETTER
        left = x - {"start": 0, "end": long, "middle": long / 2}[anchor]
        boxes.append((left, y - map_labels.SIZE, left + long, y))
    assert 1 <= len(boxes) <= map_labels.MOST
    for place_, one in enumerate(boxes):
        for other in boxes[place_ + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
