"""The whole site as plain files: a copy that any file server shows, without scripts and without a server's answers."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from components.filters import Filters
from pages.archive import Archive, export
from pages.archive.rewrite import rewritten

SOME = ("/sv/ekonomi", "/fi/kunta/536-nokia")


@pytest.fixture(scope="module")
def copy(release_dir, tmp_path_factory) -> Path:
    """A copy of some pages: all in Finnish that have no variable, whose links lead to files of every kind."""
    import pages

    only = [page.addresses(Filters())["fi"] for page in pages.all_pages() if not page.variable]
    folder = tmp_path_factory.mktemp("copy")
    export(folder, only=[*only, *SOME])
    return folder


def test_every_file_that_a_copied_page_names_is_in_the_copy(copy):
    seen = 0
    for page in copy.rglob("*.html"):
        for address in re.findall(r'(?:href|src|url)[=(]"([^"]*)"', page.read_text("utf-8")):
            parts = urlsplit(address)
            if parts.scheme or not parts.path or parts.path.endswith(".html"):
                continue
            assert (page.parent / unquote(parts.path)).is_file(), (page, address)
            seen += 1
    assert seen > 50


def test_links_between_copied_pages_lead_from_file_to_file(copy):
    text = (copy / "fi/talous/index.html").read_text("utf-8")
    assert 'href="../index.html"' in text
    assert (copy / "fi/talous" / "../../sv/ekonomi/index.html").is_file()
    assert 'href="../../sv/ekonomi/index.html"' in text


def test_a_copied_page_has_the_numbers_and_no_script_or_form(copy):
    text = (copy / "fi/talous/index.html").read_text("utf-8")
    assert "833\u00a0318" in text
    assert "<script" not in text
    assert "<form" not in text
    assert "arkistokopio" in text


def test_pages_of_the_copy_share_their_styles_and_these_their_fonts(copy):
    styles = (copy / "assets/site.css").read_text("utf-8")
    fonts = re.findall(r'url\("([^"]*woff2)', styles)
    assert fonts
    assert [font for font in fonts if not (copy / "assets" / font).is_file()] == []
    for page in copy.rglob("fi/*/index.html"):
        assert "@font-face" not in page.read_text("utf-8")


def test_a_file_of_the_copy_holds_what_the_page_shows(copy):
    found = list((copy / "files/answers").glob("costs_by_year*lang-fi.csv"))
    assert found
    assert "47547" in found[0].read_text("utf-8-sig").replace(",00", "")


def test_the_open_data_page_leads_to_what_tells_the_columns_of_a_table_or_an_answer(copy):
    text = (copy / "fi/avoin-data/index.html").read_text("utf-8")
    ways = set(re.findall(r'href="../../(files/[^"]*)">Kaikki tästä', text))
    assert {"files/tables/grants.csv-metadata.json", "files/answers/cost_bridge.json"} <= ways
    assert json.loads((copy / "files/tables/grants.csv-metadata.json").read_text("utf-8"))["tableSchema"]["columns"]


def test_the_whole_tables_are_the_data_package_beside_them(release_dir, tmp_path):
    archive = Archive(tmp_path)
    archive.tables(forms=["csv"])
    described = json.loads((tmp_path / "files/datapackage.json").read_text("utf-8"))["resources"]
    digests = {each["path"]: each["hash"].removeprefix("sha256:") for each in described}
    found = {path: hashlib.sha256((tmp_path / "files" / path).read_bytes()).hexdigest() for path in digests}
    assert found == digests
    assert "tables/grants.csv" in found


def test_what_the_copy_cannot_have_stays_as_words():
    page = (
        '<head></head><script>a</script><a href="?as_of=2017-12-31">2017</a>'
        '<a href="/fi/talous">T</a><a href="https://vm.fi/">VM</a>'
    )
    places = {"/fi/talous": "../talous/index.html", "https://vm.fi/": "https://vm.fi/"}
    text = rewritten(page, places.get, styles="../../assets/site.css")
    assert "<script" not in text
    assert "<a>2017</a>" in text
    assert '<a href="../talous/index.html">T</a><a href="https://vm.fi/">VM</a>' in text


def test_an_address_of_the_copy_is_written_so_that_it_stays_one():
    assert '<a href="a&amp;b&quot;.html">' in rewritten('<a href="/x">', {"/x": 'a&b".html'}.get, styles="x")


def test_the_copy_opens_at_a_page_that_leads_to_each_language(copy):
    text = (copy / "index.html").read_text("utf-8")
    assert re.findall(r'<a href="([^"]*)"', text) == ["fi/index.html", "sv/index.html", "en/index.html"]
    assert "url=fi/index.html" in text


def test_what_needs_a_server_or_is_not_there_has_no_place_in_the_copy(release_dir, tmp_path):
    from pages.archive import Archive

    archive = Archive(tmp_path)
    places = [
        archive.address(each, "fi/index.html", False)
        for each in ("/fi/talous#costs-booked", "/fi/talous?as_of=2017-12-31", "/api/v1/answers/nothing.csv")
    ]
    assert places == ["talous/index.html#costs-booked", None, None]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path, release_dir):
    from pages.archive.__main__ import main

    (tmp_path / "mine.txt").write_text("x")
    assert main(["--to", str(tmp_path)]) == 2
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]
