"""The programmes that reach a municipality: each with its years and why, and the way to the network of programmes."""

from dataclasses import replace

from dash import html

from components.filters import DEFAULT_PROGRAMME, Filters
from components.numbers import day, is_missing
from components.tables import Column, column, stacked
from components.text import say


def programmes(rows: list[dict], choice: Filters):
    """Each programme that reached the municipality: in what way, when, and the way to its grants."""
    lang = choice.lang
    columns = [
        Column(say(lang, "municipality.programmes.name"), lambda row: _programme(row, choice)),
        Column(say(lang, "municipality.programmes.time"), lambda row: _time(row, lang)),
        Column(say(lang, "municipality.programmes.how"), lambda row: _how(row, lang)),
        Column(say(lang, "municipality.programmes.years"), _years),
        column(lang, "grants"),
    ]
    return stacked(columns, rows, caption=say(lang, "municipality.programmes.table"))


def network_link(choice: Filters) -> html.P:
    """The way to the municipality's programmes, calls and deadlines on the page of the network."""
    address = f"/{choice.lang}/{say(choice.lang, 'network.slug')}"
    chosen = replace(choice, in_path=None).to_search(programme=DEFAULT_PROGRAMME)
    link_to = html.A(say(choice.lang, "municipality.programmes.network"), href=f"{address}{chosen}")
    return html.P(link_to, className="onward")


def _programme(row: dict, choice: Filters):
    name = row[f"name_{choice.lang}"]
    if not row["grants"]:
        return name
    path = f"/{choice.lang}/{say(choice.lang, 'grants.slug')}"
    chosen = {"programme": row["programme_code"], "municipality": choice.municipality}
    return html.A(name, href=path + Filters(**{**_time_of(choice), **chosen}).to_search())


def _time_of(choice: Filters) -> dict:
    """The choices of time and release, for a page whose programme is another one."""
    return {name: getattr(choice, name) for name in ("lang", "as_of", "known_by", "release")}


def _time(row: dict, lang: str) -> str:
    start, end = row["starts_earliest"], row["ends_latest"]
    if is_missing(start) and is_missing(end):
        return say(lang, "common.not_stated")
    if is_missing(start):
        return say(lang, "municipality.programmes.until", end=day(lang, end))
    if is_missing(end):
        return say(lang, "municipality.programmes.from", start=day(lang, start))
    return say(lang, "municipality.programmes.span", start=day(lang, start), end=day(lang, end))


def _how(row: dict, lang: str) -> str:
    """Taking part and receiving grants, or what a source tells of the municipality or of its region."""
    if row["is_participant"] or row["grants"]:
        key = "both" if row["is_participant"] and row["grants"] else "participant" if row["is_participant"] else None
        return say(lang, f"municipality.programmes.{key or 'recipient'}")
    return say(lang, "municipality.programmes.region" if row["is_through_region"] else "municipality.programmes.told")


def _years(row: dict) -> str:
    if is_missing(row["first_year"]):
        return "–"
    first, last = str(int(row["first_year"])), str(int(row["last_year"]))
    return first if first == last else f"{first}–{last}"
