"""The network of programmes, and what reaches a municipality when, asked of three programmes and two links."""

from datetime import date

import pytest

from tests.handful import named

KNOWN = {"known_since": "2019-03-31"}


def programme(code: str, **more) -> dict:
    return {"programme_code": code, "owner_kind": "ministry", **named(fi=code.upper()), **KNOWN, **more}


def link(start: str, end: str, kind: str, **more) -> dict:
    return {"from_programme_code": start, "to_programme_code": end, "link_kind_code": kind, **KNOWN, **more}


RUNS = {"starts_earliest": "2017-02-01", "starts_latest": "2017-02-01"}
ENDS = {"ends_earliest": "2018-05-31", "ends_latest": "2018-05-31"}
GIVEN = {
    "programmes": [
        programme("a", **RUNS, **ENDS),
        programme("b", owner_kind="fund"),
        programme("c", ends_earliest="2022-01-01", ends_latest="2022-12-31"),
        programme("d"),
    ],
    "programme_points": [{"programme_code": "a", "node_number": 1, "x_pct": 10, "y_pct": 20}],
    "programme_links": [
        link("a", "b", "based_on", linked_from_year=2017),
        link("c", "a", "uses", checked_on="2026-11-25", known_since="2022-12-31"),
    ],
    "programme_places": [
        {"programme_code": "c", "participant_kind": "region", "participant_code": "06", "known_since": "2022-07-12"},
        {"programme_code": "b", "participant_kind": "municipality", "participant_code": "139", **KNOWN},
    ],
    "municipality_regions": [
        {"municipality_code": "536", "region_code": "06", "valid_from": "2016-01-01"},
        {"municipality_code": "139", "region_code": "17", "valid_from": "2016-01-01"},
    ],
    "participants": [
        {"programme_code": "a", "participant_kind": "municipality", "participant_code": "536", **KNOWN},
    ],
    "grant_rounds": [
        {"round_code": "r", "programme_code": "a", "round_year": 2017, "decided_earliest": "2017-04-01",
         "decided_latest": "2017-04-30", "projects_end_on": "2018-07-01"},
        {"round_code": "s", "programme_code": "a", "round_year": 2018},
    ],
    "grants": [
        {"grant_id": "g", "programme_code": "a", "round_code": "r", "decided_earliest": "2017-04-01",
         "decided_latest": "2017-04-30"},
    ],
    "grant_recipients": [{"grant_id": "g", "recipient_kind": "municipality", "recipient_code": "536"}],
    "duties": [
        {"duty_code": "law", "duty_state_code": "coming", **KNOWN},
        {"duty_code": "plan", "duty_state_code": "proposed", "applies_earliest": "2017-01-01",
         "applies_latest": "2018-12-31", **KNOWN},
    ],
}  # fmt: skip


@pytest.fixture
def ask(handful):
    return handful(GIVEN)


def nodes(answer) -> list[str]:
    return sorted(row["programme_code"] for row in answer.rows())


def links(answer) -> list[str]:
    return [row["from_programme_code"] + row["to_programme_code"] for row in answer.rows()]


def test_the_network_has_every_programme_and_every_link(ask):
    rows = {row["programme_code"]: row for row in ask("network_by_programme").rows()}
    assert {code: row["links"] for code, row in rows.items()} == {"a": 2, "b": 1, "c": 1, "d": 0}
    assert (rows["a"]["node_number"], rows["b"]["node_number"]) == (1, None)
    assert links(ask("network_by_link")) == ["ab", "ca"]
    assert not any(row["is_chosen"] or row["is_neighbour"] for row in rows.values())


def test_a_link_tells_its_ends_years_and_check(ask):
    first, second = ask("network_by_link").rows()
    assert (first["from_name_fi"], first["to_name_fi"], first["link_kind_code"]) == ("A", "B", "based_on")
    assert (first["linked_from_year"], first["linked_to_year"], first["checked_on"]) == (2017, None, None)
    assert second["checked_on"] == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("choice", "programmes", "found"),
    [
        ({"link_kind": "uses"}, ["a", "c"], ["ca"]),
        ({"owner_kind": "fund"}, ["a", "b"], ["ab"]),
        ({"year": "2017"}, ["a", "b", "c"], ["ab", "ca"]),
        ({"year": "2023"}, [], []),
        ({"as_of": date(2018, 12, 31)}, ["a", "b"], ["ab"]),
        ({"known_by": date(2019, 12, 31)}, ["a", "b", "c", "d"], ["ab"]),
    ],
)
def test_a_choice_narrows_programmes_and_links_alike(ask, choice, programmes, found):
    assert nodes(ask("network_by_programme", **choice)) == programmes
    assert links(ask("network_by_link", **choice)) == found


def marked(ask, **choice) -> tuple[list[str], list[str], list[str]]:
    rows = ask("network_by_programme", **choice).rows()
    chosen = sorted(row["programme_code"] for row in rows if row["is_chosen"])
    near = sorted(row["programme_code"] for row in rows if row["is_neighbour"])
    lines = ask("network_by_link", **choice).rows()
    return chosen, near, [row["from_programme_code"] + row["to_programme_code"] for row in lines if row["is_chosen"]]


def test_a_chosen_programme_marks_its_links_and_neighbours(ask):
    assert marked(ask, focus="b") == (["b"], ["a"], ["ab"])


def test_a_municipality_marks_its_programmes_and_those_of_its_region(ask):
    assert marked(ask, municipality="536") == (["a", "c"], ["a", "b", "c"], ["ab", "ca"])
    assert marked(ask, municipality="139") == (["b"], ["a"], ["ab"])
    assert marked(ask, municipality="091") == ([], [], [])


def test_programmes_reach_a_municipality_through_its_region(ask):
    rows = ask("programmes_by_municipality", municipality="536").rows()
    told = [(row["programme_code"], row["is_participant"], row["grants"], row["is_through_region"]) for row in rows]
    assert told == [("a", True, 1, False), ("c", False, 0, True)]


def test_the_line_of_time_has_what_reaches_the_municipality_and_what_is_national(ask):
    rows = ask("timeline_by_municipality", municipality="536").rows()
    told = [(row["timeline_kind_code"], row["item_code"], row["is_counted"]) for row in rows]
    assert told == [
        ("duty", "plan", False),
        ("programme", "a", True),
        ("call", "r", True),
        ("grant", "g", False),
        ("deadline", "r", True),
        ("programme", "c", True),
        ("call", "s", False),
        ("duty", "law", False),
    ]
    of_c = next(row for row in rows if row["item_code"] == "c")
    assert (of_c["begins_on"], of_c["ends_on"], of_c["counted_from"]) == (None, date(2022, 12, 31), date(2022, 1, 1))


def test_another_municipality_has_the_national_things_alone(ask):
    rows = ask("timeline_by_municipality", municipality="091").rows()
    assert {(row["timeline_kind_code"], row["municipality_code"]) for row in rows} == {("call", None), ("duty", None)}


def test_clashes_count_programmes_calls_deadlines_and_duties_in_force_once_a_quarter(ask):
    rows = {row["quarter"]: row for row in ask("clashes_by_quarter", municipality="536").rows()}
    names = ("programmes", "calls", "deadlines", "duties", "clashes")
    assert [rows["2017-Q1"][name] for name in names] == [1, 0, 0, 0, 1]
    assert [rows["2017-Q2"][name] for name in names] == [1, 1, 0, 0, 2]
    assert [rows["2018-Q3"][name] for name in names] == [0, 0, 1, 0, 1]
    assert [rows["2019-Q1"][name] for name in names] == [0, 0, 0, 0, 0]
    assert [rows["2022-Q4"][name] for name in names] == [1, 0, 0, 0, 1]
    assert len(rows) == 24
