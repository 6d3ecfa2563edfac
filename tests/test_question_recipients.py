"""Who received grants: a joint grant is one grant, wherever its money is counted."""

from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import catalogue
from queries.question import question
from tests.handful import PLACES, columns_of, create, grants

JOINT = {"id": "2017-joint", "to": ["536", "418"], "eur": Decimal("100.01")}
WIDE = {"id": "2017-wide", "to": ["098", "536", "418"], "eur": 100}
SEAT = {"id": "2017-seutu", "to": ["tampere", "418", "536"], "eur": 10}
ALONE = {"id": "2018-alone", "to": ["536"], "eur": 5, "year": 2018}
UNNAMED = {"id": "2018-open", "to": ["098"], "eur": 70, "year": 2018, "state": "at_most", "partners": "not_named"}
MODES = ("lead", "equal", "undivided")


@pytest.fixture
def ask(handful):
    return handful(grants(JOINT, SEAT, ALONE, UNNAMED))


def euros(answer, key: str = "recipient_code") -> dict:
    return {row[key]: row["awarded_eur"] for row in answer.rows()}


def test_a_joint_grant_is_counted_once_at_the_lead(ask):
    cents = Decimal("100.01")
    expected = {"536": cents + 5, "tampere": 10, "098": None}
    assert euros(ask("grants_by_municipality")) == euros(ask("grants_by_municipality", joint="lead")) == expected


def test_an_equal_split_gives_the_cents_to_the_first_codes(ask):
    answer = ask("grants_by_municipality", joint="equal")
    assert euros(answer) == {"418": Decimal("55.01"), "536": Decimal("60.00"), "2018-open": None}
    assert {row["recipient_code"] for row in answer.rows() if row["is_calculated"]} == {"418", "536"}


def test_a_joint_grant_that_is_not_divided_has_a_row_of_its_own(ask):
    rows = {row["recipient_code"]: row for row in ask("grants_by_municipality", joint="undivided").rows()}
    assert {code: row["awarded_eur"] for code, row in rows.items()} == {
        "2017-joint": Decimal("100.01"),
        "2017-seutu": 10,
        "536": 5,
        "2018-open": None,
    }
    assert rows["2017-joint"]["recipient_kind"] == "joint_grant"
    assert rows["2017-joint"]["municipality_code"] is None
    assert (rows["2017-joint"]["name_fi"], rows["2017-joint"]["region_code"]) == ("2017-joint", "06")


def test_a_grant_with_partners_that_are_not_named_is_never_split(ask):
    (row,) = [row for row in ask("grants_by_municipality", joint="equal").rows() if row["at_most_eur"]]
    assert (row["recipient_kind"], row["at_most_eur"], row["region_code"]) == ("joint_grant", 70, None)


def test_a_region_with_only_a_partner_is_listed_without_euros(handful):
    ask = handful(grants(WIDE))
    rows = {row["region_code"]: row for row in ask("grants_by_region").rows()}
    assert (rows["07"]["awarded_eur"], rows["07"]["municipalities"]) == (100, 1)
    assert (rows["06"]["awarded_eur"], rows["06"]["grants"], rows["06"]["municipalities"]) == (None, 0, 2)


def test_a_grant_over_several_regions_has_no_region_when_it_is_not_divided(handful):
    ask = handful(grants(WIDE, ALONE))
    assert euros(ask("grants_by_region", joint="undivided"), "region_code") == {"06": 5, "07": None, None: 100}
    split = euros(ask("grants_by_region", joint="equal"), "region_code")
    assert split == {"06": Decimal("71.66"), "07": Decimal("33.34")}


def test_a_choice_of_place_keeps_whole_grants_so_that_totals_agree(ask):
    for joint in MODES:
        for name in ("grants_by_municipality", "grants_by_region"):
            assert ask(name, joint=joint, municipality="418").total("awarded_eur") == Decimal("110.01")
    assert ask("grants_by_round", municipality="418").total("awarded_eur") == Decimal("110.01")
    assert ask("grants_by_round", region="07").frame["grants"].sum() == 1


def test_a_municipality_is_in_the_region_of_the_day_of_the_decision(handful):
    moved = [
        {"municipality_code": "536", "region_code": "06", "valid_from": "2016-01-01", "valid_to": "2017-12-31"},
        {"municipality_code": "536", "region_code": "07", "valid_from": "2018-01-01"},
    ]
    early = {"id": "2017-alone", "to": ["536"], "eur": 3}
    ask = handful(grants(early, ALONE) | {"municipality_regions": moved})
    assert euros(ask("grants_by_region"), "region_code") == {"06": 3, "07": 5}
    assert ask("grants_by_municipality").rows()[0]["region_code"] == "07"


def test_recipients_by_grant_shares_are_marked_as_not_stated(ask):
    rows = ask("recipients_by_grant", grant="2017-seutu").rows()
    assert [(row["recipient_code"], row["recipient_role"], row["equal_share_eur"]) for row in rows] == [
        ("tampere", "lead", None),
        ("418", "partner", 5),
        ("536", "partner", 5),
    ]
    assert {row["share_state"] for row in rows} == {"not_stated"}


@pytest.fixture(scope="module")
def plain():
    with duckdb.connect() as connection:
        for name in catalogue.current().tables:
            create(connection, name, columns_of(name), PLACES.get(name, ()))
        yield connection


places = st.permutations(["098", "418", "536", "tampere"]).flatmap(
    lambda codes: st.integers(1, 4).map(lambda many: [*codes[:many]])
)
amounts = st.decimals(min_value="0.01", max_value=10**9, places=2)


@given(st.lists(st.tuples(places, amounts), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_every_mode_adds_up_to_the_same_cent(plain, drawn):
    tables = grants(*({"id": f"2017-g{at}", "to": to, "eur": eur} for at, (to, eur) in enumerate(drawn)))
    for name in ("grants", "grant_events", "grant_recipients"):
        plain.execute(f"DROP TABLE {name}")
        create(plain, name, columns_of(name), tables[name])
    total = sum(eur for _, eur in drawn)
    for name in ("grants_by_municipality", "grants_by_region"):
        for joint in MODES:
            asked = question(name)
            rows = plain.sql(asked.sql, params=asked.bound({"joint": joint}))
            at = rows.columns.index("awarded_eur")
            assert sum(row[at] or 0 for row in rows.fetchall()) == total, (name, joint)
