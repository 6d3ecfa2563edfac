"""What was booked, asked of two years of costs whose printed totals are one euro off."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from tests.handful import grants

YEAR_END = {2017: "2017-12-31", 2018: "2018-12-31"}
FIRST, LAST = date(2017, 12, 31), date(2018, 12, 31)


def cost(cost_type: str, year: int, eur: int) -> dict:
    period = {"period_from": f"{year}-01-01", "period_to": YEAR_END[year]}
    known = {"known_since": "2019-03-31"}
    return {"programme_code": "p", "cost_type": cost_type, "booked_year": year, "booked_eur": eur} | period | known


def total(kind: str, eur: int, **place) -> dict:
    return {"programme_code": "p", "total_kind": kind, "printed_eur": eur, "known_since": "2019-03-31", **place}


def estimate(code: str, eur: int, made: str, **more) -> dict:
    return {"programme_code": "p", "estimate_code": code, "estimated_eur": eur, "made_earliest": made} | {
        "made_latest": made,
        "is_original": code == "original",
        **more,
    }


COSTS = [cost("services", 2017, 40), cost("grants", 2017, 70), cost("services", 2018, 11), cost("grants", 2018, -3)]
TOTALS = [
    total("by_year", 110, booked_year=2017),
    total("by_year", 7, booked_year=2018),
    total("by_type", 50, cost_type="services"),
    total("by_type", 67, cost_type="grants"),
    total("all", 117),
]
RULE = {"light_rule_code": "r", "measure_code": "outcome_against_estimate", "near_pct": 95, "limit_pct": 100}
ESTIMATES = [estimate("original", 120, "2016-08-31"), estimate("continuation", 150, "2017-11-30")]
TABLES = {"costs": COSTS, "cost_totals": TOTALS, "estimates": ESTIMATES, "light_rules": [RULE]}
RETURN = {"event_id": "e", "event_kind": "return", "amount_state": "not_stated", "happened_earliest": "2017-09-29"}
RETURNED = RETURN | {"happened_latest": "2018-11-30", "known_since": "2018-11-30"}
AWARDS = grants({"id": "2017-nokia", "to": ["536"], "eur": 75, "events": [RETURNED]})


@pytest.fixture
def ask(handful):
    return handful(TABLES | AWARDS)


def test_costs_by_type_and_year_keep_their_sign_and_have_no_totals(ask):
    rows = [(row["cost_type"], row["booked_year"], row["booked_eur"]) for row in ask("costs_by_type_and_year").rows()]
    assert rows == [("grants", 2017, 70), ("services", 2017, 40), ("grants", 2018, -3), ("services", 2018, 11)]


def test_costs_count_from_the_last_day_of_their_period(ask):
    assert len(ask("costs_by_type_and_year", as_of=date(2018, 12, 30)).records) == 2
    assert len(ask("costs_by_type_and_year", as_of=LAST).records) == 4


@pytest.mark.parametrize("name", ["costs_by_year", "budget_by_type_and_year", "cost_bridge", "booked_grants_by_year"])
def test_nothing_is_booked_before_it_is_known(ask, name):
    assert ask(name, known_by=date(2019, 3, 30)).records == ()
    assert ask(name, known_by=date(2019, 3, 31)).records != ()


def test_costs_by_year_are_the_printed_totals_with_the_computed_beside_them(ask):
    rows = [tuple(row.values())[:5] for row in ask("costs_by_year").rows()]
    assert rows == [(2017, FIRST, 110, 110, 110), (2018, LAST, 7, 8, 117)]


def test_a_year_that_is_half_over_is_not_its_printed_total(handful):
    half = COSTS[2] | {"period_to": "2018-06-30"}
    ask = handful(TABLES | {"costs": [*COSTS[:2], half, COSTS[3]]})
    rows = [(row["booked_year"], row["booked_eur"]) for row in ask("costs_by_year", as_of=date(2018, 7, 1)).rows()]
    assert rows == [(2017, 110), (2018, 11)]


def test_a_year_without_a_printed_total_is_the_sum_of_its_rows(handful):
    ask = handful({"costs": COSTS})
    assert [row["cumulative_eur"] for row in ask("costs_by_year").rows()] == [110, 118]


def cells(answer) -> dict:
    return {
        (row["line"], row["cost_type"], row["booked_year"]): (row["amount_eur"], row["rounding_eur"])
        for row in answer.rows()
        if row["line"] != "booked"
    }


def test_budget_by_type_and_year_shows_where_the_source_rounded(ask):
    found = cells(ask("budget_by_type_and_year"))
    assert found[("printed_total", None, 2018)] == (7, 1)
    assert found[("computed_total", None, 2018)] == (8, 1)
    assert found[("printed_total", "services", None)] == (50, 1)
    assert found[("printed_total", "grants", None)] == (67, 0)
    assert found[("printed_total", None, None)] == (117, 1)
    assert found[("computed_total", None, None)] == (118, 1)


def test_a_part_of_the_budget_has_no_printed_totals_by_type(ask):
    found = cells(ask("budget_by_type_and_year", as_of=FIRST))
    assert ("printed_total", "services", None) not in found
    assert found[("computed_total", "services", None)] == (40, None)
    assert found[("printed_total", None, None)] == (110, 0)
    assert ("printed_total", None, 2018) not in found


def test_booked_grants_by_year_differ_from_the_awards_and_say_why(ask):
    rows = [tuple(row.values())[:5] for row in ask("booked_grants_by_year").rows()]
    assert rows == [(2017, 75, 70, 5, "not_explained"), (2018, 0, -3, 3, "return_amount_not_stated")]


def test_a_year_whose_books_are_not_in_has_no_difference(handful):
    ask = handful(TABLES | grants({"id": "2018-nokia", "to": ["536"], "eur": 9, "year": 2018}))
    row = ask("booked_grants_by_year", as_of=date(2018, 10, 1)).rows()[-1]
    assert (row["year"], row["awarded_eur"], row["booked_eur"], row["difference_eur"]) == (2018, 9, None, None)
    assert row["explained_code"] == "year_not_booked"


def test_a_refund_without_a_return_in_the_source_is_not_explained(handful):
    ask = handful(TABLES | grants({"id": "2017-nokia", "to": ["536"], "eur": 75}))
    assert [row["explained_code"] for row in ask("booked_grants_by_year").rows()] == ["not_explained"] * 2


def test_the_cost_bridge_leads_from_the_awards_to_the_printed_total(ask):
    steps = [(row["step_code"], row["booked_year"], row["amount_eur"]) for row in ask("cost_bridge").rows()]
    assert steps == [
        ("awarded", None, 75),
        ("not_booked", 2017, -5),
        ("not_booked", 2018, -3),
        ("booked_grants", None, 67),
        ("services", None, 50),
        ("total", None, 117),
    ]


@pytest.mark.parametrize("as_of", [None, FIRST, date(2018, 6, 1), LAST])
def test_every_bar_of_the_bridge_starts_where_the_one_before_it_ends(ask, as_of):
    rows = ask("cost_bridge", as_of=as_of).rows()
    for before, row in pairwise(rows):
        assert (row["ends_eur"] if row["kind"] == "total" else row["starts_eur"]) == before["ends_eur"]
    assert [row["step"] for row in rows] == list(range(1, len(rows) + 1))


def test_only_unexplained_steps_are_called_so(ask):
    rows = ask("cost_bridge").rows()
    steps = [(row["step_code"], row["booked_year"]) for row in rows if not row["is_explained"]]
    assert steps == [("not_booked", 2017), ("not_booked", 2018)]
    assert {row["booked_year"]: row["explained_code"] for row in rows} == {
        None: None,
        2017: "not_explained",
        2018: "return_amount_not_stated",
    }


def test_estimates_against_outcome_light_only_the_original(ask):
    rows = [tuple(row.values()) for row in ask("estimates_against_outcome").rows()]
    pct = Decimal("97.5")
    assert [(code, eur, out, diff, share, light) for code, _, eur, _, _, out, diff, share, light, *_ in rows] == [
        ("original", 120, 117, -3, pct, "near"),
        ("continuation", 150, 117, -33, Decimal("78.0"), None),
    ]


@pytest.mark.parametrize(("estimated", "light"), [(124, "within"), (123, "near"), (117, "near"), (116, "over")])
def test_the_light_changes_above_its_limits(handful, estimated, light):
    ask = handful(TABLES | {"estimates": [estimate("original", estimated, "2016-08-31")]})
    assert ask("estimates_against_outcome").rows()[0]["light_code"] == light


def test_an_estimate_before_any_books_has_no_outcome(ask):
    (row,) = ask("estimates_against_outcome", as_of=date(2016, 9, 1)).rows()
    assert (row["outcome_eur"], row["outcome_pct"], row["light_code"]) == (None, None, None)
