"""A figure may be taken along as a picture that tells by itself what it is, and a panel's file by a click."""

import struct

import pytest

from tests.browser.places import path

PNG = b"\x89PNG\r\n\x1a\n"


def saved(page, panel: str, form: str) -> tuple[str, bytes]:
    """The name and the content of the picture that a panel's link gives."""
    with page.expect_download() as download:
        page.locator(f"#{panel} a.picture-file[data-picture={form}]").click()
    return download.value.suggested_filename, download.value.path().read_bytes()


@pytest.mark.parametrize("panel", ["costs-bridge", "costs-cumulative"])
def test_a_png_is_a_picture_of_twice_the_size(look, tab, panel):
    page = look(path("costs"))
    name, content = saved(page, panel, "png")
    assert name == f"{panel}.png"
    assert content.startswith(PNG)
    assert struct.unpack(">II", content[16:24]) == (2304, 1040)
    assert len(content) > 20_000
    assert tab.complaints == []


def test_an_svg_tells_what_it_is_and_where_it_comes_from(look):
    page = look(path("costs", "fi", "as_of=2018-12-31"))
    name, content = saved(page, "costs-cumulative", "svg")
    text = content.decode()
    assert name == "costs-cumulative-as-of-2018-12-31.svg"
    assert text.startswith("<svg")
    for told in ("Miten kustannukset kertyivät?", "756\u00a0128", "loppuraportti", "as_of=2018-12-31"):
        assert told in text.replace("&nbsp;", "\u00a0"), told
    assert "token:" not in text


def test_the_page_is_as_before_after_saving_a_picture(look):
    page = look(path("costs"))
    figure = page.locator("#costs-bridge .js-plotly-plot")
    before = figure.inner_text()
    saved(page, "costs-bridge", "svg")
    assert figure.inner_text() == before


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_a_click_on_a_file_link_saves_the_file(look, form):
    page = look(path("costs"))
    with page.expect_download() as download:
        page.locator(f"#costs-budget a[data-file={form}]").click()
    assert download.value.suggested_filename.startswith("budget_by_type_and_year_latest_")
    assert download.value.suggested_filename.endswith(f".{form}")


def test_the_link_to_a_view_is_copied_and_said(visit):
    page = visit(path("costs", "fi", "as_of=2018-12-31"), permissions=["clipboard-read", "clipboard-write"]).page
    page.locator("#costs-bridge .copy-link").click()
    page.locator("#announce.is-shown").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/fi/talous?as_of=2018-12-31#costs-bridge")
