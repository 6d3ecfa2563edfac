"""What was booked comes out of the real release as the final report prints it, roundings and all."""

from decimal import Decimal

import pytest

from tests.golden import END_2017, END_2018, ask, by, figures

pytestmark = pytest.mark.usefixtures("release_dir")


def test_the_printed_totals_and_the_roundings():
    rows = {(row["line"], row["cost_type"], row["booked_year"]): row for row in ask("budget_by_type_and_year").rows()}
    printed = {key[1:]: row["amount_eur"] for key, row in rows.items() if key[0] == "printed_total"}
    assert printed == {
        (None, 2016): 47_547,
        (None, 2017): 359_190,
        (None, 2018): 349_391,
        (None, 2019): 77_190,
        ("services", None): 303_203,
        ("grants", None): 399_993,
        ("personnel", None): 125_006,
        ("other", None): 5_116,
        (None, None): 833_318,
    }
    rounded = {key[1:] for key, row in rows.items() if row["rounding_eur"]}
    assert rounded == {(None, 2019), ("other", None), (None, None)}
    assert rows["computed_total", None, None]["amount_eur"] == 833_319


def test_costs_accumulate():
    assert by(ask("costs_by_year"), "booked_year", "cumulative_eur") == {
        2016: 47_547,
        2017: 406_737,
        2018: 756_128,
        2019: 833_318,
    }
    assert figures(as_of=END_2017)["total_cost"] == 406_737
    assert figures(as_of=END_2018)["total_cost"] == 756_128


def test_costs_were_published_only_in_2019():
    for name in ("costs_by_type_and_year", "costs_by_year", "budget_by_type_and_year", "cost_bridge"):
        assert ask(name, known_by=END_2018).records == ()
    assert ask("estimates_against_outcome", known_by=END_2018).records == ()
    assert "total_cost" not in figures(known_by=END_2018)
    assert figures(known_by=END_2018)["awarded"] == 447_700


def test_booked_grants_are_not_the_awards():
    rows = [tuple(row.values())[:5] for row in ask("booked_grants_by_year").rows()]
    assert rows == [
        (2017, 204_960, 185_874, 19_086, "not_explained"),
        (2018, 242_740, 215_466, 27_274, "not_explained"),
        (2019, 0, -1_347, 1_347, "return_amount_not_stated"),
    ]


def test_the_bridge_from_awards_to_total_cost():
    steps = [(row["step_code"], row["amount_eur"]) for row in ask("cost_bridge").rows()]
    assert steps == [
        ("awarded", 447_700),
        ("not_booked", -19_086),
        ("not_booked", -27_274),
        ("not_booked", -1_347),
        ("booked_grants", 399_993),
        ("services", 303_203),
        ("personnel", 125_006),
        ("other", 5_116),
        ("total", 833_318),
    ]


@pytest.mark.parametrize(("as_of", "end"), [(None, 833_318), (END_2017, 406_737), (END_2018, 756_128)])
def test_the_bridge_closes(as_of, end):
    rows = ask("cost_bridge", as_of=as_of).rows()
    moves = [row["amount_eur"] for row in rows if row["kind"] != "total"]
    assert rows[0]["amount_eur"] + sum(moves) == rows[-1]["amount_eur"] == rows[-2]["ends_eur"] == end


def test_the_outcome_against_the_estimates():
    rows = {row["estimated_eur"]: row for row in ask("estimates_against_outcome").rows()}
    assert {eur: row["outcome_pct"] for eur, row in rows.items()} == {
        1_054_000: Decimal("79.1"),
        1_063_900: Decimal("78.3"),
    }
    assert (rows[1_054_000]["light_code"], rows[1_063_900]["light_code"]) == ("within", None)
