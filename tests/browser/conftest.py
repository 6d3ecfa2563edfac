"""Fixtures of the browser tests: the real site under gunicorn, one Chromium a worker, and pages that are watched."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.places import path
from tests.browser.service import served
from tests.browser.visits import CHROMIUM, FLAGS, Open, Visit, answered, context, taken_over

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def site(release_dir) -> Iterator[str]:
    """The address of the site; each worker of pytest has its own."""
    with served(release_dir) as service:
        yield service.address


@pytest.fixture(scope="session")
def browser(site, driver) -> Iterator[Browser]:
    """One Chromium a worker, closed before the site ends."""
    chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture
def visit(browser, site) -> Iterator[Open]:
    """A first visit: `visit("/fi/talous", viewport=…)` gives a Visit in a context of its own, taken over.

    `wait=False` gives it as soon as its HTML has loaded. Without scripts there is nothing to wait for.
    """
    contexts = []

    def opened(address: str, *, wait: bool = True, **options) -> Visit:
        contexts.append(context(browser, site, **options))
        found = Visit(contexts[-1].new_page())
        found.watch()
        found.page.goto(address)
        if wait and options.get("java_script_enabled", True):
            taken_over(found.page)
        return found

    yield opened
    for each in contexts:
        each.close()


@pytest.fixture(scope="session")
def warm(browser, site) -> Iterator[BrowserContext]:
    """A context whose cache is kept: for tests that only look, because it is quicker."""
    made = context(browser, site)
    yield made
    made.close()


@pytest.fixture
def look(warm) -> Iterator[Callable[..., Page]]:
    """A page for looking at, with a warm cache: `look("/fi/talous")`, taken over; closed after the test."""
    pages: list[Page] = []

    def opened(address: str, *, width: int = 1280, wait: bool = True) -> Page:
        pages.append(warm.new_page())
        pages[-1].set_viewport_size({"width": width, "height": 900})
        pages[-1].goto(address)
        return taken_over(pages[-1]) if wait else pages[-1]

    yield opened
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def plain(browser, site) -> Iterator[Callable[[str], Page]]:
    """A page as a reader without scripts gets it: quick, and the very HTML that everybody gets first."""
    made = context(browser, site, java_script_enabled=False)
    page = made.new_page()

    def opened(address: str) -> Page:
        page.goto(address)
        return page

    yield opened
    made.close()


@pytest.fixture(scope="session")
def used_page(warm) -> Iterator[Page]:
    """The grants page, opened once: a reader goes on using a page, and so do the tests of its controls."""
    page = warm.new_page()
    yield page
    page.close()


@pytest.fixture
def grants(used_page) -> Page:
    """The grants page without choices, with a mark on its window that a page load would remove: see `is_same`."""
    if urlsplit(used_page.url).path != path("grants"):
        used_page.goto(path("grants"))
        taken_over(used_page)
    used_page.evaluate("window.dash_clientside.set_props('url', { search: '' })")
    answered(used_page, "?lang=fi")
    used_page.evaluate("window.isSame = true")
    return used_page
