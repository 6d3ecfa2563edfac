"""The search page: its field, its hits by kind, and what to do when there are none."""

from itertools import groupby

import dash_bootstrap_components as dbc
from dash import html

from components.as_of import hidden_choices
from components.filters import Filters
from components.inert import Inert
from components.place_card import link
from components.text import say, say_count
from data import catalogue

MOST = 50
EXAMPLES = ("first", "second", "third", "fourth")


def field(choice: Filters) -> Inert:
    """The search field: a plain form whose words stand in the address."""
    lang = choice.lang
    text = dbc.Input(id="search-q", name="q", type="search", value=choice.q or "", maxlength=80, autocomplete="off")
    form = html.Form(
        [
            *hidden_choices(choice, without=("q",)),
            html.Label(say(lang, "search.field"), htmlFor="search-q"),
            html.Div(
                [text, html.Button(say(lang, "search.button"), type="submit", className="button")], className="search"
            ),
        ],
        method="get",
        action="",
        role="search",
        className="search-form",
    )
    return Inert(form)


def help_words(choice: Filters) -> list:
    """How to search, with examples that are links."""
    lang = choice.lang
    words = [say(lang, f"search.help.{name}") for name in EXAMPLES]
    links = [html.Li(html.A(each, href=choice.to_search(q=each))) for each in words]
    return [
        html.H2(say(lang, "search.help.question"), id="search-hits-question"),
        html.P(say(lang, "search.help.answer"), className="answer"),
        html.Ul(links, className="examples"),
    ]


def counted(rows: list[dict], choice: Filters) -> str:
    """How many hits there are; when none, that, and that the nearest names follow."""
    lang, text = choice.lang, choice.q
    if is_near(rows):
        return " ".join((say(lang, "search.hits.none", text=text), say(lang, "search.hits.near")))
    if len(rows) == MOST:
        return say(lang, "search.hits.most", text=text, count=str(MOST))
    return say_count(lang, "search.hits.answer", count=len(rows), text=text)


def is_near(rows: list[dict]) -> bool:
    """True when nothing was found and the rows are only the nearest names."""
    return all(row["match_code"] == "near" for row in rows)


def none(choice: Filters) -> list:
    """That nothing at all is like what was looked for, and how to search."""
    said = html.P(say(choice.lang, "search.hits.none", text=choice.q), className="answer")
    return [html.H2(say(choice.lang, "search.hits.question"), id="search-hits-question"), said, *help_words(choice)[1:]]


def by_kind(rows: list[dict], choice: Filters, programmes: list[dict]) -> html.Div:
    """Hits under their kinds, each kind with its number; the kind with the best hit comes first."""
    best = {}
    for row in rows:
        best.setdefault(row["hit_kind"], row["place"])
    ordered = sorted(rows, key=lambda row: (best[row["hit_kind"]], row["place"]))
    with_grants = {row["programme_code"] for row in programmes}
    groups = groupby(ordered, key=lambda row: row["hit_kind"])
    return html.Div([_kind(kind, list(hits), choice, with_grants) for kind, hits in groups], className="hits")


def _kind(kind: str, rows: list[dict], choice: Filters, with_grants: set[str]) -> html.Div:
    name = catalogue.current().codes["hit_kinds"][kind][choice.lang]
    heading = html.H3(say(choice.lang, "search.kind_count", kind=name, count=str(len(rows))))
    return html.Div([heading, html.Ul([html.Li(_hit(row, choice, with_grants)) for row in rows])])


def _hit(row: dict, choice: Filters, with_grants: set[str]) -> list:
    """A hit's name, linked to its page when it has one, and what tells it apart."""
    lang = choice.lang
    name = row[f"name_{lang}"] or say(lang, "grants.untitled")
    told = [row[f"about_{lang}"], _also(row, lang) if row["hit_kind"] == "municipality" else None]
    if row["match_code"] == "typo":
        told.append(say(lang, "search.hits.typo"))
    words = " · ".join(each for each in told if each)
    parts = [_linked(row, name, choice, with_grants), html.Span(words, className="register-sub") if words else None]
    return [part for part in parts if part is not None]


def _also(row: dict, lang: str) -> str | None:
    """The names of a municipality in the other languages, when they differ from the one shown."""
    others = {row[f"name_{each}"] for each in ("fi", "sv", "en")} - {row[f"name_{lang}"]}
    return say(lang, "search.hits.former", names=", ".join(sorted(others))) if others else None


def _linked(row: dict, name: str, choice: Filters, with_grants: set[str]):
    """The name as a link to the page of what was found; a programme without grants stands in the network."""
    code, kind = row["code"], row["hit_kind"]
    if kind == "municipality":
        return link(choice, code, name)
    clean = {"q": None, "sort": None, "page": 1, **dict.fromkeys(choice.narrowed())}
    grants, places, method = (
        f"/{choice.lang}/{say(choice.lang, f'{page}.slug')}" for page in ("grants", "municipality", "method")
    )
    if kind in ("region", "city_region"):
        return html.A(name, href=places + choice.to_search(**{**clean, "region": row["region_code"]}))
    if kind == "grant":
        return html.A(name, href=f"{grants}/{code}{choice.to_search(**clean)}")
    if kind == "experiment":
        return html.A(
            name, href=f"/{choice.lang}/{say(choice.lang, 'experiments.slug')}/{code}{choice.to_search(**clean)}"
        )
    if kind == "term":
        return html.A(name, href=f"{method}{choice.to_search(**clean)}#term-{code.replace('_', '-')}")
    if code in with_grants:
        return html.A(name, href=grants + choice.to_search(**{**clean, "programme": code}))
    network = f"/{choice.lang}/{say(choice.lang, 'network.slug')}"
    return html.A(name, href=network + choice.to_search(**{**clean, "focus": code}))
