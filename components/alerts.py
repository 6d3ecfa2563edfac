"""Alerts by printed rules: the raised ones first, each with its figure, its rule and the way to the figure."""

from dash import html

from components.filters import Filters
from components.inert import Inert
from components.meeting_tables import quantity
from components.numbers import percent
from components.tables import Column, column, table
from components.text import say, say_count
from data import catalogue

AGE = "days_since_newest"


def alerts(rows: list[dict], choice: Filters, *, has_ended: bool) -> Inert:
    """A list of all rules whose figure is known; a raised one has a mark and a word, so colour is not needed.

    `has_ended`: the programme is over, so that the age of its newest fact says nothing unless it is raised.
    """
    ordered = sorted(rows, key=lambda row: not row["is_raised"])
    return Inert(html.Ul([html.Li(_alert(row, choice, has_ended)) for row in ordered], className="alerts"))


def alerts_words(rows: list[dict], lang: str, *, key: str = "alerts") -> list:
    """How many alerts there are; "No alerts" in words when there is none. Of decisions: how many are overdue."""
    raised = [row for row in rows if row["is_raised"]]
    count = len(raised) if key == "alerts" else sum(int(row["measured_number"]) for row in raised)
    return [say_count(lang, f"leadership.{key}.answer", count=count) if count else say(lang, f"leadership.{key}.none")]


def alerts_table(rows: list[dict], lang: str, *, key: str):
    """One row a rule: what it looks at, the figure, the limit, the state and the rule; `key` names the panel."""
    columns = [
        column(lang, "alert_measure_code"),
        Column(_heading(lang, "measured_number"), lambda row: figure(row, "measured_number", lang), is_number=True),
        Column(_heading(lang, "limit_number"), lambda row: figure(row, "limit_number", lang), is_number=True),
        Column(say(lang, "leadership.alerts.state"), lambda row: word(row, lang)),
        Column(_heading(lang, "alert_rule_code"), lambda row: row[f"text_{lang}"]),
    ]
    return table(columns, rows, caption=say(lang, f"leadership.{key}.table"))


def word(row: dict, lang: str) -> html.Span:
    """The state of a rule: mark and word."""
    state = "raised" if row["is_raised"] else "quiet"
    kind = "light light--near" if row["is_raised"] else "light"
    return html.Span(say(lang, f"leadership.alerts.{state}"), className=kind)


def figure(row: dict, name: str, lang: str) -> str:
    """A number of a rule in its unit."""
    return percent(lang, row[name]) if row["unit"] == "%" else quantity(lang, row["unit"], row[name])


def address(row: dict, choice: Filters) -> str:
    """Where the figure of a rule is shown: its page is the first word of the panel's code."""
    slug = say(choice.lang, f"{row['panel_code'].split('-')[0]}.slug")
    return f"/{choice.lang}/{slug}{choice.to_search()}#{row['panel_code']}"


def _alert(row: dict, choice: Filters, has_ended: bool) -> list:
    lang = choice.lang
    name = catalogue.current().codes["alert_measures"][row["alert_measure_code"]][lang]
    is_over = has_ended and row["alert_measure_code"] == AGE and not row["is_raised"]
    told = say(lang, "leadership.alerts.ended") if is_over else figure(row, "measured_number", lang)
    spoken = {} if is_over else {"aria-label": say(lang, "common.named_value", name=name, value=told)}
    number = html.A(told, href=address(row, choice), **spoken)
    named = [] if is_over else [html.Span(name)]
    return [html.P([word(row, lang), *named, number]), html.P(row[f"text_{lang}"], className="rule")]


def _heading(lang: str, name: str) -> str:
    return column(lang, name).heading
