"""What the page of the meeting and its pack ask alike: the two days, the agenda, and figures of several days."""

from dataclasses import replace

import queries
from components.as_of import latest_day
from components.meeting_days import Days, compared
from pages import ask

FIGURES = "key_figures_by_measure"


def milestones(choice) -> list[dict]:
    """Every milestone of the programme, whichever day is chosen."""
    return ask("milestones_by_date", choice, as_of=None, known_by=None).rows()


def days_of(choice) -> Days:
    """The two days that are compared: from the last meeting on, once real meetings are delivered."""
    found, meetings = milestones(choice), ask("meetings_by_number", choice, as_of=None)
    held = () if meetings.is_example else meetings.rows()
    return compared(choice, found, latest_day(found, queries.release()), held)


def between(choice):
    """The choices with both days in them: what the questions are asked with."""
    days = days_of(choice)
    return replace(choice, since=days.since, as_of=days.until)


def figures_on(choice, as_of) -> dict[str, dict]:
    """Key figures of a day by measure; none when there is no such day."""
    return {row["measure_code"]: row for row in ask(FIGURES, choice, as_of=as_of).rows()} if as_of else {}


def figures_of(decisions: list[dict], choice) -> dict[tuple, dict]:
    """The figures that decisions speak of by (measure, day), and those of the later day by (measure, None)."""
    wanted = {row["figure_as_of"] for row in decisions if row["measure_code"]}
    then = {(code, on): row for on in wanted for code, row in figures_on(choice, on).items()}
    return then | {(code, None): row for code, row in figures_on(choice, days_of(choice).until).items()}


def later_of(choice) -> list[dict]:
    """What is shown of the chosen day that became known only after it; nothing when no day is chosen."""
    return ask("facts_known_later_by_table", choice).rows() if choice.as_of else []
