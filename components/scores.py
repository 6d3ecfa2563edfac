"""Scores of 0–100 points: how one is written, which of five classes it falls into, how it stands in a heatmap."""

from collections import Counter
from collections.abc import Iterable

from dash import html

from components.heatmap import Cell
from components.heatmap_large import MARK_TEXTS
from components.inert import Inert
from components.numbers import is_missing, number
from components.text import say
from data import catalogue

SHOWN_MARKS = ("not_applicable", "not_stated")


def codes(name: str) -> list[str]:
    """The codes of a list in its own order: countries and life events are never ranked."""
    return list(catalogue.current().codes[name])


def label(lang: str, name: str, code: str) -> str:
    """The reader's word for a code of a list."""
    return catalogue.current().codes[name][code][lang]


def points(lang: str, value, decimals: int | None = None) -> str:
    """A score with the decimals of its column, or as exact as its source has it; `··` when there is none."""
    return number(lang, value, **({} if is_missing(value) else {"decimals": decimals or exactness([value])}))


def exactness(values: Iterable) -> int:
    """The decimals that a column of scores needs: one, or two when any of them has two."""
    return 1 if all(value * 10 == int(value * 10) for value in values if not is_missing(value)) else 2


def period(row: dict) -> str:
    """`2021–2022`, or the one year measured."""
    if "measured_year" in row:
        return str(row["measured_year"])
    return f"{row['measured_from_year']}–{row['measured_to_year']}"


def step(value, classes: list[dict]) -> int:
    """The class of a score, 1 is the lowest; a lower limit belongs to its class."""
    return next(each["class_number"] for each in reversed(classes) if value >= each["from_points"])


def score_cell(
    lang: str,
    value,
    classes: list[dict],
    *,
    of: str,
    at: str,
    decimals: int | None = None,
    mark: str = "not_stated",
    href=None,
    is_chosen=False,
) -> Cell:
    """One cell: the printed score with its class, or the mark of why there is none. `of`: its row, `at`: its column."""
    if is_missing(value):
        reason = catalogue.current().codes["cell_marks"][mark][lang]
        spoken = say(lang, "benchmark.spoken.without", of=of, at=at, reason=reason)
        return Cell(MARK_TEXTS[mark], mark=mark, spoken=spoken, href=href, is_chosen=is_chosen)
    printed = points(lang, value, decimals)
    spoken = say(lang, "benchmark.spoken.scored", of=of, at=at, points=printed)
    return Cell(printed, step=step(value, classes), spoken=spoken, href=href, is_chosen=is_chosen)


def legend(lang: str, classes: list[dict], cells: Iterable[Cell]) -> Inert:
    """The five classes with their limits and the two marks, each with its members in this heatmap."""
    members = Counter(each.step or each.mark for each in cells)
    items = [_sample(each["class_number"], "", _limits(lang, each), members) for each in classes]
    words = catalogue.current().codes["cell_marks"]
    items += [_sample(mark, MARK_TEXTS[mark], words[mark][lang], members) for mark in SHOWN_MARKS]
    about = {"role": "group", "aria-label": say(lang, "benchmark.legend.label")}
    return Inert(html.Div(html.Ul(items), className="score-legend", **about))


def _sample(key, text: str, words: str, members: Counter) -> html.Li:
    kind = str(key).replace("_", "-")
    shown = html.Span(text, className=f"heat-sample heat-{kind}", **{"aria-hidden": "true"})
    return html.Li([shown, html.Span(words), html.Span(str(members[key]), className="heat-members")])


def _limits(lang: str, each: dict) -> str:
    """A class in words: the lowest is open below, the highest above."""
    low, high = (number(lang, value) for value in (each["from_points"], each["to_points"]))
    if is_missing(each["to_points"]):
        return say(lang, "benchmark.legend.at_least", low=low)
    return say(
        lang, "benchmark.legend.between" if each["from_points"] else "benchmark.legend.below", low=low, high=high
    )
