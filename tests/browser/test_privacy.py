"""A page asks nothing of anybody else, leaves nothing behind with its reader, and complains of nothing."""

from urllib.parse import urlsplit

import pytest

from tests.browser.places import PAGES, SLUGS, WITH_FIGURES, path
from tests.browser.visits import answered

STORED = """async () => ({ local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length })"""
NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0}


VISITS = [*((key, "fi") for key in PAGES), ("costs", "sv"), ("grants", "en")]


@pytest.mark.parametrize(("key", "lang"), VISITS)
def test_a_first_visit_is_clean(visit, site, key, lang):
    """One first visit a page, because each is a cold load: hosts, storage, plotly.js, the policy and the console.

    A page with figures is visited in every language: plotly.js has words and separators of its own for each.
    """
    opened = visit(path(key, lang))
    opened.page.wait_for_load_state("networkidle")
    assert {urlsplit(address).netloc for address in opened.requests} == {urlsplit(site).netloc}
    assert opened.page.context.cookies() == []
    assert opened.page.evaluate(STORED) == NOTHING
    assert any("plotly" in address for address in opened.requests) == (key in WITH_FIGURES)
    assert opened.complaints == []


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
