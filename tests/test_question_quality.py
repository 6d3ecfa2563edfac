"""The quality of the data, asked of a handful of rows: ages against promises, open questions, empty cells."""

from datetime import date
from decimal import Decimal

import pyarrow as pa

from components.quality_tables import examples_note
from components.render import to_html
from data import catalogue, quality
from tests.handful import grants, named

NAMES = named("table_name", fi="T")
PROMISES = [
    {"table_code": code, "table_kind_code": kind, "interval_days": days, "table_rows": 3, **NAMES}
    for code, kind, days in (("a", "real", 0), ("b", "real", 30), ("c", "example", 30), ("d", "real", 30))
]
DAYS = [
    {"table_code": code, "known_since": day, "table_rows": 1}
    for code, day in (("a", "2018-01-01"), ("b", "2019-01-01"), ("b", "2019-03-01"), ("c", "2019-03-31"))
]
AGED = ("table_code", "newest_on", "age_days", "age_state_code")


def told(answer, *names):
    return [tuple(row[name] for name in names) for row in answer.rows()]


def test_ages_by_table_are_counted_to_the_newest_fact_of_all(handful):
    ask = handful({"table_promises": PROMISES, "table_days": DAYS})
    assert told(ask("ages_by_table"), *AGED) == [
        ("a", date(2018, 1, 1), 454, "closed"),
        ("b", date(2019, 3, 1), 30, "current"),
        ("c", date(2019, 3, 31), 0, "current"),
        ("d", None, None, "undated"),
    ]


def test_ages_by_table_are_counted_to_the_day_chosen_with_what_was_known_then(handful):
    ask = handful({"table_promises": PROMISES, "table_days": DAYS})
    on = date(2019, 2, 1)
    assert told(ask("ages_by_table", as_of=on), *AGED)[1] == ("b", date(2019, 1, 1), 31, "late")
    assert {row["compared_on"] for row in ask("ages_by_table", as_of=on).rows()} == {on}


def test_ages_by_table_carry_the_stamp_when_a_table_of_examples_is_among_them(handful):
    assert handful({"table_promises": PROMISES, "table_days": DAYS})("ages_by_table").is_example


def test_gaps_by_column_tell_the_share_of_filled_cells(handful):
    row = {"table_code": "a", "column_code": "x", "table_kind_code": "real", **NAMES, **named("column_name", fi="X")}
    ask = handful({"column_gaps": [row | {"column_cells": 3, "empty_cells": 1}]})
    assert told(ask("gaps_by_column"), "column_cells", "empty_cells", "stated_pct") == [(3, 1, Decimal("66.7"))]


def test_open_questions_by_code_count_what_the_sources_leave_open(handful):
    registered = {"programme_code": "p", "measure_code": "municipalities_registered", "value": 5}
    registered |= {"qualifier_code": "exact", "counted_earliest": "2019-03-01", "counted_latest": "2019-03-31"}
    named_one = {"programme_code": "p", "participant_kind": "municipality", "participant_code": "536"}
    joint = {"id": "2017-nokia", "to": ["536", "418"], "eur": 9, "partners": "not_named"}
    alone = {"id": "2017-hollola", "to": ["098"], "eur": None, "state": "not_stated"}
    ask = handful(grants(joint, alone) | {"counts": [registered], "participants": [named_one]})
    assert told(ask("open_questions_by_code"), "open_question_code", "open_count", "open_of") == [
        ("amounts_not_stated", 1, 2),
        ("participants_not_named", 4, 5),
        ("partners_not_named", 1, 1),
        ("shares_not_stated", 1, 1),
    ]


def test_the_build_counts_days_and_empty_cells_of_every_table():
    known = catalogue.load()
    rows = [{"note_fi": "x"}, {"note_fi": None}]
    cells = {name: [None, None] for name in known.tables["grant_events"].columns}
    cells |= {"note_fi": [row["note_fi"] for row in rows], "known_since": [date(2019, 1, 1)] * 2}
    made = quality.tables({"grant_events": pa.table(cells)}, known)
    assert made["table_days"].to_pylist() == [
        {"table_code": "grant_events", "known_since": date(2019, 1, 1), "table_rows": 2}
    ]
    gaps = {row["column_code"]: row["empty_cells"] for row in made["column_gaps"].to_pylist()}
    assert (gaps["note_fi"], "grant_id" in gaps) == (1, False)


def test_a_stamped_table_says_which_of_its_rows_are_examples():
    real = {"table_kind_code": "real"}
    assert examples_note([real], "en") is None
    assert "are examples" in to_html(examples_note([real, {"table_kind_code": "example"}], "en"))
