"""Who takes part, asked of four participants that can be counted on one hand."""

from datetime import date

import pytest

from tests.handful import PLACES


def participant(kind: str, code: str, **more) -> dict:
    filled = {"role_code": "experimenter", "participant_status_code": "not_stated", "evidence_code": "received_grant"}
    return {"programme_code": "p", "participant_kind": kind, "participant_code": code} | filled | more


NOKIA = participant("municipality", "536", theme_code="learning", announced_source_id="news", known_since="2018-12-31")
HOLLOLA = participant(
    "municipality", "098", theme_code="participation", joined_latest="2017-01-31", known_since="2017-01-01"
)
SEUTU = participant("city_region", "tampere", theme_code="learning", role_code="regional_influencer")
REGION = participant("region", "07", evidence_code="named_in_source", known_since="2017-01-31")


@pytest.fixture
def ask(handful):
    return handful(PLACES | {"participants": [NOKIA, HOLLOLA, SEUTU, REGION]})


def names(answer) -> list[str]:
    return [row["name_fi"] for row in answer.rows()]


def counted(answer, key: str) -> dict:
    columns = ("participants", "municipalities", "regions", "city_regions")
    return {row[key]: tuple(row[column] for column in columns) for row in answer.rows()}


def test_participants_by_place_are_named_with_their_region(ask):
    rows = [
        (row["participant_kind"], row["participant_code"], row["name_fi"], row["region_code"], row["region_fi"])
        for row in ask("participants_by_place").rows()
    ]
    assert rows == [
        ("municipality", "098", "Hollola", "07", "Päijät-Häme"),
        ("municipality", "536", "Nokia", "06", "Pirkanmaa"),
        ("region", "07", "Päijät-Häme", "07", "Päijät-Häme"),
        ("city_region", "tampere", "Tampereen seutu", "06", "Pirkanmaa"),
    ]


def test_a_participant_tells_role_theme_evidence_and_both_sources(ask):
    (row,) = ask("participants_by_place", municipality="536").rows()
    assert (row["role_code"], row["theme_code"], row["evidence_code"]) == ("experimenter", "learning", "received_grant")
    assert (row["joined_latest"], row["known_since"], row["source_ids"]) == (None, date(2018, 12, 31), "report news")


def test_a_participant_counts_from_the_day_of_joining_or_else_from_when_it_was_known(ask):
    assert names(ask("participants_by_place", as_of=date(2017, 1, 30))) == ["Tampereen seutu"]
    assert names(ask("participants_by_place", as_of=date(2017, 1, 31))) == ["Hollola", "Päijät-Häme", "Tampereen seutu"]
    assert len(names(ask("participants_by_place", as_of=date(2018, 12, 31)))) == 4


def test_what_became_known_later_is_not_there_yet(ask):
    assert "Nokia" not in names(ask("participants_by_place", known_by=date(2018, 12, 30)))


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ({"role": "regional_influencer"}, ["Tampereen seutu"]),
        ({"theme": "learning"}, ["Nokia", "Tampereen seutu"]),
        ({"theme": "not_stated"}, ["Päijät-Häme"]),
        ({"region": "07"}, ["Hollola", "Päijät-Häme"]),
        ({"municipality": "536"}, ["Nokia"]),
        ({"municipality": "418"}, []),
        ({"programme": "q"}, []),
    ],
)
def test_each_choice_narrows_the_participants(ask, choice, found):
    assert names(ask("participants_by_place", **choice)) == found


def test_the_region_is_that_of_the_day_the_participation_became_known(handful):
    moved = [
        {"municipality_code": "536", "region_code": "06", "valid_from": "2016-01-01", "valid_to": "2018-12-31"},
        {"municipality_code": "536", "region_code": "07", "valid_from": "2019-01-01"},
    ]
    ask = handful(PLACES | {"municipality_regions": moved, "participants": [NOKIA]})
    assert [row["region_code"] for row in ask("participants_by_place").rows()] == ["06"]


def test_participants_by_theme_count_each_once_by_kind(ask):
    themes = counted(ask("participants_by_theme"), "theme_code")
    assert themes == {"learning": (2, 1, 0, 1), "participation": (1, 1, 0, 0), None: (1, 0, 1, 0)}


def test_participants_by_region_count_each_once_by_kind(ask):
    assert counted(ask("participants_by_region"), "name_fi") == {"Pirkanmaa": (2, 1, 0, 1), "Päijät-Häme": (2, 1, 1, 0)}
    assert counted(ask("participants_by_region", theme="learning"), "region_code") == {"06": (2, 1, 0, 1)}


def test_both_counts_name_every_source_once(ask):
    assert [row["source_ids"] for row in ask("participants_by_theme", theme="learning").rows()] == ["news report"]
    assert [row["source_ids"] for row in ask("participants_by_region", region="06").rows()] == ["news report"]


@pytest.mark.parametrize("facet", ["role", "theme", "region", "municipality"])
def test_every_choice_finds_as_many_participants_as_it_says(ask, facet):
    offered = [row for row in ask("choices_by_participation").rows() if row["facet"] == facet]
    assert offered
    for row in offered:
        assert len(ask("participants_by_place", **{facet: row["code"]}).records) == row["participants"]
