"""What a delivery would change, told before it does: rows, sums, rules, pages, and what would be held."""

import json
import re

import pytest

import queries
from data import affected, build
from data.__main__ import main
from data.assess import assess
from data.intake import Received
from data.preview import preview
from tests import tiny


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made = tiny.copied(tmp_path / "data")
    monkeypatch.setenv("DATA_DIR", str(made))
    return made


def told(folder, table, *changes):
    """The preview of a delivery with some texts in the place of others."""
    text = (folder / f"raw/{table}.csv").read_text()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return preview(assess(folder, {table: Received(f"{table}.csv", text.encode())}))


def test_rows_added_changed_and_removed_are_told_with_keys_and_values(folder):
    build.build(folder)
    added = "g6;ahola;bread;2002-04-01;2002-04-30;2002;0;false;;letter;2003-01-15\n"
    found = told(
        folder, "gifts", (";Palautus;", ";Palautettu;"), ("g5;myllyla;", "g7;myllyla;"), ("g1;", f"{added}g1;")
    )
    gifts = next(each for each in found.tables if each.name == "gifts")
    assert (gifts.counts, gifts.rows, gifts.key) == ((2, 1, 1), (5, 6), ("gift_id",))
    assert [row["gift_id"] for row in gifts.added] == ["g6", "g7"]
    assert [row["gift_id"] for row in gifts.removed] == ["g5"]
    assert list(gifts.changed) == [(("g4",), "note_fi", "Palautus", "Palautettu")]


def test_sums_before_and_after_and_the_rules_that_change_are_told(folder):
    build.build(folder)
    tiny.edit(folder, "rules.toml", "expected = 34", "expected = 35")
    tiny.edit(folder, "raw/totals.csv", "2002;4;", "2002;5;")
    found = told(folder, "gifts", (";2002;5;", ";2002;6;"))
    totals = {(each.table, each.column): (each.before, each.after) for each in found.totals}
    assert totals["gifts", "amount_eur"] == (34, 35)
    assert [(each.rule, each.computed, each.passed) for each in found.rules] == [("all_gifts", (34, 35), (True, True))]


def test_the_first_release_is_all_new_and_the_same_delivery_changes_nothing(folder):
    first = preview(assess(folder))
    assert {each.name: each.counts for each in first.tables}["gifts"] == (5, 0, 0)
    build.build(folder)
    again = preview(assess(folder))
    assert (again.tables, again.totals, again.rules, again.pages) == ([], [], [], [])


def test_what_would_be_held_is_told_before_anything_is_published(folder, capsys, tmp_path):
    build.build(folder)
    file = tmp_path / "memberships.csv"
    file.write_text("".join((folder / "raw/memberships.csv").read_text().splitlines(keepends=True)[:2]))
    capsys.readouterr()
    assert main(["check", str(file), "--json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert told["preview"]["held"] == ["raw/memberships.csv fewer-rows"]
    assert {each["table"]: each["removed"] for each in told["preview"]["tables"]}["memberships"] > 0


@pytest.mark.parametrize(
    ("lang", "words"), [("fi", "Muutokset julkaisuun"), ("sv", "Ändringar jämfört"), ("en", "Changes from")]
)
def test_a_person_reads_the_preview_in_the_own_language(folder, capsys, lang, words):
    build.build(folder)
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "Palautettu")
    capsys.readouterr()
    assert main(["check", "--lang", lang]) == 0
    printed = capsys.readouterr().out
    assert words in printed
    assert "  ~ gift_id=g4  note_fi: Palautus → Palautettu" in printed


def test_the_pages_of_a_table_are_those_whose_questions_read_it():
    pages = {page.key: asked for page, asked in affected.pages({"costs"})}
    assert "costs_by_year" in pages["costs"]
    assert "key_figures_by_measure" in pages["front"]
    assert "method" not in pages
    assert {page.key for page, _ in affected.pages({"terms"})} == {"method", "search"}


def test_the_tables_of_a_question_are_what_the_database_says():
    for name, read in affected.questions().items():
        assert read == set(queries.tables(name)), name


def test_every_question_that_a_page_asks_is_found_in_its_text(release_dir, monkeypatch):
    """Some pages are drawn and what they ask is listed; only what stands around every page may be missing."""
    import pages
    from app import server

    around = {"milestones_by_date", "facts_known_later_by_table"}
    found = {page.key: page.questions for page in affected.every_page()}
    asked, run = set(), queries.run
    monkeypatch.setattr(queries, "run", lambda name, **params: asked.add(name) or run(name, **params))
    drawn = ("changes", "costs", "front", "municipalities", "quality")
    for page in pages.all_pages():
        if page.key in drawn:
            asked.clear()
            assert server.test_client().get(page.path("fi"), base_url="http://127.0.0.1").status_code == 200
            assert asked - around <= found[page.key], page.key
    assert {page.key for page in pages.all_pages()} == set(found)
    assert all(re.fullmatch(r"/sv/\S*", page.paths["sv"]) for page in affected.every_page())
