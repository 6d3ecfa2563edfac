"""The sheet of a figure in a browser: each button copies the text of its own field, and says so."""

import pytest
from playwright.sync_api import expect

from tests.browser.places import path

SHEET = path("costs", "sv", "as_of=2017-12-31&share=costs-booked")
SELECTED = "field => field.value.slice(field.selectionStart, field.selectionEnd)"


@pytest.mark.parametrize("name", ["frozen", "citation"])
def test_a_button_copies_the_text_of_its_own_field_and_says_so(visit, name):
    page = visit(SHEET, wait=False, permissions=["clipboard-read", "clipboard-write"]).page
    page.locator(f"[data-copy=share-{name}]").click()
    expect(page.locator("#announce")).to_have_text("Kopierat till urklipp.")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(f"#share-{name}").input_value() != ""


def test_where_nothing_may_be_copied_the_text_is_selected_and_nothing_said(visit):
    found = visit(SHEET, wait=False)
    found.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    found.page.locator("[data-copy=share-live]").click()
    field = found.page.locator("#share-live")
    assert field.evaluate(SELECTED) == field.input_value() != ""
    assert found.page.locator("#announce").text_content() == ""
    assert found.complaints == []
