"""The page of one grant: its facts as a list, its events and its recipients."""

from dash import html

from components.facts import facts
from components.filters import Filters
from components.grant_tables import amount, band, theme, when
from components.numbers import money, span
from components.place_card import link
from components.tables import Column, column, stacked
from components.text import say
from data import catalogue


def name(grant: dict, lang: str) -> str:
    """`Nokia: Talous- ja henkilöstöhallinnon kehittäminen`."""
    title = grant[f"title_{lang}"] or say(lang, "grants.untitled")
    return f"{grant[f'lead_{lang}']}: {title}"


def card(grant: dict, lang: str, *, is_known: bool) -> html.Div:
    """Heading, purpose, and the facts: what is not stated is said. `is_known`: awarded and known on the chosen day."""
    known = {
        "recipient": grant[f"lead_{lang}"],
        "partners": _partners(grant, lang),
        "amount": html.Strong(amount(grant, lang)),
        "decided": when(grant, lang),
        "round": grant["round_code"],
        "theme": theme(grant, lang),
        "band": band(grant, lang) if grant["band_code"] else None,
        "region": grant[f"region_{lang}"] or say(lang, "grants.several_regions"),
        "status": catalogue.current().codes["grant_statuses"][grant["status_code"]][lang],
    }
    listed = facts([(say(lang, f"grant.fact.{key}"), value) for key, value in known.items()])
    title = grant[f"title_{lang}"] or say(lang, "grants.untitled")
    return html.Div(
        [
            html.Div([html.H1(title), html.P(grant[f"purpose_{lang}"], className="lead")], className="page-head"),
            listed if is_known else html.P(say(lang, "grant.not_yet"), className="note"),
        ]
    )


def _partners(grant: dict, lang: str) -> str | None:
    if not grant["is_joint"]:
        return None
    partners = grant[f"partners_{lang}"]
    return partners or say(lang, "grants.partners.unnamed")


def events(rows: list[dict], lang: str):
    """Award, adjustment and return: three different facts, each with its date and amount."""
    codes = catalogue.current().codes
    columns = [
        Column(say(lang, "grant.events.kind"), lambda row: codes["event_kinds"][row["event_kind"]][lang]),
        Column(
            say(lang, "grant.events.when"), lambda row: span(lang, row["happened_earliest"], row["happened_latest"])
        ),
        Column(say(lang, "grant.events.amount"), lambda row: amount(row, lang), is_number=True),
        *_notes(rows, lang),
        column(lang, "known_since"),
    ]
    return stacked(columns, rows, caption=say(lang, "grant.events.table"))


def _notes(rows: list[dict], lang: str) -> list[Column]:
    """The column of what a source adds, when it adds something to any of the events."""
    heading = say(lang, "grant.events.note")
    return [Column(heading, lambda row: row[f"note_{lang}"] or "–")] if any(row[f"note_{lang}"] for row in rows) else []


def recipients(rows: list[dict], choice: Filters):
    """Lead and partners; the equal split stands only where it was asked for, in its own labelled column."""
    lang, codes = choice.lang, catalogue.current().codes
    columns = [
        Column(say(lang, "grants.column.recipient"), lambda row: _recipient(row, choice)),
        Column(say(lang, "grant.recipients.kind"), lambda row: codes["recipient_kinds"][row["recipient_kind"]][lang]),
        Column(say(lang, "grant.recipients.role"), lambda row: codes["recipient_roles"][row["recipient_role"]][lang]),
        Column(say(lang, "grant.recipients.share"), lambda row: codes["share_states"][row["share_state"]][lang]),
    ]
    if choice.joint == "equal":
        columns.append(
            Column(
                say(lang, "grant.recipients.equal"),
                lambda row: money(lang, row["equal_share_eur"]),
                is_number=True,
            )
        )
    return stacked(columns, rows, caption=say(lang, "grant.recipients.table"))


def _recipient(row: dict, choice: Filters):
    """A recipient's name; a municipality leads to its page."""
    name = row[f"name_{choice.lang}"]
    return link(choice, row["recipient_code"], name) if row["recipient_kind"] == "municipality" else name


def share_words(rows: list[dict], lang: str):
    """That the sources state no shares, when they do not."""
    unstated = any(row["share_state"] == "not_stated" for row in rows)
    return say(lang, "grant.recipients.not_stated") if unstated else None
