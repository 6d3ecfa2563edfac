"""Which class each place of the map falls into: what it colours, what the legend counts, what the list tells."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from components.numbers import MISSING, money, number
from components.text import say, say_count
from data import catalogue

MEASURES = ("awarded", "per_inhabitant", "grants", "theme", "role", "maturity")
AMOUNTS = {"awarded": "awarded_eur", "per_inhabitant": "per_inhabitant_eur"}
CODED = {"theme": "theme_code", "role": "role_code"}
CATEGORIES = "abcdef"
MARKS = {
    "several": "v",
    "at_most": "t",
    "joint_only": "j",
    "named_no_grant": "n",
    "not_stated": "s",
    "not_named": "u",
    "not_registered": "r",
    "no_data": "x",
    "outside": "o",
}


@dataclass(frozen=True)
class MapClass:
    """One line of the legend: the letter that stands for it in the string of classes, its words and its members."""

    letter: str
    label: str
    members: int


def measure_of(choice) -> str:
    """The measure of the address; the money when there is none or an unknown one."""
    return choice.measure if choice.measure in MEASURES else MEASURES[0]


def letter(row: dict, measure: str, limits: list[dict]) -> str:
    """The letter of a place: a step, a category, or a mark that says why it has neither."""
    if row["is_outside"]:
        return MARKS["outside"]
    if measure == "maturity":
        return str(row["level"]) if row.get("level") else MARKS["no_data"]
    if measure in CODED:
        return _category(row, measure)
    if measure == "grants":
        return _step(row["grants"], limits) if row["grants"] else _without(row)
    if measure == "per_inhabitant" and row["awarded_eur"] is not None and row["inhabitants"] is None:
        return MARKS["no_data"]
    value = row[AMOUNTS[measure]]
    return _step(value, limits) if value is not None else _without(row)


def _category(row: dict, measure: str) -> str:
    code = row[CODED[measure]]
    if measure == "theme" and row["themes"] > 1:
        return MARKS["several"]
    if code is None:
        return MARKS["not_stated" if row["role_code"] else "not_named"]
    return CATEGORIES[_codes(measure).index(code)]


def _codes(measure: str) -> list[str]:
    return list(catalogue.current().codes[f"{measure}s"])


def _step(value, limits: list[dict]) -> str:
    return next(str(each["class_number"]) for each in reversed(limits) if value >= each["from_value"])


def _without(row: dict) -> str:
    """Why a place has no amount: a ceiling only, a share that is not stated, named without a grant, not named."""
    if row["at_most_eur"] is not None:
        return MARKS["at_most"]
    if row["grants"]:
        return MARKS["joint_only"]
    return MARKS["named_no_grant" if row["role_code"] else "not_named"]


def legend(letters: str, measure: str, limits: list[dict], lang: str) -> list[list[MapClass]]:
    """The classes of a measure in groups; those of what cannot be known stay when they have no members.

    Levels of maturity are listed only when one is published: five classes without members would look like a result.
    """
    count = Counter(letters)
    if measure == "maturity":
        return _maturity(count, limits, lang)
    marks = catalogue.current().codes["map_marks"]

    def marked(names, *, always=()) -> list[MapClass]:
        kept = [name for name in names if count[MARKS[name]] or name in always]
        return [MapClass(MARKS[name], marks[name][lang], count[MARKS[name]]) for name in kept]

    named = marked(("several", "joint_only", "at_most", "named_no_grant", "not_stated"))
    unknown = marked(("not_named", "not_registered", "no_data"), always=("not_named", "not_registered", "no_data"))
    groups = [_values(count, measure, limits, lang), named, unknown, marked(("outside",))]
    return [group for group in groups if group]


def _maturity(count: Counter, limits: list[dict], lang: str) -> list[list[MapClass]]:
    levels = _values(count, "maturity", limits, lang)
    unknown = MapClass(MARKS["no_data"], say(lang, "map.legend.not_published"), count[MARKS["no_data"]])
    outside = MapClass(
        MARKS["outside"], catalogue.current().codes["map_marks"]["outside"][lang], count[MARKS["outside"]]
    )
    groups = [levels if any(each.members for each in levels) else [], [unknown], [outside] if outside.members else []]
    return [group for group in groups if group]


def _values(count: Counter, measure: str, limits: list[dict], lang: str) -> list[MapClass]:
    if measure in CODED:
        labels = catalogue.current().codes[f"{measure}s"]
        coded = zip(CATEGORIES, _codes(measure), strict=False)
        return [MapClass(each, labels[code][lang], count[each]) for each, code in coded]
    numbered = [(str(each["class_number"]), _range(each, measure, lang)) for each in limits]
    return [MapClass(each, words, count[each]) for each, words in numbered]


def _range(limit: dict, measure: str, lang: str) -> str:
    """`10 000–19 999 €`: a class in words; the lowest and the highest are open."""
    if measure == "maturity":
        return f"{limit['class_number']} {limit[f'name_{lang}']}"
    if measure == "grants":
        count = int(limit["from_value"])
        key = "map.legend.grants_at_least" if limit["to_value"] is None else "grants.count"
        return say_count(lang, key, count=count)
    if limit["to_value"] is None:
        return say(lang, "map.legend.at_least", low=money(lang, limit["from_value"]))
    if limit["from_value"] == 0:
        return say(lang, "map.legend.below", high=money(lang, limit["to_value"]))
    decimals = 0 if measure == "awarded" else 2
    high = limit["to_value"] - Decimal(1).scaleb(-decimals)
    return f"{number(lang, limit['from_value'], decimals=decimals)}–{money(lang, high)}"


def value_text(row: dict, measure: str, lang: str) -> str:
    """The value of a place in words or numbers; `··` for what is not stated, nothing for who is not named."""
    if measure == "maturity":
        return str(row.get("level") or "")
    if measure in CODED:
        if measure == "theme" and row["themes"] > 1:
            return say_count(lang, "map.themes", count=row["themes"])
        codes = catalogue.current().codes[f"{measure}s"]
        return codes[row[CODED[measure]]][lang] if row[CODED[measure]] else ""
    if measure == "grants":
        return number(lang, row["grants"]) if row["grants"] else ""
    if row[AMOUNTS[measure]] is not None:
        return money(lang, row[AMOUNTS[measure]])
    if row["at_most_eur"] is not None:
        return say(lang, "grants.at_most", amount=money(lang, row["at_most_eur"]))
    return MISSING if row["grants"] else ""
