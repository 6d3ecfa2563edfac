"""The programme network in a browser: by keyboard, without scripts, and on the narrowest phone."""

import pytest

from tests.browser.places import path

NOKIA = "municipality=536"


def links_marked(page) -> tuple[int, int, int]:
    """Marked links in the picture, the table and the sentences."""
    ways = ("#network-graph .network-link--chosen", "#network-links tr.is-chosen", "#network-sentences li.is-chosen")
    return tuple(page.locator(way).count() for way in ways)


def test_a_programme_is_chosen_by_keyboard_and_marked_in_all_three(look):
    page = look(path("network"))
    page.locator('.network-place[data-node="digikompassi"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".network-place--chosen")
    assert "focus=digikompassi" in page.url
    assert links_marked(page) == (4, 4, 4)
    page.wait_for_selector('.network-place[data-node="digikompassi"]:focus')


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_nokia_is_marked_without_scripts_and_nothing_is_cut_off_at_320(plain, lang):
    page = plain(path("network", lang, NOKIA))
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert links_marked(page) == (21, 21, 21)
    assert page.locator(".timeline-bar").count() > 10
    assert page.locator(".clash-bar").count() == 26
