"""What was awarded, asked of a few grants whose sums can be done in the head."""

from datetime import date
from decimal import Decimal

import pytest

from tests.handful import grants

NOKIA = {"id": "2017-nokia", "to": ["536", "418"], "eur": 300, "theme": "learning"}
HOLLOLA = {"id": "2018-hollola", "to": ["098"], "eur": 20_000, "year": 2018, "theme": "participation"}
AT_MOST = {"id": "2018-nokia", "to": ["536"], "eur": 900, "year": 2018, "state": "at_most", "partners": "not_named"}
RETURN = {
    "event_id": "2018-hollola-return",
    "event_kind": "return",
    "amount_state": "not_stated",
    "happened_earliest": "2018-12-01",
    "happened_latest": "2019-03-31",
    "known_since": "2019-03-31",
}


@pytest.fixture
def ask(handful):
    return handful(grants(NOKIA, HOLLOLA | {"events": [RETURN], "status": "partly_returned"}, AT_MOST))


def by(answer, key: str, *columns: str) -> dict:
    return {row[key]: tuple(row[column] for column in columns) for row in answer.rows()}


def test_grants_by_round_keeps_ceilings_apart_from_exact_amounts(ask):
    rounds = by(ask("grants_by_round"), "round_code", "grants", "awarded_eur", "at_most_eur", "applications")
    assert rounds == {"2017": (1, 300, None, 14), "2018": (2, 20_000, 900, 14)}


def test_a_round_without_a_matching_grant_is_left_out_when_a_theme_is_chosen(ask):
    assert list(by(ask("grants_by_round", theme="learning"), "round_code")) == ["2017"]


def test_a_round_whose_grants_are_not_listed_is_shown_with_no_euros(handful):
    ask = handful(grants())
    assert by(ask("grants_by_round"), "round_code", "grants", "awarded_eur")["2017"] == (0, None)


def test_what_was_decided_later_is_not_there_yet(ask):
    assert by(ask("grants_by_round", as_of=date(2018, 9, 28)), "round_code", "awarded_eur") == {"2017": (300,)}


def test_what_became_known_later_is_not_there_yet(ask):
    assert by(ask("grants_by_theme", known_by=date(2017, 12, 31)), "theme_code", "awarded_eur") == {"learning": (300,)}


def test_grants_by_theme_has_a_row_for_theme_not_stated(ask):
    themes = by(ask("grants_by_theme"), "theme_code", "grants", "awarded_eur", "at_most_eur")
    assert themes == {"learning": (1, 300, None), "participation": (1, 20_000, None), None: (1, None, 900)}


def test_a_theme_not_stated_does_not_slip_through_the_choice_of_another(ask):
    assert ask("grants_by_theme", theme="learning").frame["grants"].sum() == 1
    assert ask("grants_by_theme", theme="not_stated").frame["at_most_eur"].sum() == 900


def test_grants_by_amount_band_lists_empty_sizes_too(ask):
    bands = by(ask("grants_by_amount_band"), "band_code", "grants", "awarded_eur", "band_from_eur", "band_to_eur")
    assert bands == {
        "under_10000": (1, 300, 0, 10_000),
        "10000_19999": (0, 0, 10_000, 20_000),
        "20000_29999": (1, 20_000, 20_000, 30_000),
        "30000_39999": (0, 0, 30_000, 40_000),
        "40000_and_over": (0, 0, 40_000, None),
    }


def test_grants_by_amount_band_is_empty_when_only_ceilings_are_known(ask):
    assert ask("grants_by_amount_band", theme="not_stated").records == ()


def test_grant_amounts_by_programme_takes_the_median_of_exact_amounts(ask):
    (row,) = ask("grant_amounts_by_programme").rows()
    assert (row["smallest_eur"], row["median_eur"], row["largest_eur"]) == (300, Decimal("10150.00"), 20_000)
    assert (row["grants"], row["awarded_eur"], row["applications"]) == (3, 20_300, 28)


def test_awards_by_grant_names_the_lead_and_the_partners(ask):
    (row,) = ask("awards_by_grant", grant="2017-nokia").rows()
    assert (row["lead_fi"], row["partners_fi"], row["municipality_codes"]) == ("Nokia", "Lempäälä", "418 536")
    assert (row["amount_eur"], row["amount_state"], row["band_code"]) == (300, "exact", "under_10000")
    assert (row["recipients"], row["region_fi"], row["round_year"]) == (2, "Pirkanmaa", 2017)


def test_a_ceiling_has_no_size_and_says_what_it_is(ask):
    (row,) = ask("awards_by_grant", grant="2018-nokia").rows()
    assert (row["amount_eur"], row["amount_state"], row["band_code"]) == (900, "at_most", None)


def test_a_return_counts_from_its_latest_date_and_brings_its_status(ask):
    def state(**when):
        (row,) = ask("awards_by_grant", grant="2018-hollola", **when).rows()
        return row["return_state"], row["returned_eur"], row["status_code"]

    assert state() == ("not_stated", None, "partly_returned")
    assert state(as_of=date(2019, 3, 30)) == (None, None, "not_stated")
    assert state(known_by=date(2018, 12, 31)) == (None, None, "not_stated")


def test_a_stated_return_is_a_positive_amount(handful):
    ask = handful(grants(HOLLOLA | {"events": [RETURN | {"amount_eur": -50, "amount_state": "exact"}]}))
    (row,) = ask("awards_by_grant").rows()
    assert (row["return_state"], row["returned_eur"], row["amount_eur"]) == ("stated", 50, 20_000)


def test_events_by_grant_are_signed_and_in_order(ask):
    events = [(row["event_kind"], row["amount_eur"]) for row in ask("events_by_grant", grant="2018-hollola").rows()]
    assert events == [("award", 20_000), ("return", None)]


def test_choices_by_facet_are_what_has_grants_behind_it(ask):
    found = [(row["facet"], row["code"], row["grants"]) for row in ask("choices_by_facet", programme="p").rows()]
    assert [each for each in found if each[0] in ("theme", "round", "status")] == [
        ("round", "2017", 1),
        ("round", "2018", 2),
        ("status", "not_stated", 2),
        ("status", "partly_returned", 1),
        ("theme", "learning", 1),
        ("theme", "participation", 1),
    ]
    assert ("municipality", "536", 2) in found
    assert ("region", "06", 2) in found
    assert ("band", "under_10000", 1) in found


@pytest.mark.parametrize("facet", ["round", "theme", "region", "municipality", "status", "band"])
def test_every_choice_finds_as_many_grants_as_it_says(ask, facet):
    offered = [row for row in ask("choices_by_facet").rows() if row["facet"] == facet]
    assert offered
    for row in offered:
        assert len(ask("awards_by_grant", **{facet: row["code"]}).records) == row["grants"]
