"""The data described for other catalogues (DCAT-AP, Frictionless, CSVW), each standard read by its own validator."""

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest
from csvw import CSVW
from frictionless import Package, validate
from pyshacl import validate as conforms
from rdflib import Graph, URIRef

import queries
from components.open_data.dcat import MARKED
from tests.whole_site import HOST

SHAPES = Path(__file__).with_name("dcat_ap_3.ttl")
# Real and example, with and without references, decimals with two and with four places, a code list, an empty one.
READ = ("costs", "grants", "grant_recipients", "municipality_points", "meetings", "boundaries", "sources", "programmes")


@pytest.fixture(scope="module", autouse=True)
def contact():
    """A catalogue names whom to ask."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONTACT", "tietopyynto@example.fi")
        yield


@pytest.fixture(scope="module")
def package(response_of):
    return response_of("/api/v1/datapackage.json?lang=en").json


@pytest.fixture(scope="module")
def catalogued(response_of):
    return Graph().parse(data=response_of("/api/v1/catalog.jsonld").data, format="json-ld")


@pytest.fixture(scope="module")
def copied(response_of, package, tmp_path_factory):
    """The package as a folder: its description, and the CSV file of some tables with what describes it."""
    folder = tmp_path_factory.mktemp("package")
    (folder / "tables").mkdir()
    for name in READ:
        for path in (f"tables/{name}.csv", f"tables/{name}.csv-metadata.json"):
            (folder / path).write_bytes(response_of(f"/api/v1/{path}").data)
    resources = [each for each in package["resources"] if each["name"] in READ]
    for each in resources:
        kept = [key for key in each["schema"]["foreignKeys"] if key["reference"]["resource"] in (*READ, "")]
        each["schema"] = {**each["schema"], "foreignKeys": kept}
    (folder / "datapackage.json").write_text(json.dumps({**package, "resources": resources}), encoding="utf-8")
    return folder


def test_the_catalogue_keeps_to_dcat_ap(catalogued):
    is_fine, _, said = conforms(catalogued, shacl_graph=Graph().parse(SHAPES))
    assert is_fine, said


def test_the_shapes_find_what_is_missing(catalogued):
    spoilt = Graph()
    spoilt += catalogued
    spoilt.update("DELETE WHERE { ?distribution <http://www.w3.org/ns/dcat#accessURL> ?address }")
    assert not conforms(spoilt, shacl_graph=Graph().parse(SHAPES))[0]


def test_example_data_is_not_offered_to_other_catalogues(catalogued):
    offered = catalogued.objects(None, URIRef("http://purl.org/dc/terms/identifier"))
    kinds = {name: table.kind for name, table in queries.release().tables.items()}
    assert {str(name) for name in offered} == {name for name, kind in kinds.items() if kind == "real"}


def test_lengths_and_hashes_are_those_of_the_files(response_of, package, catalogued):
    told = next(each for each in package["resources"] if each["name"] == "costs")
    content = response_of("/api/v1/tables/costs.csv").data
    assert (told["bytes"], told["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
    for form in MARKED:
        content = response_of(f"/api/v1/tables/costs.{form}").data
        [[size, hashed]] = catalogued.query(
            "SELECT ?size ?hash WHERE { ?file <http://www.w3.org/ns/dcat#downloadURL> ?at ; "
            "<http://www.w3.org/ns/dcat#byteSize> ?size ; "
            "<http://spdx.org/rdf/terms#checksum>/<http://spdx.org/rdf/terms#checksumValue> ?hash . "
            f"FILTER (str(?at) = '{HOST}/api/v1/tables/costs.{form}') }}"
        )
        assert (int(size), str(hashed).casefold()) == (len(content), hashlib.sha256(content).hexdigest()), form


def test_the_data_package_is_valid_with_its_data(copied):
    report = validate(str(copied / "datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert report.stats["tasks"] == len(READ)


def test_the_data_package_has_every_table(package):
    assert {each["name"]: each["rows"] for each in package["resources"]} == {
        name: table.rows for name, table in queries.release().tables.items()
    }
    assert {each["kind"] for each in package["resources"]} == {"real", "example"}


def test_a_reader_of_the_package_gets_exact_money(copied):
    rows = Package(str(copied / "datapackage.json")).get_resource("costs").read_rows()
    assert sum(row["booked_eur"] for row in rows) == Decimal(833_319)


@pytest.mark.parametrize("name", READ)
def test_a_table_is_read_through_its_csvw_description(copied, name):
    read = CSVW(copied / "tables" / f"{name}.csv-metadata.json", validate=True)
    assert read.is_valid
    rows = list(read.tables[0])
    assert len(rows) == queries.release().tables[name].rows
    if name == "costs":
        assert sum(row["booked_eur"] for row in rows) == Decimal(833_319)


def test_the_csv_file_names_its_description(client):
    link = client.head("/api/v1/tables/costs.csv", base_url=HOST).headers["Link"]
    assert link == '</api/v1/tables/costs.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'


def test_descriptions_are_not_sent_again_and_take_no_choice(client):
    for path in ("openapi.json", "catalog.jsonld", "datapackage.json", "tables/costs.csv-metadata.json"):
        tag = client.get(f"/api/v1/{path}", base_url=HOST).headers["ETag"]
        again = client.get(f"/api/v1/{path}", base_url=HOST, headers={"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b""), path
        assert client.get(f"/api/v1/{path}?as_of=2017-12-31", base_url=HOST).status_code == 400, path
