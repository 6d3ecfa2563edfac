"""Everything works by keyboard alone, and the reader always sees where the focus is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import PAGES, path
from tests.browser.visits import answered, taken_over

# What is held now: its name, whether a ring is drawn around it, and whether it is on the page where it can be seen.
HELD = """() => {
  const held = document.activeElement, style = getComputedStyle(held), box = held.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const name = held.getAttribute("aria-label") || held.textContent || held.id;
  return { tag: held.tagName, name: name.trim().slice(0, 60), href: held.getAttribute("href"), ring, width: box.width,
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
}"""
STEPS = 400


def walk(page: Page):
    """What Tab holds, one after another, from the beginning of the page until it leaves the page."""
    page.emulate_media(reduced_motion="reduce")  # a smooth scroll would still be under way when it is looked at
    page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        held = page.evaluate(HELD)
        if held["tag"] == "BODY":
            return
        yield held


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element is held; AssertionError when it cannot be reached."""
    wanted = page.locator(selector).first
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {selector}")


@pytest.mark.parametrize("key", PAGES)
def test_every_stop_of_the_tab_key_is_seen(look, key):
    stops = list(walk(look(path(key))))
    assert len(stops) > 15
    assert len(stops) < STEPS
    unseen = [stop for stop in stops if not (stop["ring"] and stop["isInView"] and stop["width"] > 1)]
    assert unseen == []


@pytest.mark.parametrize("key", PAGES)
def test_tab_reaches_every_link_and_control_that_is_shown(look, key):
    """Nothing needs a mouse: what may be clicked may be reached, and the order is that of the page."""
    page = look(path(key))
    shown = "a[href], button, select, input:not([type=hidden]), summary, [tabindex='0']"
    expected = page.locator(shown).evaluate_all(
        "all => all.filter((each) => each.checkVisibility({ visibilityProperty: true })).length"
    )
    assert len(list(walk(page))) == expected


def test_the_first_stop_leads_past_the_menu(visit):
    page = visit(path("costs")).page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_whole_way_from_the_front_page_to_a_file(visit):
    """From the menu to the register, a facet, a sort, a twin, a grant and a file, and never a mouse."""
    page = visit(path("front")).page
    tab_to(page, ".site-nav a[href*='avustukset']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/fi/avustukset"))
    taken_over(page)
    tab_to(page, "#facet-theme")
    page.keyboard.type("Opp")
    expect(page.locator("#grants-register tbody tr")).to_have_count(5)
    answered(page, "theme=learning")
    tab_to(page, "#grants-register th:last-child a")
    page.keyboard.press("Enter")
    expect(page.locator("#grants-register th:last-child")).to_have_attribute("aria-sort", "ascending")
    tab_to(page, "#grants-by-round-table summary")
    page.keyboard.press("Enter")
    expect(page.locator("#grants-by-round-table table")).to_be_visible()
    tab_to(page, "#grants-by-round a[data-file=csv]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("grants_by_round_latest_")


@pytest.mark.parametrize("part", ["table", "sql"])
def test_a_disclosure_opens_and_closes_by_keyboard(grants, part):
    summary = grants.locator(f"#grants-by-theme-{part} summary")
    inside = grants.locator(f"#grants-by-theme-{part} > :not(summary)").first
    summary.focus()
    for key in ("Enter", " "):
        grants.keyboard.press(key)
        expect(inside).to_be_visible(visible=key == "Enter")


@pytest.mark.parametrize(("control", "choice"), [("#facet-round", "round="), ("#as-of", "as_of=")])
def test_focus_stays_with_the_list_that_was_used(grants, control, choice):
    """The arrow keys go through a list one by one: whoever loses the focus at the first never gets to the second."""
    grants.locator(control).focus()
    grants.keyboard.press("ArrowDown")
    answered(grants, choice)
    expect(grants.locator(control)).to_be_focused()


def test_focus_is_not_lost_when_a_chip_goes(grants):
    """The chip is gone when it has been followed: the next Tab goes on from its place, not from the top."""
    grants.locator("#facet-round").select_option("2018")
    answered(grants, "round=2018")
    grants.locator(".chip").press("Enter")
    expect(grants.locator(".chip")).to_have_count(0)
    expect(grants.locator("body")).not_to_be_focused()
    grants.keyboard.press("Tab")
    assert not grants.evaluate("Boolean(document.activeElement.closest('.skip, .site-header'))")


def test_an_open_table_stays_open_when_one_of_its_links_is_followed(grants):
    grants.locator("#grants-by-theme-table summary").press("Enter")
    grants.locator("#grants-by-theme-table tbody a").first.press("Enter")
    answered(grants, "theme=e_services")
    expect(grants.locator("#grants-by-theme-table table")).to_be_visible()


def test_a_scrolling_table_scrolls_by_keyboard(look):
    page = look(path("costs"), width=360)
    wrap = page.locator("#costs-budget .table-wrap")
    wrap.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert wrap.evaluate("each => each.scrollLeft > 0 || each.scrollWidth <= each.clientWidth")
