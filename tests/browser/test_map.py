"""The map in Chromium: by keyboard, by mouse, without scripts, and in step with everything around it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import path
from tests.browser.visits import answered

NBSP = "\u00a0"
MIDDLE = """(code) => { const box = document.querySelector(`#m${code}`).getBBox();
  return [box.x + box.width / 2, box.y + box.height / 2]; }"""
ACTIVE = """() => { const box = document.querySelector(".map-active").getBBox();
  return [box.x + box.width / 2, box.y + box.height / 2]; }"""
LETTERS = (
    "() => [...document.querySelectorAll('.map-shapes > path')].map((each) => each.getAttribute('class')[1]).join('')"
)


@pytest.fixture
def map_page(look) -> Page:
    return look(path("map"))


def walk_to(page: Page, code: str, name: str) -> None:
    """Go from place to place by the arrow keys until the named one is told."""
    status = page.locator("#map-status")
    for _ in range(80):
        if status.inner_text().startswith(f"{name}:"):
            return
        (x, y), (to_x, to_y) = page.evaluate(ACTIVE), page.evaluate(MIDDLE, code)
        wide, tall = to_x - x, to_y - y
        key = ("ArrowRight" if wide > 0 else "ArrowLeft") if abs(wide) > abs(tall) else None
        page.keyboard.press(key or ("ArrowDown" if tall > 0 else "ArrowUp"))
    raise AssertionError(f"{name} was not reached")


def test_nokia_is_chosen_by_keyboard_and_its_three_joint_grants_are_read(map_page):
    map_page.locator("#map-frame").focus()
    map_page.keyboard.press("ArrowDown")
    walk_to(map_page, "536", "Nokia")
    map_page.keyboard.press("Enter")
    card = map_page.locator(".map-card")
    expect(card).to_contain_text("Nokia")
    for amount in ("29 050 €", "7 000 €", "20 000 €"):
        expect(card).to_contain_text(amount.replace(" ", NBSP))
    expect(card).to_contain_text("Kunnan osuutta ei ilmoiteta lähteessä.")
    assert "municipality=536" in map_page.url
    assert map_page.evaluate("document.activeElement.id") == "map-frame"
    expect(map_page.locator("#map-status")).to_contain_text("Valittu: Nokia")


def test_the_map_is_one_stop_of_the_tab_key(map_page):
    map_page.locator("#map-frame").focus()
    map_page.keyboard.press("Tab")
    assert map_page.evaluate("document.activeElement.dataset.zoom") == "in"
    map_page.keyboard.press("Shift+Tab")
    map_page.keyboard.press("Shift+Tab")
    assert map_page.evaluate("document.activeElement.closest('#map-frame')") is None


def test_escape_takes_the_choice_back(look):
    page = look(path("map", search="municipality=536"))
    page.locator("#map-frame").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".map-card--empty")).to_be_visible()
    assert "municipality" not in page.url


def test_a_click_on_the_map_chooses_and_back_undoes_it(map_page):
    map_page.locator("#m743").click(force=True)
    expect(map_page.locator(".map-card h3")).to_have_text("Seinäjoki")
    expect(map_page.locator("#map-controls .chip")).to_contain_text("Seinäjoki")
    expect(map_page.locator("#map-side tr.is-chosen")).to_contain_text("Seinäjoki")
    map_page.go_back()
    expect(map_page.locator(".map-card--empty")).to_be_visible()
    expect(map_page.locator("#map-controls .chip")).to_have_count(0)


def test_a_region_chosen_in_the_table_narrows_map_list_and_figures(map_page):
    map_page.locator("#map-by-region table a", has_text="Pirkanmaa").click()
    answered(map_page, "region=06")
    expect(map_page.locator("#map-side")).to_contain_text("Akaa")
    expect(map_page.locator(".map-chosen--region")).to_have_count(1)
    assert map_page.evaluate(LETTERS).count("o") > 250
    expect(map_page.locator("#map-frame")).to_have_attribute("data-zoomed", "")


def test_a_change_of_measure_colours_the_same_outlines_anew(map_page):
    map_page.evaluate("window.first = document.querySelector('#m091')")
    before = map_page.evaluate(LETTERS)
    map_page.locator("#facet-measure").select_option("role")
    expect(map_page.locator("#map-places h2")).to_have_text("Missä roolissa kunnat olivat mukana?")
    after = map_page.evaluate(LETTERS)
    assert (len(before), len(after), before != after) == (311, 311, True)
    assert map_page.evaluate("window.first === document.querySelector('#m091')")


def test_another_drawing_has_the_same_places(map_page):
    before = map_page.evaluate(LETTERS)
    map_page.get_by_role("link", name=re.compile("Ruutukartta")).click()
    expect(map_page.locator("#map-canvas svg")).to_have_attribute("viewBox", "0 0 1400 1800")
    assert map_page.evaluate(LETTERS) == before


def test_the_division_follows_the_day(map_page):
    map_page.goto(path("map", search="as_of=2025-06-30"))
    expect(map_page.locator("#map-canvas .map-shapes > path")).to_have_count(308)


def test_a_former_name_is_found(map_page):
    map_page.locator("#map-find").fill("juankoski")
    map_page.locator("#map-find").press("Enter")
    expect(map_page.locator(".map-card h3")).to_have_text("Kuopio")


def test_a_swedish_name_is_found(map_page):
    map_page.locator("#map-find").fill("Tammerfors")
    map_page.locator("#map-find").press("Enter")
    expect(map_page.locator(".map-card h3")).to_have_text("Tampere")


def test_the_map_can_be_looked_at_closer_and_moved(map_page):
    box = map_page.locator("#map-canvas svg")
    whole = box.get_attribute("viewBox")
    map_page.locator("[data-zoom=in]").click()
    closer = box.get_attribute("viewBox")
    assert closer != whole
    map_page.locator("#map-frame").scroll_into_view_if_needed()
    frame = map_page.locator("#map-frame").bounding_box()
    map_page.mouse.move(frame["x"] + 200, frame["y"] + 300)
    map_page.mouse.down()
    map_page.mouse.move(frame["x"] + 120, frame["y"] + 240, steps=4)
    map_page.mouse.up()
    assert box.get_attribute("viewBox") != closer
    assert "municipality" not in map_page.url
    map_page.locator("[data-zoom=whole]").click()
    assert box.get_attribute("viewBox") == whole
    assert map_page.locator(".map-overlay").get_attribute("viewBox") == whole


def test_the_twin_is_sorted_by_its_headings(map_page):
    map_page.locator("#map-places-table summary").click()
    map_page.locator("#map-places-table th a", has_text="Myönnetty").first.click()
    first = map_page.locator("#map-places-table tbody tr").first
    expect(first).to_contain_text("Rovaniemi")


def test_without_scripts_the_map_stands_and_the_list_chooses(plain):
    page = plain(path("map"))
    expect(page.locator("#map-canvas .map-shapes > path")).to_have_count(311)
    assert page.locator("#m091 title").text_content() == "Helsinki"
    page.locator("#map-side a", has_text="Nokia").click()
    expect(page.locator(".map-card h3")).to_have_text("Nokia")
    expect(page.locator(".map-card")).to_contain_text(f"29{NBSP}050{NBSP}€")
