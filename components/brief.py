"""The brief: the situation in three to seven sentences, written by rules from answers; each number is a link.

One home for the front page, the page for leaders, the meeting pack and the plain text. A sentence is a whole template
of `brief.toml`, by the plural rule of its count; `[name|words]` in it becomes the link of LINKS. Where nothing is
known, the sentence says so.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from dash import html

from components.filters import Filters
from components.numbers import day, money, number, percent
from components.text import plural_form, say

QUESTIONS = (
    "key_figures_by_measure",
    "estimates_against_outcome",
    "booked_grants_by_year",
    "benefits_by_statement",
)
# Where each number has its figure: page and panel.
LINKS = {
    "cost": ("costs", "costs-budget"),
    "share": ("costs", "costs-estimate"),
    "decisions": ("grants", "grants-register"),
    "awarded": ("grants", "grants-by-round"),
    "booked": ("costs", "costs-booked"),
    "difference": ("costs", "costs-bridge"),
    "registered": ("experiments", "experiments-coverage"),
    "assessed": ("maturity", "maturity-assessed"),
    "promised": ("benefits", "benefits-ledger"),
    "measured": ("benefits", "benefits-ledger"),
}
_LINK = re.compile(r"\[(\w+)\|([^\]]*)\]")


@dataclass(frozen=True)
class Said:
    """One paragraph of the brief: what it is about, and its template with every value in it and the links marked."""

    about: str
    marked: str

    @property
    def text(self) -> str:
        """The words alone."""
        return _LINK.sub(r"\2", self.marked)

    @property
    def numbers(self) -> tuple[tuple[str, str], ...]:
        """(name, words) of each number, in the order of the sentence."""
        return tuple(_LINK.findall(self.marked))

    def linked(self, choice: Filters) -> list:
        """The words as children, each number linked to its figure with the choices in force."""
        first, *rest = _LINK.split(self.marked)
        shown: list = [first]
        for name, words, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            shown += [html.A(words, href=address(name, choice)), text]
        return [each for each in shown if each != ""]


def address(name: str, choice: Filters) -> str:
    """The address of a number's own figure."""
    page, panel = LINKS[name]
    return f"/{choice.lang}/{say(choice.lang, f'{page}.slug')}{choice.to_search()}#{panel}"


def brief(rows: dict[str, list[dict]], latest: date, choice: Filters) -> tuple[Said, ...]:
    """Cost, grants, participation and benefits. `rows`: question -> rows; `latest`: the day of the data."""
    lang = choice.lang
    figures = {row["measure_code"]: row for row in rows["key_figures_by_measure"]}
    known = {code: row["value"] for code, row in figures.items()}
    original = next((row for row in rows["estimates_against_outcome"] if row["is_original"]), None)
    until = figures["total_cost"]["counted_latest"] if "total_cost" in figures else None
    return (
        Said("cost", _cost(lang, known, original, until if until and until < latest else None)),
        Said("grants", _grants(lang, known, rows["booked_grants_by_year"])),
        Said("participation", _participation(lang, known)),
        Said("benefits", _benefits(lang, rows["benefits_by_statement"])),
    )


def _counted(lang: str, key: str, count, **values: str) -> str:
    """The whole sentence of a count, by its plural rule."""
    form = plural_form(lang, int(count))
    return say(lang, f"brief.{key}.{form}", count=number(lang, count), **values)


def _cost(lang: str, known: dict, original: dict | None, until: date | None) -> str:
    """Cost and its share of the original estimate; with the day that the books reach when that is not the last one."""
    if "total_cost" not in known or original is None:
        return say(lang, "brief.cost_unknown")
    values = {"cost": money(lang, known["total_cost"]), "share": percent(lang, original["outcome_pct"])}
    if until:
        return say(lang, "brief.cost_by", day=day(lang, until), **values)
    return say(lang, "brief.cost", **values)


def _grants(lang: str, known: dict, bookings: list[dict]) -> str:
    """Awarded, booked and what lies between, as far as the books and the source tell."""
    count = known.get("grants_awarded")
    if not count:
        return say(lang, "brief.grants_unknown")
    if "awarded" not in known:
        return _counted(lang, "grants_at_most", count)
    values = {"awarded": money(lang, known["awarded"])}
    if "booked_grants" not in known:
        return _counted(lang, "grants_only", count, **values)
    values["booked"] = money(lang, known["booked_grants"])
    if known["awarded"] - known["booked_grants"] != known.get("awarded_minus_booked"):
        return _counted(lang, "grants_partly", count, **values)
    told = any(row["explained_code"] == "return_amount_not_stated" for row in bookings)
    key = "grants" if told else "grants_unexplained"
    return _counted(lang, key, count, difference=money(lang, known["awarded_minus_booked"]), **values)


def _participation(lang: str, known: dict) -> str:
    """How many registered, and how many assessed themselves: the source does not say that they are among them."""
    if "municipalities_registered" not in known:
        return say(lang, "brief.registered_unknown")
    registered = _counted(lang, "registered", known["municipalities_registered"])
    if "self_assessed" not in known:
        return registered
    return f"{registered} {_counted(lang, 'assessed', known['self_assessed'])}"


def _benefits(lang: str, statements: list[dict]) -> str:
    """How many benefits have been measured; when none, how many promises have no measurement."""
    measured, promised = counted_benefits(statements)
    if measured:
        return _counted(lang, "measured", measured)
    return _counted(lang, "promised", promised) if statements else say(lang, "brief.benefits_unknown")


def counted_benefits(statements: list[dict]) -> tuple[int, int]:
    """(benefits measured or audited, benefits promised but not measured)."""
    by_class: dict[str, set[str]] = {}
    for row in statements:
        by_class.setdefault(row["evidence_class_code"], set()).add(row["benefit_code"])
    measured = by_class.get("measured", set()) | by_class.get("audited", set())
    return len(measured), len(by_class.get("promise", set()) - measured)


def text_address(choice: Filters) -> str:
    """Where the brief is as plain text."""
    taken = replace(choice, in_path=None).written(only=("as_of", "known_by", "programme", "release"))
    return f"/api/v1/brief.txt?{urlencode({**taken, 'lang': choice.lang})}"
