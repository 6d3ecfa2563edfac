"""A figure is drawn when somebody can see it; until then its table stands in its place."""

import contextlib

import pytest
from playwright.sync_api import expect

from tests.browser.places import path
from tests.browser.visits import answered, context, taken_over

PHONE = {"width": 360, "height": 640}
DRAWN = ".dash-graph .main-svg"


@pytest.fixture
def opened(browser, site):
    """`opened(name, viewport)`: the page that has taken over, and the addresses it has asked for."""
    with contextlib.ExitStack() as closed:

        def visit(name: str, viewport: dict):
            page = closed.enter_context(contextlib.closing(context(browser, site, viewport=viewport))).new_page()
            asked = []
            page.on("request", lambda request: asked.append(request.url))
            page.goto(path(name))
            return taken_over(page), asked

        yield visit


def test_a_wide_screen_draws_every_figure_by_itself(opened):
    page, _ = opened("grants", {"width": 1280, "height": 900})
    expect(page.locator(DRAWN).first).to_be_visible()
    expect(page.locator(".dash-graph:not(:has(.main-svg))")).to_have_count(0)
    expect(page.locator(".stand-in")).to_have_count(0)


def test_a_phone_fetches_no_plotly_before_its_reader_moves(opened):
    """Not even where a figure begins just under the screen."""
    page, asked = opened("costs", PHONE)
    page.wait_for_load_state("networkidle")
    top = page.locator(".dash-graph").first.evaluate("each => each.getBoundingClientRect().top")
    assert PHONE["height"] < top < 2 * PHONE["height"]
    assert not [each for each in asked if "plotly" in each]
    assert page.locator(DRAWN).count() == 0


def test_the_table_stands_where_a_figure_is_not_drawn_yet(opened):
    page, _ = opened("grants", PHONE)
    place = page.locator("#grants-by-round .picture")
    assert "204\u00a0960" in place.locator(".stand-in").inner_text()
    place.scroll_into_view_if_needed()
    expect(place.locator(DRAWN).first).to_be_visible()
    expect(place.locator(".stand-in")).to_have_count(0)


def test_who_reads_by_keyboard_or_by_ear_never_meets_the_stand_in(opened):
    page, _ = opened("grants", PHONE)
    assert page.locator(".stand-in").first.evaluate("each => each.inert")


def test_paper_has_every_figure_though_its_reader_has_not_moved(opened):
    page, _ = opened("costs", PHONE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".dash-graph:not(:has(.main-svg))")).to_have_count(0)


def test_a_choice_draws_the_figures_that_its_reader_sees(opened):
    page, _ = opened("costs", PHONE)
    page.locator("#costs-bridge .picture").scroll_into_view_if_needed()
    expect(page.locator(f"#costs-bridge {DRAWN}").first).to_be_visible()
    page.evaluate("window.dash_clientside.address.go('?as_of=2017-12-31')")
    answered(page, "as_of=2017-12-31")
    expect(page.locator(f"#costs-bridge {DRAWN}").first).to_be_visible()


def test_a_figure_that_has_left_the_page_is_never_drawn(opened):
    """A phone's reader chooses before any figure is near: those of the first page are gone, and nothing is fetched."""
    page, asked = opened("grants", PHONE)
    page.evaluate("window.dash_clientside.address.go('?round=2018')")
    answered(page, "round=2018")
    page.evaluate("dispatchEvent(new Event('resize'))")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    assert not [each for each in asked if "plotly" in each]
