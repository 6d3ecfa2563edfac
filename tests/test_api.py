"""/api/v1/: the same answers as the pages, as files and for programs."""

import io
import json
from decimal import Decimal

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

import queries
from components.downloads import FORMS, MIMETYPES
from components.guard import protect
from components.headers import add_headers
from pages import files, health
from tests.hostile import apart, small_app

AWARDED = Decimal(447_700)
ROUNDS = "/api/v1/answers/grants_by_round"


@pytest.fixture(scope="module")
def client(release_dir):
    with apart():
        app = small_app()
        protect(app)
        add_headers(app, version_of_data=lambda: "")
        files.register(app.server)
        health.register(app.server)
        yield app.server.test_client()


def test_the_listing_tells_every_question_and_table_with_its_files(client):
    told = client.get("/api/v1/").json
    assert [each["name"] for each in told["answers"]] == list(queries.names())
    assert {each["name"]: each["rows"] for each in told["tables"]}["costs"] == 15
    rounds = next(each for each in told["answers"] if each["name"] == "grants_by_round")
    assert rounds["files"] == {form: f"{ROUNDS}.{form}" for form in FORMS}
    assert {"name": "awarded_eur", "unit": "EUR"}.items() <= rounds["columns"][7].items() | rounds["columns"][8].items()
    assert {each["kind"] for each in told["tables"]} <= {"real", "example"}


def test_every_file_of_the_listing_is_there_and_says_what_it_is(client):
    told = client.get("/api/v1/").json
    for entry in told["answers"] + told["tables"]:
        assert entry["files"].keys() >= set(FORMS), entry["name"]
        for form, path in entry["files"].items():
            response = client.get(path)
            assert (response.status_code, response.content_type) == (200, MIMETYPES[form]), path


def test_four_forms_hold_the_awarded_sum_of_the_final_report(client):
    body = {form: client.get(f"{ROUNDS}.{form}").data for form in FORMS}
    assert body["csv"].startswith(b"\xef\xbb\xbf")
    assert pd.read_csv(io.BytesIO(body["csv"]), sep=";", decimal=",")["awarded_eur"].sum() == AWARDED
    assert sum(pq.read_table(io.BytesIO(body["parquet"]))["awarded_eur"].to_pylist()) == AWARDED
    assert sum(row["awarded_eur"] for row in json.loads(body["json"])["rows"]) == AWARDED
    data = openpyxl.load_workbook(io.BytesIO(body["xlsx"])).worksheets[1]
    place = [cell.value for cell in data[1]].index("Myönnetty, €")
    assert sum(line[place].value for line in data.iter_rows(min_row=2)) == AWARDED


def test_a_file_has_the_rows_of_the_same_question_in_the_same_order(client):
    rows = client.get("/api/v1/answers/grants_by_municipality.json?as_of=2017-12-31&joint=equal").json["rows"]
    queries.unpin()
    asked = queries.run("grants_by_municipality", as_of="2017-12-31", joint="equal", programme="digikuntakokeilu")
    assert [row["recipient_code"] for row in rows] == list(asked.frame["recipient_code"])
    assert sum(Decimal(str(row["awarded_eur"])) for row in rows) == 204_960


def test_the_choices_in_force_are_told_in_words(client):
    meta = client.get(f"{ROUNDS}.json?municipality=536&programme=all&lang=en").json["meta"]
    assert meta["choices"] == "Municipality: Nokia"
    assert meta["params"]["programme"] is None


def test_a_choice_that_the_question_does_not_take_is_not_claimed(client):
    assert (
        client.get("/api/v1/answers/costs_by_year.json?band=under_10000")
        .json["meta"]["params"]
        .keys()
        .isdisjoint({"band"})
    )


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("colour=red", "colour"),
        ("as_of=2018-02-30", "as_of"),
        ("municipality=Nokia", "municipality"),
        ("lang=de", "lang"),
        ("round=2017&round=2018", "round"),
        ("release=000000000000", "release"),
        ("page=0", "page"),
        ("a<b>=1", ""),
    ],
)
@pytest.mark.parametrize("path", [f"{ROUNDS}.csv", "/api/v1/tables/costs.json", "/api/v1/"])
def test_a_bad_parameter_is_named_and_its_value_is_not_repeated(client, path, query, parameter):
    response = client.get(f"{path}?{query}")
    assert (response.status_code, response.json["parameter"]) == (400, parameter)
    assert not any(value in response.text for value in ("red", "02-30", "Nokia", "<b>"))


@pytest.mark.parametrize(
    "path",
    [
        "answers/none.csv",
        "answers/grants_by_round.pdf",
        "answers/grants_by_round",
        "tables/none.csv",
        "tables/costs.exe",
        "x",
    ],
)
def test_unknown_files_are_not_found_as_json(client, path):
    response = client.get(f"/api/v1/{path}")
    assert (response.status_code, response.json["code"]) == (404, "not_found")


def test_programs_of_other_sites_may_read_it(client):
    for path in ("/api/v1/", f"{ROUNDS}.csv", "/api/v1/none", f"{ROUNDS}.csv?colour=red"):
        headers = client.get(path).headers
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Origin" not in client.get("/").headers


@pytest.mark.parametrize("path", ["/api/v1/", f"{ROUNDS}.csv", f"{ROUNDS}.xlsx?lang=sv", "/api/v1/tables/costs.json"])
def test_what_a_program_holds_already_is_not_sent_again(client, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert first.headers["Cache-Control"] == "no-cache"


def test_each_form_language_and_choice_has_a_tag_of_its_own(client):
    paths = [f"{ROUNDS}.csv", f"{ROUNDS}.json", f"{ROUNDS}.csv?lang=sv", f"{ROUNDS}.csv?round=2017"]
    assert len({client.get(path).headers["ETag"] for path in paths}) == len(paths)


def test_head_tells_what_get_would(client):
    got, asked = client.get(f"{ROUNDS}.csv?as_of=2017-12-31"), client.head(f"{ROUNDS}.csv?as_of=2017-12-31")
    assert (asked.status_code, asked.data) == (200, b"")
    assert asked.headers["Content-Length"] == str(len(got.data))
    assert f"grants_by_round_2017-12-31_{queries.release().id}.csv" in asked.headers["Content-Disposition"]


def test_the_order_may_be_chosen(client):
    rows = client.get("/api/v1/answers/awards_by_grant.json?sort=-amount_eur").json["rows"]
    assert [row["amount_eur"] for row in rows[:1]] == [48_000]


def test_short_addresses_lead_to_the_listing(client):
    for path in ("/api", "/api/", "/api/v1"):
        assert client.get(path).headers["Location"] == "/api/v1/"


def test_degrees_keep_their_four_decimals_in_every_file(client):
    points = "/api/v1/tables/municipality_points"
    assert client.get(f"{points}.json").json["rows"][0]["label_lat"] == 62.957
    assert client.get(f"{points}.csv").data.decode("utf-8-sig").splitlines()[1].startswith("005;62,9996;23,8230;")
    parquet = pq.read_table(io.BytesIO(client.get(f"{points}.parquet").data))
    assert parquet["lat"].to_pylist()[0] == Decimal("62.9996")
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{points}.xlsx?lang=en").data))
    assert book.worksheets[1]["B2"].number_format == "#,##0.0000"


@pytest.mark.parametrize(
    ("query", "said"),
    [("as_of=31.3.2019", "Ett datum skrivs så här: 2019-03-31."), ("joint=none", "joint: "), ("joint=none", "equal =")],
)
def test_a_value_that_will_not_do_is_answered_by_what_would(client, query, said):
    assert said in client.get(f"/api/v1/answers/grants_by_municipality.json?lang=sv&{query}").json["detail"]
