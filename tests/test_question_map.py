"""The questions behind the map, over a handful of rows whose sums can be done in the head."""

from decimal import Decimal

import pytest

from tests.handful import grants, named

MUNICIPALITIES = [
    {"municipality_code": code, **named(fi=name), "languages_code": "fi", "valid_from": "2016-01-01", **more}
    for code, name, more in (
        ("098", "Hollola", {}),
        ("418", "Lempäälä", {}),
        ("536", "Nokia", {}),
        ("541", "Nurmes", {}),
        (
            "911",
            "Valtimo",
            {"valid_to": "2019-12-31", "merged_into_code": "541", "merged_on": "2020-01-01"},
        ),
    )
]
REGIONS = [
    {"municipality_code": code, "region_code": region, "valid_from": "2016-01-01"}
    for code, region in (("098", "07"), ("418", "06"), ("536", "06"), ("541", "06"), ("911", "06"))
]
POPULATIONS = [
    {"municipality_code": code, "counted_on": day, "inhabitants": count, "is_estimate": False, "known_since": day}
    for code, day, count in (
        ("536", "2018-12-31", 1_000),
        ("541", "2018-12-31", 800),
        ("911", "2018-12-31", 200),
        ("536", "2022-12-31", 2_000),
        ("541", "2022-12-31", 900),
    )
]


@pytest.fixture
def places(handful):
    """Three grants: Hollola's own, one of Lempäälä and Nokia together, and one of Valtimo, which merged in 2020."""
    given = grants(
        {"id": "a", "to": ["098"], "eur": 100, "theme": "learning"},
        {"id": "b", "to": ["418", "536"], "eur": 31, "theme": "e_services"},
        {"id": "c", "to": ["911"], "eur": 50},
    )
    given |= {"municipalities": MUNICIPALITIES, "municipality_regions": REGIONS}
    given |= {"municipality_populations": POPULATIONS}
    given["participants"] = [
        {"programme_code": "p", "participant_kind": "municipality", "participant_code": code, "role_code": role}
        | {"theme_code": theme, "participant_status_code": "not_stated", "evidence_code": "received_grant"}
        | named("topic", fi="x")
        | named("role_basis", fi="y")
        for code, role, theme in (("098", "experimenter", "learning"), ("541", "not_confirmed", None))
    ]
    asked = handful(given)

    def by_place(**choices) -> dict[str, dict]:
        return {row["place_code"]: row for row in asked("measures_by_place", **choices).rows()}

    return by_place


def test_every_municipality_of_the_day_is_there_and_no_other(places):
    assert set(places(as_of="2019-12-31")) == {"098", "418", "536", "541", "911"}
    assert set(places(as_of="2020-01-01")) == {"098", "418", "536", "541"}


def test_a_grant_of_a_merged_municipality_stands_at_its_successor(places):
    assert places(as_of="2019-12-31")["911"]["awarded_eur"] == 50
    assert places(as_of="2020-01-01")["541"]["awarded_eur"] == 50
    assert places(as_of="2020-01-01")["541"]["lead_grants"] == 1


@pytest.mark.parametrize(
    ("joint", "amounts"),
    [
        ("lead", {"098": 100, "418": 31, "536": None}),
        ("equal", {"098": 100, "418": Decimal("15.50"), "536": Decimal("15.50")}),
        ("undivided", {"098": 100, "418": None, "536": None, "b": 31}),
    ],
)
def test_the_sum_is_the_same_however_a_joint_grant_counts(places, joint, amounts):
    found = places(joint=joint, as_of="2018-12-31")
    assert {code: found[code]["awarded_eur"] for code in amounts} == amounts
    assert sum(row["awarded_eur"] or 0 for row in found.values()) == 181
    assert [found["536"][name] for name in ("grants", "joint_grants", "lead_grants")] == [1, 1, 0]


def test_the_population_is_the_latest_one_counted_by_the_day(places):
    assert places(as_of="2019-06-30")["536"]["inhabitants"] == 1_000
    assert places(as_of="2023-06-30")["536"]["inhabitants"] == 2_000
    assert str(places(as_of="2017-12-31")["536"]["counted_on"]) == "2018-12-31"


def test_the_inhabitants_of_merged_municipalities_are_counted_together(places):
    assert places(as_of="2020-06-30")["541"]["inhabitants"] == 1_000
    assert places(as_of="2020-06-30")["541"]["per_inhabitant_eur"] == Decimal("0.05")


def test_a_population_that_was_not_known_gives_no_figure_per_inhabitant(places):
    found = places(as_of="2020-06-30", known_by="2018-06-30")["541"]
    assert (found["inhabitants"], found["per_inhabitant_eur"]) == (None, None)


@pytest.mark.parametrize(
    ("choice", "inside"),
    [
        ({"region": "07"}, {"098"}),
        ({"theme": "learning"}, {"098"}),
        ({"theme": "e_services"}, {"418", "536"}),
        ({"role": "not_confirmed"}, {"541"}),
    ],
)
def test_what_does_not_fit_the_choice_is_marked_as_outside(places, choice, inside):
    found = places(as_of="2020-06-30", **choice)
    assert {code for code, row in found.items() if not row["is_outside"]} == inside
    assert all(row["awarded_eur"] is None for row in found.values() if row["is_outside"])


def test_without_a_day_the_division_is_that_of_the_last_day_the_programme_tells_of(places):
    assert str(places()["098"]["division_on"]) == "2017-09-29"


def test_the_classes_of_a_measure_come_from_the_lowest(handful):
    rows = [
        {"map_measure_code": measure, "class_number": number, "from_value": low, "to_value": high}
        for measure, number, low, high in (("grants", 2, 2, None), ("grants", 1, 1, 2), ("awarded", 1, 0, None))
    ]
    ask = handful({"map_classes": rows})
    found = ask("classes_by_measure", measure="grants").rows()
    assert [(row["class_number"], row["from_value"], row["to_value"]) for row in found] == [(1, 1, 2), (2, 2, None)]
