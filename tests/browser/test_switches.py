"""Sorting, the joint switch, the as-of list and the languages: each is a choice in the address and keeps the others."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.places import LANGUAGES, path
from tests.browser.reading import numbers
from tests.browser.visits import answered, is_same, taken_over, texts

AMOUNTS = "#grants-register tbody td:last-child"
ALL_PANELS = {
    "costs": ("costs-estimate", "costs-bridge", "costs-budget", "costs-booked", "costs-cumulative"),
    "grants": ("grants-register", "grants-by-round", "grants-by-theme", "grants-by-band", "grants-by-region"),
}


def amounts(page) -> list:
    return [next(iter(numbers([text]))) for text in page.locator(AMOUNTS).all_text_contents()]


def test_a_heading_sorts_up_then_down_and_says_so(grants):
    heading = grants.locator("#grants-register th:last-child")
    heading.locator("a").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert amounts(grants) == sorted(amounts(grants))
    heading.locator("a").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert amounts(grants) == sorted(amounts(grants), reverse=True)
    assert grants.locator("#grants-register th[aria-sort]").count() == 1
    assert grants.evaluate("location.search") == "?sort=-amount"


def test_the_joint_switch_moves_amounts_and_not_the_total(grants):
    """Lempäälä leads one grant of 29 050 €; split equally it has a third of it, half of Nokia's and an eighth more."""
    page = grants
    page.locator("#facet-region").select_option("06")
    answered(page, "region=06")
    row = page.locator("#grants-by-municipality tr").filter(has=page.get_by_role("link", name="Lempäälä", exact=True))
    expect(row).to_contain_text("29\u00a0050\u00a0€")
    total = page.locator("#grants-by-municipality tr.total").text_content()
    page.locator("#grants-by-municipality .switch a").nth(1).click()
    expect(page).to_have_url(re.compile(r"joint=equal"))
    expect(row).to_contain_text(re.compile(r"20\u00a0558,3[34]\u00a0€"))
    assert page.locator("#grants-by-municipality tr.total").text_content() == total
    page.locator("#grants-by-municipality .switch a").nth(2).click()
    expect(row).to_have_count(0)
    undivided = page.locator("#grants-by-municipality tr", has_text="Lempäälä, Nokia, Ylöjärvi")
    expect(undivided).to_contain_text("29\u00a0050\u00a0€")
    assert page.locator("#grants-by-municipality tr.total").text_content() == total
    expect(page.locator("#grants-by-region .switch [aria-current]")).to_have_text("Ei jaettu")


@pytest.mark.parametrize("key", ALL_PANELS)
def test_the_as_of_list_changes_every_panel(look, key):
    page = look(path(key))
    page.evaluate("window.isSame = true")
    before = {panel: texts(page, f"#{panel}") for panel in ALL_PANELS[key]}
    page.locator("#as-of").select_option("2017-12-31")
    expect(page).to_have_url(re.compile(r"\?as_of=2017-12-31$"))
    answered(page, "as_of=2017-12-31")
    for panel in ALL_PANELS[key]:
        assert texts(page, f"#{panel}") != before[panel], panel
    assert is_same(page)


def test_the_as_of_list_changes_the_front_page(look):
    page = look(path("front"))
    page.locator("#as-of").select_option("2017-12-31")
    expect(page.locator("#front-situation")).to_contain_text("406\u00a0737\u00a0€")
    expect(page.locator("#front-key-figures")).to_contain_text("406\u00a0737")
    expect(page.locator("#front-key-figures")).not_to_contain_text("833\u00a0318")


def test_what_was_known_on_a_day_can_be_asked(look):
    page = look(path("costs"))
    page.locator("#any-day summary").click()
    page.locator("#any-known_by").fill("2018-12-31")
    page.locator("#any-day button").click()
    expect(page).to_have_url(re.compile(r"\?known_by=2018-12-31$"))
    expect(page.locator("main .panel .empty")).to_have_count(5)
    expect(page.locator("#any-day summary")).to_contain_text("31.12.2018")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_link_keeps_every_choice(look, lang):
    chosen = "as_of=2018-12-31&joint=equal&round=2018&theme=learning&sort=-amount"
    page = look(path("grants", "fi" if lang != "fi" else "sv", chosen))
    page.locator(f".languages a[lang={lang}]").click()
    expect(page).to_have_url(re.compile(f"/{path('grants', lang)[1:]}"))
    taken_over(page)
    asked = page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")
    assert asked == dict(each.split("=") for each in chosen.split("&"))
    expect(page.locator("#facet-theme")).to_have_value("learning")
    expect(page.locator("html")).to_have_attribute("lang", lang)


def test_a_language_link_follows_a_choice_made_on_the_page(grants):
    grants.locator("#facet-round").select_option("2018")
    link = grants.locator(".languages a[lang=sv]")
    expect(link).to_have_attribute("href", re.compile(r"round=2018"))


def test_the_menu_keeps_the_time_and_drops_the_facets(look):
    page = look(path("grants", "fi", "as_of=2018-12-31&round=2018"))
    page.locator(".menu-row").get_by_role("link", name="Talous").click()
    expect(page).to_have_url(re.compile(r"/fi/talous\?as_of=2018-12-31$"))
    taken_over(page)
    expect(page.locator("#as-of")).to_have_value("2018-12-31")
