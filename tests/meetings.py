"""The days, meetings and decisions that tests of the meeting share."""

from datetime import date

from tests.handful import named
from tests.test_question_costs import COSTS, ESTIMATES, RULE, TOTALS

THEN, NOW = date(2017, 12, 31), date(2018, 12, 31)
MONEY = {"costs": COSTS, "cost_totals": TOTALS, "estimates": ESTIMATES, "light_rules": [RULE]}


def meeting(number: int, on: str) -> dict:
    return {"meeting_code": f"m{number}", "programme_code": "p", "meeting_number": number, "held_on": on} | {
        "known_since": on
    }


def decision(code: str, status: str, on: str, meeting: int = 1, **more) -> dict:
    row = {"decision_code": code, "reported_on": on, "meeting_code": f"m{meeting}", **named("wording", fi=code)}
    return row | {"owner_role_code": "chair", "decision_status_code": status, "known_since": on} | more


MEETINGS = [meeting(1, "2017-06-01"), meeting(2, "2018-02-01"), meeting(3, "2018-06-01"), meeting(4, "2019-01-15")]
