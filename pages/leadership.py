"""For leaders, on a phone: the brief, alerts by printed rules, and key figures against their targets."""

from dataclasses import replace

from dash import Input, Output, State, html

import queries
from components import alerts
from components.as_of import latest_day
from components.brief import QUESTIONS, brief, text_address
from components.heading import page_head
from components.leadership_cards import Known, cards, cards_table
from components.meeting_days import compared
from components.pack_links import pack_links
from components.panel import panel
from components.text import say, words
from pages import ask, callback, choose, placed
from pages.meetings import figures_on

KEY = "leadership"
SLUGS = words()[f"{KEY}.slug"]
MENU = 2
ADDRESS = (Input("url", "search"), State("url", "pathname"))
BEHIND_CARDS = (
    "key_figures_by_measure",
    "estimates_against_outcome",
    "costs_by_year",
    "grants_by_round",
    "booked_grants_by_year",
    "alerts_by_rule",
    "changes_by_row",
    "decisions_by_meeting",
)


def layout(choice) -> list:
    """The brief on top; then what calls for attention, then the figures."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        html.Section(
            show_brief(*address), id="leadership-brief", **{"aria-label": say(choice.lang, "leadership.brief")}
        ),
        placed("leadership-alerts", show_alerts, address),
        placed("leadership-overdue", show_overdue, address),
        placed("leadership-figures", show_figures, address),
        pack_links(choice),
    ]


def days_of(choice):
    """The earlier and the later day; the later is the chosen one or the latest of all."""
    milestones = ask("milestones_by_date", choice, as_of=None, known_by=None).rows()
    return compared(choice, milestones, latest_day(milestones, queries.release()))


@callback(Output("leadership-brief", "children"), *ADDRESS, prevent_initial_call=True)
def show_brief(search: str, pathname: str):
    """The whole brief; each number is a link to its own figure."""
    choice = choose(search, pathname)
    rows = {question: ask(question, choice).rows() for question in QUESTIONS}
    milestones = ask("milestones_by_date", choice, as_of=None, known_by=None).rows()
    said = brief(rows, latest_day(milestones, queries.release()), choice)
    text = html.A(say(choice.lang, "leadership.brief_text"), href=text_address(choice), rel="nofollow")
    return [
        html.Div([html.P(each.linked(choice)) for each in said], className="situation"),
        html.P(text, className="files"),
    ]


@callback(Output("leadership-alerts", "children"), *ADDRESS, prevent_initial_call=True)
def show_alerts(search: str, pathname: str):
    """Alerts by the rules of the delivery `alert_rules`; "No alerts" when none is raised."""
    return attention(search, pathname, "alerts", "alerts_by_rule")


@callback(Output("leadership-overdue", "children"), *ADDRESS, prevent_initial_call=True)
def show_overdue(search: str, pathname: str):
    """Open decisions past their due date: a question of its own, because decisions may be example data."""
    return attention(search, pathname, "overdue", "overdue_decisions_by_rule")


def attention(search: str, pathname: str, name: str, question: str) -> list:
    """A panel of rules. `name`: its text key within the page."""
    choice = choose(search, pathname)
    until = days_of(choice).until
    answer = ask(question, choice, as_of=until)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.{name}",
        table=alerts.alerts_table(rows, choice.lang, key=name),
        sentence=alerts.alerts_words(rows, choice.lang, key=name),
        picture=alerts.alerts(rows, choice, has_ended=has_ended(choice.programme, until)),
        is_drawn=True,
    )


def has_ended(programme: str, until) -> bool:
    """Whether the programme is over on a day, as far as its end is stated."""
    ends = [row["ends_latest"] for row in queries.table("programmes").rows() if row["programme_code"] == programme]
    return any(end is not None and end <= until for end in ends)


@callback(Output("leadership-figures", "children"), *ADDRESS, prevent_initial_call=True)
def show_figures(search: str, pathname: str):
    """Key figures with target, path, trend, light, owner, next review, and why they changed."""
    choice = choose(search, pathname)
    days = days_of(choice)
    dated = replace(choice, since=days.since, as_of=days.until)
    answers = {question: ask(question, dated) for question in BEHIND_CARDS}
    owners = {row["programme_code"]: row["owner_code"] for row in queries.table("programmes").rows()}
    known = Known(
        rows={question: answer.rows() for question, answer in answers.items()},
        then=figures_on(choice, days.since),
        days=days,
        owner=owners.get(choice.programme),
        has_example_reviews=answers["decisions_by_meeting"].is_example,
    )
    return panel(
        answers["key_figures_by_measure"],
        choice=choice,
        key=f"{KEY}.figures",
        table=cards_table(known, choice),
        picture=cards(known, choice),
        is_drawn=True,
    )
