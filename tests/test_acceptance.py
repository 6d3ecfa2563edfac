"""The numbers of the final report come out of the real release, to the cent, through the door that pages use."""

import os
import subprocess
import sys
from decimal import Decimal

import pytest

import queries
from tests.golden import END_2017, END_2018, ask, by, figures

DIVIDED = ("grants_by_municipality", "grants_by_region")
SUMMED = ("grants_by_round", "grants_by_theme", "grants_by_amount_band", "grant_amounts_by_programme", *DIVIDED)

pytestmark = pytest.mark.usefixtures("release_dir")


def test_grants_of_both_rounds():
    answer = ask("grants_by_round")
    assert by(answer, "round_code", "awarded_eur") == {"2017": 204_960, "2018": 242_740}
    assert by(answer, "round_code", "grants") == {"2017": 9, "2018": 12}
    assert by(answer, "round_code", "awarded_grants") == {"2017": 9, "2018": 12}
    assert by(answer, "round_code", "applications") == {"2017": 14, "2018": 57}
    assert by(answer, "round_code", "applied_eur") == {"2017": None, "2018": 1_412_000}
    assert by(answer, "round_code", "applied_qualifier")["2018"] == "about"
    assert by(answer, "round_code", "appropriation_eur") == {"2017": None, "2018": 250_000}


@pytest.mark.parametrize("name", SUMMED)
def test_every_question_of_grants_adds_up_to_the_same(name):
    assert ask(name).total("awarded_eur") == 447_700
    assert ask(name).total("grants") == 21
    assert ask(name, as_of=END_2017).total("awarded_eur") == 204_960
    assert ask(name, programme=None).total("awarded_eur") == 447_700
    assert ask("awards_by_grant").total("amount_eur") == 447_700


@pytest.mark.parametrize("name", DIVIDED)
@pytest.mark.parametrize("joint", [None, "lead", "equal", "undivided"])
def test_a_joint_grant_is_counted_once_in_every_mode(name, joint):
    assert ask(name, joint=joint).total("awarded_eur") == 447_700


def test_naive_full_counting_appears_nowhere():
    naive = sum(row["amount_eur"] * row["recipients"] for row in ask("awards_by_grant").rows())
    assert naive == 574_800, "the trap is there"
    for name in queries.names():
        for joint in ("lead", "equal", "undivided"):
            answer = ask(name, **{"joint": joint} if "joint" in queries.question(name).params else {})
            cells = [cell for record in answer.records for cell in record if isinstance(cell, Decimal | int)]
            sums = [answer.total(column.name) for column in answer.columns if column.unit == "EUR"]
            assert 574_800 not in [*cells, *sums], name


def test_no_grant_of_2018_is_there_at_the_end_of_2017():
    assert {row["round_code"] for row in ask("awards_by_grant", as_of=END_2017).rows()} == {"2017"}


def test_the_amounts_of_grants():
    (row,) = ask("grant_amounts_by_programme").rows()
    assert (row["smallest_eur"], row["median_eur"], row["largest_eur"]) == (5_000, 21_000, 48_000)
    assert row["applications"] == 71


def test_the_recipients_are_25_municipalities():
    codes = {
        row["recipient_code"] for row in ask("recipients_by_grant").rows() if row["recipient_kind"] != "city_region"
    }
    assert len(codes) == 25 == ask("grants_by_region").total("municipalities")
    assert len(ask("grants_by_municipality", joint="equal").records) == 25


def test_nokia_takes_part_in_three_joint_grants_whose_shares_are_not_stated():
    rows = ask("awards_by_grant", municipality="536").rows()
    assert {row["amount_eur"] for row in rows} == {29_050, 7_000, 20_000}
    assert all(row["is_joint"] for row in rows)
    shares = [row for row in ask("recipients_by_grant", municipality="536").rows() if row["recipient_code"] == "536"]
    assert {row["share_state"] for row in shares} == {"not_stated"}


def test_kangasniemi_returned_an_amount_that_is_not_stated():
    (row,) = [row for row in ask("awards_by_grant").rows() if row["return_state"]]
    assert (row["grant_id"], row["return_state"], row["returned_eur"]) == ("2018-kangasniemi", "not_stated", None)


def test_the_counts_of_the_report():
    assert (
        figures()
        | {
            "municipalities_registered": 67,
            "regions_registered": 2,
            "city_regions_registered": 1,
            "municipalities_named": 26,
            "self_assessed": 23,
            "support_municipalities": 14,
            "support_needs": 30,
            "support_themes": 4,
            "meetings": 13,
            "events": 21,
            "recipients_municipalities": 25,
            "awarded": 447_700,
            "booked_grants": 399_993,
            "awarded_minus_booked": 47_707,
            "total_cost": 833_318,
        }
        == figures()
    )
    assert "municipalities_registered" not in figures(as_of=END_2018)


def test_participants_named_and_registered():
    rows = {row["participant_kind"]: (row["registered"], row["named"]) for row in ask("participants_by_kind").rows()}
    assert rows == {"municipality": (67, 26), "region": (2, 1), "city_region": (1, 1)}


def test_savings_are_two_pairs_of_ranges():
    million = 1_000_000
    ranges = {(row["low_eur"] / million, row["high_eur"] / million) for row in ask("savings_by_means").rows()}
    assert ranges == {(81, 230), (1_220, 1_780), (7, 23), (440, 680)}


def test_successors_have_ceilings_only():
    answer = queries.run("grants_by_round", programme="kannustin")
    assert answer.total("awarded_eur") == 0
    assert all(row["awarded_eur"] is None for row in answer.rows())
    assert by(answer, "round_code", "at_most_eur")["2020"] == 1_295_500


def test_every_check_passes_or_is_explained():
    rows = ask("reconciliation").rows()
    assert len(rows) >= 80
    assert [row for row in rows if not (row["passed"] or row["is_explained"])] == []


def test_nothing_of_this_is_example_data():
    asked = ("grants_by_round", "grants_by_municipality", "costs_by_type_and_year", "cost_bridge")
    asked += ("estimates_against_outcome", "key_figures_by_measure", "savings_by_means", "participants_by_kind")
    assert not any(ask(name).is_example for name in asked)


GOLDEN = """
import queries
for name in queries.names():
    for params in ({}, {"as_of": "2017-12-31"}, {"known_by": "2018-12-31"}):
        known = {key: value for key, value in params.items() if key in queries.question(name).params}
        print(name, params, queries.run(name, **known).records)
"""


def test_the_numbers_are_the_same_in_every_time_zone(release_dir):
    def printed(zone: str) -> str:
        environment = os.environ | {"TZ": zone, "DATA_DIR": str(release_dir)}
        command = [sys.executable, "-c", GOLDEN]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    helsinki = printed("Europe/Helsinki")
    assert "833318" in helsinki
    for zone in ("America/New_York", "Nonsense/Zone"):  # a zone that is not known is UTC
        assert printed(zone) == helsinki
