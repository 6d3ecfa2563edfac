"""Files hold exactly what is shown: the same rows and sums in four forms, and nothing a spreadsheet would run."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from components.downloads import FORMS, file_name, ordered, write
from components.text import say
from tests.answers import HOSTILE, HandMade, row, write_catalogue

ROWS = (
    row("A", "204960.00"),
    row("B", "-1347.10", theme_code="teach"),
    row("C", None, grants=None, decided_latest=None),
)
SUM = Decimal("203612.90")


@pytest.fixture(autouse=True)
def tiny_catalogue(tmp_path, monkeypatch):
    write_catalogue(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))


@pytest.fixture
def answer():
    return HandMade(records=ROWS)


def csv_rows(body: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig")), delimiter=";"))


def sheets(body: bytes):
    book = openpyxl.load_workbook(io.BytesIO(body))
    return book.worksheets


def test_four_forms_hold_the_same_sum(answer):
    body = {form: write(answer, form, lang="fi") for form in FORMS}
    naive = pd.read_csv(io.BytesIO(body["csv"]), sep=";", decimal=",", encoding="utf-8-sig")
    assert Decimal(str(naive["awarded_eur"].sum())) == SUM
    assert sum(pq.read_table(io.BytesIO(body["parquet"]))["awarded_eur"].drop_null().to_pylist()) == SUM
    rows = json.loads(body["json"], parse_float=Decimal, parse_int=Decimal)["rows"]
    assert sum(each["awarded_eur"] or 0 for each in rows) == SUM
    data = sheets(body["xlsx"])[1]
    place = [cell.value for cell in data[1]].index("Myönnetty, €") + 1
    cells = [data.cell(line, place).value for line in range(2, data.max_row + 1)]
    assert sum(Decimal(str(cell)) for cell in cells if cell is not None) == SUM


def test_csv_opens_right_in_finnish_excel(answer):
    body = write(answer, "csv", lang="fi")
    assert body.startswith(b"\xef\xbb\xbftitle_fi;theme_code;theme_code_label;")
    assert body.count(b"\r\n") == 1 + len(ROWS)
    assert b"204960,00;79,1;1;2018-05-31;true;" in body
    assert csv_rows(body)[2]["awarded_eur"] == ""


def test_csv_is_a_rectangle_that_explains_itself_on_each_row(answer):
    rows = csv_rows(write(answer, "csv", lang="sv"))
    told = {name: {each[name] for each in rows} for name in rows[0] if name.startswith("file_")}
    assert told == {
        "file_as_of": {"2018-12-31"},
        "file_known_by": {""},
        "file_choices": {"theme: Välfärd"},
        "file_release": {"0123456789ab"},
        "file_data_until": {"2019-03-31"},
        "file_sources": {"slutrapporten 2019 <https://example.org/report>"},
        "file_licence": {"CC-BY-4.0"},
        "file_is_example": {"false"},
        "file_is_reconstructed": {"false"},
    }


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_facts_learned_later_says_so(answer, form):
    files = [write(answer, form, lang="fi", later=later) for later in (["grants", "costs"], ["costs"])]
    if form == "csv":
        assert [{row["file_is_reconstructed"] for row in csv_rows(each)} for each in files] == [{"true"}, {"false"}]
    elif form == "xlsx":
        books = [openpyxl.load_workbook(io.BytesIO(each)).worksheets[0] for each in files]
        told = [{cell.value for row in sheet.iter_rows() for cell in row} for sheet in books]
        assert [say("fi", "downloads.reconstructed") in each for each in told] == [True, False]
    else:
        assert [b'"is_reconstructed":true' in each for each in files] == [True, False]


def test_codes_keep_their_zeros_and_get_words_for_readers_only(answer):
    assert csv_rows(write(answer, "csv", lang="en"))[1]["theme_code_label"] == "Teaching"
    table = pq.read_table(io.BytesIO(write(answer, "parquet", lang="en")))
    assert table["municipality_code"].to_pylist() == ["091"] * 3
    assert "theme_code_label" not in table.column_names


def test_parquet_has_exact_types_and_says_what_it_is(answer):
    file = pq.ParquetFile(io.BytesIO(write(answer, "parquet", lang="fi")))
    types = {each.name: str(each.type) for each in file.schema_arrow}
    assert types["awarded_eur"] == "decimal128(18, 2)"
    assert types["decided_latest"] == "date32[day]"
    assert types["grants"] == "int64"
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    meta = json.loads(file.schema_arrow.metadata[b"tilannekuva"])
    assert (meta["release"], meta["params"]["as_of"]) == ("0123456789ab", "2018-12-31")


def test_json_writes_money_without_noise_and_what_is_not_stated_as_null(answer):
    body = write(answer, "json", lang="fi")
    assert b'"awarded_eur":204960,' in body
    assert b'"awarded_eur":-1347.1,' in body
    assert b'"awarded_eur":null,' in body
    meta = json.loads(body)["meta"]
    assert meta["sources"][0]["url"] == "https://example.org/report"
    assert {"name": "awarded_eur", "type": "decimal", "unit": "EUR", "heading": "Myönnetty"} in meta["columns"]


def test_xlsx_explains_first_and_has_a_real_table(answer):
    explanation, data = sheets(write(answer, "xlsx", lang="fi"))
    told = {line[0].value: line[1].value for line in explanation.iter_rows()}
    assert told["Tilanne päivänä"].date() == date(2018, 12, 31)
    assert told["Tietojulkaisu"] == "0123456789ab"
    assert told["Käyttölupa"] == "CC-BY-4.0"
    assert "https://example.org/report" in told["Lähde"]
    assert data.freeze_panes == "B2"
    assert next(iter(data.tables.values())).autoFilter is not None
    assert data["D2"].value == "091"
    assert data["E2"].number_format == "#,##0.00 €"
    assert data["H2"].value.date() == date(2018, 5, 31)


def test_example_data_is_stamped_in_every_form():
    made_up = HandMade(records=ROWS, is_example=True)
    assert sheets(write(made_up, "xlsx", lang="fi"))[0]["A1"].value == "Esimerkkitietoa"
    assert csv_rows(write(made_up, "csv", lang="fi"))[0]["file_is_example"] == "true"
    assert json.loads(write(made_up, "json", lang="fi"))["meta"]["kind"] == "example"
    schema = pq.read_schema(io.BytesIO(write(made_up, "parquet", lang="fi")))
    assert json.loads(schema.metadata[b"tilannekuva"])["kind"] == "example"


@pytest.mark.parametrize("form", FORMS)
def test_the_same_answer_is_the_same_bytes(answer, form):
    assert write(answer, form, lang="fi") == write(answer, form, lang="fi")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_an_answer_without_rows_is_a_file_too(form, lang):
    assert write(HandMade(), form, lang=lang)


def test_no_text_becomes_a_formula():
    answer = HandMade(records=tuple(row(text, "-5.00") for text in HOSTILE))
    texts = [each["title_fi"] for each in csv_rows(write(answer, "csv", lang="fi"))]
    assert texts == [*(f"'{text}" for text in HOSTILE[:-1]), "plain"]
    assert {each["awarded_eur"] for each in csv_rows(write(answer, "csv", lang="fi"))} == {"-5,00"}
    for sheet in sheets(write(answer, "xlsx", lang="fi")):
        assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n", "d", "b"}
        assert not any(cell.hyperlink for line in sheet.iter_rows() for cell in line)


def test_no_part_of_a_text_becomes_a_formula_where_cells_are_parted_otherwise():
    answer = HandMade(records=tuple(row(text, "1.00") for text in ("a,=1+1", "a;@x", "koulu-, päiväkoti- ja 1,5")))
    texts = [each["title_fi"] for each in csv_rows(write(answer, "csv", lang="fi"))]
    assert texts == ["a,'=1+1", "a;'@x", "koulu-, päiväkoti- ja 1,5"]


def test_the_reader_may_choose_the_order_and_missing_values_stay_last(answer):
    amounts = [each[3] for each in ordered(answer, "-awarded_eur").records]
    assert amounts == [Decimal("204960.00"), Decimal("-1347.10"), None]
    assert ordered(answer, "no_such_column") is answer


def test_the_file_name_tells_what_it_is(answer):
    assert file_name(answer, "csv") == "grants_by_theme_2018-12-31_0123456789ab.csv"
