"""Fixtures of the browser tests: the real site under gunicorn, one Chromium a worker, and pages that are watched."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.places import path
from tests.browser.service import served
from tests.browser.visits import CHROMIUM, FLAGS, ORDINARY, Open, Visit, context, taken_over

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
def tab(browser, site) -> Iterator[Visit]:
    """One tab with a warm cache for all tests that need no first visit: half the work of a new tab for each."""
    made = context(browser, site)
    found = Visit(made.new_page())
    found.watch()
    yield found
    made.close()


@pytest.fixture
def look(tab) -> Callable[..., Page]:
    """A page in the tab that is used again: `look("/fi/talous", width=360)`, taken over. One page at a time."""

    def opened(address: str, *, width: int = 1280, wait: bool = True) -> Page:
        tab.page.set_viewport_size({"width": width, "height": 900})
        tab.page.emulate_media(**ORDINARY)
        tab.page.goto(address)
        tab.complaints.clear()
        return taken_over(tab.page) if wait else tab.page

    return opened


@pytest.fixture
def grants(look) -> Page:
    """The grants page with a mark on its window that a page load would remove: see `is_same`."""
    page = look(path("grants"))
    page.evaluate("window.isSame = true")
    return page


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
