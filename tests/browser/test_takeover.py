"""The interactive page takes the place of the HTML that came first, and the reader keeps what he was doing."""

import contextlib

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import path
from tests.browser.visits import context, taken_over


@pytest.fixture
def held(browser, site):
    """A page whose takeover waits: `held(path)` gives the page and the way to let it go on."""
    contexts = []

    def opened(address: str) -> tuple[Page, object]:
        contexts.append(context(browser, site, reduced_motion="reduce"))
        page, waiting = contexts[-1].new_page(), []
        page.route("**/_dash-update-component", lambda route: route.continue_() if waiting else waiting.append(route))
        with page.expect_request("**/_dash-update-component"):
            page.goto(address)
        expect(page.locator("#first-paint")).to_be_visible()

        def go_on() -> Page:
            waiting[0].continue_()
            return taken_over(page)

        return page, go_on

    yield opened
    for each in contexts:
        each.close()


@pytest.mark.parametrize(
    "control", ["#facet-theme", "#grants-register tbody a >> nth=2", "#grants-register-sql summary"]
)
def test_what_is_held_by_keyboard_is_held_on(held, control):
    page, go_on = held(path("grants"))
    page.locator(f"#first-paint {control}").focus()
    go_on()
    expect(page.locator(f"#site {control}")).to_be_focused()


def test_what_was_opened_stays_open_and_the_page_stays_where_it_was(held):
    page, go_on = held(path("costs"))
    page.locator("#first-paint #costs-budget-sql summary").click()
    at = page.evaluate("scrollY")
    assert at > 0
    go_on()
    expect(page.locator("#costs-budget-sql pre")).to_be_visible()
    assert abs(page.evaluate("scrollY") - at) < 40


def test_a_choice_made_before_the_takeover_counts(held):
    """The list has been chosen from while the page was waiting: the choice must not be forgotten."""
    page, go_on = held(path("grants"))
    page.locator("#first-paint #facet-round").select_option("2018")
    go_on()
    expect(page.locator("#facet-round")).to_have_value("2018")
    expect(page.locator("#grants-register tbody tr")).to_have_count(12)


def test_a_link_to_a_panel_leads_there_again_after_the_takeover(held):
    page, go_on = held(f"{path('costs')}#costs-bridge")
    page.evaluate("scrollTo(0, 0)")
    go_on()
    expect(page.locator("#costs-bridge")).to_be_in_viewport()


def test_who_has_begun_to_read_elsewhere_is_left_there(held):
    page, go_on = held(f"{path('costs')}#costs-bridge")
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -30_000)
    page.wait_for_function("scrollY === 0")
    go_on()
    assert page.evaluate("scrollY") < 40


def test_what_the_renderer_asks_first_is_not_asked_of_the_server(visit):
    found = visit(path("costs"))
    assert not [each for each in found.requests if each.endswith(("/_dash-layout", "/_dash-dependencies"))]


def test_there_is_one_page_at_any_time(held):
    """Assistive technology must not find everything twice while the second page is being drawn."""
    page, go_on = held(path("costs"))
    assert page.get_by_role("heading", level=1).count() == 1
    go_on()
    assert page.get_by_role("heading", level=1).count() == 1


def test_a_choice_made_before_any_script_came_counts(browser, site):
    """Scripts come after the first paint, and on a slow network much later."""
    with contextlib.closing(context(browser, site, reduced_motion="reduce")) as slow:
        page, waiting = slow.new_page(), []
        page.route("**/address.js*", lambda route: waiting.append(route))
        with page.expect_request("**/address.js*"):
            page.goto(path("grants"), wait_until="commit")  # the load is not done before its scripts
        page.locator("#first-paint #facet-round").select_option("2018")
        waiting[0].continue_()
        taken_over(page)
        expect(page.locator("#facet-round")).to_have_value("2018")
        expect(page.locator("#grants-register tbody tr")).to_have_count(12)


def test_what_is_typed_before_the_takeover_stays(held):
    page, go_on = held(path("search"))
    page.locator("#first-paint main input[type=search]").fill("Nok")
    go_on()
    expect(page.locator("main input[type=search]")).to_have_value("Nok")


def test_what_nobody_has_chosen_is_not_followed(browser, site):
    """A choice that no list has stands in the address alone; the list then shows its first one."""
    with contextlib.closing(context(browser, site)) as made:
        page = made.new_page()
        page.goto(path("maturity", search="sector=unknown"))
        taken_over(page).wait_for_load_state("networkidle")
        assert page.url.endswith("?sector=unknown")
