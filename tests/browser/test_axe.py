"""No page has an accessibility violation that axe can find: in three languages, in light and dark, wide and narrow."""

from pathlib import Path

import pytest

from tests.browser.places import LANGUAGES, SLUGS, path

AXE = (Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ONLY_VIOLATIONS = {"resultTypes": ["violations"], "selectors": False, "preload": False, "iframes": False}
COLOUR_RULES = ["color-contrast", "link-in-text-block"]  # all that the dark look can change


def violations(page, only=RULES) -> str:
    """What axe finds, a line each: the rule, in how many places, and the first of them."""
    found = page.evaluate("(options) => axe.run(document, options)", {"runOnly": only, **ONLY_VIOLATIONS})
    lines = [f"{each['id']} ×{len(each['nodes'])}: {each['nodes'][0]['html'][:160]}" for each in found["violations"]]
    return "\n".join(lines)


@pytest.fixture
def opened(look):
    """A page taken over, with axe in it. The site's policy stays: the browser evaluates this text, not the page."""

    def ready(page_key: str, lang: str = "fi", **options):
        page = look(path(page_key, lang), wait=page_key != "missing", **options)
        page.evaluate(f"{AXE}; undefined")
        return page

    return ready


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page_key", SLUGS)
def test_a_page_has_no_violations_in_light_or_dark(opened, page_key, lang):
    page = opened(page_key, lang)
    in_light = violations(page)
    page.emulate_media(color_scheme="dark")
    assert (in_light, violations(page, COLOUR_RULES)) == ("", "")


@pytest.mark.parametrize("page_key", SLUGS)
def test_a_page_has_no_violations_on_a_phone(opened, page_key):
    assert violations(opened(page_key, width=360)) == ""


def test_an_open_panel_has_no_violations(opened):
    """Every disclosure open and a facet chosen: the twins, the calculations and the chips are looked at as well."""
    page = opened("grants", "fi")
    page.locator("#facet-round").select_option("2018")
    page.locator(".chip").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert violations(page) == ""
