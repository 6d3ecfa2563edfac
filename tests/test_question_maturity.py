"""The questions of digital maturity, over a handful of assessments whose levels can be told in the head."""

import random
from datetime import date, timedelta

import pytest

from tests.assessed import one, tables

SIZES = {"a": "medium", "b": "medium", "c": "medium", "d": "small", "e": "small"}


@pytest.fixture
def ask(handful):
    """Publishes assessments of five places and asks: `ask([one("a", 50)])("levels_by_group")`."""
    return lambda given, sizes=SIZES: handful(tables(given, sizes))


def by_place(answer, service: str = "library") -> dict[str, dict]:
    return {row["place_code"]: row for row in answer.rows() if row.get("service_code") in (service, None)}


def test_the_level_follows_from_the_value_and_its_limit_belongs_to_it(ask):
    found = by_place(ask([one("a", 19.99), one("b", 20), one("c", 100)])("levels_by_service_and_place"))
    assert [found[code]["level"] for code in "abc"] == [1, 2, 5]


def test_the_latest_assessment_of_the_day_counts(ask):
    asked = ask([one(code, value, on) for code in "abc" for value, on in ((10, "2018-02-01"), (90, "2018-06-01"))])
    levels = [
        by_place(asked("levels_by_service_and_place", as_of=day))["a"]["level"] for day in ("2018-05-31", "2018-06-01")
    ]
    assert levels == [1, 5]


def test_a_correction_counts_from_the_day_it_became_known(ask):
    given = [one(code, 10) for code in "abc"] + [one("a", 50, known_since="2018-09-01")]
    asked = ask(given)
    before = by_place(asked("levels_by_service_and_place", known_by="2018-08-31"))["a"]["level"]
    assert (before, by_place(asked("levels_by_service_and_place"))["a"]["level"]) == (1, 3)


def test_four_marks_say_why_there_is_no_value(ask):
    given = [one("a", None, assessment_state="not_applicable"), one("b", None, assessment_state="not_stated")]
    given += [one("a", 50, service="permits"), one("b", 50, service="permits")]
    asked = ask(given)
    library = by_place(asked("levels_by_service_and_place"))
    permits = by_place(asked("levels_by_service_and_place"), "permits")
    assert [library[code]["mark_code"] for code in "abc"] == ["not_applicable", "not_stated", "not_assessed"]
    assert [permits[code]["mark_code"] for code in "abc"] == ["hidden", "hidden", "not_assessed"]


def test_a_group_has_coverage_lowest_median_and_highest(ask):
    given = [one("a", 10), one("b", 50), one("c", 90), one("d", None, assessment_state="not_applicable")]
    row = next(row for row in ask(given)("levels_by_group").rows() if row["service_code"] == "library")
    assert (row["assessed"], row["group_places"]) == (3, 4)
    assert [row[f"{name}_level"] for name in ("lowest", "median", "highest")] == [1, 3, 5]


def test_with_one_assessment_in_a_group_no_value_is_shown_and_the_reason_is(ask):
    asked = ask([one("a", 10), one("b", 50), one("c", 90), one("d", 70)])
    row = next(row for row in asked("levels_by_group", size_class="small").rows() if row["service_code"] == "library")
    assert (row["assessed"], row["mark_code"], row["median_level"], row["lowest_pct"]) == (1, "hidden", None, None)
    cell = by_place(asked("levels_by_service_and_place", size_class="small"))["d"]
    assert (cell["level"], cell["value_pct"], cell["mark_code"]) == (None, None, "hidden")
    (history,) = asked("level_history_by_service", size_class="small", place="d").rows()
    assert (history["level"], history["value_pct"], history["mark_code"]) == (None, None, "hidden")


def test_the_value_of_a_sector_is_the_median_of_its_services_that_are_shown(ask):
    given = [one(code, 10) for code in "abc"] + [one(code, 70, service="youth") for code in "abc"]
    given += [one("d", 100, service="permits")]
    rows = {(row["sector_code"], row["place_code"]): row for row in ask(given)("levels_by_sector_and_place").rows()}
    assert (rows["education", "a"]["value_pct"], rows["education", "a"]["level"]) == (40, 3)
    assert (rows["education", "a"]["assessed"], rows["education", "a"]["services"]) == (2, 2)
    assert (rows["environment", "d"]["value_pct"], rows["environment", "d"]["mark_code"]) == (None, "hidden")


def test_another_method_begins_another_run(ask):
    given = [one(code, 10) for code in "abc"]
    given += [one("a", 30, "2018-06-01"), one("a", 50, "2018-10-01", method_code="audited")]
    rows = ask(given)("level_history_by_service", place="a", service="library").rows()
    assert [(row["level"], row["method_run"]) for row in rows] == [(1, 1), (2, 1), (3, 2)]


def test_measures_are_never_mixed(ask):
    given = [one(code, 10) for code in "abc"] + [one(code, 90, measure_code="take_up") for code in "abc"]
    asked = ask(given)
    assert by_place(asked("levels_by_service_and_place"))["a"]["level"] == 1
    assert by_place(asked("levels_by_service_and_place", measure="take_up"))["a"]["level"] == 5


def test_the_levels_tell_what_they_mean(ask):
    rows = ask([])("levels_by_number").rows()
    assert next((row["level"], row["name_fi"], row["action_sv"]) for row in rows) == (1, "L1", "a")


def random_assessments(chance: random.Random) -> list[dict]:
    """Assessments on days of two years, some corrected later, some known long after; no key twice."""
    found = {}
    for _ in range(chance.randint(1, 60)):
        on = date(2018, 1, 1) + timedelta(days=chance.randint(0, 40) * 15)
        known = on + timedelta(days=chance.choice((0, 0, 14, 200)))
        place, service = chance.choice("abcde"), chance.choice(("library", "youth", "permits"))
        row = one(place, chance.randint(0, 100), str(on), service, known_since=str(known))
        found[(place, service, on, known)] = row
    return list(found.values())


def expected(given: list[dict], as_of: str, known_by: str, group) -> dict[tuple, float | None]:
    """(service, place) -> its latest value, told by going through every row; None when fewer than 3 have one."""
    latest: dict[tuple, tuple] = {}
    for row in given:
        if row["place_code"] in group and row["assessed_on"] <= as_of and row["known_since"] <= known_by:
            key, order = (row["service_code"], row["place_code"]), (row["assessed_on"], row["known_since"])
            if key not in latest or latest[key][0] < order:
                latest[key] = order, row["value_pct"]
    counts = {service: sum(key[0] == service for key in latest) for service in ("library", "youth", "permits")}
    return {key: value if counts[key[0]] >= 3 else None for key, (_, value) in latest.items()}


@pytest.mark.parametrize("seed", range(5))
def test_a_group_under_three_never_leaks_a_value_and_every_date_is_exact(ask, seed):
    chance = random.Random(seed)  # noqa: S311
    given = random_assessments(chance)
    asked = ask(given)
    for _ in range(6):
        days = {name: str(date(2018, 1, 1) + timedelta(days=chance.randint(0, 900))) for name in ("as_of", "known_by")}
        for size, group in ((None, "abcde"), ("medium", "abc"), ("small", "de")):
            rows = asked("levels_by_service_and_place", size_class=size, **days).rows()
            found = {
                (row["service_code"], row["place_code"]): row["value_pct"]
                for row in rows
                if row["mark_code"] in (None, "hidden")
            }
            assert found == expected(given, **days, group=group)
            for row in asked("levels_by_group", size_class=size, **days).rows():
                if row["assessed"] < 3:
                    assert all(value is None for name, value in row.items() if name.endswith(("_pct", "_level")))
                    assert row["mark_code"] == "hidden"


def test_a_snapshot_holds_a_constant_number_of_rows_however_long_the_history():
    cells = 15
    for days in (4, 40, 120):
        given = [
            one(place, 50, str(date(2018, 1, 1) + timedelta(days=each)), service)
            for each in range(days)
            for place in "abcde"
            for service in ("library", "youth", "permits")
        ]
        made = tables(given, SIZES)["assessment_snapshots"]
        largest = max(sum(row["snapshot_on"] == day for row in made) for day in {row["snapshot_on"] for row in made})
        assert largest <= 3 * cells


def test_a_place_as_a_whole_is_the_median_of_its_services_that_are_shown(ask):
    given = [one(code, 10) for code in "abc"] + [one(code, 70, service="youth") for code in "abc"]
    given += [one("d", 100, service="permits")]
    rows = ask(given)("levels_by_place").rows()
    assert [(row["place_code"], row["level"], row["assessed"]) for row in rows] == [
        ("a", 3, 2),
        ("b", 3, 2),
        ("c", 3, 2),
    ]
