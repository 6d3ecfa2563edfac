"""A page asks nothing of anybody else, leaves nothing behind with its reader, and complains of nothing."""

from urllib.parse import urlsplit

import pytest

from tests.browser.places import PAGES, SLUGS, WITH_FIGURES, path
from tests.browser.visits import WIDE, Visit, answered, context, drawn, taken_over

STORED = """async () => ({ local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length })"""
PHONE = {"width": 360, "height": 800}
NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0}
LARGEST_SHIFT = 0.05
VISITS = [*((key, "fi") for key in PAGES), ("costs", "sv"), ("grants", "en")]


@pytest.fixture(scope="module", params=VISITS, ids="-".join)
def arrived(request, browser, site):
    """A first visit to a page, which is a cold load: one for all that is asked of it. Its name and the visit.

    A page with figures is visited in every language: plotly.js has words and separators of its own for each.
    """
    made = context(browser, site, viewport=PHONE if request.param[1] == "sv" else WIDE)
    opened = Visit(made.new_page())
    opened.watch()
    opened.page.goto(path(*request.param))
    taken_over(opened.page)
    drawn(opened.page).wait_for_load_state("networkidle")
    yield request.param[0], opened
    made.close()


def test_a_first_visit_asks_nobody_else_and_leaves_nothing_behind(arrived, site):
    _, opened = arrived
    assert {urlsplit(address).netloc for address in opened.requests} == {urlsplit(site).netloc}
    assert opened.page.context.cookies() == []
    assert opened.page.evaluate(STORED) == NOTHING


def test_a_first_visit_complains_of_nothing_and_loads_what_it_draws_with(arrived):
    key, opened = arrived
    assert opened.complaints == []
    assert any("plotly" in address for address in opened.requests) == (key in WITH_FIGURES)


def test_the_page_does_not_jump_when_it_comes(arrived):
    """The takeover, the fonts and the figures move nothing that a reader may be reading."""
    assert arrived[1].page.evaluate("window.shifted") <= LARGEST_SHIFT


def test_a_page_that_is_not_there_complains_only_of_itself(visit, site):
    """The browser tells the console of the 404 of the page; nothing that the page asks for may be missing as well."""
    opened = visit(path("missing"), wait=False)
    opened.page.wait_for_load_state("networkidle")
    assert [each for each in opened.complaints if SLUGS["missing"][0] not in each] == []


def test_a_page_that_is_not_there_looks_like_the_site(visit):
    page = visit(path("missing"), wait=False, color_scheme="dark").page
    front = visit(path("front"), color_scheme="dark").page
    look = "(body) => ['fontFamily', 'color', 'backgroundColor'].map((name) => getComputedStyle(body)[name])"
    assert page.locator("body").evaluate(look) == front.locator("body").evaluate(look)


def test_using_the_page_is_as_clean_as_opening_it(visit, site):
    """Filtering, sorting, switching and opening: no complaint, no other host, nothing stored."""
    opened = visit(path("grants"))
    page = opened.page
    page.locator("#facet-theme").select_option("learning")
    page.locator(".chip").wait_for()
    page.locator("#grants-register th a.sort").last.click()
    page.locator("#grants-by-region .switch a").nth(1).click()
    page.locator("#grants-by-round-table summary").click()
    page.locator("#as-of").select_option("2017-12-31")
    answered(page, "as_of=2017-12-31")
    assert opened.complaints == []
    assert {urlsplit(address).netloc for address in opened.requests} == {urlsplit(site).netloc}
    assert page.evaluate(STORED) == NOTHING
