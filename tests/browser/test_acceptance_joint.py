"""Joint grants: in every mode the total is 447 700 €; the sum of naive counting, 574 800 €, is nowhere."""

import itertools

import pytest

from tests.browser.places import LANGUAGES, PAGES, path
from tests.browser.reading import FORMS, header, missing, numbers, read
from tests.browser.visits import texts

MODES = ("lead", "equal", "undivided")
MODES_AND_LANGUAGES = tuple(itertools.product(MODES, LANGUAGES))
NAIVE = 574_800
NAIVE_WRITTEN = [f"574{space}800" for space in ("", " ", "\u00a0", "\u202f", ".", ",", "&nbsp;", "&#160;", "_")]
LINKS = "links => links.map((each) => each.href)"


@pytest.mark.parametrize(("mode", "lang"), MODES_AND_LANGUAGES)
def test_the_total_of_joint_grants_is_the_same_in_every_mode(plain, mode, lang):
    page = plain(path("grants", lang, f"joint={mode}"))
    for panel in ("#grants-by-municipality", "#grants-by-region"):
        assert missing([447_700], numbers(texts(page, f"{panel} .answer"))) == set()
        total = page.locator(f"{panel} tr.total").first.text_content()
        assert missing([447_700], numbers([total])) == set()


@pytest.mark.parametrize(("mode", "lang"), MODES_AND_LANGUAGES)
def test_the_files_of_joint_grants_add_up_to_the_total_of_the_page(plain, mode, lang):
    page = plain(path("grants", lang, f"joint={mode}"))
    for panel in ("#grants-by-municipality", "#grants-by-region"):
        links = page.locator(f"{panel} a.file")
        addresses = dict(links.evaluate_all("links => links.map((each) => [each.dataset.file, each.href])"))
        contents = {form: page.request.get(addresses[form]).body() for form in FORMS}
        for form, content in contents.items():
            rows = read(form, content, header(contents["csv"]))
            amounts = [round(float(row["awarded_eur"]) * 100) for row in rows]
            assert sum(amounts) == 44_770_000, (form, panel)


@pytest.mark.parametrize("mode", MODES)
def test_the_naive_sum_is_on_no_page(plain, mode):
    """In the HTML that comes first, in the page drawn by scripts, and in the answers that scripts get."""
    page = plain(path("grants", "fi", f"joint={mode}"))
    html = [page.content()]
    for lang, key in itertools.product(LANGUAGES, PAGES):
        html.append(page.request.get(path(key, lang, f"joint={mode}")).text())
    assert [written for written in NAIVE_WRITTEN for each in html if written in each] == []


@pytest.mark.parametrize("mode", MODES)
def test_the_naive_sum_is_in_no_file_of_the_grants(plain, mode):
    page = plain(path("grants", "fi", f"joint={mode}"))
    texts = page.locator("a.file[data-file=json], a.file[data-file=csv]").evaluate_all(LINKS)
    tables = page.locator("a.file[data-file=parquet]").evaluate_all(LINKS)
    assert len(texts) == 2 * len(tables) > 10
    for address in texts:
        content = page.request.get(address).text()
        assert [written for written in NAIVE_WRITTEN if written in content] == [], address
    for address in tables:
        rows = read("parquet", page.request.get(address).body(), [])
        assert NAIVE not in {value for row in rows for value in row.values()}, address


def test_an_equal_split_is_called_a_calculation(plain):
    for lang, word in zip(LANGUAGES, ("laskelma", "kalkyl", "calculation"), strict=True):
        page = plain(path("grants", lang, "joint=equal"))
        assert word in page.locator("#grants-by-municipality .answer").text_content()
