"""Key figures for leaders: value, target, light with its rule, path and trend, owner, next review, why it changed.

A target, a path or a light is shown only where the material has one; otherwise the card says that there is none.
"""

from dataclasses import dataclass, field

from dash import html

from components import leadership_facts as facts
from components.alerts import word
from components.drawings import outcome_and_limit, part_of, years
from components.filters import Filters
from components.inert import Inert
from components.leadership_why import why
from components.meeting_days import Days
from components.meeting_tables import label, quantity
from components.numbers import MISSING, money
from components.sources import origin, source_numbers
from components.tables import Column, column, table
from components.text import say

# measure -> where its rows are: page and panel.
SHOWN = {
    "total_cost": ("costs", "costs-budget"),
    "awarded": ("grants", "grants-by-round"),
    "booked_grants": ("costs", "costs-booked"),
    "municipalities_registered": ("experiments", "experiments-coverage"),
    "municipalities_named": ("experiments", "experiments-participants"),
    "self_assessed": ("maturity", "maturity-assessed"),
}
# measure -> the rule of an alert that speaks of it, where the light of costs does not.
RULES = {"booked_grants": "difference_unexplained", "municipalities_named": "participants_not_named"}


@dataclass(frozen=True)
class Known:
    """Everything the cards are made of: rows by question, the two days compared, and whether reviews are examples.

    `then`: key figures of the earlier day, by measure.
    """

    rows: dict[str, list[dict]]
    then: dict[str, dict]
    days: Days
    owner: str | None
    has_example_reviews: bool
    figures: dict[str, dict] = field(init=False)

    def __post_init__(self):
        figures = {row["measure_code"]: row for row in self.rows["key_figures_by_measure"]}
        object.__setattr__(self, "figures", figures)


def cards(known: Known, choice: Filters) -> Inert:
    """One card a figure, in the order of SHOWN; one not known on the day says so in its place."""
    return Inert(html.Div([_card(code, known, choice) for code in SHOWN], className="leader-cards"))


def cards_table(known: Known, choice: Filters):
    """The same as a table: figure, value, target, light."""
    lang = choice.lang
    columns = [
        column(lang, "measure_code"),
        Column(
            say(lang, "leadership.figures.value"),
            lambda row: quantity(lang, row["unit"], row["value"]),
            is_number=True,
        ),
        Column(say(lang, "leadership.figures.target"), lambda row: facts.target(row["measure_code"], known, lang)),
        Column(say(lang, "leadership.figures.light"), lambda row: _light(row["measure_code"], known, lang)),
    ]
    listed = [known.figures[code] for code in SHOWN if code in known.figures]
    return table(columns, listed, caption=say(lang, "leadership.figures.table"))


def _card(code: str, known: Known, choice: Filters) -> html.Div:
    lang, name = choice.lang, html.H3(label("measures", code, choice.lang))
    if code not in known.figures:
        unknown = html.P(say(lang, "front.figure.unknown"))
        return html.Div([name, html.P(MISSING, className="figure"), unknown], className="leader-card")
    row = known.figures[code]
    written = quantity(lang, row["unit"], row["value"])
    spoken = {"aria-label": say(lang, "common.named_value", name=label("measures", code, lang), value=written)}
    value = html.A(written, href=rows_address(code, choice), **spoken)
    ids = row["source_ids"].split()
    lines = [
        name,
        html.P(value, className="figure"),
        html.P(_light(code, known, lang), className="state"),
        html.P(facts.target(code, known, lang)),
        _picture(code, known, lang),
        *facts.path(code, known, lang),
        html.P(say(lang, "leadership.owner", owner=facts.owner(known, lang))),
        facts.review(code, known, lang),
        why(code, known, choice, rows_address(code, choice)),
        html.P(origin(source_numbers(lang, ids), ids)),
    ]
    return html.Div(lines, className="leader-card")


def rows_address(code: str, choice: Filters) -> str:
    """Where the rows behind a figure are."""
    page, panel = SHOWN[code]
    return f"/{choice.lang}/{say(choice.lang, f'{page}.slug')}{choice.to_search()}#{panel}"


def _light(code: str, known: Known, lang: str) -> list:
    """The light and its printed rule; that there is none, when no rule speaks of the figure."""
    if code == "total_cost":
        lit = facts.light(known, lang)
        return lit or [say(lang, "leadership.light.none")]
    rule = next((row for row in known.rows["alerts_by_rule"] if row["alert_rule_code"] == RULES.get(code)), None)
    return [word(rule, lang), " ", rule[f"text_{lang}"]] if rule else [say(lang, "leadership.light.none")]


def _picture(code: str, known: Known, lang: str) -> html.Div | None:
    """A small picture; the words under it say the same."""
    original = facts.original(known)
    if code == "total_cost" and original:
        words = say(lang, "front.figure.cost_estimate", amount=money(lang, original["estimated_eur"]))
        drawn = outcome_and_limit(float(original["outcome_eur"]), float(original["estimated_eur"]), words)
        return html.Div([drawn, *facts.trend(code, known, lang)])
    if code == "municipalities_named" and "municipalities_registered" in known.figures:
        whole = int(known.figures["municipalities_registered"]["value"])
        named = say(lang, "front.figure.named", count=quantity(lang, "count", known.figures[code]["value"]))
        return html.Div(part_of(int(known.figures[code]["value"]), whole, named))
    by_year = facts.outcomes(code, known)
    return html.Div([years(by_year), *facts.trend(code, known, lang)]) if by_year else None
