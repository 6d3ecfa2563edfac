"""axe finds nothing where a page is not as it opens: missing, with every part open, one figure shared or embedded."""

import pytest

from tests.browser.axe import AXE, COLOUR_RULES, violations
from tests.browser.places import LANGUAGES, path

ALONE = ("share=costs-booked", "embed=costs-booked")


@pytest.fixture
def in_both_themes():
    """What axe finds in light and in dark. The site's policy stays: the browser evaluates axe, not the page."""

    def found(page) -> tuple[str, str]:
        page.evaluate(f"{AXE}; undefined")
        in_light = violations(page)
        page.emulate_media(color_scheme="dark")
        return in_light, violations(page, COLOUR_RULES)

    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_that_is_not_there_has_no_violations(look, in_both_themes, lang):
    assert in_both_themes(look(path("missing", lang), wait=False)) == ("", "")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("search", ALONE)
def test_a_figure_by_itself_has_no_violations(look, in_both_themes, search, width):
    assert in_both_themes(look(path("costs", "fi", search), wait=False, width=width)) == ("", "")


def test_an_open_panel_has_no_violations(look, in_both_themes):
    """Every disclosure open and a facet chosen: the twins, the calculations and the chips are looked at as well."""
    page = look(path("grants"))
    page.locator("#facet-round").select_option("2018")
    page.locator(".chip").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert in_both_themes(page) == ("", "")
