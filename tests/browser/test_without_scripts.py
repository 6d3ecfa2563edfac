"""HTML first: without scripts every page has its numbers, links and files, and its forms work as plain forms."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from tests.browser.acceptance import KEY_FIGURES, PANELS, SITUATION
from tests.browser.places import LANGUAGES, PAGES, path
from tests.browser.reading import missing, numbers
from tests.browser.visits import texts

SHEET = path("costs", "fi", "share=costs-booked")


@pytest.mark.parametrize("panel", PANELS, ids=[panel.id for panel in PANELS])
def test_a_panel_shows_the_numbers_of_its_figure(plain, panel):
    """Where a picture would be drawn stands its table: visible, without opening anything."""
    seen = numbers(texts(plain(path(panel.page)), f"#{panel.id}"))
    assert missing(panel.twin, seen) == set()


def test_the_front_page_shows_its_numbers(plain):
    seen = numbers(texts(plain(path("front")), "main"))
    assert missing((*SITUATION, *KEY_FIGURES), seen) == set()


def sampled(addresses: set[str]) -> list[str]:
    """All addresses of a folder, or every eighth of one that holds very many."""

    def folder(address: str) -> str:
        return address.rpartition("/")[0]

    listed = [list(each) for _, each in itertools.groupby(sorted(addresses, key=folder), folder)]
    return [address for each in listed for address in (each[:: 8 if len(each) > 100 else 1])]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_of_the_site_leads_somewhere(plain, lang):
    """Pages by their plain addresses (of 313 municipalities some), CSV files in Finnish, and anchors that are there.

    tests/test_api.py asks every form of every file; the site map names the page of every municipality
    (tests/test_municipality_addresses.py).
    """
    addresses, broken = set(), []
    for key in PAGES:
        page = plain(path(key, lang))
        addresses |= set(page.locator("a[href^='/']").evaluate_all("links => links.map((each) => each.pathname)"))
        anchors = page.locator("a[href^='#']").evaluate_all("links => links.map((each) => each.hash)")
        broken += [anchor for anchor in set(anchors) if anchor != "#" and not page.locator(anchor).count()]
    files = {each for each in addresses if each.startswith("/api/") and (lang != "fi" or not each.endswith(".csv"))}
    asked = sampled(addresses - files)
    broken += [address for address in asked if page.request.get(address).status != 200]
    assert broken == []


def test_the_filter_form_is_a_plain_form(visit):
    page = visit(path("grants", "fi", "joint=equal&as_of=2018-12-31"), java_script_enabled=False).page
    page.locator("#facet-round").select_option("2018")
    page.locator(".choices form button").click()
    expect(page).to_have_url(re.compile(r"round=2018"))
    expect(page).to_have_url(re.compile(r"joint=equal"))
    expect(page).to_have_url(re.compile(r"as_of=2018-12-31"))
    expect(page.locator("#grants-register tbody tr")).to_have_count(12)
    expect(page.locator("#notices .notice")).to_have_count(1)
    expect(page.locator("#notices")).to_contain_text("koottu jälkikäteen")
    page.locator(".chip").click()
    expect(page.locator("#grants-register tbody tr")).to_have_count(21)


def test_the_as_of_list_is_a_plain_form(visit):
    page = visit(path("costs", "sv"), java_script_enabled=False).page
    page.locator("#as-of").select_option("2017-12-31")
    page.locator("#band form button").first.click()
    expect(page).to_have_url(re.compile(r"/sv/ekonomi\?.*as_of=2017-12-31"))
    assert missing([406_737], numbers(texts(page, "#costs-cumulative"))) == set()


def test_a_municipality_is_found_from_the_front_page(visit):
    """The third journey: Nokia's three joint grants, with partners and shares not stated, scripts blocked."""
    page = visit(path("front"), java_script_enabled=False).page
    page.locator("#find-municipality").select_option("536")
    page.locator(".ways .search button").click()
    expect(page).to_have_url(re.compile(r"/fi/kunta/536-nokia$"))
    rows = page.locator("#municipality-grants tbody tr")
    expect(rows).to_have_count(3)
    assert missing([29_050, 7_000, 20_000], numbers(rows.locator("td").all_text_contents())) == set()
    for row in rows.all():
        assert "Osuutta ei ilmoitettu lähteessä" in row.text_content()


def test_nothing_that_needs_scripts_is_shown_without_them(plain):
    """Copying buttons, picture files and such: those of a figure's sheet are six."""
    held, shown = {}, {}
    for address in (*map(path, PAGES), SHEET):
        useless = plain(address).locator(".with-scripts")
        held[address], shown[address] = useless.count(), useless.locator("visible=true").count()
    assert held[SHEET] == 6
    assert sum(map(bool, held.values())) > 3
    assert set(shown.values()) == {0}, shown
