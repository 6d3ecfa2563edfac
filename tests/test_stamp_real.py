"""A real delivery takes the place of an example as a whole, and then no stamp is left."""

import re
import shutil

import pytest

import queries
from data import build
from data.catalogue import PROGRAM
from data.problems import refuses
from data.release import open_verified
from tests.test_stamp import EXAMPLES, OF_MEETINGS
from tests.whole_site import HOST

REAL = {"a": "536", "b": "418", "c": "098", "d": "286", "f": "564"}


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
