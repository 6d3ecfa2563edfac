"""What comes does not jump, and holds each id once. (`test_every_page.py` holds that every page fits its window.)"""

import pytest

from tests.browser.checks import TOO_WIDE
from tests.browser.places import LANGUAGES, path
from tests.browser.visits import WIDE

TWICE = """() => { const all = [...document.querySelectorAll("[id]")].map((each) => each.id);
  return [...new Set(all.filter((each, place) => all.indexOf(each) !== place))]; }"""
LARGEST_SHIFT = 0.05


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_that_is_not_there_does_not_scroll_sideways(plain, lang):
    page = plain(path("missing", lang))
    page.set_viewport_size({"width": 320, "height": 900})
    found = page.evaluate(TOO_WIDE)
    page.set_viewport_size(WIDE)
    assert found == []


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


@pytest.mark.parametrize("key", ["front", "costs"])
def test_the_page_does_not_jump_when_it_comes_on_a_phone(visit, key):
    """A cold visit; `test_privacy.py` looks at every page in a wide window."""
    page = visit(path(key), viewport={"width": 360, "height": 800}).page
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
