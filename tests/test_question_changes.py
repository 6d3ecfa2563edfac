"""What changed between two days and between two releases, asked of a handful of rows."""

import sys
from datetime import date

import pytest

import queries
from components import release_changes
from components.documents.plain import text_of
from components.filters import Filters
from data import catalogue
from tests.assessed import one, tables
from tests.handful import grants, named, publish_handful
from tests.meetings import MEETINGS, MONEY, NOW, THEN, decision
from tests.test_question_costs import COSTS

RETURN = {"event_id": "e", "event_kind": "return", "amount_state": "not_stated", "happened_earliest": "2017-09-29"}
RETURN |= {"happened_latest": "2018-11-30", "known_since": "2018-11-30", **named("note", fi="syy")}
AWARDS = grants(
    {"id": "2017-nokia", "to": ["536"], "eur": 75, "events": [RETURN]},
    {"id": "2018-hollola", "to": ["098"], "eur": 9, "year": 2018},
)


def count(value: int, on: str, known: str) -> dict:
    row = {"programme_code": "p", "measure_code": "experimenters", "value": value, "qualifier_code": "exact"}
    return row | {"counted_earliest": on, "counted_latest": on, "known_since": known}


def lines(answer) -> list[tuple]:
    names = ("changed_table_code", "change_kind_code", "change_key", "old_number", "new_number", "difference_number")
    return [tuple(row[name] for name in names) for row in answer.rows()]


def test_changes_by_row_between_two_days_are_what_counts_now_and_did_not_then(handful):
    ask = handful(MONEY | AWARDS)
    assert lines(ask("changes_by_row", since=THEN, as_of=NOW)) == [
        ("costs", "new", "p/grants/2018", None, -3, -3),
        ("costs", "new", "p/services/2018", None, 11, 11),
        ("grants", "new", "2018-hollola-award", None, 9, 9),
        ("grants", "new", "e", None, None, None),
    ]
    row = ask("changes_by_row", since=THEN, as_of=NOW).rows()[-1]
    assert (row["grant_id"], row["fact_code"], row["new_code"], row["note_fi"]) == (
        "2017-nokia",
        "return",
        "not_stated",
        "syy",
    )


def test_nothing_has_changed_between_a_day_and_itself(handful):
    assert handful(MONEY | AWARDS)("changes_by_row", since=NOW, as_of=NOW).rows() == []


def test_without_an_earlier_day_everything_is_new(handful):
    kinds = {row["change_kind_code"] for row in handful(MONEY | AWARDS)("changes_by_row").rows()}
    assert kinds == {"new"}


def test_no_cost_is_a_change_before_it_is_known(handful):
    answer = handful(MONEY)("changes_by_row", since=THEN, as_of=NOW, known_by=date(2018, 12, 31))
    assert "costs" not in {row["changed_table_code"] for row in answer.rows()}


def test_a_later_count_is_a_change_with_old_and_new(handful):
    ask = handful({"counts": [count(5, "2017-08-31", "2017-08-31"), count(7, "2018-08-31", "2018-08-31")]})
    assert lines(ask("changes_by_row", since=THEN, as_of=NOW)) == [("counts", "changed", "p/experimenters", 5, 7, 2)]


def test_the_same_day_told_otherwise_later_is_a_correction_of_exactly_one_line(handful):
    ask = handful({"counts": [count(5, "2017-08-31", "2017-08-31"), count(6, "2017-08-31", "2018-03-01")]})
    assert lines(ask("changes_by_row", since=THEN, as_of=NOW)) == [("counts", "corrected", "p/experimenters", 5, 6, 1)]
    assert lines(ask("changes_by_row", since=THEN, as_of=NOW, known_by=THEN)) == []


def test_changing_one_row_of_a_delivery_gives_exactly_one_line_with_old_and_new(handful):
    told = COSTS[0] | {"known_since": "2017-12-31"}
    mended = told | {"booked_eur": 41, "known_since": "2018-05-01"}
    ask = handful({"costs": [told, COSTS[1], mended]})
    assert lines(ask("changes_by_row", since=THEN, as_of=date(2018, 6, 1))) == [
        ("costs", "corrected", "p/services/2017", 40, 41, 1)
    ]


def test_a_participant_is_new_when_it_became_known(handful):
    person = {"programme_code": "p", "participant_kind": "municipality", "participant_code": "536"}
    person |= {"role_code": "experimenter", "participant_status_code": "not_stated", "evidence_code": "named"}
    ask = handful(AWARDS | {"participants": [person | {"known_since": "2018-06-01"}]})
    rows = [row for row in ask("changes_by_row", since=THEN, as_of=NOW).rows() if row["fact_code"] == "municipality"]
    assert [(row["name_fi"], row["change_kind_code"], row["new_code"]) for row in rows] == [
        ("Nokia", "new", "experimenter")
    ]


def test_facts_known_later_by_table_count_what_the_day_itself_did_not_know(handful):
    ask = handful(MONEY | AWARDS)
    found = [tuple(row.values())[:3] for row in ask("facts_known_later_by_table", as_of=THEN).rows()]
    assert found == [("costs", 2, date(2019, 3, 31))]
    assert ask("facts_known_later_by_table", as_of=THEN, known_by=THEN).rows() == []
    assert ask("facts_known_later_by_table").rows() == []


def test_decision_changes_by_row_tell_new_decisions_and_new_states(handful):
    told = [
        decision("a", "open", "2017-06-01"),
        decision("a", "done", "2018-02-01"),
        decision("b", "open", "2018-02-01"),
    ]
    ask = handful({"meetings": MEETINGS, "decisions": [*told, decision("c", "open", "2017-06-01")]})
    found = ask("decision_changes_by_row", since=date(2017, 6, 1), as_of=NOW).rows()
    assert [(row["decision_code"], row["change_kind_code"], row["old_code"], row["new_code"]) for row in found] == [
        ("a", "changed", "open", "done"),
        ("b", "new", None, "open"),
    ]


def test_assessment_changes_by_row_tell_each_value_once_with_old_and_new(handful):
    told = [one("a", 10), one("a", 20, "2018-06-01"), one("a", 5, service="youth"), one("b", 30, "2018-07-01")]
    told += [one("c", 40), one("b", 50, service="youth"), one("c", 60, service="youth")]
    corrected = one("a", 7, service="youth", known_since="2018-08-01")
    ask = handful(tables([*told, corrected], {"a": "small", "b": "small", "c": "small"}))
    found = ask("assessment_changes_by_row", since=date(2018, 3, 1), as_of=NOW).rows()
    names = ("place_code", "service_code", "change_kind_code", "old_pct", "new_pct", "difference_points")
    assert [tuple(row[name] for name in names) for row in found] == [
        ("a", "library", "changed", 10, 20, 10),
        ("a", "youth", "corrected", 5, 7, 2),
        ("b", "library", "new", None, 30, None),
    ]
    assert {row["measure_code"] for row in found} == {"digital_depth"}


def test_a_changed_value_of_fewer_than_three_municipalities_is_hidden(handful):
    ask = handful(tables([one("a", 10), one("a", 20, "2018-06-01"), one("b", 30)], {"a": "small", "b": "small"}))
    (row,) = ask("assessment_changes_by_row", since=date(2018, 3, 1), as_of=NOW).rows()
    assert (row["old_pct"], row["new_pct"], row["difference_points"]) == (None, None, None)
    assert (row["old_code"], row["new_code"]) == ("hidden", "hidden")


def test_each_measure_of_a_service_is_a_line_of_its_own(handful):
    told = [one(place, 10, measure_code=each) for place in "abc" for each in ("digital_depth", "take_up")]
    later = one("a", 30, "2018-06-01", measure_code="take_up")
    ask = handful(tables([*told, later], {"a": "small", "b": "small", "c": "small"}))
    (row,) = ask("assessment_changes_by_row", since=date(2018, 3, 1), as_of=NOW).rows()
    assert (row["measure_code"], row["old_pct"], row["new_pct"]) == ("take_up", 10, 30)


def test_one_cell_of_a_delivery_that_is_another_is_exactly_one_line_between_two_releases(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    queries.unpin()
    mended = [COSTS[0] | {"booked_eur": 41}, *COSTS[1:]]
    for id, costs in (("00000000000a", COSTS), ("00000000000b", mended), ("00000000000c", mended)):
        publish_handful(tmp_path / "releases", id, {"costs": costs})
    queries.pin("00000000000b")
    (line,) = queries.changes_from("00000000000a")
    assert (line.table, line.kind, line.column, line.old, line.new) == ("costs", "corrected", "booked_eur", 40, 41)
    tables = queries.compared_with("00000000000a")
    assert set(tables) == {name for name, each in catalogue.current().tables.items() if each.sql is None}
    said = [text_of(each) for each in release_changes.panel(Filters(lang="en"), [], "00000000000a", (line,), tables)]
    assert "1 change from data release 00000000000a." in said
    assert said[-1].count("No changes") == len(tables) - 1
    assert [id for id, _ in queries.earlier_releases()] == ["00000000000c", "00000000000a"]
    queries.pin("00000000000c")
    assert queries.changes_from("00000000000b") == ()
    with pytest.raises(queries.UnknownRelease):
        queries.changes_from("0000000000ff")
    queries.unpin()


def test_a_table_with_too_many_rows_for_a_page_is_named_and_not_compared(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(sys.modules["queries.between"], "MAX_ROWS", 1)
    queries.unpin()
    for id, costs in (("00000000000a", COSTS), ("00000000000b", COSTS[1:])):
        publish_handful(tmp_path / "releases", id, {"costs": costs})
    queries.pin("00000000000b")
    assert [(line.table, line.kind) for line in queries.changes_from("00000000000a")] == [("costs", "not_compared")]
    queries.unpin()
