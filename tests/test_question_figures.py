"""Key figures, counts, milestones, savings and places, asked of rows that can be counted on the fingers."""

from datetime import date

import pytest

from tests.handful import PLACES, grants, named


def count(measure: str, value: int, day: str, **more) -> dict:
    counted = {"counted_earliest": day, "counted_latest": day, "qualifier_code": "exact"}
    return {"programme_code": "p", "measure_code": measure, "value": value} | counted | more


def participant(kind: str, code: str, **more) -> dict:
    return {"programme_code": "p", "participant_kind": kind, "participant_code": code, **more}


COUNTS = [
    count("municipalities_registered", 5, "2017-08-31"),
    count("municipalities_registered", 7, "2019-03-31", known_since="2019-03-31"),
    count("experimenters", 6, "2018-12-31", qualifier_code="over"),
]
PARTICIPANTS = [
    participant("municipality", "536", joined_latest="2016-12-31"),
    participant("municipality", "418", known_since="2018-01-01"),
    participant("city_region", "tampere"),
]
COST = {"programme_code": "p", "cost_type": "grants", "booked_year": 2017, "booked_eur": 8, "period_to": "2017-12-31"}


@pytest.fixture
def ask(handful):
    given = grants({"id": "2017-nokia", "to": ["536", "418"], "eur": 10})
    return handful(given | {"counts": COUNTS, "participants": PARTICIPANTS, "costs": [COST]})


def figures(answer) -> dict:
    return {row["measure_code"]: int(row["value"]) for row in answer.rows()}


def test_key_figures_by_measure_put_money_and_counts_side_by_side(ask):
    assert figures(ask("key_figures_by_measure", programme="p")) == {
        "applications_received": 28,
        "awarded": 10,
        "awarded_minus_booked": 2,
        "booked_grants": 8,
        "experimenters": 6,
        "grants_awarded": 1,
        "municipalities_named": 2,
        "municipalities_registered": 7,
        "recipients_municipalities": 2,
        "total_cost": 8,
    }


def test_a_figure_is_absent_before_anybody_had_counted_it(ask):
    found = figures(ask("key_figures_by_measure", as_of=date(2017, 8, 30)))
    assert found == {"municipalities_named": 1}
    assert figures(ask("key_figures_by_measure", as_of=date(2017, 8, 31)))["municipalities_registered"] == 5


def test_a_later_count_takes_the_place_of_an_earlier_one_when_it_is_known(ask):
    assert figures(ask("key_figures_by_measure", known_by=date(2019, 3, 30)))["municipalities_registered"] == 5


def test_a_figure_says_its_unit_its_precision_and_its_date(ask):
    rows = {row["measure_code"]: row for row in ask("key_figures_by_measure").rows()}
    assert (rows["experimenters"]["qualifier_code"], rows["experimenters"]["unit"]) == ("over", "count")
    assert (rows["total_cost"]["unit"], rows["total_cost"]["counted_latest"]) == ("EUR", date(2017, 12, 31))


def test_counts_of_two_programmes_are_never_added(handful):
    ask = handful({"counts": [COUNTS[0], COUNTS[0] | {"programme_code": "q"}]})
    assert figures(ask("key_figures_by_measure")) == {}
    assert figures(ask("key_figures_by_measure", programme="q")) == {"municipalities_registered": 5}


def test_participants_by_kind_tell_the_registered_from_the_named(ask):
    rows = [tuple(row.values())[:3] for row in ask("participants_by_kind", programme="p").rows()]
    assert rows == [("city_region", None, 1), ("municipality", 7, 2)]
    earlier = [tuple(row.values())[:3] for row in ask("participants_by_kind", known_by=date(2017, 12, 31)).rows()]
    assert earlier == [("city_region", None, 1), ("municipality", 5, 1)]
    then = [tuple(row.values())[:3] for row in ask("participants_by_kind", as_of=date(2016, 12, 31)).rows()]
    assert then == [("city_region", None, 1), ("municipality", None, 1)]


def test_municipalities_by_name_count_every_grant_they_take_part_in(ask):
    rows = [(row["name_fi"], row["grants"]) for row in ask("municipalities_by_name").rows()]
    assert rows == [("Hollola", 0), ("Lempäälä", 1), ("Nokia", 1)]


def test_municipalities_by_name_count_the_grants_of_one_programme(ask):
    rows = [row["grants"] for row in ask("municipalities_by_name", programme="none").rows()]
    assert rows == [0, 0, 0]


def test_programmes_by_code_are_those_that_gave_grants(handful):
    programmes = [{"programme_code": code, **named(fi=code)} for code in ("a", "b", "c")]
    grants = [{"grant_id": str(at), "programme_code": code} for at, code in enumerate(("a", "c", "c"))]
    rows = handful({"programmes": programmes, "grants": grants})("programmes_by_code").rows()
    assert [(row["programme_code"], row["name_fi"], row["grants"]) for row in rows] == [("a", "a", 1), ("c", "c", 2)]


def test_a_merged_municipality_is_still_found(handful):
    merged = PLACES["municipalities"][0] | {"valid_to": "2020-12-31", "merged_into_code": "536"}
    (row,) = handful({"municipalities": [merged]})("municipalities_by_name").rows()
    assert (row["valid_to"], row["merged_into_code"]) == (date(2020, 12, 31), "536")


def test_milestones_by_date_are_in_order_and_know_the_programme(handful):
    days = (("end", "p", "2019-03-31"), ("start", "p", "2016-08-25"), ("other", "q", "2017-01-01"))
    ask = handful(
        {
            "milestones": [
                {"milestone_code": code, "programme_code": programme, "happened_on": day, **named(fi=code)}
                for code, programme, day in days
            ]
        }
    )
    assert [row["milestone_code"] for row in ask("milestones_by_date", programme="p").rows()] == ["start", "end"]
    assert len(ask("milestones_by_date", as_of=date(2017, 1, 1)).records) == 2


def test_savings_by_means_stay_ranges_with_their_basis(handful):
    row = {"savings_code": "s", "edition_code": "final_report", "means_code": "fast", "low_eur": 81, "high_eur": 230}
    ask = handful({"savings_estimates": [row | {"published_latest": "2019-03-31", **named("basis", fi="haastattelu")}]})
    (found,) = ask("savings_by_means").rows()
    assert (found["low_eur"], found["high_eur"], found["basis_sv"]) == (81, 230, "haastattelu")
    assert ask("savings_by_means", as_of=date(2019, 3, 30)).records == ()


def test_reconciliation_shows_what_differs_and_whether_it_is_explained(handful):
    rule = {"rule": "rows", **named("rule", fi="Rivit"), "unit": "EUR", "expected": 833318, "computed": 833319}
    more = {"difference": 1, "passed": False, "is_explained": True, **named("explanation", fi="Pyöristys")}
    (found,) = handful({"reconciliation": [rule | more]})("reconciliation").rows()
    assert (found["difference"], found["passed"], found["is_explained"]) == (1, False, True)
    assert found["source_ids"] == "report"


def test_programmes_by_code_are_those_that_gave_a_grant(handful):
    programmes = [
        {"programme_code": code, **named(fi=code), "owner_kind": "ministry", **named("summary", fi=code)}
        for code in ("p", "q")
    ]
    ask = handful(grants({"id": "2017-nokia", "to": ["536"], "eur": 1}) | {"programmes": programmes})
    assert [(row["programme_code"], row["grants"]) for row in ask("programmes_by_code").rows()] == [("p", 1)]
