"""The words of the front page: the situation in three sentences and the ways in."""

from datetime import date

from dash import html

from components.brief import Said
from components.filters import Filters
from components.inert import Inert
from components.named_values import Named, listed
from components.numbers import day, millions
from components.place_find import find_municipality
from components.text import say, say_count, sentence
from data import catalogue

FIRST = 3


def situation(said: tuple[Said, ...], recipients, programmes: list[dict], latest: date, choice: Filters) -> list:
    """When, then the first three paragraphs of the brief: cost, grants and participation. `recipients`: how many."""
    when = html.P(when_of(programmes, latest, choice), className="situation-when")
    words = html.Div([when, html.Div([html.P(each.linked(choice)) for each in said[:FIRST]], className="situation")])
    return [html.Div([words, _where(recipients, choice)], className="opening", lang=choice.lang)]


def recipients(figures: list[dict]):
    """How many municipalities received a grant; None when none is known."""
    return next((row["value"] for row in figures if row["measure_code"] == "recipients_municipalities"), None)


def _where(count, choice: Filters) -> html.Aside | None:
    """Beside the situation: how many municipalities received a grant, and the way to the lists."""
    if not count:
        return None
    lang, path = choice.lang, f"/{choice.lang}/{say(choice.lang, 'grants.slug')}{choice.to_search()}"
    return html.Aside(
        [
            html.H2(say(lang, "front.where.title")),
            html.P(say_count(lang, "front.where.text", count=int(count))),
            html.P(html.A(say(lang, "front.where.list"), href=f"{path}#grants-by-municipality")),
            html.P(html.A(say(lang, "front.where.regions"), href=f"{path}#grants-by-region")),
        ],
        className="aside",
        **{"aria-label": say(lang, "front.where.title")},
    )


def when_of(programmes: list[dict], latest: date, choice: Filters) -> str:
    """What the sentences speak of: the programme and the day."""
    lang = choice.lang
    names = {row["programme_code"]: row[f"name_{lang}"] for row in programmes}
    programme = names.get(choice.programme, say(lang, "front.when.all"))
    if choice.known_by:
        return say(lang, "front.when.known_by", programme=programme, day=day(lang, choice.known_by))
    kind = "as_of" if choice.as_of and choice.as_of < latest else _state(programmes, choice)
    return say(lang, f"front.when.{kind}", programme=programme, day=day(lang, choice.as_of or latest))


def _state(programmes: list[dict], choice: Filters) -> str:
    """`ended` when the chosen programme has a last day, otherwise `latest`."""
    ended = any(row["programme_code"] == choice.programme and row["ends_latest"] for row in programmes)
    return "ended" if ended else "latest"


def savings(rows: list[dict], lang: str) -> list:
    """That no saving has been measured, what the ranges are, and each of them with its means; they are never added."""
    key = "front.savings.answer" if len({row["edition_code"] for row in rows}) > 1 else "front.savings.answer_one"
    said = sentence(lang, key, none=html.Strong(say(lang, "front.savings.none")))
    for edition in dict.fromkeys(row["edition_code"] for row in rows):
        said += [" ", *_ranges([row for row in rows if row["edition_code"] == edition], edition, lang)]
    return said


def _ranges(rows: list[dict], edition: str, lang: str) -> list:
    """What one publication estimates, a range for each means."""
    codes = catalogue.current().codes
    values = [
        Named(codes["means"][row["means_code"]][lang], row["low_eur"], millions(lang, row["low_eur"], row["high_eur"]))
        for row in rows
    ]
    words = {"edition": codes["editions"][edition][lang], "listed": listed(lang, values)}
    return sentence(lang, "front.savings.estimate", **words)


def to_benefits(choice: Filters) -> html.P:
    """The way to everything that is told of benefits."""
    path = f"/{choice.lang}/{say(choice.lang, 'benefits.slug')}{choice.to_search()}"
    return html.P(html.A(say(choice.lang, "front.savings.more"), href=path))


def ways(choice: Filters, municipalities: list[dict]) -> Inert:
    """Three ways in: one's own municipality, the money, the files."""
    lang = choice.lang
    costs, data = (f"/{lang}/{say(lang, f'{page}.slug')}" for page in ("costs", "data"))
    form = find_municipality(choice, municipalities)
    parts = [
        _way(lang, "municipality", form),
        _way(lang, "money", html.A(say(lang, "front.ways.money.link"), href=costs)),
        _way(lang, "files", html.A(say(lang, "front.ways.files.link"), href=data)),
    ]
    return Inert(html.Section(parts, className="panel ways", **{"aria-label": say(lang, "front.ways.label")}))


def _way(lang: str, name: str, action) -> html.Div:
    return html.Div(
        [html.H2(say(lang, f"front.ways.{name}.title")), html.P(say(lang, f"front.ways.{name}.text")), action]
    )
