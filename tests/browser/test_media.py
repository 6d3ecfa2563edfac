"""Reduced motion, forced colours and paper: the same content in each, and on paper always in the light look."""

import pytest

from tests.browser.places import path
from tests.browser.visits import drawn, texts

KEYS = ("front", "costs", "grants", "grant", "method")
PAPER = {"width": 658, "height": 987}  # A4 less its margins of 18 mm, in CSS pixels
CONTROLS = ".site-nav, .languages, .skip, .choices form, .ways, .band form, .tools .files, .tools > a"
CONTROLS += ", .switch a:not([aria-current])"
COLOURS = "(body) => [getComputedStyle(body).backgroundColor, getComputedStyle(body).color]"
FILLS = "bars => bars.map((each) => getComputedStyle(each).fill)"
MOVING = """all => all.filter((each) => { const { transitionDuration, animationDuration } = getComputedStyle(each);
  return `${transitionDuration},${animationDuration}`.split(",").some((time) => parseFloat(time) > 0.01); })
  .map((each) => `${each.tagName} ${each.className}`)"""
CUT = """() => [...document.querySelectorAll(".table-wrap, .picture, table")].filter((each) => each.checkVisibility())
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1
    || (each.matches(".table-wrap, .picture--static") && getComputedStyle(each).overflowX !== "visible"
        && each.scrollWidth > each.clientWidth))
  .map((each) => `${each.closest("section")?.id} ${each.className}`)"""


@pytest.mark.parametrize("media", [{"reduced_motion": "reduce"}, {"forced_colors": "active"}, {"contrast": "more"}])
def test_no_content_goes_in_another_look(look, media):
    for key in ("front", "grants"):
        page = drawn(look(path(key)))
        before = texts(page, "body")
        page.emulate_media(**media)
        assert texts(page, "body") == before, key


def test_nothing_moves_when_motion_is_reduced(look):
    page = look(path("grants"))
    page.emulate_media(reduced_motion="reduce")
    assert page.locator("body *").evaluate_all(MOVING) == []


def test_bars_keep_their_colours_when_colours_are_forced(look):
    page = look(path("costs"))
    page.emulate_media(forced_colors="active")
    page.locator("#costs-booked .point path").first.wait_for()
    assert len(set(page.locator("#costs-booked .point path").evaluate_all(FILLS))) == 2


@pytest.fixture
def paper(look):
    """A page as it is printed by a reader who uses the dark look."""

    def printed(key: str, search: str = ""):
        page = drawn(look(path(key, "fi", search)))
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(PAPER)
        page.emulate_media(media="print", color_scheme="dark")
        page.wait_for_timeout(300)
        return page

    return printed


@pytest.mark.parametrize("key", KEYS)
def test_paper_has_no_controls(paper, key):
    page = paper(key)
    assert [each for each in page.locator(CONTROLS).all() if each.is_visible()] == []


def test_paper_is_light(paper):
    page = paper("costs")
    assert page.locator("body").evaluate(COLOURS) == ["rgb(255, 255, 255)", "rgb(20, 32, 42)"]
    bars = page.locator("#costs-booked .point path").evaluate_all(FILLS)
    assert bars == ["rgb(31, 99, 145)", "rgb(31, 99, 145)", "rgb(163, 41, 46)"]


@pytest.mark.parametrize("key", KEYS)
def test_paper_cuts_no_table_and_no_picture(paper, key):
    assert paper(key).evaluate(CUT) == []


def test_paper_holds_a_figure_that_was_wide_on_screen(look):
    """Nothing resizes on its way to paper: the figure is drawn in the width of the sheet, and then as before."""
    page = drawn(look(path("costs")))
    width = "each => each.getBoundingClientRect().width"
    bridge = page.locator("#costs-bridge .main-svg").first
    wide = bridge.evaluate(width)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert bridge.evaluate(width) <= PAPER["width"] < wide
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert bridge.evaluate(width) == wide


def test_paper_tells_the_day_and_the_sources(paper):
    page = paper("costs", "as_of=2017-12-31")
    seen = " ".join(texts(page, "body"))
    assert "Tilanne päivänä 31.12.2017" in seen
    assert page.locator("#sources li").count() >= 1


def test_paper_shows_what_was_opened_and_only_that(paper):
    page = paper("costs")
    assert not page.locator("#costs-estimate-table").is_visible()
    page.locator("#costs-estimate-table").evaluate("each => { each.open = true; }")
    assert page.locator("#costs-estimate-table table").is_visible()


def test_a_figure_drawn_for_a_screen_is_laid_out_for_the_paper_and_for_the_screen_again(look):
    page = drawn(look(path("costs")))
    widths = "all => all.map((each) => each.clientWidth)"
    before = page.locator(".dash-graph .main-svg:first-child").evaluate_all(widths)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert max(page.locator(".dash-graph .main-svg:first-child").evaluate_all(widths)) <= PAPER["width"] < max(before)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_timeout(300)
    assert page.locator(".dash-graph .main-svg:first-child").evaluate_all(widths) == before
