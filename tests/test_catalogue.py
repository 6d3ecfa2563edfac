"""The catalogue: what it knows, in which language, and that its own faults are told rather than passed over."""

from decimal import Decimal

import pytest

from data import catalogue
from tests import tiny


def test_a_column_is_headed_in_three_languages(folder):
    known = catalogue.load(folder)
    assert [known.heading("amount_eur", lang) for lang in ("fi", "sv", "en")] == ["Summa", "Belopp", "Amount"]


def test_a_code_is_called_by_its_label(folder):
    assert catalogue.load(folder).code_label("kinds", "wood", "sv") == "Ved"


def test_an_unknown_column_or_code_has_no_name(folder):
    known = catalogue.load(folder)
    with pytest.raises(KeyError):
        known.heading("weight_kg", "fi")
    with pytest.raises(KeyError):
        known.code_label("kinds", "stone", "fi")


def test_limits_are_exact_numbers(folder):
    path = folder / "columns.toml"
    path.write_text(path.read_text().replace("min = -100", "min = -0.1"))
    assert catalogue.load(folder).columns["amount_eur"].min == Decimal("-0.1")


def test_example_deliveries_have_a_folder_of_their_own(folder):
    tables = catalogue.load(folder).tables
    assert tables["levels"].delivery == "raw/example/levels.csv"
    assert tables["gifts"].delivery == "raw/gifts.csv"


def test_the_tables_that_the_build_makes_are_in_every_catalogue(folder):
    tables = catalogue.load(folder).tables
    assert [tables[name].delivery for name in ("reconciliation", "sources")] == [None, None]


def test_the_catalogue_of_the_data_folder_goes_before_the_programs(folder, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(folder))
    assert "gifts" in catalogue.current().tables


def test_a_data_folder_without_tables_uses_the_programs_catalogue(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    assert "grants" in catalogue.current().tables


def test_the_programs_own_catalogue_has_no_faults():
    from data.catalogue_checks import catalogue_problems

    assert list(catalogue_problems(catalogue.load())) == []


def checked(how: str) -> tuple[str, str]:
    """A place in the tiny tables, and the same with a check of a row."""
    place = 'optional = ["amount_eur", "note_fi"]\n'
    return place, f'{place}checks = [{{ id = "rule", column = "given_latest", {how} }}]\n'


def places_at(folder) -> set[tuple]:
    """File, rule and place of each problem."""
    return {(each.file, each.rule, each.column) for each in tiny.problems(folder)}


FAULTS = [
    ("columns.toml", 'en = "Amount"', 'en = ""', "catalogue-text", "amount_eur"),
    ("columns.toml", "min = -100", 'min = "0"', "catalogue-unread", "amount_eur.min"),
    ("columns.toml", "max_length = 20", "max_lenght = 20", "catalogue-unread", "name_fi.max_lenght"),
    ("columns.toml", 'type = "boolean"', 'type = "bool"', "catalogue-value", "is_shared.type"),
    ("columns.toml", '"kinds"', '"sorts"', "catalogue-unknown", "kind_code.codes"),
    ("columns.toml", '"[a-z]+"', '"[a-z"', "catalogue-value", "village_code.pattern"),
    ("tables.toml", 'key = ["gift_id"]', 'key = ["gift"]', "catalogue-unknown", "gifts.key"),
    ("tables.toml", '["amount_eur", "note_fi"]', '["amount", "note_fi"]', "catalogue-unknown", "gifts.optional"),
    ("tables.toml", '"printed_eur", "source_id"', '"printed_kg", "source_id"', "catalogue-unknown", "totals.columns"),
    ("tables.toml", '"printed_eur", "source_id",', '"printed_eur",', "catalogue-value", "totals.columns"),
    ("tables.toml", 'en = "One gift"', 'eng = "One gift"', "catalogue-text", "gifts.row"),
    (
        "tables.toml",
        'fi = "Kylät"',
        'may_be_absent = "maybe"\nfi = "Kylät"',
        "catalogue-value",
        "villages.may_be_absent",
    ),
    ("columns.toml", "min = -100", "scale = 1", "catalogue-value", "amount_eur.scale"),
    ("columns.toml", "min = -100", "scale = 7", "catalogue-value", "amount_eur.scale"),
    ("columns.toml", "min = 1990", "scale = 3", "catalogue-value", "given_year.scale"),
    ("tables.toml", 'kind = "example"', 'kind = "made up"', "catalogue-value", "levels.kind"),
    ("columns.toml", '"[a-z]+"', '"[a-z]+", register = "x"', "catalogue-value", "village_code.register"),
    ("columns.toml", "min = 1990", "ahead = 5", "catalogue-value", "given_year.ahead"),
    ("tables.toml", *checked('year = "given"'), "catalogue-unknown", "gifts.checks.rule"),
    ("tables.toml", *checked('after = "given_year"'), "catalogue-value", "gifts.checks.rule"),
    ("sources.toml", "2002-12-01", "2003-12-01", "catalogue-value", "book-2002.published_latest"),
    ("sources.toml", "https://", "ftp://", "catalogue-value", "book-2002.url"),
    ("rules.toml", "expected = 34", 'expected = "34"', "catalogue-value", "all_gifts.expected"),
    ("rules.toml", 'unit = "count"', 'unit = "villages"', "catalogue-value", "villages.unit"),
    ("rules.toml", 'explained_sv = "Boken', 'explain_sv = "Boken', "catalogue-text", "villages.explained"),
]


@pytest.mark.parametrize(("file", "old", "new", "rule", "at"), FAULTS)
def test_a_fault_of_the_catalogue_is_told_where_it_is(folder, file, old, new, rule, at):
    tiny.edit(folder, file, old, new)
    assert (file, rule, at) in places_at(folder)


def test_a_real_table_may_not_lean_on_example_data(folder):
    path = folder / "tables.toml"
    path.write_text(path.read_text().replace("villages.village_code", "levels.village_code", 1))
    assert ("tables.toml", None, "gifts.references.village_code", "catalogue-value") in tiny.places(folder)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("tables.toml", "[gifts\n"),
        ("codes/kinds.csv", "code,fi,sv,en\n"),
        ("codes/kinds.csv", "code;fi;sv;en\na;b;;d\n"),
    ],
)
def test_a_catalogue_file_that_cannot_be_read_is_named(folder, file, content):
    (folder / file).write_text(content)
    assert tiny.places(folder) == [(file, None, None, "catalogue-unreadable")]


def test_the_same_code_twice_in_a_list_is_refused(folder):
    tiny.edit(folder, "codes/kinds.csv", "wood;", "bread;")
    assert tiny.places(folder) == [("codes/kinds.csv", None, None, "catalogue-unreadable")]


def test_every_owner_of_a_table_has_a_name_in_three_languages():
    known = catalogue.load()
    for table in known.tables.values():
        names = known.owner(table.owner)
        assert names["fi"] == table.owner
        assert names["en"] != table.owner, table.name
    assert known.owner("Valtiovarainministeriö")["sv"] == "Finansministeriet"
    assert known.owner("Kylä") == {"fi": "Kylä", "sv": "Kylä", "en": "Kylä"}


def test_an_owner_that_the_list_does_not_know_is_refused(folder):
    (folder / "codes/owners.csv").write_text("code;fi;sv;en\ntown;Kaupunki;Staden;Town\n", "utf-8")
    assert ("tables.toml", "catalogue-unknown", "gifts.owner") in places_at(folder)


def test_a_column_of_names_in_two_languages_only_is_refused(folder):
    """As when a language is added: the build would make tables without its names."""
    path = folder / "columns.toml"
    line = next(each for each in path.read_text("utf-8").splitlines() if each.startswith("name_fi"))
    tiny.edit(folder, "columns.toml", line, f"{line}\n{line.replace('name_fi', 'name_sv')}")
    tiny.edit(folder, "tables.toml", '"name_fi"', '"name_fi", "name_sv"')
    assert ("tables.toml", "catalogue-value", "villages.columns") in places_at(folder)
