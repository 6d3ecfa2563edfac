"""When the server goes away the page says so, keeps what it shows, and goes on when the server is back."""

import pytest
from playwright.sync_api import expect

from tests.browser.places import path
from tests.browser.service import served
from tests.browser.visits import answered, context, is_same, taken_over

SOON = 5_000


@pytest.fixture(scope="module")
def fragile(release_dir):
    """A site of its own, to be frozen and killed."""
    with served(release_dir) as service:
        yield service


@pytest.fixture
def page(browser, fragile):
    """The costs page of the fragile site: its first visit."""
    made = context(browser, fragile.address)
    opened = made.new_page()
    opened.goto(path("costs"))
    yield taken_over(opened)
    made.close()


def test_a_server_that_is_gone_is_told_and_waited_for(fragile, page):
    page.evaluate("window.isSame = true")
    fragile.kill()
    page.locator("#as-of").select_option("2017-12-31")
    expect(page.locator("#offline")).to_be_visible(timeout=SOON)
    expect(page.locator("#costs-budget")).to_contain_text("833\u00a0318")
    fragile.start()
    answered(page, "as_of=2017-12-31")
    expect(page.locator("#offline")).to_be_hidden()
    expect(page.locator("#costs-cumulative")).to_contain_text("406\u00a0737")
    assert is_same(page)


def test_a_server_that_does_not_answer_is_told_and_waited_for(fragile, page):
    """Frozen: connections are taken and nothing comes back. A reader must not look at a page that seems dead."""
    fragile.freeze()
    try:
        page.locator("#as-of").select_option("2017-12-31")
        expect(page.locator("#offline")).to_be_visible(timeout=SOON)
    finally:
        fragile.thaw()
    answered(page, "as_of=2017-12-31")
    expect(page.locator("#offline")).to_be_hidden()


def test_a_page_opened_while_the_scripts_do_not_come_is_still_there(browser, fragile):
    """The page stands in its HTML: readers lose the controls that need scripts, not the numbers."""
    made = context(browser, fragile.address)
    tab = made.new_page()
    tab.route("**/_dash-*", lambda route: route.abort())
    tab.goto(path("costs"))
    expect(tab.locator("#costs-budget table")).to_be_visible()
    expect(tab.locator("#costs-estimate")).to_contain_text("833\u00a0318")
    made.close()
