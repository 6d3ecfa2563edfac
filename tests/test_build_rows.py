"""Rows against each other: required cells, keys, dates in order, periods, references, sums, rules, sudden drops."""

import pytest

from data import build
from tests import tiny


def spoilt(folder, file, old, new):
    tiny.edit(folder, f"raw/{file}", old, new)
    return tiny.places(folder)


def test_an_empty_required_cell_is_refused_and_an_optional_one_is_not_stated(folder):
    assert spoilt(folder, "gifts.csv", "g4;ahola;wood", "g4;ahola;") == [("gifts.csv", 5, "kind_code", "missing-value")]


def test_the_same_row_twice_is_refused_at_the_second(folder):
    row = "2002;4;book-2002;2002-12-31\n"
    assert spoilt(folder, "totals.csv", row, row + row) == [("totals.csv", 4, "given_year", "duplicate-key")]


def test_the_same_key_with_another_value_is_refused_at_the_second(folder):
    row = "2002;4;book-2002;2002-12-31\n"
    found = spoilt(folder, "totals.csv", row, row + row.replace(";4;", ";5;"))
    assert found == [("totals.csv", 4, "given_year", "duplicate-key")]


def test_a_key_that_differs_only_by_a_space_is_the_same_key(folder):
    found = spoilt(folder, "gifts.csv", "g2;", " g1;")
    assert ("gifts.csv", 3, "gift_id", "duplicate-key") in found


def test_an_empty_cell_counts_in_a_key(folder):
    tiny.edit(folder, "tables.toml", 'key = ["gift_id"]', 'key = ["given_year", "amount_eur"]')
    tiny.edit(folder, "raw/gifts.csv", "2002;5;", "2002;;")
    assert ("gifts.csv", 6, "given_year+amount_eur", "duplicate-key") in tiny.places(folder)


def test_the_earliest_day_may_not_be_after_the_latest(folder):
    found = spoilt(folder, "gifts.csv", "2001-05-01;2001-05-31", "2001-06-01;2001-05-31")
    assert found == [("gifts.csv", 2, "given_earliest", "order")]


def test_a_period_may_not_end_before_it_begins(folder):
    found = spoilt(folder, "memberships.csv", "2000-01-01;2000-12-31", "2000-01-01;1999-12-31")
    assert found == [("memberships.csv", 2, "valid_from", "order")]


@pytest.mark.parametrize("ends", ["2001-01-01", "2002-12-31", ""])
def test_periods_of_the_same_thing_may_not_overlap_even_by_a_day(folder, ends):
    found = spoilt(folder, "memberships.csv", "2000-12-31", ends)
    assert found == [("memberships.csv", 3, "valid_from", "overlap")]


def test_a_reference_must_lead_to_a_row(folder):
    found = spoilt(folder, "gifts.csv", "g1;ahola", "g1;ahla")
    assert found == [("gifts.csv", 2, "village_code", "unknown-reference")]


def test_a_row_with_a_fault_of_its_own_is_still_referred_to(folder):
    assert spoilt(folder, "villages.csv", ";Ahola;", ";;") == [("villages.csv", 2, "name_fi", "missing-value")]


def test_every_source_of_a_row_must_be_a_known_document(folder):
    found = spoilt(folder, "totals.csv", "2002;4;book-2002", "2002;4;book-2020")
    assert found == [("totals.csv", 3, "source_id", "unknown-source")]


def test_a_sum_that_does_not_agree_is_told_at_the_row_of_its_key(folder):
    tiny.edit(folder, "raw/totals.csv", "2001;30;", "2001;31;")
    (problem,) = tiny.problems(folder)
    assert (problem.file, problem.row, problem.rule) == ("raw/totals.csv", 2, "sum")
    assert (problem.details["expected"], problem.details["computed"]) == ("31.00", "30.00")


def test_a_sum_may_differ_by_its_tolerance(folder):
    tiny.edit(folder, "tables.toml", "tolerance = 0", "tolerance = 1")
    assert spoilt(folder, "totals.csv", "2001;30;", "2001;31;") == []
    assert spoilt(folder, "totals.csv", "2001;31;", "2001;31.01;") == [("totals.csv", 2, None, "sum")]


def test_a_sum_over_a_faulty_table_waits_until_that_is_mended(folder):
    tiny.edit(folder, "raw/totals.csv", "2001;30;", "2001;31;")
    assert spoilt(folder, "gifts.csv", "2001;10;", "2001;10%;") == [("gifts.csv", 2, "amount_eur", "number-format")]


def test_a_rule_that_fails_without_an_explanation_refuses_everything(folder):
    tiny.edit(folder, "rules.toml", "expected = 34", "expected = 35")
    assert tiny.places(folder) == [("rules.toml", None, None, "rule")]


def test_a_rule_that_fails_with_an_explanation_is_published_as_such(folder):
    assert tiny.places(folder) == []


def test_an_explanation_covers_only_the_difference_that_it_names(folder):
    tiny.edit(folder, "rules.toml", "expected = 3\n", "expected = 3\nexplained_difference = -1\n")
    assert tiny.places(folder) == []
    tiny.edit(folder, "rules.toml", "expected = 3\n", "expected = 4\n")
    assert tiny.places(folder) == [("rules.toml", None, None, "rule")]


@pytest.mark.parametrize(
    ("sql", "why"),
    [("SELECT sum(weight) FROM gifts", "weight"), ("SELECT 1, 2", "1 < 2"), ("SELECT 'x'", "x"), ("SELEC 1", "SELEC")],
)
def test_a_rule_whose_query_does_not_work_is_told(folder, sql, why):
    tiny.edit(folder, "rules.toml", "SELECT sum(gifts.amount_eur) FROM gifts", sql)
    (problem,) = tiny.problems(folder)
    assert (problem.rule, problem.value) == ("check-sql", "all_gifts")
    assert why in problem.details["why"]


def test_a_rule_cannot_read_files(folder):
    sql = f"SELECT count(*) FROM read_csv('{folder}/raw/villages.csv')"
    tiny.edit(folder, "rules.toml", "SELECT sum(gifts.amount_eur) FROM gifts", sql)
    assert tiny.places(folder) == [("rules.toml", None, None, "check-sql")]


def test_cells_of_a_row_must_agree_as_their_table_says(folder):
    place = 'optional = ["amount_eur", "note_fi"]\n'
    checks = 'checks = [{ column = "given_latest", year = "given_year" }]\n'
    tiny.edit(folder, "tables.toml", place, place + checks)
    assert tiny.places(folder) == []
    found = spoilt(folder, "gifts.csv", "2002-01-01;2002-02-28", "2001-12-30;2001-12-31")
    assert found == [("gifts.csv", 4, "given_latest", "date-year-mismatch")]


def test_faults_in_every_file_are_told_at_once(folder):
    tiny.edit(folder, "raw/villages.csv", ";Ahola;", ";;")
    tiny.edit(folder, "raw/gifts.csv", "g3;ahola;wood", "g3;ahola;stone")
    tiny.edit(folder, "raw/gifts.csv", "g1;ahola", "g1;ahla")
    tiny.edit(folder, "raw/totals.csv", "2001;30;", "2001;3O;")
    tiny.edit(folder, "raw/example/levels.csv", "b;4", "b;6")
    assert set(tiny.places(folder)) == {
        ("villages.csv", 2, "name_fi", "missing-value"),
        ("gifts.csv", 4, "kind_code", "unknown-code"),
        ("gifts.csv", 2, "village_code", "unknown-reference"),
        ("totals.csv", 2, "printed_eur", "not-a-number"),
        ("example/levels.csv", 3, "level", "range"),
    }


def drop_a_year(folder):
    """Leave the gifts of 2002 out: 2 of 5 rows and 30 of 34 euros stay."""
    path = folder / "raw/gifts.csv"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:3]))
    tiny.edit(folder, "rules.toml", "expected = 34", "expected = 30")


def test_a_sudden_drop_is_held_until_it_is_accepted(folder):
    first = build.build(folder).release
    drop_a_year(folder)
    assert tiny.places(folder) == [
        ("gifts.csv", None, None, "fewer-rows"),
        ("gifts.csv", None, "amount_eur", "smaller-sum"),
    ]
    assert build.open_verified(folder / "releases").id == first.id
    assert build.build(folder, accept_warnings=True).release.tables["gifts"].rows == 2


def test_a_first_release_has_nothing_to_drop_from(folder):
    drop_a_year(folder)
    assert tiny.places(folder) == []


def test_one_year_that_shrinks_is_seen_behind_another_that_grows(folder):
    build.build(folder)
    tiny.edit(folder, "raw/gifts.csv", "2002;5;", "2002;3;")
    tiny.edit(folder, "raw/gifts.csv", "2001;10;", "2001;12;")
    tiny.edit(folder, "raw/totals.csv", "2001;30;", "2001;32;")
    tiny.edit(folder, "raw/totals.csv", "2002;4;", "2002;2;")
    warnings = [(each.file, each.rule, each.details["part"]) for each in tiny.problems(folder)]
    assert warnings == [("raw/gifts.csv", "smaller-sum", "2002"), ("raw/totals.csv", "smaller-sum", "2002")]


def test_data_that_reach_less_far_are_held(folder):
    build.build(folder)
    for file in ("gifts", "memberships"):
        path = folder / f"raw/{file}.csv"
        path.write_text(path.read_text().replace("2003-01-15", "2003-01-14"))
    assert tiny.places(folder) == [("tables.toml", None, None, "older-data")]


def test_a_table_that_is_gone_is_held(folder):
    build.build(folder)
    (folder / "raw/example/levels.csv").unlink()
    path = folder / "tables.toml"
    path.write_text(path.read_text().split("[levels]")[0])
    assert tiny.places(folder) == [("tables.toml", None, None, "table-gone")]
