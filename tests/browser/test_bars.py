"""A click on a bar narrows the page to what the bar stands for; a second click takes it back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import path
from tests.browser.visits import answered, is_same

ROWS = "#grants-register tbody tr"


def click_bar(page: Page, panel: str, place: int) -> None:
    """A click on one bar of a figure, as a mouse does it: plotly.js knows the bar when its label has come up."""
    figure = page.locator(f"#{panel} .picture")
    figure.scroll_into_view_if_needed()
    box = figure.locator(".barlayer .point path").nth(place).bounding_box()
    x, y = box["x"] + min(box["width"] / 2, 40), box["y"] + box["height"] / 2
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    expect(figure.locator(".hoverlayer .hovertext")).to_be_visible()
    page.mouse.click(x, y)


@pytest.mark.parametrize(
    ("panel", "place", "search", "rows"),
    [
        ("grants-by-round", 1, "round=2018", 12),
        ("grants-by-band", 2, "band=20000_29999", 11),
        ("grants-by-region", 6, "region=06", 4),
    ],
)
def test_a_bar_narrows_the_page_and_takes_it_back(grants, panel, place, search, rows):
    page = grants
    click_bar(page, panel, place)
    expect(page).to_have_url(re.compile(f"\\?{search}$"))
    expect(page.locator(ROWS)).to_have_count(rows)
    expect(page.locator(".chip")).to_have_count(1)
    answered(page, search)
    expect(page.locator(f"#{panel} .barlayer .point")).to_have_count(5 if panel == "grants-by-band" else 1)
    click_bar(page, panel, place if panel == "grants-by-band" else 0)
    expect(page).to_have_url(re.compile(r"/avustukset$"))
    expect(page.locator(ROWS)).to_have_count(21)
    assert is_same(page)


def test_the_same_bar_works_again_after_its_chip_was_taken_away(grants):
    page = grants
    click_bar(page, "grants-by-round", 1)
    expect(page.locator(ROWS)).to_have_count(12)
    page.locator(".chip").click()
    expect(page.locator(ROWS)).to_have_count(21)
    expect(page.locator("#grants-by-round .barlayer .point")).to_have_count(2)
    click_bar(page, "grants-by-round", 1)
    expect(page.locator(ROWS)).to_have_count(12)


def test_the_table_does_what_the_bar_does(look):
    """Nothing needs a mouse: the names in the table are links to the same choice."""
    page = look(path("grants"))
    page.locator("#grants-by-round-table summary").press("Enter")
    link = page.locator("#grants-by-round-table tbody a").nth(1)
    link.press("Enter")
    expect(page).to_have_url(re.compile(r"\?round=2018$"))
    expect(page.locator(ROWS)).to_have_count(12)


def test_a_bar_without_a_choice_of_its_own_narrows_nothing(look):
    """Figures of the costs page stand for no facet."""
    page = look(path("costs"))
    click_bar(page, "costs-booked", 0)
    page.locator("#as-of").select_option("2018-12-31")
    answered(page, "as_of=2018-12-31")
    assert page.evaluate("location.search") == "?as_of=2018-12-31"


def test_no_figure_has_a_button_that_sends_it_away(grants):
    page = grants
    assert page.locator(".modebar-btn").count() == 0
    assert page.locator("a[href*='plotly'], a[href*='chart-studio']").count() == 0
