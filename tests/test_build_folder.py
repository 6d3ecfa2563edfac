"""A folder of deliveries holds one file for each table, in its place; any other folder is refused."""

from tests import tiny
from tests.test_build_files import HEADER


def test_a_missing_file_is_refused_with_the_name_of_its_table(folder):
    (folder / "raw/villages.csv").unlink()
    problem = next(each for each in tiny.problems(folder) if each.rule == "missing-file")
    assert (problem.file, problem.details["table"]) == ("raw/villages.csv", "villages")


def test_a_file_that_is_no_tables_is_refused(folder):
    (folder / "raw/gifs.csv").write_text(HEADER)
    (folder / "raw/gifts.xlsx").write_bytes(b"PK")
    found = tiny.places(folder)
    assert found == [("gifs.csv", None, None, "unknown-file"), ("gifts.xlsx", None, None, "two-files")]


def test_real_and_example_deliveries_may_not_change_places(folder):
    (folder / "raw/example/levels.csv").rename(folder / "raw/levels.csv")
    (folder / "raw/totals.csv").rename(folder / "raw/example/totals.csv")
    wrong = [(each.file, each.details["right"]) for each in tiny.problems(folder) if each.rule == "wrong-folder"]
    assert wrong == [("raw/example/totals.csv", "raw/totals.csv"), ("raw/levels.csv", "raw/example/levels.csv")]
