"""The two days that are compared on the page of the meeting, and how they were chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dash import html

from components.as_of import choice_list, hidden_choices
from components.filters import Filters
from components.inert import Inert
from components.numbers import day
from components.text import say


@dataclass(frozen=True)
class Days:
    """The earlier and the later day; `since` is None when nothing comes before, `why` is a text key of the reason."""

    since: date | None
    until: date
    why: str


def compared(choice: Filters, milestones: list[dict], latest: date, meetings: Iterable[dict] = ()) -> Days:
    """The reader's days; left out, the later is the latest of all and the earlier the meeting or milestone before it.

    `meetings` are real ones: a made-up day never decides what a page of real figures compares, so without them the last
    milestone does. An earlier day that is not earlier is left out.
    """
    until = choice.as_of or latest
    if choice.since and choice.since < until:
        return Days(choice.since, until, "chosen")
    held = [row["held_on"] for row in meetings if row["held_on"] < until]
    before = held or [row["happened_on"] for row in milestones if row["happened_on"] < until]
    why = "not_earlier" if choice.since else "meetings" if held else "milestones" if before else "first"
    return Days(max(before, default=None), until, why)


def words(choice: Filters, days: Days) -> dict[str, str]:
    """Both days as they stand in sentences."""
    lang = choice.lang
    since = day(lang, days.since) if days.since else say(lang, "meeting.compare.start")
    return {"since": since, "until": day(lang, days.until)}


def band(choice: Filters, days: Days, milestones: list[dict], meetings: list[dict], *, is_example: bool) -> Inert:
    """Which days are compared and why, the list of other days, and the way to the presentation."""
    lang = choice.lang
    told = html.P(
        [html.Strong(say(lang, "meeting.compare.days", **words(choice, days))), " ", _why(lang, days)],
        className="compare-days",
    )
    return Inert(
        html.Div(
            [
                told,
                _meetings(choice, days, meetings, is_example),
                _form(choice, days, milestones, meetings, is_example),
                _ways(choice),
            ],
            className="compare",
        )
    )


def _meetings(choice: Filters, days: Days, meetings: list[dict], is_example: bool) -> html.Nav | None:
    """The way to each meeting: its day, compared with the meeting before it; agenda, changes and pack follow."""
    if not meetings:
        return None
    lang = choice.lang
    key = "meeting.compare.meeting_example" if is_example else "meeting.compare.meeting"
    here = max((row["held_on"] for row in meetings if row["held_on"] <= days.until), default=None)
    links = []
    for before, row in zip([None, *meetings], meetings, strict=False):
        since = before["held_on"] if before else None
        href = choice.to_search(as_of=row["held_on"], since=since, slide=None, page=1)
        text = say(lang, key, day=day(lang, row["held_on"]), number=str(row["meeting_number"]))
        current = {"aria-current": "true"} if row["held_on"] == here else {}
        links.append(html.Li(html.A(text, href=href, **current)))
    shown = next((row for row in meetings if row["held_on"] == here), None)
    title = say(lang, "meeting.compare.choose")
    if shown:
        told = {"number": str(shown["meeting_number"]), "day": day(lang, here)}
        title = say(lang, "meeting.compare.agenda_of_example" if is_example else "meeting.compare.agenda_of", **told)
    listed = html.Details([html.Summary(title), html.Ol(links[::-1], reversed=True)], id="meetings")
    return html.Nav(listed, className="compare-meetings", **{"aria-label": say(lang, "meeting.compare.choose")})


def _why(lang: str, days: Days) -> str:
    return say(lang, f"meeting.compare.{days.why}")


def _form(choice: Filters, days: Days, milestones: list[dict], meetings: list[dict], is_example: bool) -> html.Form:
    """The earlier day: milestones, ends of years and meetings before the later one."""
    lang = choice.lang
    named = {date(year, 12, 31): day(lang, date(year, 12, 31)) for year in range(2016, days.until.year)}
    key = "meeting.compare.meeting_example" if is_example else "meeting.compare.meeting"
    for row in meetings:
        named[row["held_on"]] = say(lang, key, day=day(lang, row["held_on"]), number=str(row["meeting_number"]))
    for row in milestones:
        named[row["happened_on"]] = f"{day(lang, row['happened_on'])} · {row[f'name_{lang}']}"
    if days.since:
        named.setdefault(days.since, day(lang, days.since))
    options = [
        {"label": name, "value": on.isoformat()} for on, name in sorted(named.items(), reverse=True) if on < days.until
    ]
    value = days.since.isoformat() if days.since else ""
    listed = choice_list(id="since", name="since", options=options, value=value)
    return html.Form(
        [
            *hidden_choices(choice, without=("since", "slide")),
            html.Label(say(lang, "meeting.compare.since"), htmlFor="since"),
            listed,
            html.Button(say(lang, "site.as_of.show"), type="submit", className="button button--small without-scripts"),
        ],
        method="get",
        action="",
    )


def _ways(choice: Filters) -> html.P:
    """The way to the presentation."""
    begin = html.A(
        say(choice.lang, "meeting.slides.start"), href=choice.to_search(slide=1), className="button button--small"
    )
    return html.P(begin, className="slides-start")
