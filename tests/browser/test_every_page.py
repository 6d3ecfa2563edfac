"""What holds of every page in every language, looked at in one visit to each: axe, and what axe does not see.

The page stays as it is; window, theme and colours change around it. So 18 looks at a page cost one load a language.
"""

import time

import pytest

from tests.browser import checks
from tests.browser.axe import AXE, COLOUR_RULES, one_of_each, violations
from tests.browser.places import LANGUAGES, PAGES, path
from tests.browser.visits import ORDINARY, WIDE, taken_over

WIDTHS = (1280, 768, 360)
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 % (WCAG 1.4.10)
SETTLED = 5  # seconds in which a figure is drawn anew for another window
# What the page holds as it stands, and as it came in the first response, which is read without running any script.
HELD = """async () => {
  const first = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const read = (page) => {
    const main = page.querySelector("main").cloneNode(true);
    main.querySelectorAll(".with-scripts, .dash-graph, .picture, script").forEach((each) => each.remove());
    const texts = (where, from = main) => [...from.querySelectorAll(where)].map((each) => each.textContent);
    const links = [...page.querySelectorAll("a[href]")].filter((each) => !each.matches(".with-scripts"));
    return { numbers: [...new Set(main.textContent.match(/[+\\u2212]?\\d[\\d\\u00a0,.]*/g))].sort(),
      words: texts("#front-situation p, .key-figure p, .answer, .state, .note, .prose p, .facts, .page-head"),
      cells: [...new Set(texts("td, th", page))], links: [...new Set(links.map((each) => each.getAttribute("href")))] };
  };
  return [read(first.querySelector("#first-paint")), read(document.querySelector("#site"))];
}"""


@pytest.fixture(scope="module", params=[(key, lang) for lang in LANGUAGES for key in PAGES], ids="-".join)
def visited(request, tab):
    """Each page in each language, loaded once, taken over, with axe in it."""
    tab.page.set_viewport_size(WIDE)
    tab.page.emulate_media(**ORDINARY)
    tab.page.goto(path(*request.param))
    taken_over(tab.page).evaluate(f"{AXE}; undefined")
    return tab.page


@pytest.fixture
def page(visited):
    """The page of this visit in an ordinary window."""
    visited.set_viewport_size(WIDE)
    visited.emulate_media(**ORDINARY)
    return visited


def settled(page, check: str) -> list:
    """What a check still finds when the figures have been drawn anew for the window."""
    until = time.monotonic() + SETTLED
    while (found := page.evaluate(check)) and page.locator(".dash-graph").count() and time.monotonic() < until:
        page.wait_for_timeout(100)
    return found


@pytest.mark.parametrize("visited", [(key, "fi") for key in PAGES], ids="-".join, indirect=True)
def test_axe_finds_nothing_in_the_whole_page(page):
    assert violations(page) == ""


def test_axe_finds_nothing_in_any_theme_at_any_width(page):
    """Every rule at every width in light, and in dark those that colours can change; a few of what is made alike."""
    found = {}
    with one_of_each(page):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for theme in ("light", "dark"):
                page.emulate_media(color_scheme=theme)
                found[f"{theme} {width}"] = violations(page, COLOUR_RULES if theme == "dark" else None)
    assert len(found) == len(WIDTHS) * 2
    assert {look: each for look, each in found.items() if each} == {}


def test_the_first_response_holds_every_number_word_link_and_table(page):
    """Without scripts a reader gets what the interactive page shows, to the last digit."""
    first, interactive = page.evaluate(HELD)
    assert first == interactive
    assert first["links"]
    assert first["numbers"] or first["words"]


def test_nothing_scrolls_sideways_down_to_a_zoom_of_400_percent(page):
    found = {}
    for size in (ZOOMED, {"width": 360, "height": 780}, {"width": 768, "height": 1024}):
        page.set_viewport_size(size)
        found[size["width"]] = settled(page, checks.TOO_WIDE)
    assert found == {320: [], 360: [], 768: []}


@pytest.mark.parametrize("width", [1280, 320])
def test_text_spaced_by_its_reader_is_neither_cut_nor_too_wide(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(checks.SPACED)
    found = settled(page, checks.TOO_WIDE), page.evaluate(checks.CUT_OFF)
    page.evaluate(checks.AS_BEFORE)
    assert found == ([], [])


@pytest.mark.parametrize("width", [1280, 360])
def test_every_target_is_large_enough(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(checks.TOO_SMALL) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_the_focus_goes_in_the_order_of_reading(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(checks.OUT_OF_ORDER) == []


def test_forced_colours_take_no_mark_away(page):
    page.emulate_media(forced_colors="active")
    assert page.evaluate(checks.GONE) == []


def test_each_picture_has_its_message_in_words_and_its_table(page):
    assert page.evaluate(checks.UNTOLD) == []


def test_each_way_to_another_language_is_marked_as_that_language(page):
    assert page.evaluate(checks.UNMARKED) == []
