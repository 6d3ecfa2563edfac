"""The card of the chosen municipality: what it is, its grants with partners, and the way to its own page."""

from dash import html

from components.filters import Filters
from components.grant_tables import amount, returned
from components.numbers import day, number
from components.places import municipality_path
from components.tables import Column, table
from components.text import say
from data import catalogue


def card(row: dict | None, grants: list[dict], choice: Filters, regions: dict[str, str]) -> html.Div:
    """`row` is the chosen place, None when nothing is chosen; `grants` are those it takes part in."""
    lang = choice.lang
    if row is None:
        words = html.P(say(lang, "map.card.nothing"), className="map-card-quiet")
        return html.Div([html.H3(say(lang, "map.card.choose")), words], className="map-card map-card--empty")
    own = [html.P(say(lang, "map.card.no_grant"))] if not grants else [_grants(grants, lang), _shares(grants, lang)]
    page = html.A(say(lang, "map.card.page"), href=municipality_path(lang, row["place_code"], row[f"name_{lang}"]))
    clear = html.A(say(lang, "map.card.clear"), href=choice.to_search(municipality=None) or "?")
    parts = [
        html.P(say(lang, "map.card.chosen"), className="map-card-quiet"),
        html.H3(row[f"name_{lang}"]),
        html.P(_context(row, lang, regions), className="map-card-quiet"),
        *[each for each in own if each is not None],
        html.P([page, clear], className="map-card-links"),
    ]
    return html.Div(parts, className="map-card")


def _context(row: dict, lang: str, regions: dict[str, str]) -> str:
    """`Pirkanmaa · 33 527 asukasta (31.12.2018) · Kokeilija`: region, population with its date, role."""
    parts = [regions.get(row["region_code"])]
    if row["inhabitants"] is not None:
        counted = {"inhabitants": number(lang, row["inhabitants"]), "day": day(lang, row["counted_on"])}
        parts.append(say(lang, "map.card.inhabitants", **counted))
    role = row["role_code"]
    parts.append(catalogue.current().codes["roles"][role][lang] if role else say(lang, "map.part.not_named"))
    return " · ".join(filter(None, parts))


def _grants(grants: list[dict], lang: str):
    def project(grant: dict) -> list:
        title = f"{grant['round_code']} · {grant[f'title_{lang}'] or say(lang, 'grants.untitled')}"
        path = f"/{lang}/{say(lang, 'grants.slug')}/{grant['grant_id']}"
        found = [html.A(title, href=path, className="register-title")]
        told = returned(grant, lang)
        return [*found, html.Span(_with(grant, lang) + (f" {told}." if told else ""), className="register-sub")]

    columns = [
        Column(say(lang, "map.card.grant"), project),
        Column(say(lang, "map.card.whole"), lambda grant: amount(grant, lang), is_number=True),
    ]
    return table(columns, grants, caption=say(lang, "map.card.table"))


def _with(grant: dict, lang: str) -> str:
    """The applicant and, of a joint grant, who else is in it."""
    lead = grant[f"lead_{lang}"]
    if not grant["is_joint"]:
        return say(lang, "map.card.lead", lead=lead)
    partners = grant[f"partners_{lang}"] or say(lang, "common.not_stated")
    return say(lang, "map.card.lead_and_partners", lead=lead, partners=partners)


def _shares(grants: list[dict], lang: str):
    """That the share of the municipality is not stated, when a grant is joint: the sums are not added up."""
    if not any(grant["is_joint"] for grant in grants):
        return None
    return html.P([html.Strong(say(lang, "map.card.shares")), " ", say(lang, "map.card.shares_more")], className="note")
