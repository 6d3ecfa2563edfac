"""The interface described for programs: OpenAPI that its own validator reads, errors that lead to their explanation."""

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

import queries
from components.downloads.explanation import title_of
from components.text import say


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


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_no_operation_or_parameter_is_told_in_english_to_others(response_of, described, lang):
    told = response_of(f"/api/v1/openapi.json?lang={lang}").json
    english = set(descriptions(described))
    assert len(english) > 100
    assert [said for said in descriptions(told) if said in english] == []


def descriptions(told: dict) -> list[str]:
    """What is said of each operation and each parameter."""
    items = told["paths"].values()
    given = [each for item in items for each in item.get("parameters", ())]
    parts = [*given, *(item["get"] for item in items), *told["components"]["parameters"].values()]
    return [part["description"] for part in parts if "description" in part]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_choice_that_means_something_of_its_own_in_a_question_says_so(response_of, lang):
    paths = response_of(f"/api/v1/openapi.json?lang={lang}").json["paths"]
    given = paths["/api/v1/answers/ages_by_table.{form}"]["parameters"]
    (said,) = [each["description"] for each in given if each.get("name") == "as_of"]
    assert said == say(lang, "answers.ages_by_table.as_of")


def test_the_listing_tells_questions_and_choices_in_the_language_asked_for(response_of):
    listed = response_of("/api/v1/?lang=sv").json["answers"]
    (told,) = [each for each in listed if each["name"] == "grants_by_municipality"]
    assert told["question"].startswith("Hur mycket understöd beviljades varje mottagare?")
    assert told["params"]["round"] == "Ansökningsomgångens kod. Utan valet alla."


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
