"""The register of grants: one row a grant, sorted and paged by the address."""

from dash import html

from components.controls import paging
from components.filters import Filters
from components.grant_tables import amount, theme
from components.tables import Column, alphabet, table
from components.text import say

PAGE_SIZE = 25
SORTS = {"recipient": "lead", "project": "title", "round": "round_code", "theme": "theme_code", "amount": "amount_eur"}


def register(rows: list[dict], choice: Filters, *, detail: str):
    """The register: recipients, project, round, theme, region and amount; 25 a page; sorted by the address."""
    lang = choice.lang
    ordered = _sorted(rows, choice)
    last = max(1, -(-len(ordered) // PAGE_SIZE))
    start = (min(choice.page, last) - 1) * PAGE_SIZE
    columns = [
        Column(say(lang, "grants.column.recipient"), lambda row: _recipient(row, lang), sort="recipient"),
        Column(say(lang, "grants.column.project"), lambda row: _project(row, choice, detail), sort="project"),
        Column(say(lang, "grants.column.round"), lambda row: row["round_code"], sort="round"),
        Column(say(lang, "grants.column.theme"), lambda row: theme(row, lang), sort="theme"),
        Column(say(lang, "grants.column.amount"), lambda row: amount(row, lang), is_number=True, sort="amount"),
    ]
    shown = table(
        columns,
        ordered[start : start + PAGE_SIZE],
        caption=say(lang, "grants.register.table"),
        sort_link=lambda name: _sort_link(name, choice),
        is_stacked=True,
    )
    return html.Div([shown, paging(choice, rows=len(ordered), size=PAGE_SIZE)])


def _sorted(rows: list[dict], choice: Filters) -> list[dict]:
    """Rows by the sort of the address, ties by name; by name when there is none. What is not stated comes last."""
    name = (choice.sort or "recipient").lstrip("-")
    column_name = SORTS.get(name, "lead")
    localised = f"{column_name}_{choice.lang}"
    by_name = sorted(rows, key=lambda row: (alphabet(row[f"lead_{choice.lang}"]), row["round_code"], row["grant_id"]))

    name_or_column = localised if rows and localised in rows[0] else column_name
    stated = [row for row in by_name if row[name_or_column] is not None]
    missing = [row for row in by_name if row[name_or_column] is None]

    def key(row: dict):
        return alphabet(row[localised]) if name_or_column == localised else row[column_name]

    return sorted(stated, key=key, reverse=(choice.sort or "").startswith("-")) + missing


def _sort_link(name: str, choice: Filters) -> tuple[str, str | None]:
    """Where a heading leads (the other direction when already sorted by it) and its present order."""
    present = choice.sort or "recipient"
    if present == name:
        return choice.to_search(sort=f"-{name}", page=1), "up"
    if present == f"-{name}":
        return choice.to_search(sort=None if name == "recipient" else name, page=1) or "?", "down"
    return choice.to_search(sort=None if name == "recipient" else name, page=1) or "?", None


def _recipient(row: dict, lang: str):
    """The lead's name and, of a joint grant, the partners with a word on shares."""
    lead = html.Span(row[f"lead_{lang}"], className="register-title")
    if not row["is_joint"]:
        return lead
    partners = row[f"partners_{lang}"]
    words = say(lang, "grants.partners.named", partners=partners) if partners else say(lang, "grants.partners.unnamed")
    return [lead, html.Span(words, className="register-sub")]


def _project(row: dict, choice: Filters, detail: str):
    """The project's title linked to its lasting page; its status when it is more than `not stated`."""
    title = row[f"title_{choice.lang}"] or say(choice.lang, "grants.untitled")
    link = html.A(title, href=f"{detail}/{row['grant_id']}{choice.to_search(**_unfaceted(choice))}")
    if row["return_state"] is None:
        return link
    return [link, html.Span(say(choice.lang, f"grants.returned.{row['return_state']}"), className="register-sub")]


def _unfaceted(choice: Filters) -> dict:
    return {**dict.fromkeys(choice.narrowed()), "sort": None, "page": 1}
