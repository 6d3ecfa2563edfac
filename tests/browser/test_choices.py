"""The address is the state: choosing writes it, and it restores what was chosen, without a page load."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import LANGUAGES, path
from tests.browser.reading import numbers
from tests.browser.visits import answered, is_same, taken_over, texts

ROWS = "#grants-register tbody tr"
FIGURES = ("#grants-by-round", "#grants-by-theme", "#grants-by-band", "#grants-by-region", "#grants-by-municipality")


def search(page: Page) -> str:
    return page.evaluate("location.search")


def test_choosing_a_facet_writes_the_address_and_narrows_everything(grants):
    grants.locator("#facet-round").select_option("2018")
    expect(grants).to_have_url(re.compile(r"\?round=2018$"))
    expect(grants.locator(ROWS)).to_have_count(12)
    for figure in FIGURES:
        expect(grants.locator(f"{figure} tr.total").first).to_contain_text("242\u00a0740")
    assert is_same(grants)


def test_a_figure_is_redrawn_for_the_choice(grants):
    grants.locator("#facet-round").select_option("2018")
    expect(grants.locator("#grants-by-round .barlayer .point")).to_have_count(1)
    drawn = numbers(texts(grants, "#grants-by-round .picture"))
    assert 242_740 in drawn
    assert 204_960 not in drawn


def test_two_facets_narrow_together(grants):
    grants.locator("#facet-round").select_option("2018")
    expect(grants.locator(ROWS)).to_have_count(12)
    grants.locator("#facet-theme").select_option("learning")
    expect(grants.locator(ROWS)).to_have_count(3)
    assert search(grants) == "?round=2018&theme=learning"
    expect(grants.locator(".chip")).to_have_count(2)


def test_a_chip_takes_its_own_choice_back(grants):
    grants.locator("#facet-round").select_option("2018")
    expect(grants.locator(".chip")).to_have_count(1)
    grants.locator("#facet-theme").select_option("learning")
    expect(grants.locator(".chip")).to_have_count(2)
    grants.locator(".chip").first.click()
    expect(grants.locator(".chip")).to_have_count(1)
    expect(grants.locator("#facet-round")).to_have_value("")
    expect(grants.locator(ROWS)).to_have_count(5)
    assert search(grants) == "?theme=learning"
    assert is_same(grants)


def test_all_choices_are_cleared_at_once_and_the_time_stays(look):
    page = look(path("grants", "fi", "round=2018&theme=learning&known_by=2019-01-31"))
    page.locator(".choices > a:not(.chip)").click()
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator(ROWS)).to_have_count(21)
    assert search(page) == "?known_by=2019-01-31"


def test_back_and_forward_restore_page_and_controls(grants):
    for code, rows in (("2018", 12), ("2017", 9)):
        grants.locator("#facet-round").select_option(code)
        expect(grants.locator(ROWS)).to_have_count(rows)
    for move, code, rows in (("back", "2018", 12), ("back", "", 21), ("forward", "2018", 12)):
        getattr(grants, f"go_{move}")()
        expect(grants.locator(ROWS)).to_have_count(rows)
        expect(grants.locator("#facet-round")).to_have_value(code)
        expect(grants.locator(".chip")).to_have_count(1 if code else 0)
    assert is_same(grants)


def test_back_from_another_page_restores_the_choices(grants):
    grants.locator("#facet-round").select_option("2018")
    expect(grants.locator(ROWS)).to_have_count(12)
    grants.locator(f"{ROWS} a[href*='/avustukset/']").first.click()
    taken_over(grants)
    expect(grants).to_have_url(re.compile(r"/avustukset/2018-"))
    grants.go_back()
    taken_over(grants)
    expect(grants.locator(ROWS)).to_have_count(12)
    expect(grants.locator("#facet-round")).to_have_value("2018")


def test_a_deep_link_restores_everything(look):
    page = look(path("grants", "fi", "as_of=2018-12-31&joint=equal&theme=learning&sort=-amount"))
    expect(page.locator("#as-of")).to_have_value("2018-12-31")
    expect(page.locator("#facet-theme")).to_have_value("learning")
    expect(page.locator("#grants-by-region .switch [aria-current]")).to_have_text("Tasajako (laskennallinen)")
    expect(page.locator("#grants-register th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    amounts = [next(iter(numbers([text]))) for text in page.locator(f"{ROWS} td:last-child").all_text_contents()]
    assert amounts == sorted(amounts, reverse=True)
    assert len(amounts) == 5


def test_a_drawn_page_is_the_page_that_its_address_gives(grants, plain):
    """What callbacks make of a choice is what a reader of the same address gets first."""
    grants.locator("#facet-region").select_option("06")
    answered(grants, "region=06")
    cells = "#top, main h2, main .answer, main table td, main .chip, main a.file"
    first = plain(path("grants", "fi", "region=06")).locator(cells).all_text_contents()
    assert list(dict.fromkeys(grants.locator(cells).all_text_contents())) == list(dict.fromkeys(first))


BAD = "round=%3Cscript%3E&as_of=2017-13-45&joint=half&theme=learning"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_choice_that_is_not_understood_is_told_and_left_out(plain, lang):
    page = plain(path("grants", lang, BAD))
    notice = page.locator("#notices .notice")
    expect(notice).to_have_count(1)
    for key in ("round", "as_of", "joint"):
        expect(notice).to_contain_text(key)
    expect(page.locator(ROWS)).to_have_count(5)


def test_a_choice_that_is_not_understood_is_told_by_scripts_as_well(look, tab):
    notice = look(path("grants", "fi", BAD)).locator("#notices .notice")
    expect(notice).to_contain_text("Hakukierros (round), päivä (as_of), joint")
    assert tab.complaints == []


@pytest.mark.parametrize("choice", ["round=1999", "municipality=999", "theme=none-such", "as_of=1990-01-01"])
def test_a_choice_that_nothing_matches_gives_a_reason_and_a_way_out(plain, choice):
    page = plain(path("grants", "fi", choice))
    expect(page.locator("#grants-register .empty")).to_be_visible()
    page.locator("#grants-register .empty a").click()
    expect(page.locator(ROWS)).to_have_count(21)


def test_an_empty_view_is_left_without_a_page_load(grants, tab):
    grants.locator("#facet-round").select_option("2017")
    answered(grants, "round=2017")
    grants.locator("#facet-status").select_option("partly_returned")
    expect(grants.locator("#grants-register .empty")).to_be_visible()
    grants.locator("#grants-register .empty a").click()
    expect(grants.locator(ROWS)).to_have_count(21)
    assert is_same(grants)
    assert tab.complaints == []


def test_a_release_that_is_not_there_is_told(look):
    page = look(path("costs", "fi", "release=000000000000"))
    expect(page.locator("#notices .notice")).to_contain_text("release")
    expect(page.locator("#costs-budget table")).to_be_visible()
