"""The register of grants: one row a grant, sorted and paged by the address."""

from dash import html

from components.controls import paging
from components.filters import Filters
from components.grant_tables import amount, returned, theme
from components.place_card import link
from components.sorting import in_order, sort_links, spelt
from components.tables import Column, alphabet, table
from components.text import say

PAGE_SIZE = 25


def register(rows: list[dict], choice: Filters, *, detail: str):
    """The register: recipients, project, round, theme, region and amount; 25 a page; sorted by the address."""
    ordered = _sorted(rows, choice)
    last = max(1, -(-len(ordered) // PAGE_SIZE))
    start = (min(choice.page, last) - 1) * PAGE_SIZE
    shown = _listed(ordered[start : start + PAGE_SIZE], choice, detail)
    return html.Div([shown, paging(choice, rows=len(ordered), size=PAGE_SIZE)])


def whole(rows: list[dict], choice: Filters):
    """The register in full, for paper: every grant, by recipient."""
    return _listed(_sorted(rows, choice), choice, "")


def _listed(rows: list[dict], choice: Filters, detail: str):
    """Some grants as a table whose headings sort."""
    lang = choice.lang
    columns = [
        Column(say(lang, "grants.column.recipient"), lambda row: _recipient(row, choice), sort="recipient"),
        Column(say(lang, "grants.column.project"), lambda row: _project(row, choice, detail), sort="project"),
        Column(say(lang, "grants.column.round"), lambda row: row["round_code"], sort="round"),
        Column(say(lang, "grants.column.theme"), lambda row: theme(row, lang), sort="theme"),
        Column(say(lang, "grants.column.amount"), lambda row: amount(row, lang), is_number=True, sort="amount"),
    ]
    return table(
        columns,
        rows,
        caption=say(lang, "grants.register.table"),
        sort_link=sort_links(choice, first="recipient"),
        is_stacked=True,
    )


def _sorted(rows: list[dict], choice: Filters) -> list[dict]:
    """The grants by the sort of the address; ties by lead, round and id."""
    lang = choice.lang
    keys = {
        "recipient": lambda row: spelt(row[f"lead_{lang}"]),
        "project": lambda row: spelt(row[f"title_{lang}"]),
        "round": lambda row: row["round_code"],
        "theme": lambda row: row["theme_code"],
        "amount": lambda row: row["amount_eur"],
    }
    by_name = sorted(rows, key=lambda row: (alphabet(row[f"lead_{lang}"]), row["round_code"], row["grant_id"]))
    return in_order(by_name, choice, keys, first="recipient")


def _recipient(row: dict, choice: Filters):
    """The lead, a municipality linked to its page, and, of a joint grant, the partners with a word on shares."""
    lang = choice.lang
    name = row[f"lead_{lang}"]
    is_municipality = row["lead_kind"] == "municipality"
    lead = html.Span(link(choice, row["lead_code"], name) if is_municipality else name, className="register-title")
    if not row["is_joint"]:
        return lead
    partners = row[f"partners_{lang}"]
    words = say(lang, "grants.partners.named", partners=partners) if partners else say(lang, "grants.partners.unnamed")
    return [lead, html.Span(words, className="register-sub")]


def _project(row: dict, choice: Filters, detail: str):
    """The project's title linked to its lasting page; its status when it is more than `not stated`."""
    title = row[f"title_{choice.lang}"] or say(choice.lang, "grants.untitled")
    link = html.A(title, href=f"{detail}/{row['grant_id']}{choice.to_search(**_unfaceted(choice))}")
    told = returned(row, choice.lang)
    return [link, html.Span(told, className="register-sub")] if told else link


def _unfaceted(choice: Filters) -> dict:
    return {**dict.fromkeys(choice.narrowed()), "sort": None, "page": 1}
