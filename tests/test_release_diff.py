"""What differs between two releases: rows added and removed, values changed, columns and tables come and gone."""

from datetime import date
from decimal import Decimal

import pytest

from data import build, diff
from tests import tiny


@pytest.fixture
def differs(folder):
    """Builds, spoils the folder as told, builds again, and gives the tables that differ."""
    first = build.build(folder).release.id

    def changed():
        second = build.build(folder, accept_warnings=True).release.id
        found = diff.difference(folder / "releases", first, second)
        return {each.name: each for each in found if not each.is_same}

    return changed


def test_a_changed_value_is_told_with_its_key_its_column_and_both_values(folder, differs):
    tiny.edit(folder, "raw/gifts.csv", "2002;5;", "2002;6;")
    tiny.edit(folder, "raw/gifts.csv", "2002;-1;", "2002;-2;")
    gifts = differs()["gifts"]
    assert [(each.key, each.column, each.old, each.new) for each in gifts.changed] == [
        (("g3",), "amount_eur", Decimal("5.00"), Decimal("6.00")),
        (("g4",), "amount_eur", Decimal("-1.00"), Decimal("-2.00")),
    ]
    assert (gifts.added, gifts.removed) == ([], [])


def test_rows_added_and_removed_are_told_whole(folder, differs):
    tiny.edit(folder, "raw/memberships.csv", "2001-01-01;;", "2001-02-01;;")
    memberships = differs()["memberships"]
    assert [row["valid_from"] for row in memberships.added] == [date(2001, 2, 1)]
    assert [row["valid_from"] for row in memberships.removed] == [date(2001, 1, 1)]


def test_another_way_of_writing_the_same_is_no_difference(folder, differs):
    tiny.edit(folder, "raw/gifts.csv", "2001;10;", "2001;10.00;")
    assert differs() == {}


def test_a_new_column_is_told_as_such(folder, differs):
    tiny.edit(folder, "tables.toml", '"printed_eur", "source_id"', '"printed_eur", "note_fi", "source_id"')
    tiny.edit(folder, "tables.toml", 'key = ["given_year"]', 'key = ["given_year"]\noptional = ["note_fi"]')
    (folder / "raw/totals.csv").write_text(
        "given_year;printed_eur;note_fi;source_id;known_since\n"
        "2001;30;;book-2002;2002-12-31\n2002;4;x;book-2002;2002-12-31\n"
    )
    totals = differs()["totals"]
    assert (totals.columns_added, totals.columns_removed, totals.changed) == (["note_fi"], [], [])


def test_a_table_that_is_gone_has_all_its_rows_removed(folder, differs):
    (folder / "raw/example/levels.csv").unlink()
    path = folder / "tables.toml"
    path.write_text(path.read_text().split("[levels]")[0])
    levels = differs()["levels"]
    assert (levels.rows, len(levels.removed)) == ((2, None), 2)


def test_another_key_is_told_by_the_new_one(folder, differs):
    tiny.edit(folder, "tables.toml", 'key = ["gift_id"]', 'key = ["gift_id", "kind_code"]')
    tiny.edit(folder, "raw/gifts.csv", "g1;ahola;bread", "g1;ahola;wood")
    gifts = differs()["gifts"]
    assert [row["kind_code"] for row in gifts.added] == ["wood"]
    assert [row["kind_code"] for row in gifts.removed] == ["bread"]


def test_a_key_that_the_old_table_has_not_gives_way_to_what_both_have(folder, differs):
    tiny.edit(
        folder,
        "tables.toml",
        '["village_code", "level"]\nkey = ["village_code"]',
        '["level", "gift_id"]\nkey = ["gift_id"]',
    )
    (folder / "raw/example/levels.csv").write_text("level;gift_id\n1;x\n5;y\n")
    levels = differs()["levels"]
    assert (levels.key, levels.changed) == (("level",), [])
    assert [row["level"] for row in levels.added] == [5]
    assert [row["level"] for row in levels.removed] == [4]


def test_the_differences_can_be_read_by_a_person_and_by_a_program(folder, differs):
    tiny.edit(folder, "raw/gifts.csv", "2002;5;false;;", "2002;6;true;;")
    tiny.edit(folder, "raw/totals.csv", "2002;4;", "2002;5;")
    tiny.edit(folder, "rules.toml", "expected = 34", "expected = 35")
    told = {each["table"]: each for each in diff.as_data(list(differs().values()))}
    assert told["gifts"]["changed"][0] == {
        "key": {"gift_id": "g3"},
        "column": "amount_eur",
        "old": "5.00",
        "new": "6.00",
    }
    assert diff.as_lines(told["gifts"])[1] == "  ~ gift_id=g3  is_shared: false → true"
    assert set(told) == {"gifts", "totals", "reconciliation"}
