"""The figures of a pack that tell of the meeting: agenda, then and now, changes, lights and decisions."""

from collections.abc import Callable, Mapping
from datetime import date

from components import assessment_changes, cost_words, meeting_lists, meeting_tables, meeting_words
from components.documents.shown import BOTH_DAYS, DECIDED, TABLE, THEN, Shown, first, of
from components.filters import Filters
from components.meeting_days import Days

MEASURES = "key_figures_by_measure"
NOW, BEFORE, RULES = f"{BOTH_DAYS}{MEASURES}", f"{THEN}{MEASURES}", f"{TABLE}light_rules"
AGENDA, CHANGES, LIGHTS, ESTIMATES, DECISIONS, DECISION_CHANGES, ASSESSMENTS, MEETINGS = (
    f"{BOTH_DAYS}{name}"
    for name in (
        *("agenda_by_item", "changes_by_row", "lights_by_meeting", "estimates_against_outcome"),
        *("decisions_by_meeting", "decision_changes_by_row", "assessment_changes_by_row"),
        "meetings_by_number",
    )
)


def _between(function: Callable, *questions: str) -> Callable:
    """A function of the page that takes rows, the choices and the two days."""

    def made(rows: Mapping, choice: Filters):
        return function(*(rows[each] for each in questions), choice, Days(choice.since, choice.as_of, "chosen"))

    return made


def _by_measure(rows: list[dict]) -> dict[str, dict]:
    return {row["measure_code"]: row for row in rows}


def _then_and_now(rows: Mapping, choice: Filters):
    days = Days(choice.since, choice.as_of, "chosen")
    return meeting_tables.figures(_by_measure(rows[BEFORE]), _by_measure(rows[NOW]), choice, days)


def _told(rows: Mapping, choice: Filters):
    return meeting_words.figures(_by_measure(rows[BEFORE]), _by_measure(rows[NOW]), choice)


def _rounding(rows: Mapping, choice: Filters):
    return meeting_words.rounding(rows[CHANGES], _by_measure(rows[BEFORE]), _by_measure(rows[NOW]), choice.lang)


def _decisions(rows: Mapping, choice: Filters):
    """The decisions with the figures of the days that they name, and of the later day."""
    then = {name.removeprefix(DECIDED): told for name, told in rows.items() if name.startswith(DECIDED)}
    values = {(row["measure_code"], date.fromisoformat(on)): row for on, told in then.items() for row in told}
    values |= {(row["measure_code"], None): row for row in rows[NOW]}
    return meeting_tables.decisions(rows[DECISIONS], values, choice)


FIGURES: dict[str, Shown] = {
    "agenda": Shown(
        "meeting.agenda",
        (AGENDA,),
        of(meeting_lists.agenda, AGENDA, by="choice"),
        of(meeting_words.agenda, AGENDA),
    ),
    "then": Shown("meeting.figures", (NOW, BEFORE, ESTIMATES), _then_and_now, _told, of(cost_words.light, ESTIMATES)),
    "changes": Shown(
        "meeting.changes",
        (CHANGES, NOW, BEFORE),
        _between(meeting_tables.changes, CHANGES),
        _between(meeting_words.changes, CHANGES),
        _rounding,
        tells_none=True,
    ),
    "lights": Shown(
        "meeting.lights",
        (LIGHTS, RULES),
        of(meeting_tables.lights, LIGHTS),
        of(meeting_words.lights, LIGHTS),
        of(meeting_words.light_rule, LIGHTS, RULES),
    ),
    "assessments": Shown(
        "meeting.assessments",
        (ASSESSMENTS,),
        of(assessment_changes.lines, ASSESSMENTS, by="choice"),
        _between(assessment_changes.counted, ASSESSMENTS),
        brief=first(5),
        most=60,
        tells_none=True,
    ),
    "decisions": Shown(
        "meeting.decisions",
        (DECISIONS, NOW, MEETINGS),
        _decisions,
        of(meeting_words.decisions, DECISIONS, MEETINGS),
    ),
    "decision_changes": Shown(
        "meeting.decision_changes",
        (DECISION_CHANGES,),
        of(meeting_lists.decision_changes, DECISION_CHANGES),
        _between(meeting_words.changes, DECISION_CHANGES),
        tells_none=True,
    ),
}
