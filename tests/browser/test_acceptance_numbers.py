"""Every accepted number stands in its panel, in the table under it and in its four files, in three languages."""

import re

import pytest

from tests.browser.acceptance import KEY_FIGURES, PANELS, SITUATION
from tests.browser.places import LANGUAGES, PAGES, path
from tests.browser.reading import FORMS, column, header, missing, numbers, read
from tests.browser.visits import texts

CELLS = "elements => elements.map((each) => each.textContent)"
each_panel = pytest.mark.parametrize("panel", PANELS, ids=[panel.id for panel in PANELS])


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request, warm):
    """Every page in one language, taken over, opened once for all tests of that language."""
    opened = {}

    def page(key: str):
        if key not in opened:
            opened[key] = warm.new_page()
            opened[key].goto(path(key, request.param))
            opened[key].locator("#first-paint").wait_for(state="detached")
        return opened[key]

    yield page
    for each in opened.values():
        each.close()


@pytest.fixture
def files(pages):
    """The files of a panel by the links that it has itself: form -> rows."""

    def fetched(panel) -> dict[str, list[dict]]:
        links = pages(panel.page).locator(f"#{panel.id} a.file")
        addresses = dict(links.evaluate_all("links => links.map((each) => [each.dataset.file, each.href])"))
        assert tuple(addresses) == FORMS
        request = pages(panel.page).request
        contents = {form: request.get(address).body() for form, address in addresses.items()}
        names = header(contents["csv"])
        return {form: read(form, content, names) for form, content in contents.items()}

    return fetched


@each_panel
def test_a_panel_shows_its_numbers(pages, panel):
    assert missing(panel.seen, numbers(texts(pages(panel.page), f"#{panel.id}"))) == set()


@each_panel
def test_the_table_of_a_panel_has_its_numbers(pages, panel):
    cells = pages(panel.page).locator(f"#{panel.id} table td").evaluate_all(CELLS)
    assert missing(panel.twin, numbers(cells)) == set()


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


def test_the_front_page_shows_the_situation_and_the_key_figures(pages):
    page = pages("front")
    assert missing(SITUATION, numbers(texts(page, "#front-situation"))) == set()
    assert missing(KEY_FIGURES, numbers(texts(page, "#front-key-figures"))) == set()


def test_a_negative_number_has_a_real_minus_sign(pages):
    """A hyphen before a digit would be read as a dash, and sorts and copies wrong. Dates and codes are no numbers."""
    for key in ("front", "costs"):
        seen = " ".join(texts(pages(key), "main"))
        assert "\u22121\u00a0347" in seen
        assert "-1\u00a0347" not in seen


@pytest.mark.parametrize("key", PAGES)
def test_no_number_is_parted_by_a_space_that_breaks(pages, key):
    seen = "\n".join(texts(pages(key), "main"))
    assert re.findall(r"\d{1,3} \d{3}\b", seen) == []


def test_the_formula_of_the_difference_is_the_one_that_was_used(plain):
    """204 960 awarded less 185 874 booked is 19 086: the other way round would be negative."""
    words = plain(path("costs")).locator("#costs-booked-sql").text_content()
    assert "Erotus = myönnetty \u2212 kirjattu" in words
