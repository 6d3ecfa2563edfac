"""The figures of a pack that tell of the programme: costs, grants, participants, experiments, savings and maturity."""

from components import (
    benefit_tables,
    cost_tables,
    cost_words,
    experiment_tables,
    experiment_words,
    front_words,
    grant_tables,
    grant_words,
    method_tables,
    register,
)
from components.counted_table import counted_table
from components.documents import charts
from components.documents.shown import Shown, of, of_one
from components.filters import Filters
from components.maturity_levels import answer as maturity_answer
from components.maturity_levels import by_sector
from components.numbers import number
from components.savings_table import savings_table
from components.text import say


def _booked_words(rows: list[dict], lang: str):
    return cost_words.booked([row for row in rows if row["booked_eur"] is not None], lang)


def _differing(rows: list[dict]) -> list[dict]:
    """The checks that paper and slides list; sheets have them all."""
    return [row for row in rows if not row["passed"]]


def _agreeing(rows: list[dict], lang: str) -> str:
    """How many checks agree and where all of them are."""
    agree = len(rows) - len(_differing(rows))
    return say(lang, "pack.differing", agree=number(lang, agree), rows=number(lang, len(rows)))


def _experiments(rows: list[dict], choice: Filters):
    return experiment_tables.register(rows, choice, detail="")


ESTIMATES, YEARS, ROUNDS, REGIONS = (
    *("estimates_against_outcome", "costs_by_year", "grants_by_round", "grants_by_region"),
)
GRANTS, PLACES, RULES, EXPERIMENTS, BENEFITS = (
    *("awards_by_grant", "grants_by_municipality", "reconciliation", "experiments_by_code"),
    "benefits_by_statement",
)
FIGURES: dict[str, Shown] = {
    "figures": of_one("pack.figures", "key_figures_by_measure", table=counted_table, panels=("meeting-figures",)),
    "estimate": of_one(
        "costs.estimate",
        ESTIMATES,
        table=cost_tables.estimates,
        message=cost_words.estimate,
        note=cost_words.light,
        chart=charts.estimates,
    ),
    "years": Shown(
        "costs.cumulative",
        (YEARS, ESTIMATES),
        of(cost_tables.by_year, YEARS),
        of(cost_words.cumulative, YEARS),
        chart=of(charts.cumulative, YEARS, ESTIMATES),
    ),
    "budget": of_one(
        "costs.budget",
        "budget_by_type_and_year",
        table=cost_tables.budget,
        message=cost_words.budget,
        note=cost_words.rounding,
    ),
    "bridge": of_one(
        "costs.bridge",
        "cost_bridge",
        table=cost_tables.bridge,
        message=cost_words.bridge,
        note=cost_words.bridge_caption,
        chart=charts.bridge,
    ),
    "booked": of_one(
        "costs.booked", "booked_grants_by_year", table=cost_tables.booked, message=_booked_words, chart=charts.booked
    ),
    "rounds": Shown(
        "grants.by_round",
        (ROUNDS,),
        of(grant_tables.by_round, ROUNDS, by="choice"),
        of(grant_words.by_round, ROUNDS),
        of(grant_words.incomplete_note, ROUNDS),
        of(charts.rounds, ROUNDS),
    ),
    "grants": Shown(
        "grants.register",
        (GRANTS,),
        of(register.whole, GRANTS, by="choice"),
        of(grant_words.total, GRANTS, by="choice"),
        of(grant_words.notes, GRANTS, by="choice"),
    ),
    "municipalities": Shown(
        "grants.by_municipality",
        (PLACES, GRANTS),
        lambda rows, choice: grant_tables.by_municipality(rows[PLACES], choice, rows[GRANTS]),
        of(grant_words.same_total, PLACES, by="choice"),
    ),
    "regions": Shown(
        "grants.by_region",
        (REGIONS,),
        of(grant_tables.by_region, REGIONS, by="choice"),
        lambda rows, choice: grant_words.same_total(rows[REGIONS], choice, key="joint_region"),
        panels=("grants-by-region", "map-by-region"),
    ),
    "participants": of_one(
        "method.missing", "participants_by_kind", table=method_tables.missing, message=method_tables.missing_words
    ),
    "experiments": Shown(
        "experiments.register",
        (EXPERIMENTS,),
        of(_experiments, EXPERIMENTS, by="choice"),
        of(experiment_words.told, EXPERIMENTS),
        of(experiment_words.notes, EXPERIMENTS, by="choice"),
    ),
    "maturity": of_one(
        "pack.maturity", "levels_by_group", table=by_sector, message=maturity_answer, panels=("maturity-levels",)
    ),
    "savings": of_one(
        "front.savings",
        "savings_by_means",
        table=savings_table,
        message=front_words.savings,
        chart=charts.savings,
    ),
    "benefits": Shown(
        "benefits.ledger",
        (BENEFITS,),
        of(benefit_tables.ledger, BENEFITS, by="choice"),
        of(benefit_tables.ledger_words, BENEFITS),
        lambda rows, choice: say(choice.lang, "benefits.lead"),
    ),
    "checks": of_one(
        "method.reconciliation",
        RULES,
        table=lambda rows, lang: method_tables.reconciliation(_differing(rows), lang),
        message=method_tables.passed_words,
        note=_agreeing,
        brief=lambda rows: tuple(range(len(_differing(rows[RULES])))),
    ),
}
