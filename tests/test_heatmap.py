"""The heatmap, tested by looking inside what it draws."""

import re

import pytest

from components.heatmap import MARKS, Cell, Group, Head, heatmap, legend
from components.heatmap_large import heatmap_large
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


LARGE = {"corner": "R", "caption": "Big", "chooses": ("place", "service"), "spoken": {"5": "{row}, {column}: best"}}


def large(letters: str, *, wide: int = 3):
    rows = [Head(f"r{y}", f"Row {y}") for y in range(len(letters) // wide)]
    return heatmap_large(
        "big", rows=rows, columns=[Head(f"c{x}", f"C{x}") for x in range(wide)], letters=letters, **LARGE
    )


def test_a_large_table_is_one_letter_a_cell_and_stands_whole_in_the_first_response():
    shown = large("5an" + "12h")
    assert getattr(shown.children, "data-letters") == "5an12h"
    assert getattr(shown.children, "children", None) is None
    html = to_html(shown)
    assert html.count("<td") == 6
    assert '<td role="cell" class="q5">5</td><td role="cell" class="qa"></td><td role="cell" class="qn">–</td>' in html


def test_every_part_of_a_large_table_says_its_role_for_it_is_drawn_as_boxes():
    html = to_html(large("5an12h"))
    roles = {"table": 1, "rowgroup": 2, "row": 3, "columnheader": 4, "rowheader": 2, "cell": 6}
    assert {role: html.count(f'role="{role}"') for role in roles} == roles


def test_another_day_is_the_same_table_and_another_group_is_not():
    one, day, group = (
        getattr(each.children, "data-shape") for each in (large("5an12h"), large("444444"), large("123"))
    )
    assert one == day != group
