"""The meeting: what has changed since last time, then and now, lights, decisions and the agenda; also as slides."""

from dash import Input, Output, State, html

import queries
from components import (
    assessment_changes,
    meeting_lists,
    meeting_tables,
    meeting_words,
    release_changes,
    release_names,
    slides,
)
from components.cost_words import light
from components.heading import page_head
from components.meeting_days import band
from components.meeting_days import words as told_days
from components.pack_links import pack_links
from components.panel import head, panel, tools
from components.text import say, words
from pages import ask, callback, choose, placed, shown_by
from pages.meetings import between, days_of, figures_of, figures_on, milestones

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
    """The days and the panels; as slides the agenda and the very panels that its items name, of any page."""
    choice = choose(search, pathname)
    if choice.slide:
        return [presentation(choice, pathname)]
    meetings = ask("meetings_by_number", choice, as_of=None)
    controls = band(choice, days_of(choice), milestones(choice), meetings.rows(), is_example=meetings.is_example)
    panels = [placed(f"{KEY}-{name}".replace("_", "-"), show, (search, pathname)) for name, show in PANELS.items()]
    return [controls, pack_links(choice), *panels]


def presentation(choice, pathname: str):
    """The slides: the agenda, then its items in their order, all of the same two days."""
    address = between(choice).to_search(), pathname
    items = ask("agenda_by_item", between(choice)).rows()
    shown = {f"{KEY}-agenda": None} | {row["panel_code"]: row for row in items if shown_by(row["panel_code"] or "")}
    panels = [(placed(code, shown_by(code), address), row) for code, row in shown.items()]
    told = say(choice.lang, "meeting.compare.days", **told_days(choice, days_of(choice)))
    return slides.slides(panels, choice, told)


def told(answer, choice, key: str, *, sentence, table, **more) -> list:
    """A panel of changes; when there is none, "No changes" stands in its place, never an empty area."""
    if answer.records:
        return panel(answer, choice=choice, key=key, sentence=sentence, table=table, **more)
    foot = tools(answer, choice, key=key)
    return [*head(answer, choice.lang, key=key), html.P(sentence, className="answer no-changes"), foot]


def show_changes(search: str, pathname: str):
    """Every fact that differs between the two days."""
    choice = choose(search, pathname)
    answer, days = ask("changes_by_row", between(choice)), days_of(choice)
    sentence = meeting_words.changes(answer.rows(), choice, days)
    table = meeting_tables.changes(answer.rows(), choice, days)
    note = meeting_words.rounding(
        answer.rows(), *(figures_on(choice, on) for on in (days.since, days.until)), choice.lang
    )
    return told(answer, choice, f"{KEY}.changes", sentence=sentence, table=table, note=note)


def show_figures(search: str, pathname: str):
    """Key figures on both days, with the light of the costs against the original estimate."""
    choice = choose(search, pathname)
    days, answer = days_of(choice), ask("key_figures_by_measure", between(choice))
    then, now = figures_on(choice, days.since), figures_on(choice, days.until)
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.figures",
        sentence=meeting_words.figures(then, now, choice),
        state=light(ask("estimates_against_outcome", between(choice)).rows(), choice.lang),
        table=meeting_tables.figures(then, now, choice, days),
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
    )


def show_decisions(search: str, pathname: str):
    """Decisions, open ones first, with the figure they speak of then and now."""
    choice = choose(search, pathname)
    answer, meetings = ask("decisions_by_meeting", between(choice)), ask("meetings_by_number", between(choice))
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.decisions",
        sentence=meeting_words.decisions(answer.rows(), meetings.rows(), choice.lang),
        table=meeting_tables.decisions(answer.rows(), figures_of(answer.rows(), choice), choice),
    )


def show_decision_changes(search: str, pathname: str):
    """Decisions that were made or changed their state between the two days."""
    choice = choose(search, pathname)
    answer = ask("decision_changes_by_row", between(choice))
    sentence = meeting_words.changes(answer.rows(), choice, days_of(choice))
    table = meeting_lists.decision_changes(answer.rows(), choice.lang)
    return told(answer, choice, f"{KEY}.decision_changes", sentence=sentence, table=table)


def show_assessments(search: str, pathname: str):
    """Every value of the assessments that changed between the two days, counted above the list."""
    choice = choose(search, pathname)
    answer = ask("assessment_changes_by_row", between(choice))
    sentence = assessment_changes.counted(answer.rows(), choice, days_of(choice))
    table = assessment_changes.paged(answer.rows(), choice)
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
    )


def show_releases(search: str, pathname: str):
    """What the newest release corrected of an earlier one: deliveries are compared row by row."""
    choice, others = choose(search, pathname), queries.earlier_releases()
    against = choice.against or (others[0][0] if others else None)
    try:
        lines = queries.changes_from(against) if against else None
        tables = queries.compared_with(against) if against else ()
    except queries.UnknownRelease:
        lines, tables = None, ()
    rows = {name: queries.table(name).rows() for name in release_names.sources((lines or ())[: release_changes.SHOWN])}
    return release_changes.panel(choice, others, against, lines, tables, release_names.named(rows, choice.lang))


PANELS = {
    "figures": show_figures,
    "changes": show_changes,
    "lights": show_lights,
    "decisions": show_decisions,
    "decision_changes": show_decision_changes,
    "assessments": show_assessments,
    "agenda": show_agenda,
    "releases": show_releases,
}
