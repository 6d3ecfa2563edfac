"""Digital maturity in Chromium: the heatmap by keyboard, what is spoken of it, without scripts, and a large one."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import path

HELD = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"
STOPS = "all => all.filter((each) => each.tabIndex === 0).length"


@pytest.fixture
def maturity(look) -> Page:
    return look(path("maturity"))


def to_grid(page: Page) -> None:
    """Hold the cell of the heatmap that is its one stop of the tab key."""
    page.locator("#maturity-grid table [tabindex='0']").focus()


def test_the_heatmap_is_one_stop_of_the_tab_key(maturity):
    to_grid(maturity)
    assert maturity.locator("#maturity-grid tr.heat-line a").evaluate_all(STOPS) == 1
    maturity.keyboard.press("Tab")
    assert maturity.evaluate("document.activeElement.closest('tr.heat-line')") is None


def test_arrows_home_and_end_lead_from_cell_to_cell(maturity):
    to_grid(maturity)
    assert maturity.evaluate(HELD).startswith("Esimerkkikunta A, Asiakirjahallinto: taso ")
    for key, expected in (
        ("ArrowRight", "Esimerkkikunta B, Asiakirjahallinto: taso "),
        ("ArrowDown", "Esimerkkikunta B, Elinkeinopalvelut: ei arvioitu"),
        ("Home", "Elinkeinopalvelut"),
        ("ArrowUp", "Asiakirjahallinto"),
        ("ArrowUp", "Palvelu"),
        ("ArrowRight", "Esimerkkikunta A"),
    ):
        maturity.keyboard.press(key)
        assert maturity.evaluate(HELD).startswith(expected), key


def test_enter_opens_the_card_and_back_closes_it(maturity):
    to_grid(maturity)
    maturity.keyboard.press("Enter")
    expect(maturity.locator(".maturity-card")).to_contain_text("Seuraava askel")
    expect(maturity.locator(".maturity-card .card-stamp")).to_be_visible()
    expect(maturity.locator("#maturity-history svg.drawing").first).to_be_attached()
    assert "place=a" in maturity.url
    maturity.go_back()
    expect(maturity.locator(".map-card--empty")).to_be_visible()


def test_headings_lead_into_a_sector_a_service_and_a_municipality(maturity):
    maturity.get_by_role("link", name="Toimialat", exact=True).click()
    expect(maturity.locator("#maturity-grid tr.heat-line")).to_have_count(4)
    maturity.locator("#maturity-grid th[scope=row] a", has_text="Rakennettu ympäristö").click()
    expect(maturity.locator("#maturity-grid tbody tr.heat-line")).to_have_count(4)
    maturity.locator("#maturity-grid th a", has_text="Rakennusvalvonta").click()
    expect(maturity.locator("#maturity-levels-question")).to_contain_text("Palvelu: Rakennusvalvonta")
    maturity.locator("#maturity-grid th a", has_text="Esimerkkikunta C").click()
    expect(maturity.locator("#maturity-levels-question")).to_contain_text("Kunta: Esimerkkikunta C")


def test_it_is_a_table_to_assistive_technology(maturity):
    grid = maturity.get_by_role("grid")
    expect(grid).to_have_count(1)
    expect(grid.get_by_role("columnheader", name="Esimerkkikunta A", exact=True)).to_have_count(1)
    expect(grid.get_by_role("rowheader", name="Kirjastopalvelut", exact=True)).to_have_count(1)
    told = maturity.locator("#maturity-grid td.heat-cell a").evaluate_all("all => all.map((a) => a.ariaLabel)")
    assert len(told) == 150
    assert all(": " in each for each in told)


def test_without_scripts_cells_are_links_that_open_the_card(plain):
    page = plain(path("maturity"))
    page.locator("#maturity-grid td a").first.click()
    expect(page.locator(".maturity-card")).to_contain_text("Seuraava askel")


def test_a_phone_shows_one_municipality_at_a_time(look):
    page = look(path("maturity", search="place=c"), width=360)
    shown = page.locator("#maturity-grid thead .heat-col").evaluate_all(
        "all => all.filter((e) => e.offsetParent).length"
    )
    assert shown == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
