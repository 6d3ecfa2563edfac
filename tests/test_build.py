"""From deliveries to a release: what is published, under which id, and that nothing of it depends on chance."""

import hashlib
import json
from datetime import date
from decimal import Decimal

import pyarrow.parquet as pq

from data import build
from tests import tiny


def rows(release, table):
    return pq.read_table(release.tables[table].path).to_pylist()


def bytes_of(release):
    return {path.name: path.read_bytes() for path in release.folder.iterdir()}


def test_a_delivery_becomes_a_table_with_exact_types(folder):
    first = rows(build.build(folder).release, "gifts")[0]
    assert first["amount_eur"] == Decimal("10.00")
    assert first["given_latest"] == date(2001, 5, 31)
    assert first["is_shared"] is False
    assert first["note_fi"] is None


def test_quoted_text_keeps_its_semicolons_and_quotation_marks(folder):
    assert rows(build.build(folder).release, "gifts")[1]["note_fi"] == 'Koko kylälle; "talven" varalle'


def test_rows_are_sorted_by_key_whatever_their_order_in_the_delivery(folder):
    path = folder / "raw/totals.csv"
    header, first, second = path.read_text().splitlines()
    path.write_text("\n".join([header, second, first]) + "\n")
    assert [row["given_year"] for row in rows(build.build(folder).release, "totals")] == [2001, 2002]


def test_columns_are_read_by_name_not_by_place(folder):
    (folder / "raw/example/levels.csv").write_text("level;village_code\n1;a\n4;b\n")
    assert rows(build.build(folder).release, "levels")[1] == {"village_code": "b", "level": 4}


def test_the_source_documents_are_published_as_a_table(folder):
    book, letter = rows(build.build(folder).release, "sources")
    assert (book["source_id"], book["label_sv"], book["published_latest"]) == (
        "book-2002",
        "Bok 2002",
        date(2002, 12, 31),
    )
    assert (letter["url"], letter["published_latest"]) == (None, None)


def test_the_reconciliation_is_published_as_a_table(folder):
    gifts, villages = rows(build.build(folder).release, "reconciliation")
    assert (gifts["expected"], gifts["computed"], gifts["difference"], gifts["passed"]) == (34, 34, 0, True)
    assert (villages["expected"], villages["computed"], villages["difference"], villages["passed"]) == (3, 2, -1, False)
    assert (gifts["is_explained"], gifts["explanation_fi"]) == (False, None)
    assert (villages["is_explained"], villages["explanation_en"]) == (
        True,
        "The book counts a village that it does not name.",
    )


def test_the_manifest_tells_what_every_file_holds(folder):
    release = build.build(folder).release
    told = json.loads((release.folder / "release.json").read_text())
    gifts = told["tables"]["gifts"]
    assert told["data_until"] == "2003-01-15"
    assert gifts["rows"] == 5
    assert gifts["kind"] == "real"
    assert gifts["sources"] == ["book-2002", "letter"]
    assert gifts["delivery"] == "raw/gifts.csv"
    assert gifts["delivery_sha256"] == hashlib.sha256((folder / "raw/gifts.csv").read_bytes()).hexdigest()
    assert gifts["sha256"] == hashlib.sha256((release.folder / "gifts.parquet").read_bytes()).hexdigest()
    assert ["amount_eur", "DECIMAL(16,2)"] in gifts["columns"]
    assert told["tables"]["levels"]["kind"] == "example"


def test_example_data_do_not_move_the_date_of_the_data(folder):
    tiny.edit(folder, "tables.toml", '["village_code", "level"]', '["village_code", "level", "known_since"]')
    (folder / "raw/example/levels.csv").write_text("village_code;level;known_since\na;1;2020-01-01\n")
    assert build.build(folder).release.data_until == date(2003, 1, 15)


def test_the_same_deliveries_give_the_same_id_and_the_same_bytes(folder, tmp_path):
    other = tiny.copied(tmp_path / "elsewhere")
    first, second = build.build(folder).release, build.build(other).release
    assert first.id == second.id
    assert bytes_of(first) == bytes_of(second)


def test_another_amount_gives_another_id(folder, tmp_path):
    other = tiny.copied(tmp_path / "elsewhere")
    tiny.edit(other, "raw/gifts.csv", "2001;10;", "2001;10.00;")
    assert build.build(folder).release.id != build.build(other).release.id


def test_another_heading_in_the_catalogue_gives_another_id(folder, tmp_path):
    other = tiny.copied(tmp_path / "elsewhere")
    tiny.edit(other, "columns.toml", '"Amount"', '"Sum"')
    assert build.build(folder).release.id != build.build(other).release.id


def test_a_second_build_is_up_to_date_and_writes_nothing(folder):
    first = build.build(folder)
    before = sorted(path for path in (folder / "releases").rglob("*"))
    second = build.build(folder)
    assert (first.is_up_to_date, second.is_up_to_date) == (False, True)
    assert second.release.id == first.release.id
    assert sorted(path for path in (folder / "releases").rglob("*")) == before


def test_going_back_to_old_deliveries_uses_the_old_release_again(folder):
    first = build.build(folder).release
    written = first.tables["gifts"].path.stat().st_mtime_ns
    tiny.edit(folder, "raw/gifts.csv", ";Palautus;", ";Palautettu;")
    build.build(folder)
    tiny.edit(folder, "raw/gifts.csv", ";Palautettu;", ";Palautus;")
    again = build.build(folder)
    assert (again.release.id, again.was_there) == (first.id, True)
    assert again.release.tables["gifts"].path.stat().st_mtime_ns == written


def test_every_table_is_told_as_it_is_written(folder):
    told = []
    build.build(folder, tell=lambda key, **facts: told.append((key, facts["table"], facts["rows"])))
    assert ("table", "gifts", 5) in told
    assert len(told) == 10


def test_spaces_at_the_edges_are_taken_off_and_noted(folder):
    tiny.edit(folder, "raw/villages.csv", ";Ahola;", ";\u00a0Ahola ;")
    built = build.build(folder)
    assert rows(built.release, "villages")[0]["name_fi"] == "Ahola"
    assert [(note.rule, note.severity, note.row, note.column) for note in built.problems] == [
        ("tidied", "note", 2, "name_fi")
    ]


def test_letters_in_two_parts_become_one(folder):
    tiny.edit(folder, "raw/villages.csv", ";Myllylä;", ";Myllyla\u0308;")
    assert rows(build.build(folder).release, "villages")[1]["name_fi"] == "Myllylä"


def test_a_column_keeps_the_decimals_that_the_catalogue_gives_it(folder):
    tiny.edit(folder, "columns.toml", 'amount_eur = { type = "decimal",', 'amount_eur = { type = "decimal", scale = 4,')
    tiny.edit(folder, "raw/gifts.csv", "2001;10;", "2001;10.0000;")
    release = build.build(folder).release
    assert ("amount_eur", "DECIMAL(16,4)") in {tuple(each) for each in release.tables["gifts"].columns}
    assert str(rows(release, "gifts")[0]["amount_eur"]) == "10.0000"
