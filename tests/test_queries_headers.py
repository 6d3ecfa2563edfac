"""The header of every question says what DuckDB says: it cannot rot."""

import re
import sys
from pathlib import Path

import duckdb
import pytest

import queries
from data import catalogue
from queries import release_log
from queries.question import FOLDER, parsed, parts_of, question
from tests.handful import columns_of, create

TYPES = {
    "EUR": r"DECIMAL\(\d+,2\)",
    "number": r"DECIMAL\(\d+,2\)",
    "%": r"DECIMAL\(\d+,[12]\)",
    "count": "BIGINT",
    "year": "BIGINT",
    "date": "DATE",
    "boolean": "BOOLEAN",
    "code": "VARCHAR",
    "text": "VARCHAR",
}
QUESTIONS = queries.names()


@pytest.fixture(scope="module")
def empty():
    with duckdb.connect() as connection:
        for name in catalogue.current().tables:
            create(connection, name, columns_of(name), ())
        release_log.create(connection, ())
        yield connection


@pytest.fixture(scope="module")
def real(release_dir):
    with duckdb.connect() as connection:
        for table in queries.release().tables.values():
            connection.read_parquet(str(table.path)).to_table(table.name)
        release_log.create(connection, release_log.seen(release_dir / "releases"))
        yield connection


def answer(connection, name: str):
    asked = question(name)
    return connection.sql(asked.sql, params=asked.bound({}))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_title_is_a_question(name):
    assert re.fullmatch(r"[A-Z].*\?", question(name).title)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_parameters_are_those_of_the_sql(name, empty):
    (statement,) = empty.extract_statements(question(name).sql)
    assert statement.named_parameters == set(question(name).params)


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("release", ["empty", "real"])
def test_the_columns_are_those_of_the_answer(name, release, request):
    found = answer(request.getfixturevalue(release), name)
    stated = question(name).columns
    assert [column.name for column in stated] == found.columns
    for column, type in zip(stated, found.types, strict=True):
        assert re.fullmatch(TYPES[column.unit], str(type)), (column, str(type))


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_answers_what_nobody_delivered(name, empty):
    assert answer(empty, name).fetchall() == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_column_has_the_unit_of_the_catalogue(name):
    known = catalogue.current().columns
    for column in question(name).columns:
        if column.name in known and known[column.name].unit:
            assert column.unit == known[column.name].unit or column.unit == "number", column


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_column_has_a_heading(name):
    headed = set(catalogue.current().columns)
    assert [column.name for column in question(name).columns if column.name not in headed] == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_sql_is_portable(name):
    sql = re.sub("--.*", "", question(name).sql)
    for word in ("SELECT *", "USING", "BY ALL", "PIVOT", "ASOF", "COLUMNS(", "arg_max", "sum(sum("):
        assert word not in sql, word
    assert "\nORDER BY " in sql


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_order_of_the_rows_leaves_nothing_to_chance(name, real):
    order = re.sub("--.*", "", question(name).sql).rsplit("ORDER BY ", 1)[1]
    keys = [re.split(r"[ .]", re.sub(r" (NULLS LAST|DESC|ASC)", "", key.strip()))[-1] for key in order.split(",")]
    stated = [column.name for column in question(name).columns]
    rows = [dict(zip(stated, row, strict=True)) for row in answer(real, name).fetchall()]
    if set(keys) <= set(stated):
        assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows)
    else:
        assert keys[-1] in {key for table in catalogue.current().tables.values() for key in table.key}


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_last_column_names_the_sources(name):
    assert question(name).columns[-1].name == "source_ids"


def test_a_part_is_shared_by_questions_and_stands_once():
    """`choices_by_facet` alone has its own `chosen` and `evidence`: its lists must not be narrowed by the facets.

    A part of one question is there only to keep the question's file under 200 lines.
    """
    files = {name: (FOLDER / f"{name}.sql").read_text(encoding="utf-8") for name in QUESTIONS}
    used = [part for text in files.values() for part in parts_of(text)]
    kept = {path.stem for path in (FOLDER / "parts").glob("*.sql")}
    alone = {part for part in kept if used.count(part) < 2}
    long = [text for text in files.values() if len(parsed("q", text).sql.splitlines()) > 200]
    assert alone - {part for text in long for part in parts_of(text)} == set()
    assert set(used) == kept


def test_the_sql_of_a_question_is_its_parts_and_then_its_own(tmp_path, monkeypatch):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "ones.sql").write_text("-- One.\nSELECT 1 AS n", encoding="utf-8")
    monkeypatch.setattr(sys.modules["queries.question"], "FOLDER", tmp_path)
    sql = parsed("q", "-- How many?\n-- with     ones\n\nWITH twos AS (SELECT 2)\n\nSELECT ones.n FROM ones").sql
    own = "-- How many? -- with ones WITH ones AS ( -- One. SELECT 1 AS n ), twos AS (SELECT 2) SELECT ones.n FROM ones"
    assert " ".join(sql.split()) == own


def test_a_header_is_read_as_it_is_written():
    header = "-- How many?\n--\n-- params   as_of  date; until\n-- returns  one row\n--          n  count  all\n"
    read = parsed("q", header + "\nSELECT 1")
    assert (read.title, dict(read.params)) == ("How many?", {"as_of": "date; until"})
    assert read.columns == (("n", "count", "all"),)


def test_every_question_has_a_test_with_literal_rows():
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_question_*.py"))
    assert [name for name in QUESTIONS if f'"{name}"' not in tests] == []


def test_every_file_is_a_question():
    assert sorted(path.stem for path in FOLDER.glob("*.sql")) == list(QUESTIONS)
    assert len(QUESTIONS) >= 22
