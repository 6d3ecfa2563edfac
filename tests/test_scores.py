"""Scores as cells, legends and lines: tested by looking inside what is drawn."""

from decimal import Decimal
from itertools import pairwise

import pytest

from components.render import to_html
from components.score_lines import Point, score_lines
from components.scores import exactness, legend, points, score_cell, step

CLASSES = [
    {"class_number": 1, "from_points": Decimal(0), "to_points": Decimal(50)},
    {"class_number": 2, "from_points": Decimal(50), "to_points": None},
]


@pytest.mark.parametrize(("value", "text"), [("86", "86,0"), ("9.52", "9,52"), ("61.5", "61,5"), ("0", "0,0")])
def test_a_score_is_as_exact_as_its_source(value, text):
    assert points("fi", Decimal(value)) == text


def test_a_column_of_scores_has_the_decimals_of_its_most_exact_one():
    column = [Decimal(92), Decimal("9.52"), None]
    assert [points("fi", each, exactness(column)) for each in column] == ["92,00", "9,52", "··"]
    assert exactness([Decimal("61.5"), Decimal(92)]) == 1


@pytest.mark.parametrize(("value", "number"), [(0, 1), (Decimal("49.99"), 1), (50, 2), (100, 2)])
def test_a_lower_limit_belongs_to_its_class(value, number):
    assert step(value, CLASSES) == number


def test_a_missing_score_is_a_mark_and_no_step():
    cell = score_cell("fi", None, CLASSES, of="Muutto", at="eID", mark="not_applicable")
    assert (cell.step, cell.mark) == (None, "not_applicable")
    assert "Muutto, eID" in cell.spoken


def test_the_legend_counts_its_members_and_keeps_empty_classes():
    cells = [score_cell("en", value, CLASSES, of="a", at="b") for value in (10, 60, 70, None)]
    html = to_html(legend("en", CLASSES, cells))
    counts = [part.split("<")[0] for part in html.split('class="heat-members">')[1:]]
    assert counts == ["1", "2", "0", "1"]


def line(name: str, method: str, at: str, value: float) -> Point:
    return Point(name, method, at, value, str(value))


def test_a_break_in_method_is_never_joined_by_a_line():
    given = [("2018", "old", 90), ("2019", "old", 91), ("2020", "new", 70), ("2021", "new", 72)]
    figure = score_lines([line("FI", method, at, value) for at, method, value in given])
    assert [trace["y"] for trace in figure["data"]] == [[90, 91], [70, 72]]
    assert all(trace["connectgaps"] is False for trace in figure["data"])


def test_a_period_without_figures_is_a_gap_with_its_reason():
    figure = score_lines(
        [line("FI", "new", "2020", 70), line("FI", "new", "2021", 72)], gap=("2016–2019", "no figures")
    )
    assert figure["layout"]["xaxis"]["ticktext"] == ["2016–2019", "2020", "2021"]
    assert figure["data"][0]["x"] == [1, 2]
    assert "no figures" in [each["text"] for each in figure["layout"]["annotations"]]


def test_names_at_the_ends_of_lines_do_not_lie_on_each_other():
    figure = score_lines([line(name, "new", "2022", value) for name, value in (("A", 90), ("B", 90.1), ("C", 100))])
    heights = sorted(each["y"] for each in figure["layout"]["annotations"])
    assert min(high - low for low, high in pairwise(heights)) > 0.5
