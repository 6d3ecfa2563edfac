"""Maturity over time and in letters: what large heatmaps and those over time are drawn from."""

import random
from datetime import date, timedelta

import pytest

from components.heatmap_large import LETTERS
from tests.assessed import one, tables
from tests.test_question_maturity import SIZES, random_assessments


@pytest.fixture
def ask(handful):
    """Publishes assessments of five places and asks: `ask([one("a", 50)])("levels_by_quarter")`."""
    return lambda given, sizes=SIZES: handful(tables(given, sizes))


def told(answer, place: str = "a") -> list[tuple]:
    """(quarter, value) of the library of one place."""
    rows = [row for row in answer.rows() if (row["place_code"], row["service_code"]) == (place, "library")]
    return [(str(row["quarter_on"]), row["value_pct"]) for row in rows]


def test_a_quarter_tells_its_last_assessment(ask):
    given = [one(code, value, on) for code in "abc" for value, on in ((10, "2018-01-05"), (30, "2018-03-31"))]
    assert told(ask([*given, one("a", 90, "2018-04-01")])("levels_by_quarter")) == [
        ("2018-03-31", 30),
        ("2018-06-30", 90),
    ]


def test_on_a_day_within_a_quarter_the_latest_by_then_counts(ask):
    asked = ask([one(code, value, on) for code in "abc" for value, on in ((10, "2018-02-01"), (30, "2018-03-01"))])
    days = ("2018-01-31", "2018-02-28", "2018-03-01", "2018-03-31", "2018-07-01")
    found = [told(asked("levels_by_quarter", as_of=day)) for day in days]
    assert found == [[], [("2018-03-31", 10)], *[[("2018-03-31", 30)]] * 3]


def test_what_became_known_after_its_quarter_counts_only_from_then_on(ask):
    asked = ask([one(code, 10) for code in "abc"] + [one("a", 50, "2018-03-01", known_since="2018-05-01")])
    found = [told(asked("levels_by_quarter", known_by=day)) for day in ("2018-04-30", "2018-05-01")]
    assert found == [[("2018-03-31", 10)], [("2018-03-31", 50)]]


def test_no_more_than_twelve_quarters_and_what_was_in_force_before_them(ask):
    years = [f"{year}-{month}-15" for year in range(2014, 2019) for month in ("02", "05", "08", "11")]
    given = [one(code, place, on) for code in "abc" for place, on in enumerate(years)]
    found = told(ask(given)("levels_by_quarter"))
    assert (len(found), found[0], found[-1]) == (12, ("2016-03-31", 8), ("2018-12-31", 19))


def test_under_three_of_a_group_leak_no_value_of_any_quarter(ask):
    asked = ask([one(code, 50, on) for code in "abcd" for on in ("2018-02-01", "2018-05-01")])
    rows = asked("levels_by_quarter", size_class="small").rows()
    assert [(row["value_pct"], row["level"], row["mark_code"]) for row in rows] == [(None, None, "hidden")] * 2


def plainly(given: list[dict], as_of: str, known_by: str) -> dict[tuple, float]:
    """(place, service, quarter) -> value of its last assessment by both days, told by going through every row."""
    found: dict[tuple, tuple] = {}
    for row in given:
        if row["assessed_on"] <= as_of and row["known_since"] <= known_by:
            on = date.fromisoformat(row["assessed_on"])
            key = row["place_code"], row["service_code"], (on.year, (on.month - 1) // 3)
            order = row["assessed_on"], row["known_since"]
            if key not in found or found[key][0] < order:
                found[key] = order, row["value_pct"]
    return {key: value for key, (_, value) in found.items()}


@pytest.mark.parametrize("seed", range(4))
def test_every_quarter_is_exact_on_every_day_and_as_known_then(ask, seed):
    chance = random.Random(seed)  # noqa: S311
    given = random_assessments(chance) + [
        one(code, 50, "2017-12-01", service) for code in "abc" for service in ("library", "youth", "permits")
    ]
    asked = ask(given)
    for _ in range(8):
        days = {name: str(date(2018, 1, 1) + timedelta(days=chance.randint(0, 900))) for name in ("as_of", "known_by")}
        rows = asked("levels_by_quarter", **days).rows()
        found = {
            (row["place_code"], row["service_code"], (row["quarter_on"].year, (row["quarter_on"].month - 1) // 3)): row[
                "value_pct"
            ]
            for row in rows
        }
        assert found == plainly(given, **days)


def test_the_letters_of_a_service_say_the_same_as_its_cells(ask):
    given = [one("a", 10), one("b", 50), one("c", 90), one("d", None, assessment_state="not_applicable")]
    given += [one("a", 10, service="youth"), one("b", None, service="youth", assessment_state="not_stated")]
    asked = ask(given)
    letters = {row["service_code"]: row["letters"] for row in asked("level_letters_by_service").rows()}
    assert letters == {"library": "135an", "youth": "hsnnn", "permits": "nnnnn"}
    for row in asked("levels_by_service_and_place").rows():
        expected = str(row["level"]) if row["level"] else LETTERS[row["mark_code"]]
        assert letters[row["service_code"]]["abcde".index(row["place_code"])] == expected
