"""The meetings, their agendas, decisions and lights, asked of a handful of rows."""

from datetime import date
from decimal import Decimal

import pytest

from tests.handful import named
from tests.meetings import MEETINGS, MONEY, NOW, THEN, decision
from tests.test_question_costs import RULE, cost, estimate


def item(meeting: int, number: int, panel: str | None = None) -> dict:
    return {"meeting_code": f"m{meeting}", "item_number": number, **named(fi=f"i{number}"), "panel_code": panel}


def test_meetings_by_number_stand_in_order(handful):
    ask = handful({"meetings": MEETINGS})
    assert [row["meeting_number"] for row in ask("meetings_by_number", as_of=THEN).rows()] == [1]
    assert [row["meeting_number"] for row in ask("meetings_by_number").rows()] == [1, 2, 3, 4]


def test_agenda_by_item_is_that_of_the_latest_meeting(handful):
    ask = handful({"meetings": MEETINGS, "meeting_items": [item(1, 1), item(2, 2, "costs-estimate"), item(2, 1)]})
    found = ask("agenda_by_item", as_of=date(2018, 3, 1)).rows()
    assert [(row["meeting_number"], row["item_number"], row["panel_code"]) for row in found] == [
        (2, 1, None),
        (2, 2, "costs-estimate"),
    ]


def test_decisions_by_meeting_put_open_ones_first_and_tell_what_is_overdue(handful):
    told = [
        decision("done", "done", "2018-02-01", due_on="2018-01-01"),
        decision("late", "open", "2017-06-01", due_on="2018-06-01"),
        decision("soon", "open", "2017-06-01", due_on="2019-06-01"),
    ]
    ask = handful({"meetings": MEETINGS, "decisions": told})
    found = ask("decisions_by_meeting", as_of=NOW).rows()
    assert [(row["decision_code"], row["is_overdue"], row["meeting_number"]) for row in found] == [
        ("late", True, 1),
        ("soon", False, 1),
        ("done", False, 1),
    ]


def lights(answer) -> list[tuple]:
    names = ("meeting_number", "outcome_eur", "original_light_code", "latest_light_code", "same_meetings")
    return [tuple(row[name] for name in names) for row in answer.rows()]


def test_lights_by_meeting_are_measured_against_both_estimates_and_have_an_age(handful):
    ask = handful(MONEY | {"meetings": MEETINGS})
    assert lights(ask("lights_by_meeting")) == [
        (1, None, None, None, None),
        (2, 110, "within", "within", 1),
        (3, 110, "within", "within", 2),
        (4, 117, "near", "within", 1),
    ]
    row = ask("lights_by_meeting").rows()[-1]
    assert (row["original_pct"], row["latest_pct"], row["is_reconstructed"]) == (
        Decimal("97.5"),
        Decimal("78.0"),
        True,
    )


@pytest.mark.parametrize("moved", [130, 1_000, 1_000_000])
def test_moving_the_plan_to_the_outcome_never_turns_the_original_light_green(handful, moved):
    over = [cost("services", 2017, 130)]
    plans = [estimate("original", 120, "2016-08-31"), estimate("continuation", moved, "2018-01-01")]
    ask = handful({"costs": over, "estimates": plans, "light_rules": [RULE], "meetings": MEETINGS})
    found = {row["meeting_number"]: row for row in ask("lights_by_meeting").rows()}
    assert [found[number]["original_light_code"] for number in (2, 3, 4)] == ["over"] * 3
    assert found[4]["latest_light_code"] == ("near" if moved == 130 else "within")
    assert found[4]["same_meetings"] == 3
