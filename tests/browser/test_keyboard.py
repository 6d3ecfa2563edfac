"""Everything works by keyboard alone, and the reader always sees where the focus is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import PAGES, path
from tests.browser.visits import answered, taken_over

# What is held now: whether a ring is drawn around it, and whether it is on the page where it can be seen.
HELD = """() => {
  const held = document.activeElement, style = getComputedStyle(held), box = held.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1;
  const name = `${held.tagName} ${(held.getAttribute("aria-label") || held.textContent).trim().slice(0, 60)}`;
  const isAgain = held === document.body || walked.has(held);
  walked.add(held);
  return { name, isSeen: ring && isInView, isAgain };
}"""
START = "scrollTo(0, 0); document.activeElement.blur(); getSelection().removeAllRanges(); window.walked = new WeakSet()"
SHOWN = """all => all.filter((each) => each.checkVisibility({ visibilityProperty: true })).length"""
CONTROLS = "a[href]:not([tabindex='-1']), button, select, input:not([type=hidden]), summary, [tabindex='0']"
STEPS = 700


def walk(page: Page) -> list[dict]:
    """What Tab holds, one after another, from the beginning of the page until it comes round again."""
    page.emulate_media(reduced_motion="reduce")  # a smooth scroll would still be under way when it is looked at
    page.evaluate(START)
    held = []
    while len(held) < STEPS:
        page.keyboard.press("Tab")
        held.append(page.evaluate(HELD))
        if held[-1]["isAgain"]:
            break
    return held[:-1]


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element is held; AssertionError when it cannot be reached."""
    wanted = page.locator(selector).first
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {selector}")


@pytest.mark.parametrize("key", PAGES)
def test_tab_stops_at_everything_that_may_be_used_and_each_stop_is_seen(look, key):
    """Nothing needs a mouse: what is shown and may be clicked may be reached, with a ring around it, in view."""
    page = look(path(key))
    stops = walk(page)
    assert [stop["name"] for stop in stops if not stop["isSeen"]] == []
    assert len(stops) == page.locator(CONTROLS).evaluate_all(SHOWN)


def test_the_first_stop_leads_past_the_menu(look):
    page = look(path("costs"))
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_ways_to_sort_come_into_sight_when_they_are_held_on_a_phone(look):
    """Where rows stand one under the other the headings are not drawn, but Tab still stops at their links."""
    page = look(path("experiments"), width=360)
    sort = page.locator("#experiments-participants thead a").first
    sort.focus()
    assert (
        sort.evaluate("each => { const box = each.closest('thead').getBoundingClientRect(); return box.height; }") >= 24
    )
    expect(sort).to_be_in_viewport()


def test_the_whole_way_from_the_front_page_to_a_file(look):
    """From the menu to the register, a facet, a sort, a twin, a grant and a file, and never a mouse."""
    page = look(path("front"))
    tab_to(page, ".site-nav a[href*='avustukset']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/fi/avustukset"))
    taken_over(page)
    tab_to(page, "#facet-theme")
    page.keyboard.type("R")
    expect(page.locator("#grants-register tbody tr")).to_have_count(6)
    answered(page, "theme=internal_systems")
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


def test_a_word_can_be_typed_into_a_list_at_leisure(grants):
    """Osallisuus comes before Oppiminen: an answer to the first letter would draw the list anew under the typing."""
    grants.locator("#facet-theme").focus()
    grants.keyboard.type("Op", delay=300)
    assert "theme" not in grants.url
    grants.keyboard.type("p")
    answered(grants, "theme=learning")
    expect(grants.locator("#facet-theme")).to_be_focused()


# The second in which the next letter may come never ends.
ENDLESS = "() => { const real = setTimeout; window.setTimeout = (f, ms) => ms === 1000 ? 0 : real(f, ms); }"


def test_an_arrow_ends_a_word_at_once(grants):
    grants.evaluate(ENDLESS)
    grants.locator("#facet-theme").press("O")
    grants.keyboard.press("ArrowUp")
    expect(grants).to_have_url(re.compile(r"[?&]theme="))


def test_who_leaves_a_list_does_not_wait_for_the_end_of_a_word(grants):
    grants.evaluate(ENDLESS)
    grants.locator("#facet-theme").press("O")
    grants.locator("#facet-theme").blur()
    answered(grants, "theme=participation")


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


@pytest.mark.parametrize(
    ("control", "place", "done"),
    [
        ("#grants-register th:last-child a", "#grants-register", "th[aria-sort=ascending]:last-child"),
        ("#grants-by-region .switch a:nth-child(2)", "#grants-by-region", ".switch a:nth-child(2)[aria-current]"),
        ("#grants-by-municipality .switch a", "#grants-by-municipality", ".switch a:first-child[aria-current]"),
    ],
)
def test_focus_stays_in_the_panel_whose_link_was_followed(grants, control, place, done):
    grants.locator(control).first.press("Enter")
    expect(grants.locator(f"{place} {done}")).to_have_count(1)
    expect(grants.locator(f"{place}:focus-within, {place}:focus")).to_have_count(1)


def test_a_choice_is_told_to_who_cannot_see_the_page(grants):
    """The live region says the first answer that has changed: a whole sentence with its number."""
    spoken = grants.locator("#announce[role=status]")
    expect(spoken).to_have_text("")
    grants.locator("#facet-round").select_option("2018")
    answered(grants, "round=2018")
    expect(spoken).not_to_have_text("")
    assert spoken.text_content() in grants.locator("#page .panel .answer").all_text_contents()


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
