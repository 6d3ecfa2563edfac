"""The meeting: what has changed since last time, then and now, lights, decisions and the agenda; also as slides."""

from dataclasses import replace

from dash import Input, Output, State, callback, html

import queries
from components import meeting_lists, meeting_tables, meeting_words, release_changes, slides
from components.as_of import latest_day
from components.cost_words import light
from components.heading import page_head
from components.meeting_days import Days, band, compared
from components.meeting_days import words as told_days
from components.pack_links import pack_links
from components.panel import head, panel, tools
from components.text import say, words
from pages import ask, choose, placed

KEY = "meeting"
SLUGS = words()[f"{KEY}.slug"]
MENU = 9
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """Heading, the two days, and the panels in the order of the meeting."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [page_head(choice.lang, KEY), html.Div(whole(*address), id="meeting-panels")]


@callback(Output("meeting-panels", "children"), *ADDRESS, prevent_initial_call=True)
def show_panels(search: str, pathname: str):
    """Everything under the heading, as a page or as slides."""
    return whole(search, pathname)


def whole(search: str, pathname: str) -> list:
    """The days and the panels; as slides the panels alone, which are the very same."""
    choice, address = choose(search, pathname), (search, pathname)
    names = in_agenda_order(choice) if choice.slide else list(PANELS)
    panels = [placed(f"{KEY}-{name}".replace("_", "-"), PANELS[name], address) for name in names]
    if choice.slide:
        return [
            slides.slides(
                panels, choice, say(choice.lang, "meeting.compare.days", **told_days(choice, days_of(choice)))
            )
        ]
    meetings = ask("meetings_by_number", choice, as_of=None)
    controls = band(choice, days_of(choice), milestones(choice), meetings.rows(), is_example=meetings.is_example)
    return [controls, pack_links(choice), *panels, placed(f"{KEY}-releases", show_releases, address)]


def in_agenda_order(choice) -> list[str]:
    """The panels as the agenda has them; those that it does not name come last."""
    order = [row["panel_code"] for row in ask("agenda_by_item", between(choice)).rows()]
    place = {name: f"{KEY}-{name}".replace("_", "-") for name in PANELS}
    return sorted(PANELS, key=lambda name: order.index(place[name]) if place[name] in order else len(order))


def milestones(choice) -> list[dict]:
    """Every milestone of the programme, whichever day is chosen."""
    return ask("milestones_by_date", choice, as_of=None, known_by=None).rows()


def days_of(choice) -> Days:
    """The two days that are compared."""
    return compared(choice, milestones(choice), latest_day(milestones(choice), queries.release()))


def between(choice):
    """The choices with both days in them: what the questions are asked with."""
    days = days_of(choice)
    return replace(choice, since=days.since, as_of=days.until)


def figures_on(choice, as_of) -> dict[str, dict]:
    """Key figures of a day by measure."""
    return {row["measure_code"]: row for row in ask("key_figures_by_measure", choice, as_of=as_of).rows()}


def told(answer, choice, key: str, *, sentence, table, **more) -> list:
    """A panel of changes; when there is none, "No changes" stands in its place, never an empty area."""
    if answer.records:
        calculation = say(choice.lang, f"{key}.calculation")
        return panel(answer, choice=choice, key=key, sentence=sentence, table=table, calculation=calculation, **more)
    foot = tools(answer, choice, key=key, calculation=say(choice.lang, f"{key}.calculation"))
    return [*head(answer, choice.lang, key=key), html.P(sentence, className="answer no-changes"), foot]


def show_changes(search: str, pathname: str):
    """Every fact that differs between the two days."""
    choice = choose(search, pathname)
    answer, days = ask("changes_by_row", between(choice)), days_of(choice)
    sentence = meeting_words.changes(answer.rows(), choice, days)
    table = meeting_tables.changes(answer.rows(), choice, days)
    return told(answer, choice, f"{KEY}.changes", sentence=sentence, table=table)


def show_figures(search: str, pathname: str):
    """Key figures on both days, with the light of the costs against the original estimate."""
    choice = choose(search, pathname)
    days, answer = days_of(choice), ask("key_figures_by_measure", between(choice))
    then = figures_on(choice, days.since) if days.since else {}
    now = figures_on(choice, days.until)
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.figures",
        sentence=meeting_words.figures(then, now, choice),
        state=light(ask("estimates_against_outcome", between(choice)).rows(), choice.lang),
        table=meeting_tables.figures(then, now, choice, days),
        calculation=say(choice.lang, f"{KEY}.figures.calculation"),
    )


def show_lights(search: str, pathname: str):
    """The light at each meeting against both estimates, its rule and its age."""
    choice = choose(search, pathname)
    answer, rules = ask("lights_by_meeting", between(choice)), queries.table("light_rules").rows()
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.lights",
        sentence=meeting_words.lights(answer.rows(), choice.lang),
        state=meeting_words.light_rule(answer.rows(), rules, choice.lang),
        table=meeting_tables.lights(answer.rows(), choice.lang),
        calculation=say(choice.lang, f"{KEY}.lights.calculation"),
    )


def show_decisions(search: str, pathname: str):
    """Decisions, open ones first, with the figure they speak of then and now."""
    choice = choose(search, pathname)
    answer = ask("decisions_by_meeting", between(choice))
    wanted = {row["figure_as_of"] for row in answer.rows() if row["measure_code"]}
    values = {(code, on): row for on in wanted for code, row in figures_on(choice, on).items()}
    values |= {(code, None): row for code, row in figures_on(choice, days_of(choice).until).items()}
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.decisions",
        sentence=meeting_words.decisions(answer.rows(), choice.lang),
        table=meeting_tables.decisions(answer.rows(), values, choice),
        calculation=say(choice.lang, f"{KEY}.decisions.calculation"),
    )


def show_decision_changes(search: str, pathname: str):
    """Decisions that were made or changed their state between the two days."""
    choice = choose(search, pathname)
    answer = ask("decision_changes_by_row", between(choice))
    sentence = meeting_words.changes(answer.rows(), choice, days_of(choice))
    table = meeting_lists.decision_changes(answer.rows(), choice.lang)
    return told(answer, choice, f"{KEY}.decision_changes", sentence=sentence, table=table)


def show_assessments(search: str, pathname: str):
    """Municipalities whose assessments changed between the two days."""
    choice = choose(search, pathname)
    answer, days = ask("assessment_changes_by_place", between(choice), measure=None), days_of(choice)
    sentence = meeting_words.assessments(answer.rows(), choice, days)
    table = meeting_lists.assessments(answer.rows(), choice.lang)
    return told(answer, choice, f"{KEY}.assessments", sentence=sentence, table=table)


def show_agenda(search: str, pathname: str):
    """The agenda of the latest meeting."""
    choice = choose(search, pathname)
    answer = ask("agenda_by_item", between(choice))
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.agenda",
        sentence=meeting_words.agenda(answer.rows(), choice.lang),
        table=meeting_lists.agenda(answer.rows(), choice),
        calculation=say(choice.lang, f"{KEY}.agenda.calculation"),
    )


def show_releases(search: str, pathname: str):
    """What the newest release corrected of an earlier one: deliveries are compared row by row."""
    choice, others = choose(search, pathname), queries.earlier_releases()
    against = choice.against or (others[0][0] if others else None)
    try:
        lines = queries.changes_from(against) if against else None
    except queries.UnknownRelease:
        lines = None
    return release_changes.panel(choice, others, against, lines)


PANELS = {
    "figures": show_figures,
    "changes": show_changes,
    "lights": show_lights,
    "decisions": show_decisions,
    "decision_changes": show_decision_changes,
    "assessments": show_assessments,
    "agenda": show_agenda,
}
