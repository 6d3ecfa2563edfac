"""Which two days a meeting compares when the reader has chosen none."""

from datetime import date

from components.filters import Filters
from components.meeting_days import compared

MILESTONES = [{"happened_on": date(2018, 6, 6)}, {"happened_on": date(2019, 1, 29)}]
MEETINGS = [{"held_on": date(2018, 5, 2)}, {"held_on": date(2018, 12, 4)}]
LATEST = date(2019, 3, 31)


def test_without_real_meetings_the_last_milestone_is_compared_with():
    days = compared(Filters(), MILESTONES, LATEST)
    assert (days.since, days.until, days.why) == (date(2019, 1, 29), LATEST, "milestones")


def test_a_real_meeting_before_is_compared_with_even_when_a_milestone_is_later():
    days = compared(Filters(), MILESTONES, LATEST, MEETINGS)
    assert (days.since, days.why) == (date(2018, 12, 4), "meetings")


def test_on_the_day_of_a_meeting_the_one_before_it_is_compared_with():
    days = compared(Filters(as_of=date(2018, 12, 4)), MILESTONES, LATEST, MEETINGS)
    assert (days.since, days.until) == (date(2018, 5, 2), date(2018, 12, 4))


def test_before_the_first_meeting_the_milestones_count():
    days = compared(Filters(as_of=date(2018, 5, 2)), [{"happened_on": date(2018, 1, 1)}], LATEST, MEETINGS)
    assert (days.since, days.why) == (date(2018, 1, 1), "milestones")


def test_what_the_reader_chose_goes_before_both():
    days = compared(Filters(since=date(2017, 1, 1)), MILESTONES, LATEST, MEETINGS)
    assert (days.since, days.why) == (date(2017, 1, 1), "chosen")
