"""The data described for programs: each standard read by its own validator, each number as it is in the files."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from csvw import CSVW
from frictionless import Package, validate
from openapi_spec_validator import OpenAPIV31SpecValidator
from pyjstat import pyjstat
from pyshacl import validate as conforms
from rdflib import Graph, URIRef
from werkzeug.serving import make_server

import queries
from components.downloads.explanation import title_of
from components.open_data.dcat import MARKED

HOST = "http://127.0.0.1"
EXAMPLES = Path(__file__).parent.parent / "components/open_data/examples.toml"
SHAPES = Path(__file__).with_name("dcat_ap_3.ttl")
# Real and example, with and without references, decimals with two and with four places, a code list, an empty one.
READ = ("costs", "grants", "grant_recipients", "municipality_points", "meetings", "boundaries", "sources", "programmes")


@pytest.fixture(scope="module")
def client(release_dir):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONTACT", "tietopyynto@example.fi")
        from app import server

        yield server.test_client()


@pytest.fixture(scope="module")
def get(client):
    def ask(path: str, status: int = 200):
        response = client.get(path, base_url=HOST)
        assert response.status_code == status, path
        return response

    return ask


@pytest.fixture(scope="module")
def described(get):
    return get("/api/v1/openapi.json?lang=en").json


@pytest.fixture(scope="module")
def package(get):
    return get("/api/v1/datapackage.json?lang=en").json


@pytest.fixture(scope="module")
def catalogued(get):
    return Graph().parse(data=get("/api/v1/catalog.jsonld").data, format="json-ld")


@pytest.fixture(scope="module")
def copied(get, package, tmp_path_factory):
    """The package as a folder: its description, and the CSV file of some tables with what describes it."""
    folder = tmp_path_factory.mktemp("package")
    (folder / "tables").mkdir()
    for name in READ:
        for path in (f"tables/{name}.csv", f"tables/{name}.csv-metadata.json"):
            (folder / path).write_bytes(get(f"/api/v1/{path}").data)
    resources = [each for each in package["resources"] if each["name"] in READ]
    for each in resources:
        kept = [key for key in each["schema"]["foreignKeys"] if key["reference"]["resource"] in (*READ, "")]
        each["schema"] = {**each["schema"], "foreignKeys": kept}
    (folder / "datapackage.json").write_text(json.dumps({**package, "resources": resources}), encoding="utf-8")
    return folder


def test_the_openapi_description_is_one(described):
    assert [error.message for error in OpenAPIV31SpecValidator(described).iter_errors()] == []


def test_every_question_and_table_is_described_with_its_parameters(described):
    for name in queries.names():
        told = described["paths"][f"/api/v1/answers/{name}.{{form}}"]
        assert {each.get("name") for each in told["parameters"]} >= set(queries.question(name).params), name
        rows = told["get"]["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["rows"]
        assert rows["items"]["required"] == [column.name for column in queries.question(name).columns]
    assert all(f"/api/v1/tables/{name}.{{form}}" in described["paths"] for name in queries.release().tables)


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_the_description_speaks_the_language_asked_for(get, lang):
    told = get(f"/api/v1/openapi.json?lang={lang}").json
    summary = told["paths"]["/api/v1/answers/grants_by_theme.{form}"]["get"]["summary"]
    assert summary == title_of("grants_by_theme", lang)


def test_an_error_is_a_problem_in_the_language_asked_for(get, described):
    response = get("/api/v1/answers/costs_by_year.csv?as_of=2017-13-01&lang=sv", 400)
    assert response.content_type == "application/problem+json"
    assert response.json["detail"].startswith("Parameterns värde")
    assert response.json["parameter"] == "as_of"
    assert set(described["components"]["schemas"]["Problem"]["required"]) <= set(response.json)


def test_the_type_of_an_error_leads_to_its_explanation(get):
    for path, lang in (("costs_by_year.csv?x=1", "fi"), ("reconciliation.jsonstat", "fi"), ("costs_by_year.x", "fi")):
        status = 400 if "?" in path else 404
        page, _, code = get(f"/api/v1/answers/{path}", status).json["type"].partition("#")
        assert page.startswith(f"/{lang}/")
        assert f'id="{code}"' in get(page).text


def test_only_a_cube_has_a_json_stat_file(get, described):
    for name in queries.names():
        path = f"/api/v1/answers/{name}.jsonstat"
        is_cube = bool(queries.question(name).cube)
        assert (path in described["paths"]) == is_cube
        if not is_cube:
            assert get(path, 404).json["code"] == "not_a_cube"


CUBES = [name for name in queries.names() if queries.question(name).cube]


@pytest.mark.parametrize("name", CUBES)
@pytest.mark.parametrize("search", ["", "?programme=all", "?as_of=2017-12-31&joint=equal"])
def test_a_cube_holds_every_number_of_the_answer_once(get, name, search):
    rows = get(f"/api/v1/answers/{name}.json{search}").json["rows"]
    cube = get(f"/api/v1/answers/{name}.jsonstat{search}").json
    dimensions = queries.question(name).cube
    assert len({tuple(row[each] for each in dimensions) for row in rows}) == len(rows)
    measures = cube["dimension"]["measure"]["category"]["index"]
    values = cube["value"].values() if isinstance(cube["value"], dict) else cube["value"]
    stated = [value for value in values if value is not None]
    expected = [row[each] for row in rows for each in measures if row[each] is not None]
    assert sorted(stated) == sorted(expected)


def test_a_cube_is_read_by_a_reader_of_json_stat(get):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pyjstat's own, about pandas
        read = pyjstat.Dataset.read(get("/api/v1/answers/costs_by_type_and_year.jsonstat?lang=en").text)
        frame = read.write("dataframe")
    assert frame["value"].sum() == 833_319
    assert read["role"] == {"time": ["booked_year"], "metric": ["measure"]}
    assert read["dimension"]["measure"]["category"]["unit"] == {"booked_eur": {"label": "EUR", "decimals": 2}}
    assert set(frame["Type of cost"]) >= {"Grants"}


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


def test_lengths_and_hashes_are_those_of_the_files(get, package, catalogued):
    told = next(each for each in package["resources"] if each["name"] == "costs")
    content = get("/api/v1/tables/costs.csv").data
    assert (told["bytes"], told["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
    for form in MARKED:
        content = get(f"/api/v1/tables/costs.{form}").data
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


def test_descriptions_are_not_sent_again_and_take_no_choice(client):
    for path in ("openapi.json", "catalog.jsonld", "datapackage.json", "tables/costs.csv-metadata.json"):
        tag = client.get(f"/api/v1/{path}", base_url=HOST).headers["ETag"]
        again = client.get(f"/api/v1/{path}", base_url=HOST, headers={"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b""), path
        assert client.get(f"/api/v1/{path}?as_of=2017-12-31", base_url=HOST).status_code == 400, path


def test_the_csv_file_names_its_description(client):
    link = client.head("/api/v1/tables/costs.csv", base_url=HOST).headers["Link"]
    assert link == '</api/v1/tables/costs.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'


def test_an_order_by_no_column_is_refused(get):
    assert get("/api/v1/answers/costs_by_year.csv?sort=-colour", 400).json["parameter"] == "sort"


def test_the_open_data_page_lists_everything_and_finds_by_any_word(get):
    page = get("/en/open-data").text
    assert all(f'id="table-{name}"' in page for name in queries.release().tables)
    assert all(f'id="answer-{name}"' in page for name in queries.names())
    found = get("/en/open-data?q=booked+eur").text
    assert 'id="table-costs"' in found
    assert 'id="table-regions"' not in found


def test_the_linked_data_of_the_page_is_real_data_only(get):
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', get("/fi/avoin-data").text)[1]
    told = json.loads(text)
    real = [name for name, table in queries.release().tables.items() if table.kind == "real"]
    assert told["@type"] == "DataCatalog"
    assert len(told["dataset"]) == len(real)
    assert all(each["license"].startswith("https://creativecommons.org/") for each in told["dataset"])


def test_the_examples_of_the_page_work_as_they_stand(get, tmp_path):
    """Python's as it is written, curl's if curl is there; R and Excel are not among our tools."""
    with served() as address:
        for name, said in {"python": "447700", **({"curl": "304"} if shutil.which("curl") else {})}.items():
            code = tomllib.loads(EXAMPLES.read_text("utf-8"))[name]["code"].format(address=address)
            command = {"python": [sys.executable, "-c"], "curl": ["/bin/bash", "-euc"]}[name]
            ran = subprocess.run([*command, code], cwd=tmp_path, capture_output=True, text=True, timeout=60)
            assert said in ran.stdout, ran.stderr


@contextmanager
def served():
    """The site on a port of its own while this lasts: its address."""
    from app import server

    standing = make_server("127.0.0.1", 0, server, threaded=True)
    with closing(standing.socket), ThreadPoolExecutor(1) as pool:
        pool.submit(standing.serve_forever)
        try:
            yield f"http://127.0.0.1:{standing.server_port}"
        finally:
            standing.shutdown()
