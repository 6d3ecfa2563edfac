"""Example data is stamped wherever it shows and in every file; a real delivery takes its place as a whole."""

import csv
import io
import re
import shutil

import pyarrow.parquet as pq
import pytest

import queries
from components.filters import LANGUAGES, Filters
from data import build
from data.catalogue import PROGRAM
from data.problems import refuses
from data.release import open_verified
from tests.test_first_response import HOST, SAMPLES

EXAMPLES = ("assessed_places", "assessments", "maturity_targets")
CHOSEN = "?place=c&service=library"
REAL = {"a": "536", "b": "418", "c": "098", "d": "286", "f": "564"}
STAMPED = {"levels_by_service_and_place", "levels_by_sector_and_place", "levels_by_group", "level_history_by_service"}
STAMPED |= {"levels_by_quarter", "level_letters_by_service"}
STAMPED |= {"levels_by_place", "lights_by_meeting", "meetings_by_number", "agenda_by_item", "decisions_by_meeting"}
STAMPED |= {"public_questions_by_code"}
STAMPED |= {"decision_changes_by_row", "assessment_changes_by_row"}
STAMPED |= {"ages_by_table", "gaps_by_column", "release_changes_by_table"}  # rows that speak of tables of examples
OF_MEETINGS = ("meetings", "meeting_items", "decisions")


@pytest.fixture(scope="module")
def client(release_dir):
    from app import server

    return server.test_client()


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


# --- A real delivery of the same form ---
def delivered(folder) -> None:
    """The deliveries in git, and the example of five places again as if five municipalities had delivered it."""
    shutil.copytree(PROGRAM / "raw", folder / "raw", ignore=shutil.ignore_patterns("boundaries.csv"))
    for name in ("assessed_places", "assessments"):
        with (folder / "raw" / "example" / f"{name}.csv").open(encoding="utf-8") as file:
            head, *lines = file.read().splitlines()
        real = [";".join([REAL[line[0]], *line.split(";")[1:]]) for line in lines if line[0] in REAL]
        text = "\n".join([head, *real]) + "\n"
        text = re.sub("(Esimerkkikunta|Exempelkommun|Example municipality) ", "Kunta ", text)
        (folder / "raw" / f"{name}.csv").write_text(
            text.replace("tilannekuva-esimerkki", "vm-loppuraportti-2019"), "utf-8"
        )


@pytest.fixture
def real(tmp_path, monkeypatch):
    """A release with a real delivery of assessments; `DATA_DIR` points to it."""
    delivered(tmp_path)
    build.build(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    queries.unpin()
    yield tmp_path
    queries.unpin()


def test_a_real_delivery_takes_the_place_of_the_example_as_a_whole(real):
    tables = open_verified(real / "releases").tables
    followers = ("assessment_snapshots", "snapshot_days", "quarterly_assessments")
    assert {tables[name].kind for name in (*EXAMPLES, *followers)} == {"real"}
    assert tables["assessed_places"].rows == len(REAL)
    assert tables["maturity_targets"].rows == 0
    assert tables["assessments"].delivery == "raw/assessments.csv"
    assert {tables[name].kind for name in OF_MEETINGS} == {"example"}
    still = {name for name in queries.names() if queries.run(name).is_example}
    assert {each for name in still for each in queries.tables(name)} & set(EXAMPLES) == set()


def test_with_a_real_delivery_the_stamp_is_gone_and_summaries_show_levels(real):
    from app import server

    client = server.test_client()

    def text(address: str) -> str:
        return client.get(address, base_url=HOST).get_data(as_text=True)

    assert 'class="stamp"' not in text("/fi/kypsyys")
    assert "<title>Miten valmiita" in text("/fi/kypsyys")
    assert "Esimerkki" not in text("/fi/kypsyys")
    assert "Kunta A" in text("/fi/kypsyys")
    assert "5 kunnalla on julkaistu digikypsyyden taso" in text("/fi/kartta?measure=maturity")
    assert "/api/v1/answers/levels_by_place.csv" in text("/fi/kartta?measure=maturity")
    assert client.get("/api/v1/answers/levels_by_place.csv", base_url=HOST).get_data(as_text=True).count("\n536;") == 1
    assert "Puolivälissä" in text("/fi/kartta?measure=maturity").split('class="map-legend"')[1]
    assert "5 kunnan tulokset on julkaistu" in text("/fi/")
    assert "Toimialojen tasot" in text("/fi/kunta/536-nokia")
    assert "Kunnan tulosta ei ole julkaistu." in text("/fi/kunta/091-helsinki")


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


def test_real_meetings_take_the_place_of_the_example_and_leave_the_assessments(tmp_path):
    shutil.copytree(PROGRAM / "raw", tmp_path / "raw", ignore=shutil.ignore_patterns("boundaries.csv"))
    for name in OF_MEETINGS:
        text = (tmp_path / "raw" / "example" / f"{name}.csv").read_text("utf-8")
        real = text.replace("tilannekuva-esimerkki", "vm-loppuraportti-2019")
        (tmp_path / "raw" / f"{name}.csv").write_text(real, "utf-8")
    build.build(tmp_path)
    tables = open_verified(tmp_path / "releases").tables
    assert {tables[name].kind for name in OF_MEETINGS} == {"real"}
    assert {tables[name].kind for name in EXAMPLES} == {"example"}


def problems(folder) -> set[tuple[str, str]]:
    examined = build.read(folder)
    from data import deliveries

    found = deliveries.examine(examined.catalogue, examined.deliveries).problems
    assert refuses(found)
    return {(each.file, each.rule) for each in found if each.severity == "error"}


def test_half_a_real_delivery_is_refused(tmp_path):
    delivered(tmp_path)
    (tmp_path / "raw" / "assessed_places.csv").unlink()
    assert ("raw/assessed_places.csv", "missing-file") in problems(tmp_path)


def test_a_real_delivery_may_not_name_lettered_places(tmp_path):
    delivered(tmp_path)
    path = tmp_path / "raw" / "assessed_places.csv"
    path.write_text(path.read_text("utf-8").replace("\n536;", "\na;"), "utf-8")
    assert ("raw/assessed_places.csv", "unknown-reference") in problems(tmp_path)
