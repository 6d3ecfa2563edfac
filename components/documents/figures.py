"""The figures of a pack in the order of its agenda: each asks its questions and shows them as its page does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from components import cost_tables, cost_words, front_words, grant_tables, grant_words, method_tables, register
from components.documents import charts
from components.documents.model import Chart, Figure
from components.documents.plain import grid_of, lines_of, text_of
from components.filters import Filters
from components.numbers import money, number, span
from components.savings_table import savings_table
from components.sources import in_order, number_of
from components.tables import Column, table, value_text
from components.text import say
from data import catalogue


@dataclass(frozen=True)
class Shown:
    """How one figure is made: its text key, its questions (the first one is its data), table, words and chart.

    Each of the four takes a dict of rows by question, and the reader's choices. `brief`: which rows slides show.
    """

    key: str
    questions: tuple[str, ...]
    table: Callable
    message: Callable = lambda rows, choice: None
    note: Callable = lambda rows, choice: None
    chart: Callable[..., Chart | None] = lambda rows, choice: None
    brief: Callable[..., tuple[int, ...] | None] = lambda rows: None


def _of(function, *questions: str, by: str = "lang"):
    """A page's own function of rows and language (or choice) as one of `Shown`."""

    def made(rows: Mapping, choice: Filters):
        return function(*(rows[each] for each in questions), choice if by == "choice" else choice.lang)

    return made


def _key_table(rows: list[dict], lang: str):
    """Every counted figure in the order of its code list, with its precision and the date it is about."""
    order = list(catalogue.current().codes["measures"])

    def value(row: dict) -> str:
        return money(lang, row["value"]) if row["unit"] == "EUR" else number(lang, row["value"])

    columns = [
        Column(say(lang, "pack.figures.measure"), lambda row: value_text(lang, "measure_code", row["measure_code"])),
        Column(say(lang, "pack.figures.value"), value, is_number=True),
        Column(
            say(lang, "pack.figures.precision"), lambda row: value_text(lang, "qualifier_code", row["qualifier_code"])
        ),
        Column(say(lang, "pack.figures.day"), lambda row: span(lang, row["counted_earliest"], row["counted_latest"])),
    ]
    listed = sorted(rows, key=lambda row: order.index(row["measure_code"]))
    return table(columns, listed, caption=say(lang, "pack.figures.table"))


def _booked_words(rows: list[dict], lang: str):
    return cost_words.booked([row for row in rows if row["booked_eur"] is not None], lang)


def _ceilings(rows: Mapping, choice: Filters):
    """What must be known to read the register."""
    return grant_words.notes(rows["awards_by_grant"], choice)


BUDGET, BOOKED, ROUNDS = "budget_by_type_and_year", "booked_grants_by_year", "grants_by_round"
ESTIMATES, YEARS, BRIDGE = "estimates_against_outcome", "costs_by_year", "cost_bridge"
GRANTS, PLACES, SAVINGS, KINDS = "awards_by_grant", "grants_by_municipality", "savings_by_means", "participants_by_kind"
MEASURES, RULES = "key_figures_by_measure", "reconciliation"
AGENDA: dict[str, Shown] = {
    "figures": Shown("pack.figures", (MEASURES,), _of(_key_table, MEASURES)),
    "estimate": Shown(
        "costs.estimate",
        (ESTIMATES,),
        _of(cost_tables.estimates, ESTIMATES),
        _of(cost_words.estimate, ESTIMATES),
        _of(cost_words.light, ESTIMATES),
    ),
    "years": Shown(
        "costs.cumulative",
        (YEARS, ESTIMATES),
        _of(cost_tables.by_year, YEARS),
        _of(cost_words.cumulative, YEARS),
        chart=_of(charts.cumulative, YEARS, ESTIMATES),
    ),
    "budget": Shown(
        "costs.budget",
        (BUDGET,),
        _of(cost_tables.budget, BUDGET),
        _of(cost_words.budget, BUDGET),
        _of(cost_words.rounding, BUDGET),
    ),
    "bridge": Shown(
        "costs.bridge",
        (BRIDGE,),
        _of(cost_tables.bridge, BRIDGE),
        _of(cost_words.bridge, BRIDGE),
        _of(cost_words.bridge_caption, BRIDGE),
        _of(charts.bridge, BRIDGE),
    ),
    "booked": Shown(
        "costs.booked",
        (BOOKED,),
        _of(cost_tables.booked, BOOKED),
        _of(_booked_words, BOOKED),
        chart=_of(charts.booked, BOOKED),
    ),
    "rounds": Shown(
        "grants.by_round",
        (ROUNDS,),
        _of(grant_tables.by_round, ROUNDS, by="choice"),
        _of(grant_words.by_round, ROUNDS),
        _of(grant_words.incomplete_note, ROUNDS),
        _of(charts.rounds, ROUNDS),
    ),
    "grants": Shown(
        "grants.register",
        (GRANTS,),
        _of(register.whole, GRANTS, by="choice"),
        _of(grant_words.total, GRANTS),
        _ceilings,
    ),
    "municipalities": Shown(
        "grants.by_municipality",
        (PLACES, GRANTS),
        lambda rows, choice: grant_tables.by_municipality(rows[PLACES], choice, rows[GRANTS]),
        _of(grant_words.same_total, PLACES, by="choice"),
    ),
    "participants": Shown(
        "method.missing", (KINDS,), _of(method_tables.missing, KINDS), _of(method_tables.missing_words, KINDS)
    ),
    "savings": Shown(
        "front.savings",
        (SAVINGS,),
        _of(savings_table, SAVINGS),
        _of(front_words.savings, SAVINGS),
        chart=_of(charts.savings, SAVINGS),
    ),
    "checks": Shown(
        "method.reconciliation",
        (RULES,),
        _of(method_tables.reconciliation, RULES),
        _of(method_tables.passed_words, RULES),
        brief=lambda rows: tuple(place for place, row in enumerate(rows[RULES]) if not row["passed"]),
    ),
}


def figures(answers: Mapping, contents: tuple[str, ...], choice: Filters) -> tuple[Figure, ...]:
    """The chosen figures; `answers` is question -> answer. One without rows is left out: there was nothing yet."""
    return tuple(
        _figure(code, AGENDA[code], answers, choice) for code in contents if answers[AGENDA[code].questions[0]].records
    )


def _figure(code: str, shown: Shown, answers: Mapping, choice: Filters) -> Figure:
    lang = choice.lang
    rows = {name: answers[name].rows() for name in shown.questions}
    main = answers[shown.questions[0]]
    said, noted = shown.message(rows, choice), shown.note(rows, choice)
    return Figure(
        code=code,
        question=say(lang, f"{shown.key}.question"),
        message=text_of(said) or None,
        notes=lines_of(noted) if noted is not None else (),
        calculation=say(lang, f"{shown.key}.calculation"),
        grid=grid_of(shown.table(rows, choice)),
        chart=shown.chart(rows, choice),
        answer=main,
        sources=tuple(
            (number_of(each), catalogue.current().sources[each].labels[lang]) for each in in_order(main.source_ids)
        ),
        brief=shown.brief(rows),
    )
