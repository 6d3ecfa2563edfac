"""Every accepted number stands in its panel, in the table under it and in its four files, in three languages."""

import re
from dataclasses import dataclass

import pytest

from tests.browser.acceptance import KEY_FIGURES, PANELS, SITUATION
from tests.browser.places import LANGUAGES, PAGES, path
from tests.browser.reading import FORMS, column, header, missing, numbers, read
from tests.browser.visits import taken_over, texts

FILES = "links => links.map((each) => [each.dataset.file, each.href])"
each_panel = pytest.mark.parametrize("panel", PANELS, ids=[panel.id for panel in PANELS])


@dataclass
class Held:
    """What a page holds: its visible texts; by panel its texts, the cells of its tables and the links to its files."""

    main: list[str]
    texts: dict[str, list[str]]
    cells: dict[str, list[str]]
    links: dict[str, dict[str, str]]


@pytest.fixture(scope="module", params=LANGUAGES)
def held(request, tab) -> dict[str, Held]:
    """Every page in one language, drawn by scripts, opened once and written down."""

    def written(key: str) -> Held:
        tab.page.goto(path(key, request.param))
        page, ids = taken_over(tab.page), [panel.id for panel in PANELS if panel.page == key]
        ids += ["front-situation", "front-key-figures"] if key == "front" else []
        return Held(
            texts(page, "main"),
            {each: texts(page, f"#{each}") for each in ids},
            {each: page.locator(f"#{each} table td").all_text_contents() for each in ids},
            {each: dict(page.locator(f"#{each} a.file").evaluate_all(FILES)) for each in ids},
        )

    return {key: written(key) for key in PAGES}


@pytest.fixture
def files(held, tab):
    """The files of a panel by the links that it has itself: form -> rows."""

    def fetched(panel) -> dict[str, list[dict]]:
        addresses = held[panel.page].links[panel.id]
        assert tuple(addresses)[: len(FORMS)] == FORMS
        contents = {form: tab.page.request.get(addresses[form]).body() for form in FORMS}
        names = header(contents["csv"])
        return {form: read(form, content, names) for form, content in contents.items()}

    return fetched


@each_panel
def test_a_panel_shows_its_numbers(held, panel):
    assert missing(panel.seen, numbers(held[panel.page].texts[panel.id])) == set()


@each_panel
def test_the_table_of_a_panel_has_its_numbers(held, panel):
    assert missing(panel.twin, numbers(held[panel.page].cells[panel.id])) == set()


@each_panel
def test_each_file_of_a_panel_has_its_numbers(files, panel):
    for form, rows in files(panel).items():
        for name, values in panel.columns.items():
            assert column(rows, name) == sorted(values), (form, name)
        for name, value in panel.sums.items():
            assert sum(column(rows, name)) == value, (form, name)
        assert panel.rows in (None, len(rows)), form


def test_each_file_of_the_reconciliation_has_every_number(files):
    panel = next(panel for panel in PANELS if panel.id == "method-reconciliation")
    for form, rows in files(panel).items():
        assert missing(panel.twin, {*column(rows, "expected"), *column(rows, "computed")}) == set(), form


def test_the_front_page_shows_the_situation_and_the_key_figures(held):
    assert missing(SITUATION, numbers(held["front"].texts["front-situation"])) == set()
    assert missing(KEY_FIGURES, numbers(held["front"].texts["front-key-figures"])) == set()


def test_a_negative_number_has_a_real_minus_sign(held):
    """A hyphen before a digit would be read as a dash, and sorts and copies wrong. Dates and codes are no numbers."""
    for key in ("front", "costs"):
        seen = " ".join(held[key].main)
        assert "\u22121\u00a0347" in seen
        assert "-1\u00a0347" not in seen


@pytest.mark.parametrize("key", PAGES)
def test_no_number_is_parted_by_a_space_that_breaks(held, key):
    seen = "\n".join(held[key].main)
    assert re.findall(r"\d{1,3} \d{3}\b", seen) == []


def test_the_formula_of_the_difference_is_the_one_that_was_used(plain):
    """204 960 awarded less 185 874 booked is 19 086: the other way round would be negative."""
    words = plain(path("costs")).locator("#costs-booked-sql").text_content()
    assert "Erotus = myönnetty \u2212 kirjattu" in words
