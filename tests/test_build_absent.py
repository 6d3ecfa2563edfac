"""A delivery that may be absent is an empty table then; one that must be there is still missed."""

import hashlib

import pyarrow.parquet as pq
import pytest

from data import build, catalogue
from data.catalogue import PROGRAM
from tests import tiny

FILE = "raw/memberships.csv"


@pytest.fixture
def folder(tmp_path):
    made = tiny.copied(tmp_path / "data")
    tiny.edit(
        made,
        "tables.toml",
        '[memberships]\nfi = "Jäsenyydet"',
        '[memberships]\nmay_be_absent = true\nfi = "Jäsenyydet"',
    )
    return made


def test_without_its_file_the_table_is_empty_with_all_its_columns(folder):
    (folder / FILE).unlink()
    table = build.build(folder).release.tables["memberships"]
    assert (table.rows, pq.read_table(table.path).num_rows) == (0, 0)
    assert [name for name, _ in table.columns][:2] == ["village_code", "club_code"]
    assert (table.delivery, table.delivery_sha256) == (FILE, hashlib.sha256(b"").hexdigest())


def test_with_its_file_the_table_is_as_any_other(folder):
    there = build.build(folder).release
    assert there.tables["memberships"].rows > 0
    tiny.edit(folder, FILE, "village_code;", "village_cod;")
    assert (FILE.removeprefix("raw/"), 1, "village_code", "missing-column") in tiny.places(folder)


def test_a_file_that_comes_makes_another_release(folder, tmp_path):
    there = build.build(folder).release.id
    (folder / FILE).unlink()
    assert build.build(folder, accept_warnings=True).release.id != there


def test_a_file_that_goes_is_a_warning(folder):
    build.build(folder)
    (folder / FILE).unlink()
    assert tiny.places(folder) == [("memberships.csv", None, None, "fewer-rows")]


def test_a_header_without_rows_is_still_refused(folder):
    (folder / FILE).write_text((folder / FILE).read_text().splitlines()[0] + "\n")
    assert [rule for _, _, _, rule in tiny.places(folder)] == ["no-rows"]


def test_a_file_that_must_be_there_is_missed(folder):
    (folder / "raw/totals.csv").unlink()
    assert ("totals.csv", None, None, "missing-file") in tiny.places(folder)


def test_what_only_an_operator_may_hold_cannot_come_into_git():
    tables = catalogue.load().tables.values()
    absent = {f"/data/{each.delivery}" for each in tables if each.may_be_absent and each.kind == "real"}
    assert absent == {"/data/raw/boundaries.csv"}
    assert absent <= set((PROGRAM.parent / ".gitignore").read_text(encoding="utf-8").splitlines())
