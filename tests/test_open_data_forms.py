"""What is offered of the data: a short page, one table or question alone, owners by language, forms of deliveries."""

import io
import re

import pytest
from openpyxl import load_workbook

from components.downloads import MIMETYPES
from data import catalogue

HOST = "http://127.0.0.1"
PAGES = {"fi": "/fi/avoin-data", "sv": "/sv/oppna-data", "en": "/en/open-data"}


@pytest.fixture(scope="module")
def get(release_dir):
    from app import server

    client = server.test_client()

    def ask(path: str, status: int = 200):
        response = client.get(path, base_url=HOST)
        assert response.status_code == status, path
        return response

    return ask


def creators(told: dict) -> list[dict]:
    """The names of the owners of every data set of a catalogue."""
    return [name for each in told["dcat:dataset"] for name in each["dct:creator"]["foaf:name"]]


def test_the_page_is_short_and_shows_all_of_one_that_is_named(get):
    page = get("/fi/avoin-data").text
    assert len(page.encode()) < 310_000
    assert "booked_eur" in page
    for name, found in (("costs", "table-costs"), ("costs_by_year", "answer-costs_by_year")):
        assert f'href="?q={name}"' in page
        alone = get(f"/fi/avoin-data?q={name}").text
        assert re.search(rf'<details id="{found}"[^>]* open', alone)
        assert "euroa</td>" in alone
        assert f"{name}.parquet?lang=fi" in alone


def test_an_owner_is_named_in_the_language_of_the_page(get):
    assert "<dd>Finansministeriet</dd>" in get("/sv/oppna-data?q=costs").text
    assert "<dd>Ministry of Finance</dd>" in get("/en/open-data?q=costs").text
    costs = next(each for each in get("/api/v1/?lang=sv").json["tables"] if each["name"] == "costs")
    assert costs["owner"] == "Finansministeriet"
    assert {"@value": "Finansministeriet", "@language": "sv"} in creators(get("/api/v1/catalog.jsonld?lang=sv").json)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_empty_form_of_a_delivery_is_offered_and_reads_as_one(get, lang):
    page = get(f"{PAGES[lang]}?q=grants").text
    assert f'href="/api/v1/templates/grants.xlsx?lang={lang}"' in page
    response = get(f"/api/v1/templates/grants.xlsx?lang={lang}")
    assert response.content_type == MIMETYPES["xlsx"]
    headings = [cell.value for cell in load_workbook(io.BytesIO(response.data)).worksheets[0][1]]
    columns = catalogue.current().tables["grants"].columns
    known = catalogue.current().columns
    found = [
        heading.removesuffix(" *") in (known[name].headings[lang], name)
        for heading, name in zip(headings, columns, strict=True)
    ]
    assert all(found)


def test_a_table_of_the_build_itself_has_no_form(get):
    assert get("/api/v1/templates/sources.xlsx", 404).json["code"] == "not_found"
    paths = get("/api/v1/openapi.json").json["paths"]
    assert "/api/v1/templates/costs.xlsx" in paths
    assert "/api/v1/templates/sources.xlsx" not in paths
    assert "templates/" not in get("/en/open-data?q=sources").text
