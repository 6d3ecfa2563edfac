"""One municipality, at an address with its code and name: what is known of it, what it did, and what is not known."""

from dataclasses import replace

from dash import Input, Output, State, html

import queries
from components import maturity_summary, place_card, place_programmes, place_tables, place_words
from components.panel import panel
from components.text import say, words
from pages import ask, callback, choose, placed
from pages.municipality_names import coded, codes, named, written

KEY = "municipality"
SLUGS = words()["municipality.slug"]
VARIABLE = "municipality"
ADDRESS = (Input("url", "search"), State("url", "pathname"))
variables, code_of, text_of = codes, coded, written


def moved(choice, text: str) -> str | None:
    """Where the page stands when the address has another name; the bare code stands as it is."""
    right = text_of(choice, choice.lang)
    return None if text in (choice.municipality, right) else f"/{choice.lang}/{SLUGS[choice.lang]}/{right}"


def title(choice, key: str = "municipality.title") -> str:
    """The name and what the page tells of it, for the title bar."""
    return say(choice.lang, key, name=named(choice.municipality)[f"name_{choice.lang}"])


def description(choice) -> str:
    """What search engines say of the page."""
    return title(choice, "municipality.description")


def _place(choice) -> dict:
    """The municipality of the address as it was on the day; PageNotFound when there is none."""
    named(choice.municipality)
    return ask("municipalities_by_code", choice, region=None).rows()[0]


def _chosen(search: str, pathname: str, **changes):
    """The reader's choices of time and programme; a facet that came along narrows nothing here."""
    choice = choose(search, pathname)
    return replace(choice, **dict.fromkeys(choice.narrowed()), **changes)


def _told(answer, choice, name: str, **parts) -> list:
    """A panel of this page with its own words."""
    return panel(answer, choice=choice, key=f"municipality.{name}", **parts)


def layout(choice) -> list:
    """The place first, then what it did, programmes, similar places, and what is not known."""
    every = ask("municipalities_by_code", choice, municipality=None, region=None).rows()
    former = [row for row in every if row["merged_into_code"] == choice.municipality]
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}/{choice.municipality}"
    shown = [
        placed("municipality-place", show_place, address),
        placed("municipality-role", show_role, address),
        placed("municipality-experiments", show_experiments, address),
        placed("municipality-grants", show_grants, address),
        placed("municipality-programmes", show_programmes, address),
        placed("municipality-support", show_support, address),
        placed("municipality-maturity", show_maturity, address),
        placed("municipality-similar", show_similar, address),
        placed("municipality-missing", show_missing, address),
    ]
    return [place_card.head(_place(choice), choice, former), html.Div(shown, className="place-panels")]


@callback(Output("municipality-place", "children"), *ADDRESS, prevent_initial_call=True)
def show_place(search: str, pathname: str):
    """Region, population with its date, type, languages and land area on the chosen day."""
    choice = _chosen(search, pathname)
    answer = ask("municipalities_by_code", choice)
    return _told(
        answer, choice, "place", table=place_card.place(answer.rows()[0], choice.lang), note=place_words.on_day(choice)
    )


@callback(Output("municipality-role", "children"), *ADDRESS, prevent_initial_call=True)
def show_role(search: str, pathname: str):
    """Its role and what that rests on; not being named is told as no more than that."""
    choice = _chosen(search, pathname)
    answer = ask("participants_by_place", choice, programme=None)
    if not answer.records:
        coverage, programmes = ask("participants_by_kind", choice), ask("programmes_by_code", choice)
        return place_words.role_none(coverage, programmes, _place(choice), choice)
    programmes = ask("programmes_by_municipality", choice).rows()
    tried = ask("experiments_by_code", choice, programme=None).rows()
    return _told(
        answer,
        replace(choice, programme=None),
        "role",
        table=place_tables.role(answer.rows(), programmes, tried, choice.lang),
    )


@callback(Output("municipality-experiments", "children"), *ADDRESS, prevent_initial_call=True)
def show_experiments(search: str, pathname: str):
    """Its experiments in every programme, each leading to its own page."""
    choice = _chosen(search, pathname)
    answer = ask("experiments_by_code", choice, programme=None)
    if not answer.records:
        return place_words.told(choice, "municipality.experiments", ["experiments.none"])
    return _told(
        answer,
        replace(choice, programme=None),
        "experiments",
        table=place_tables.experiments(answer.rows(), choice),
        sentence=say(choice.lang, "municipality.experiments.answer"),
    )


@callback(Output("municipality-grants", "children"), *ADDRESS, prevent_initial_call=True)
def show_grants(search: str, pathname: str):
    """Its own and joint grants of every programme; the amounts of joint grants are never summed."""
    choice = _chosen(search, pathname)
    answer = ask("awards_by_grant", choice, programme=None)
    recipients = ask("recipients_by_grant", choice, programme=None)
    if not answer.records:
        return place_words.told(choice, "municipality.grants", ["grants.none", "grants.incomplete"])
    return _told(
        answer,
        replace(choice, programme=None),
        "grants",
        table=place_tables.grants(answer.rows(), recipients.rows(), choice),
        sentence=place_words.grants(answer.rows(), choice.lang),
        note=place_words.shares_note(answer.rows(), choice.lang),
    )


@callback(Output("municipality-programmes", "children"), *ADDRESS, prevent_initial_call=True)
def show_programmes(search: str, pathname: str):
    """The programmes that the material links with it, and that of others it has nothing."""
    choice = _chosen(search, pathname)
    answer = ask("programmes_by_municipality", choice)
    if not answer.records:
        return place_words.told(choice, "municipality.programmes", ["programmes.none", "programmes.unknown"])
    return _told(
        answer,
        choice,
        "programmes",
        table=place_programmes.programmes(answer.rows(), choice),
        sentence=say(choice.lang, "municipality.programmes.unknown"),
        note=place_programmes.network_link(choice),
    )


@callback(Output("municipality-support", "children"), *ADDRESS, prevent_initial_call=True)
def show_support(search: str, pathname: str):
    """Events and support of the programme; the sources do not tell who was there."""
    choice = _chosen(search, pathname)
    return place_words.support(ask("key_figures_by_measure", choice).rows(), choice)


@callback(Output("municipality-maturity", "children"), *ADDRESS, prevent_initial_call=True)
def show_maturity(search: str, pathname: str):
    """The levels of its sectors; until results are published, that none is, and the way to an example."""
    choice = _chosen(search, pathname)
    own = {"place": choice.municipality, "measure": None, "sector": None, "size_class": None, "place_class": None}
    answer = ask("levels_by_sector_and_place", choice, **own)
    if not maturity_summary.is_published(answer):
        return place_words.maturity(ask("key_figures_by_measure", choice).rows(), choice)
    return panel(
        answer,
        choice=choice,
        key="municipality.maturity",
        table=maturity_summary.sectors(answer.rows(), ask("levels_by_number", choice).rows(), choice),
        note=maturity_summary.over_time(answer.rows(), choice.lang),
        calculation=say(choice.lang, "maturity.summary.calculation"),
    )


@callback(Output("municipality-similar", "children"), *ADDRESS, prevent_initial_call=True)
def show_similar(search: str, pathname: str):
    """Municipalities of the same size class and type, with the rule printed; alphabetical, never ranked."""
    choice = _chosen(search, pathname)
    place = _place(choice)
    if place["merged_into_code"]:
        return place_words.merged(place, choice)
    answer = ask("similar_municipalities_by_code", choice)
    if not answer.records:
        return place_words.told(choice, "municipality.similar", ["similar.none"])
    table, rule = place_tables.similar(answer.rows(), choice), place_words.rule(answer.rows(), choice.lang)
    return _told(answer, choice, "similar", table=table, sentence=rule)


@callback(Output("municipality-missing", "children"), *ADDRESS, prevent_initial_call=True)
def show_missing(search: str, pathname: str):
    """What is not known of this municipality, and what to send to correct it."""
    choice = _chosen(search, pathname)
    roles, grants = (ask(name, choice, programme=None).rows() for name in ("participants_by_place", "awards_by_grant"))
    return place_words.missing(_place(choice), roles, grants, queries.release().id, choice)
