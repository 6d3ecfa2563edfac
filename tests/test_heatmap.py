"""The heatmap, tested by looking inside what it draws."""

import re

import pytest

from components.heatmap import MARKS, Cell, Group, Head, heatmap, legend
from components.render import to_html

ROWS = [Head("schools", "Schools", href="?service=schools"), Head("roads", "Roads")]
COLUMNS = [Head("a", "A", spoken="Example A"), Head("b", "B")]
CELLS = {
    ("schools", "a"): Cell("4", step=4, spoken="Example A, Schools: 4 Good", href="?place=a", is_chosen=True),
    ("roads", "a"): Cell("··", mark="not_stated", spoken="Example A, Roads: not stated"),
}


def drawn(**more) -> str:
    return to_html(heatmap("grid", rows=ROWS, columns=COLUMNS, cells=CELLS, corner="Service", caption="Levels", **more))


def test_it_is_a_table_with_a_caption_and_headings_of_both_ways():
    html = drawn()
    assert "<caption>Levels</caption>" in html
    assert html.count('scope="row"') == 2
    assert "Example A" in html


def test_a_cell_says_its_level_in_print_and_in_words():
    html = drawn()
    assert 'aria-label="Example A, Schools: 4 Good"' in html
    assert re.search(r'<td class="[^"]*heat-4[^"]*is-chosen"', html)
    assert ">4</a>" in html


def test_a_pair_that_is_left_out_is_not_assessed():
    assert drawn().count("heat-not-assessed") == 2


def test_neighbours_that_are_hidden_become_one_cell_with_its_reason():
    hidden = {"roads": Cell("hidden, under 3", mark="hidden")}
    groups = [Group("n", {"roads": Cell("2/10")}), Group("low", hidden), Group("mid", hidden), Group("high", hidden)]
    html = drawn(groups=groups)
    assert html.count("hidden, under 3") == 1
    assert 'colspan="3"' in html


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_legend_always_shows_the_four_marks(lang):
    html = to_html(legend({1: "One"}, lang))
    assert all(f"heat-{mark.replace('_', '-')}" in html for mark in MARKS)


def test_a_large_table_is_one_letter_a_cell_and_stands_whole_in_the_first_response():
    rows, columns = [Head(f"r{y}", f"Row {y}") for y in range(120)], [Head(f"c{x}", f"C{x}") for x in range(310)]
    cells = {("r0", "c0"): Cell("5", step=5, spoken="5 Best"), ("r0", "c1"): Cell("", mark="not_applicable")}
    shown = heatmap("big", rows=rows, columns=columns, cells=cells, corner="R", caption="Big")
    canvas = shown.children
    assert getattr(canvas, "data-letters")[:4] == "5ann"
    assert len(getattr(canvas, "data-letters")) == 120 * 310
    assert getattr(canvas, "children", None) is None
    html = to_html(shown)
    assert html.count("<td") == 120 * 310
    assert '<td class="q5">5</td><td class="qa"></td><td class="qn">–</td>' in html
