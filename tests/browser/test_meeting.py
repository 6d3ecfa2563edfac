"""The presentation of the meeting: keys, links without scripts, and no connection needed once it is open."""

import re

from playwright.sync_api import expect

from tests.browser.places import path


def shown(page):
    return page.locator(".slide:visible h2")


def test_the_keys_lead_from_slide_to_slide_even_without_a_connection(visit):
    page = visit(path("meeting", "fi", "slide=1")).page
    first = shown(page).inner_text()
    page.context.set_offline(True)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".slide:visible .slide-progress")).to_have_text("2 / 22")
    assert shown(page).inner_text() != first
    expect(page).to_have_url(re.compile("slide=2"))
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".slide:visible #costs-estimate .main-svg").first).to_be_visible()
    page.keyboard.press("End")
    expect(page.locator(".slide:visible .slide-progress")).to_have_text("22 / 22")
    page.keyboard.press("Home")
    expect(shown(page)).to_have_text(first)


def test_a_presentation_that_was_moved_through_ends_on_the_page(visit):
    page = visit(path("meeting", "sv", "slide=1")).page
    page.keyboard.press("PageDown")
    page.locator(".slide:visible .slide-foot a").last.click()
    expect(page.locator(".slides")).to_have_count(0)
    expect(page.locator("#meeting-agenda")).to_be_visible()
    assert "slide" not in page.url


def test_space_and_down_move_a_tall_table_and_escape_ends(visit):
    page = visit(path("meeting", "fi", "slide=11")).page
    table = page.locator(".slide:visible #grants-register .table-wrap").first
    expect(table).to_be_visible()
    tops = [table.evaluate("each => each.scrollTop")]
    for key in ("Space", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        page.wait_for_timeout(300)
        tops.append(table.evaluate("each => each.scrollTop"))
    assert tops[0] == 0 < tops[1] < tops[2] > tops[3]
    expect(page.locator(".slide:visible .slide-progress")).to_have_text("11 / 22")
    page.keyboard.press("Escape")
    expect(page.locator(".slides")).to_have_count(0)
    assert "slide" not in page.url


def test_without_scripts_the_slides_are_plain_links(visit):
    page = visit(path("meeting", "en", "slide=1"), java_script_enabled=False).page
    page.locator(".slide:visible a[data-slide='2']").click()
    expect(page).to_have_url(re.compile("slide=2"))
    expect(page.locator(".slide:visible .slide-progress")).to_have_text("2 / 22")


def test_a_meeting_is_chosen_and_its_agenda_and_pack_follow(visit):
    page = visit(path("meeting")).page
    page.locator("#meetings summary").click()
    page.locator("#meetings a[href*='as_of=2018-05-11']").click()
    expect(page.locator("#meetings summary")).to_contain_text("kokous 9")
    expect(page.locator("#meeting-agenda .answer")).to_contain_text("Kokouksen 9 asialista")
    expect(page.locator("a[href*='pack.pdf']")).to_have_attribute(
        "href", re.compile("as_of=2018-05-11&since=2018-02-22")
    )


def test_another_day_is_compared_with_by_choosing_it(visit):
    page = visit(path("meeting")).page
    page.locator("#since").select_option("2017-12-31")
    expect(page).to_have_url(re.compile("since=2017-12-31"))
    expect(page.locator(".compare-days")).to_contain_text("31.12.2017")
