"""The interface described for programs: OpenAPI that its own validator reads, errors that lead to their explanation."""

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

import queries
from components.downloads.explanation import title_of


@pytest.fixture(scope="module")
def described(response_of):
    return response_of("/api/v1/openapi.json?lang=en").json


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
def test_the_description_speaks_the_language_asked_for(response_of, lang):
    told = response_of(f"/api/v1/openapi.json?lang={lang}").json
    summary = told["paths"]["/api/v1/answers/grants_by_theme.{form}"]["get"]["summary"]
    assert summary == title_of("grants_by_theme", lang)


def test_an_error_is_a_problem_in_the_language_asked_for(response_of, described):
    response = response_of("/api/v1/answers/costs_by_year.csv?as_of=2017-13-01&lang=sv", 400)
    assert response.content_type == "application/problem+json"
    assert response.json["detail"].startswith("Parameterns värde")
    assert response.json["parameter"] == "as_of"
    assert set(described["components"]["schemas"]["Problem"]["required"]) <= set(response.json)


def test_the_type_of_an_error_leads_to_its_explanation(response_of):
    for path, lang in (("costs_by_year.csv?x=1", "fi"), ("reconciliation.jsonstat", "fi"), ("costs_by_year.x", "fi")):
        status = 400 if "?" in path else 404
        page, _, code = response_of(f"/api/v1/answers/{path}", status).json["type"].partition("#")
        assert page.startswith(f"/{lang}/")
        assert f'id="{code}"' in response_of(page).text


def test_an_order_by_no_column_is_refused(response_of):
    assert response_of("/api/v1/answers/costs_by_year.csv?sort=-colour", 400).json["parameter"] == "sort"


def test_only_a_cube_has_a_json_stat_file(response_of, described):
    for name in queries.names():
        path = f"/api/v1/answers/{name}.jsonstat"
        is_cube = bool(queries.question(name).cube)
        assert (path in described["paths"]) == is_cube
        if not is_cube:
            assert response_of(path, 404).json["code"] == "not_a_cube"
