"""A heatmap of over 4 000 cells in Chromium: a change of date, the keyboard, what is spoken, and who answers first."""

import json

import pytest
from playwright.sync_api import Page, expect

from bench import large
from tests.browser.places import path
from tests.browser.service import served
from tests.browser.visits import context, taken_over

PLACES, SERVICES = 70, 60
BEFORE, AFTER = "2018-05-31", "2018-10-31"
CELLS = "() => [...document.querySelectorAll('.heat-canvas td')].map((cell) => cell.textContent)"
TEXTS = {"n": "–", "a": "", "s": "··", "h": ""}
HELD = "document.activeElement.getAttribute('aria-label')"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The site over a delivery of 70 municipalities and 60 services, in which every level rises or starts anew."""
    folder = tmp_path_factory.mktemp("large")
    large.publish(folder, places=PLACES, services=SERVICES)
    with served(folder) as service:
        yield service.address


@pytest.fixture
def page(browser, address):
    """The page of maturity on the day before the second assessments."""
    made = context(browser, address)
    page = made.new_page()
    page.goto(f"{address}{path('maturity', search=f'as_of={BEFORE}')}")
    yield taken_over(page)
    made.close()


def change_day(page: Page) -> None:
    """Choose the later day as a reader does, and wait until the cells have it."""
    canvas = page.locator(".heat-canvas")
    before = canvas.get_attribute("data-letters")
    page.locator("#as-of").evaluate(
        """(list, day) => { list.append(new Option(day, day)); list.value = day;
          list.dispatchEvent(new Event("change", { bubbles: true })); }""",
        AFTER,
    )
    expect(canvas).not_to_have_attribute("data-letters", before)


def test_a_change_of_date_changes_every_level_and_no_mark(page):
    before = page.evaluate(CELLS)
    change_day(page)
    after, letters = page.evaluate(CELLS), page.locator(".heat-canvas").get_attribute("data-letters")
    assert len(after) == PLACES * SERVICES
    assert after == [TEXTS.get(letter, letter) for letter in letters]
    assert after == [str(int(text) % 5 + 1) if text.isdigit() else text for text in before]


def test_the_cell_that_the_keyboard_is_on_says_its_names_and_its_new_level(page):
    page.locator(".heat-canvas [tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    said = page.evaluate(HELD)
    row = page.locator(".heat-canvas tbody tr").nth(1)
    column = page.locator(".heat-canvas thead .heat-col").nth(1)
    assert said.startswith(f"{row.locator('th').inner_text()}, {column.inner_text()}: ")
    change_day(page)
    named = page.locator(".heat-canvas td[aria-label]")
    expect(named).to_have_count(1)
    expect(named).not_to_have_attribute("aria-label", said)
    assert named.get_attribute("aria-label").split(":")[0] == said.split(":")[0]


def test_enter_on_a_cell_opens_its_card(page):
    page.locator(".heat-canvas [tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".maturity-card")).to_contain_text("Seuraava askel")
    assert "place=000" in page.url
    assert "service=s_" in page.url


def test_the_letters_are_answered_before_anything_else_is_asked(page):
    told = []
    page.on("request", lambda each: told.append(("asked", outputs(each))) if "_dash-update" in each.url else None)
    page.on(
        "response", lambda each: told.append(("told", outputs(each.request))) if "_dash-update" in each.url else None
    )
    change_day(page)
    expect(page.locator("#maturity-controls")).to_be_visible()
    page.wait_for_load_state("networkidle")
    letters = [kind for kind, output in told if "data-letters" in output]
    assert [*letters, len(told) > 2] == ["asked", "told", True]
    assert all("data-letters" in output for _, output in told[:2])


def outputs(request) -> str:
    """What a callback was asked for."""
    return json.loads(request.post_data)["output"]
