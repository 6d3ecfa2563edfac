"""What kind of place a municipality is on a day, which are like it, and which programmes reached it."""

from datetime import date

import pytest

from tests.handful import grants, named

SIZES = [
    {"size_class_code": "small", "min_inhabitants": 0, "max_inhabitants": 9999},
    {"size_class_code": "medium", "min_inhabitants": 10_000, "max_inhabitants": 49_999},
]


def place(code: str, name: str, **more) -> dict:
    told = {"languages_code": "fi", "valid_from": "2016-01-01", "class_code": "urban", "class_2018_code": "rural"}
    return {"municipality_code": code, **named(fi=name)} | told | more


def people(code: str, inhabitants: int, on: str = "2018-12-31") -> dict:
    counted = {"counted_on": on, "inhabitants": inhabitants, "is_estimate": False, "known_since": on}
    return {"municipality_code": code, **counted}


MERGED = {"valid_to": "2016-12-31", "merged_into_code": "101", "merged_on": "2017-01-01"}
HOMES = [
    ("101", "06", "2016-01-01", "2020-12-31"),
    ("101", "07", "2021-01-01", None),
    ("102", "06", "2016-01-01", None),
]
TABLES = {
    "regions": [{"region_code": "06", **named(fi="Pirkanmaa")}, {"region_code": "07", **named(fi="Päijät-Häme")}],
    "municipalities": [place("101", "Aava"), place("102", "Vanha", **MERGED)],
    "municipality_regions": [
        {"municipality_code": code, "region_code": region, "valid_from": start, "valid_to": end}
        for code, region, start, end in HOMES
    ],
    "municipality_populations": [people("101", 9_000), people("101", 11_000, "2022-12-31")],
    "size_classes": SIZES,
}


def test_municipalities_by_code_follow_the_day(handful):
    ask = handful(TABLES)

    def told(day: date | None) -> tuple:
        row = ask("municipalities_by_code", municipality="101", as_of=day).rows()[0]
        return tuple(
            row[name] for name in ("region_code", "inhabitants", "counted_on", "size_class_code", "class_code")
        )

    assert told(date(2017, 1, 1)) == ("06", 9_000, date(2018, 12, 31), "small", "rural")
    assert told(date(2018, 12, 31)) == ("06", 9_000, date(2018, 12, 31), "small", "rural")
    assert told(date(2024, 12, 31)) == ("07", 11_000, date(2022, 12, 31), "medium", "rural")
    assert told(None) == ("07", 11_000, date(2022, 12, 31), "medium", "urban")


def test_without_a_day_the_population_is_that_of_the_programmes_last_day(handful):
    ends = {"programme_code": "trial", "happened_on": date(2019, 3, 31)}
    ask = handful(TABLES | {"milestones": [ends]})
    found = [ask("municipalities_by_code", municipality="101", programme=code).rows()[0] for code in ("trial", "other")]
    assert [row["counted_on"] for row in found] == [date(2018, 12, 31), date(2022, 12, 31)]
    assert [row["region_code"] for row in found] == ["07", "07"]


def test_a_population_counts_when_it_is_known(handful):
    row = handful(TABLES)("municipalities_by_code", municipality="101", known_by=date(2019, 1, 1)).rows()[0]
    assert row["inhabitants"] == 9_000


def test_a_merged_municipality_names_its_successor_and_the_day(handful):
    row = handful(TABLES)("municipalities_by_code", municipality="102").rows()[0]
    assert (row["merged_into_code"], row["merged_into_fi"], row["merged_on"]) == ("101", "Aava", date(2017, 1, 1))
    assert (row["region_code"], row["inhabitants"], row["source_ids"]) == ("06", None, "report")


def test_a_region_narrows_the_list_of_municipalities(handful):
    ask = handful(TABLES)
    assert [row["municipality_code"] for row in ask("municipalities_by_code", region="07").rows()] == ["101"]
    assert [row["municipality_code"] for row in ask("municipalities_by_code").rows()] == ["101", "102"]


@pytest.fixture
def alike(handful):
    """Own is 200 with 1 000 inhabitants; 201–209 have 10 more each; 210 is of another type, 211 of another size."""
    own = [place("200", "Oma"), *(place(f"20{n}", f"K{n}") for n in range(1, 10))]
    other = [place("210", "Toinen", class_code="rural"), place("211", "Iso")]
    counts = [people("200", 1_000), *(people(f"20{n}", 1_000 + 10 * n) for n in range(1, 10))]
    part = {"programme_code": "p", "participant_kind": "municipality", "participant_code": "209"}
    homes = [
        {"municipality_code": code, "region_code": "06", "valid_from": "2016-01-01"} for code in ("200", "201")
    ] + [{"municipality_code": "202", "region_code": "07", "valid_from": "2016-01-01"}]
    given = grants({"id": "2017-a", "to": ["208"], "eur": 5}) | {
        "municipalities": own + other,
        "municipality_populations": [*counts, people("210", 1_000), people("211", 20_000)],
        "municipality_regions": homes,
        "size_classes": SIZES,
        "participants": [part],
    }
    return handful(given)


def test_similar_municipalities_by_code_are_the_nearest_six_and_three_that_are_named(alike):
    rows = alike("similar_municipalities_by_code", municipality="200").rows()
    assert [row["municipality_code"] for row in rows] == ["201", "202", "203", "204", "205", "206", "208", "209"]
    assert [row["municipality_code"] for row in rows if row["is_nearest"]] == [f"20{n}" for n in range(1, 7)]
    assert [(row["municipality_code"], row["grants"], row["is_participant"]) for row in rows[-2:]] == [
        ("208", 1, False),
        ("209", 0, True),
    ]


def test_the_same_region_is_marked_and_an_unknown_one_is_not(alike):
    rows = alike("similar_municipalities_by_code", municipality="200").rows()
    assert [row["is_same_region"] for row in rows[:3]] == [True, False, False]


def test_without_a_known_population_nothing_is_similar(alike):
    assert alike("similar_municipalities_by_code", municipality="200", known_by=date(2018, 1, 1)).rows() == []
    assert alike("similar_municipalities_by_code").rows() == []


def test_programmes_by_municipality_tell_taking_part_and_grants(handful):
    given = grants(
        {"id": "2017-a", "to": ["536", "418"], "eur": 5}, {"id": "2018-b", "to": ["536"], "eur": 7, "year": 2018}
    )
    part = {"programme_code": "p", "participant_kind": "municipality", "participant_code": "536"}
    programme = {"programme_code": "p", **named(fi="Ohjelma"), "starts_earliest": "2016-08-25"}
    ask = handful(given | {"programmes": [programme], "participants": [part | {"known_since": "2018-12-31"}]})

    def told(code: str, **params) -> list[tuple]:
        rows = ask("programmes_by_municipality", municipality=code, **params).rows()
        return [(row["is_participant"], row["grants"], row["first_year"], row["last_year"]) for row in rows]

    assert told("536") == [(True, 2, 2017, 2018)]
    assert told("418") == [(False, 1, 2017, 2017)]
    assert told("098") == []
    assert told("536", as_of=date(2017, 12, 31)) == [(False, 1, 2017, 2017)]


def test_terms_by_code_give_every_definition(handful):
    term = {"term_code": "return", **named(fi="Palautus"), **named("definition", fi="Annettu takaisin")}
    rows = handful({"terms": [term]})("terms_by_code").rows()
    assert [(row["term_code"], row["name_fi"], row["definition_sv"]) for row in rows] == [
        ("return", "Palautus", "Annettu takaisin")
    ]
