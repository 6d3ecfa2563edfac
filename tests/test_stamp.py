"""Example data is stamped wherever it shows and in every file; a real delivery takes its place as a whole."""

import csv
import io
import re

import pyarrow.parquet as pq
import pytest

import queries
from components.filters import LANGUAGES, Filters
from data.catalogue import PROGRAM
from tests.whole_site import HOST, SAMPLES

EXAMPLES = ("assessed_places", "assessments", "maturity_targets")
CHOSEN = "?place=c&service=library"
STAMPED = {"levels_by_service_and_place", "levels_by_sector_and_place", "levels_by_group", "level_history_by_service"}
STAMPED |= {"levels_by_quarter", "level_letters_by_service"}
STAMPED |= {"levels_by_place", "lights_by_meeting", "meetings_by_number", "agenda_by_item", "decisions_by_meeting"}
STAMPED |= {"public_questions_by_code", "overdue_decisions_by_rule"}
STAMPED |= {"decision_changes_by_row", "assessment_changes_by_row"}
STAMPED |= {"ages_by_table", "gaps_by_column", "release_changes_by_table"}  # rows that speak of tables of examples
OF_MEETINGS = ("meetings", "meeting_items", "decisions")


def panels(text: str) -> list[str]:
    """Every panel of a page as the HTML of its section."""
    return re.findall(r"<section[^>]*class=\"panel\".*?</section>", text, flags=re.S)


def walk(client) -> list[tuple[str, str]]:
    """(address, panel) of every page in every language, and of the page of maturity with a cell chosen in each view."""
    import pages

    found = []
    for page in pages.all_pages():
        for code in SAMPLES.get(page.variable, [None]):
            for path in page.addresses(Filters(**({page.variable: code} if code else {}))).values():
                searches = (
                    ["", CHOSEN, "?view=sectors", f"{CHOSEN}&view=place", "?view=service&service=library"]
                    if page.key == "maturity"
                    else [""]
                )
                for search in searches:
                    text = client.get(path + search, base_url=HOST).get_data(as_text=True)
                    found += [(path + search, panel) for panel in panels(text[: text.index('<div id="offline"')])]
    return found


def test_every_panel_of_example_data_is_stamped_and_no_other(client):
    seen = {True: 0, False: 0}
    for address, panel in walk(client):
        names = set(re.findall(r"/api/v1/answers/([a-z_]+)\.csv", panel))
        assert 'role="alert"' not in panel, address
        if names and 'class="tools"' in panel:
            is_example = any(queries.run(name).is_example for name in names)
            assert ('class="stamp"' in panel) == is_example, (address, names)
            seen[is_example] += 1
    assert seen[True] >= 3 * (1 + 2 + 1 + 2)
    assert seen[False] > 20


def test_the_page_of_maturity_says_it_is_an_example_before_anything_else(client):
    page = client.get("/fi/kypsyys", base_url=HOST).get_data(as_text=True)
    assert re.search(r'</h1><p class="stamp">', page)
    assert "<title>Esimerkki: " in page
    assert '<meta name="description" content="Esimerkkiaineisto, ei oikeita tuloksia' in page
    assert ">Esimerkkikunta</label>" in page


def test_the_stamp_is_printed(client):
    printed = (PROGRAM.parent / "assets" / "4-print.css").read_text("utf-8")
    assert not re.search(r"\.stamp[^{]*\{[^}]*display: none", printed)


def test_the_questions_that_touch_example_data_are_those(release_dir):
    assert {name for name in queries.names() if queries.run(name).is_example} == STAMPED


@pytest.mark.parametrize("name", sorted(STAMPED))
def test_every_file_of_an_example_says_so(client, name):
    def file(form: str):
        return client.get(f"/api/v1/answers/{name}.{form}?size_class=medium", base_url=HOST)

    assert file("json").get_json()["meta"]["kind"] == "example"
    rows = list(csv.DictReader(io.StringIO(file("csv").get_data().decode("utf-8-sig")), delimiter=";"))
    assert {row["file_is_example"] for row in rows} == {"true"}
    written = pq.read_metadata(io.BytesIO(file("parquet").get_data())).metadata
    assert b"example" in b" ".join([*written.keys(), *written.values()])
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(file("xlsx").get_data()))
    cells = {str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line}
    assert any("Esimerkki" in each for each in cells)


def test_example_places_have_letters_and_no_name_of_a_municipality(release_dir):
    places = queries.table("assessed_places").rows()
    names = {row[f"name_{lang}"] for row in queries.table("municipalities").rows() for lang in LANGUAGES}
    assert [row["place_code"] for row in places] == list("abcdefghijklmnopqrstuvw")
    assert not {row[f"name_{lang}"] for row in places for lang in LANGUAGES} & names


def test_the_seeded_script_makes_the_same_example_again(tmp_path):
    import runpy

    for script in ("make_assessments.py", "make_meetings.py", "make_questions.py"):
        runpy.run_path(str(PROGRAM / "raw" / "example" / script))["write"](tmp_path)
    for name in (*EXAMPLES, *OF_MEETINGS):
        assert (tmp_path / f"{name}.csv").read_bytes() == (PROGRAM / "raw" / "example" / f"{name}.csv").read_bytes()


def test_until_then_the_summaries_say_that_nothing_is_published(client):
    queries.unpin()
    front = client.get("/fi/", base_url=HOST).get_data(as_text=True)
    place = client.get("/fi/kunta/536-nokia", base_url=HOST).get_data(as_text=True)
    on_map = client.get("/fi/kartta?measure=maturity", base_url=HOST).get_data(as_text=True)
    assert "Tulokset eivät ole julkisia" in front
    assert "Yhdenkään kunnan arvioinnin tulosta ei ole julkaistu" in on_map
    legend = on_map.split('class="map-legend"')[1].split("</table>")[0]
    assert "ei julkaistua tulosta" in legend
    assert "Aivan alussa" not in legend
    assert "Kunnan tulosta ei ole julkaistu." in place
    assert all('href="/fi/kypsyys"' in text.split("</nav>", 2)[-1] for text in (front, place))
    assert 'href="/fi/kypsyys"' in on_map
