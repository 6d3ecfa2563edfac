"""The shorter tables of the page of the meeting: changed decisions and the agenda."""

from dash import html

from components.filters import Filters
from components.meeting_tables import heading, label, panel_address
from components.numbers import MISSING
from components.tables import Column, column, stacked, table
from components.text import say


def decision_changes(rows: list[dict], lang: str):
    """One line a decision: what, kind, state before and now, day."""

    def state(name: str):
        return lambda row: label("decision_statuses", row[name], lang) if row[name] else MISSING

    columns = [
        Column(say(lang, "meeting.decisions.wording"), lambda row: row[f"wording_{lang}"]),
        Column(say(lang, "meeting.changes.kind"), lambda row: label("change_kinds", row["change_kind_code"], lang)),
        Column(heading(lang, "old_code"), state("old_code")),
        Column(heading(lang, "new_code"), state("new_code")),
        column(lang, "about_on"),
    ]
    return stacked(columns, rows, caption=say(lang, "meeting.decision_changes.table"))


def agenda(rows: list[dict], choice: Filters):
    """The items in their order, each linked to what shows it."""
    lang = choice.lang

    def item(row: dict):
        address = panel_address(choice, row["panel_code"], choice.as_of)
        return html.A(row[f"name_{lang}"], href=address) if address else row[f"name_{lang}"]

    columns = [column(lang, "item_number"), Column(say(lang, "meeting.agenda.item"), item)]
    return table(columns, rows, caption=say(lang, "meeting.agenda.table"))
