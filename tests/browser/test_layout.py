"""The page fits its window at every width, does not jump when it comes, and holds each id once."""

import pytest

from tests.browser.places import LANGUAGES, PAGES, SLUGS, path
from tests.browser.visits import WIDE

TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")].filter((each) => !each.closest(".table-wrap, pre, .visually-quiet")
    && each.checkVisibility() && each.getBoundingClientRect().right > width + 1)
    .map((each) => `${each.tagName} ${each.id || each.className} ${each.textContent.slice(0, 30)}`).slice(-3);
}"""
TWICE = """() => { const all = [...document.querySelectorAll("[id]")].map((each) => each.id);
  return [...new Set(all.filter((each, place) => all.indexOf(each) !== place))]; }"""
LARGEST_SHIFT = 0.05


@pytest.mark.parametrize("key", PAGES)
def test_nothing_scrolls_sideways(look, key):
    """From the narrowest window on; the figures are drawn anew for each."""
    page = look(path(key), width=320)
    found = {320: page.evaluate(TOO_WIDE)}
    for width in (360, 768):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(150)
        found[width] = page.evaluate(TOO_WIDE)
    assert found == {320: [], 360: [], 768: []}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", SLUGS)
def test_nothing_scrolls_sideways_in_any_language(plain, key, lang):
    """Words differ in length, so each language is looked at; the HTML that comes first has all of them."""
    page = plain(path(key, lang))
    found = {}
    for width in (320, 360, 768):
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate(TOO_WIDE)
    page.set_viewport_size(WIDE)
    assert found == {320: [], 360: [], 768: []}


def test_nothing_scrolls_sideways_when_a_leader_opens_everything(look):
    """A director's phone at its narrowest, with years and reasons of every figure open."""
    page = look(path("leadership"), width=320)
    opened = page.locator(".leader-card details").evaluate_all("all => all.map((each) => (each.open = true)).length")
    assert opened > 6
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_menu_stands_in_one_row_on_a_laptop(plain, lang):
    page = plain(path("leadership", lang))
    page.set_viewport_size({"width": 1200, "height": 800})
    tops = page.locator(".menu-row li").evaluate_all("all => all.map((each) => each.getBoundingClientRect().top)")
    page.set_viewport_size(WIDE)
    assert len(tops) > 8
    assert len(set(tops)) == 1


@pytest.mark.parametrize(("key", "width"), [("front", 360), ("front", 1280), ("costs", 360), ("costs", 1280)])
def test_the_page_does_not_jump_when_it_comes(visit, key, width):
    """A cold visit: the takeover, the fonts and the figures move nothing that a reader may be reading."""
    page = visit(path(key), viewport={"width": width, "height": 800}).page
    page.wait_for_timeout(800)
    assert page.evaluate("window.shifted") <= LARGEST_SHIFT


@pytest.mark.parametrize("key", ["front", "costs", "grants", "method"])
def test_each_id_is_there_once(look, key):
    assert look(path(key)).evaluate(TWICE) == []


def test_a_choice_moves_nothing_above_it(grants):
    """What a reader looks at while choosing stays in its place: the facets themselves."""
    before = grants.locator("#facet-round").bounding_box()
    grants.locator("#facet-round").select_option("2018")
    grants.locator(".chip").wait_for()
    assert grants.locator("#facet-round").bounding_box()["y"] == before["y"]
