"""The door: what may be asked, what comes back, and what is refused before any SQL."""

from datetime import date, datetime
from decimal import Decimal

import pandas as pd
import pytest

import queries
from tests.conftest import HANDFUL_ID
from tests.handful import grants, publish_handful

GRANTS = grants({"id": "2017-nokia", "to": ["536"], "eur": Decimal("0.10")}, {"id": "2017-x", "to": ["098"], "eur": 7})


@pytest.fixture
def ask(handful):
    return handful(GRANTS)


def test_an_unknown_question_is_refused(ask):
    with pytest.raises(queries.UnknownQuestion):
        ask("../data/tables")


def test_a_parameter_the_question_does_not_declare_is_refused(ask):
    with pytest.raises(queries.UnknownParameter):
        ask("savings_by_means", region="06")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("as_of", "2017-02-30"),
        ("as_of", "2017-1-1"),
        ("as_of", datetime(2017, 1, 1)),
        ("as_of", 20170101),
        ("programme", ""),
        ("programme", "Ö"),
        ("programme", "p'; DROP TABLE grants; --"),
        ("programme", "a" * 61),
        ("programme", ["p"]),
        ("programme", [[[[[[[[]]]]]]]]),
        ("programme", {"p": 1}),
        ("programme", 1),
        ("joint", "leads"),
        ("joint", "lead\n"),
        ("municipality", float("nan")),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_and_not_repeated(ask, name, value):
    with pytest.raises(queries.BadParameter) as refused:
        ask("grants_by_municipality", **{name: value})
    assert str(refused.value) == refused.value.name == name


def test_a_date_may_come_as_iso_text(ask):
    asked = ask("grants_by_round", as_of="2017-12-31")
    assert asked is ask("grants_by_round", as_of=date(2017, 12, 31))
    assert asked.params["as_of"] == date(2017, 12, 31)


def test_an_answer_knows_where_it_comes_from(ask):
    answer = ask("grants_by_theme", programme="p")
    assert answer.tables == ("city_regions", "grant_events", "grant_recipients", "grants", "municipality_regions")
    assert (answer.release_id, answer.source_ids, answer.is_example) == (HANDFUL_ID, ("report",), False)
    assert answer.sql == queries.sql("grants_by_theme")
    assert answer.tables == queries.tables("grants_by_theme")


def test_the_rows_are_exact_and_the_frame_is_for_drawing(ask):
    answer = ask("grants_by_municipality")
    assert [row["awarded_eur"] for row in answer.rows()] == [7, Decimal("0.10")]
    assert answer.total("awarded_eur") == Decimal("7.10")
    assert answer.frame["awarded_eur"].tolist() == [7.0, 0.1]
    assert answer.frame["awarded_eur"].dtype == "float64"


def test_money_too_large_for_a_float_stays_exact_in_the_frame(handful):
    huge = Decimal("99999999999999.99")
    ask = handful(grants({"id": "2017-nokia", "to": ["536"], "eur": huge}))
    assert ask("grants_by_theme").frame["awarded_eur"].tolist() == [huge]


def test_dates_in_a_frame_are_dates_and_missing_is_none(ask):
    frame = ask("municipalities_by_name").frame
    assert frame["valid_to"].tolist() == [None, None, None]
    awards = ask("awards_by_grant").frame
    assert awards["decided_latest"].tolist() == [date(2017, 9, 29)] * 2
    assert awards["theme_code"].tolist() == [None, None]
    assert not any(str(dtype).startswith("datetime") for dtype in awards.dtypes)


def test_an_empty_answer_has_every_column(ask):
    answer = ask("costs_by_year")
    assert answer.frame.empty
    assert list(answer.frame) == [column.name for column in answer.columns]
    assert (answer.rows(), answer.source_ids) == ([], ())


def test_what_a_caller_does_to_a_frame_stays_with_the_caller(ask):
    frame = ask("grants_by_municipality").frame
    frame.loc[:, "awarded_eur"] = 574_800
    frame["more"] = 1
    assert ask("grants_by_municipality").frame["awarded_eur"].sum() == pytest.approx(7.1)
    assert "more" not in ask("grants_by_municipality").frame


def test_the_meta_of_a_file_says_what_was_asked(ask):
    meta = ask("grants_by_theme", as_of="2018-01-01").meta()
    assert meta["title"].endswith("?")
    assert meta["params"] == {"as_of": date(2018, 1, 1)}
    assert (meta["as_of"], meta["known_by"]) == (date(2018, 1, 1), None)
    assert (meta["release_id"], meta["data_until"], meta["rows"]) == (HANDFUL_ID, date(2019, 3, 31), 1)
    assert meta["columns"][0] == {"name": "theme_code", "unit": "code"}


def test_a_whole_table_is_an_answer_too(ask):
    answer = queries.table("grant_events")
    assert [row["event_id"] for row in answer.rows()] == ["2017-nokia-award", "2017-x-award"]
    assert (answer.tables, answer.source_ids) == (("grant_events",), ("report",))
    assert isinstance(answer.frame, pd.DataFrame)
    with pytest.raises(queries.UnknownQuestion):
        queries.table("grant_events; DROP TABLE grants")


def test_an_answer_over_an_example_table_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    publish_handful(tmp_path / "releases", HANDFUL_ID, GRANTS, kind="example")
    assert queries.run("grants_by_theme").is_example
    assert queries.run("grants_by_theme").meta()["is_example"]


def test_without_any_data_the_process_lives_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    queries.pin(None)
    for _ in range(2):
        with pytest.raises(queries.NoData):
            queries.run("grants_by_theme")
    assert queries.status() == {"state": "no_data", "release_id": None, "wanted_id": None, "reason": "missing"}
