"""What was tried, asked of three experiments: one told of twice, one of a city region, one without a grant."""

from datetime import date

import pytest

from tests.handful import PLACES, named


def experiment(code: str, **more) -> dict:
    states = {"state_code": "not_stated", "nature_code": "not_stated", "use_code": "not_stated"}
    filled = {
        "programme_code": "p",
        "evidence_code": "received_grant",
        "source_id": "report",
        **named("title", fi=code),
    }
    return {"experiment_code": code} | states | filled | more


def member(experiment_code: str, kind: str, code: str) -> dict:
    place = {"participant_kind": kind, "participant_code": code}
    return {"experiment_code": experiment_code, **place, "known_since": "2017-09-29"}


CARE = {"grant_id": "2017-nokia", "theme_code": "learning", "announced_source_id": "news"}
FIRST = experiment("care", **CARE, state_latest="2017-09-29", known_since="2017-09-29")
LATER = experiment("care", **CARE, state_code="not_carried_out", **named("result", fi="Ei toteutettu.")) | {
    "state_latest": "2019-03-31",
    "known_since": "2019-03-31",
}
ROOMS = experiment("rooms", theme_code="e_services", state_latest="2017-12-31", known_since="2018-01-31")
LAB = experiment("lab", evidence_code="named_in_source", state_latest="2016-12-31", known_since="2016-12-31")
MEMBERS = [
    member("care", "municipality", "536"),
    member("care", "municipality", "418"),
    member("rooms", "city_region", "tampere"),
    member("rooms", "municipality", "536"),
    member("lab", "region", "07"),
]


@pytest.fixture
def ask(handful):
    return handful(PLACES | {"experiments": [FIRST, LATER, ROOMS, LAB], "experiment_members": MEMBERS})


def codes(answer) -> list[str]:
    return [row["experiment_code"] for row in answer.rows()]


def test_experiments_by_code_are_one_row_each_as_last_told(ask):
    rows = [(row["experiment_code"], row["state_code"], row["result_fi"]) for row in ask("experiments_by_code").rows()]
    assert rows == [
        ("care", "not_carried_out", "Ei toteutettu."),
        ("lab", "not_stated", None),
        ("rooms", "not_stated", None),
    ]


def test_an_experiment_tells_its_members_grant_and_both_sources(ask):
    (row,) = ask("experiments_by_code", experiment="care").rows()
    assert (row["members_fi"], row["municipality_codes"]) == ("Lempäälä, Nokia", "418 536")
    assert (row["grant_id"], row["source_ids"]) == ("2017-nokia", "report news")
    assert (row["question_fi"], row["lesson_fi"], row["use_code"]) == (None, None, "not_stated")


def test_what_came_later_or_was_known_later_is_not_told_yet(ask):
    def states(**when):
        return {row["experiment_code"]: row["state_code"] for row in ask("experiments_by_code", **when).rows()}

    assert states(as_of=date(2016, 12, 30)) == {}
    assert states(as_of=date(2019, 3, 30))["care"] == "not_stated"
    assert states(known_by=date(2017, 12, 31)) == {"care": "not_stated", "lab": "not_stated"}


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ({"theme": "learning"}, ["care"]),
        ({"theme": "not_stated"}, ["lab"]),
        ({"region": "06"}, ["care", "rooms"]),
        ({"region": "07"}, ["lab"]),
        ({"municipality": "536"}, ["care", "rooms"]),
        ({"municipality": "098"}, []),
        ({"programme": "q"}, []),
    ],
)
def test_each_choice_narrows_the_experiments(ask, choice, found):
    assert codes(ask("experiments_by_code", **choice)) == found


def test_members_by_experiment_are_in_the_order_of_their_names(ask):
    rows = [
        (row["participant_kind"], row["participant_code"], row["name_fi"], row["region_fi"], row["source_ids"])
        for row in ask("members_by_experiment", experiment="rooms").rows()
    ]
    assert rows == [
        ("municipality", "536", "Nokia", "Pirkanmaa", "report"),
        ("city_region", "tampere", "Tampereen seutu", "Pirkanmaa", "report"),
    ]


def test_members_known_later_are_not_told_yet(ask):
    assert ask("members_by_experiment", known_by=date(2017, 9, 28)).rows() == []
