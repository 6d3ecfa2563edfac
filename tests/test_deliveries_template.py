"""Forms to fill in, and marked copies of what was filled in wrongly: made for every table, and read back."""

import io

import openpyxl
import pytest

from data import catalogue, delivery, marked, template_workbook
from data.__main__ import main
from data.cells import Setting, parse
from data.check import check
from data.reading.headings import Headings
from data.vetting import vet
from tests import tiny
from tests.deliveries.made import cases
from tests.deliveries.shared import SCHEMA, TODAY

LANGUAGES = ("fi", "sv", "en")
KNOWN = catalogue.load(tiny.HERE)
GIFT = {
    "fi": ("g1", "ahola", "Puu", "1.5.2001", "31.5.2001", 2001, 10.5, "kyllä", "Huomautus", "letter", "15.1.2003"),
    "sv": ("g1", "ahola", "Ved", "1.5.2001", "31.5.2001", 2001, 10.5, "ja", "Anmärkning", "letter", "15.1.2003"),
    "en": ("g1", "ahola", "Wood", "1.5.2001", "31.5.2001", 2001, 10.5, "yes", "Note", "letter", "15.1.2003"),
}


def filled(form: bytes, *rows) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(form))
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            book.worksheets[0].cell(number, place, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_that_is_filled_in_reads_back(lang):
    table = KNOWN.tables["gifts"]
    content = filled(template_workbook.workbook(table, KNOWN, lang), GIFT[lang])
    read = delivery.read(content, file="gifts.xlsx", headings=Headings.of(table, KNOWN))
    checked = check(read, table, KNOWN)
    assert [each for each in checked.problems if each.severity != "note"] == []
    ((_, values),) = checked.rows
    assert (values["kind_code"], str(values["amount_eur"]), values["is_shared"]) == ("wood", "10.50", True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_of_every_table_is_read_as_that_table_without_rows(lang):
    known = catalogue.load()
    for table in known.tables.values():
        if table.delivery:
            form = template_workbook.workbook(table, known, lang)
            read = delivery.read(form, file="form.xlsx", headings=Headings.of(table, known))
            told = [each.rule for each in read.problems if each.severity != "note"]
            assert told == ["no-rows"], (table.name, read.problems)
            assert set(read.letters) == set(table.columns), table.name


def test_a_column_of_a_code_list_offers_its_words_and_tells_the_other_languages():
    book = openpyxl.load_workbook(io.BytesIO(template_workbook.workbook(KNOWN.tables["gifts"], KNOWN, "fi")))
    data, _, lists = book.worksheets
    assert [cell.value for cell in data[1]][:3] == ["Lahja *", "Kylä *", "Laji *"]
    assert "sv: Slag" in data["C1"].comment.text
    offered = {str(each.sqref): each.formula1 for each in data.data_validations.dataValidation}
    assert offered["C2:C5001"] == "'Luettelot'!$A$2:$A$3"
    assert [row[0].value for row in lists.iter_rows(max_row=3)] == ["kinds", "Leipä", "Puu"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_every_drop_down_leads_back_to_its_own_code(lang):
    known = catalogue.load()
    setting = Setting(known.codes)
    offered = 0
    for column in known.columns.values():
        if column.codes:
            words = template_workbook.allowed(column, known, lang)
            assert [parse(column, word, setting) for word in words] == [*known.codes[column.codes]], column.name
            offered += words != [*known.codes[column.codes]]
    assert offered > 20


def test_the_command_writes_the_form_by_the_ending_of_its_name(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(tiny.copied(tmp_path / "data")))
    for name, start in (("a.xlsx", b"PK"), ("a.csv", b"gift_id;")):
        assert main(["template", "gifts", "--to", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes().startswith(start)
    assert main(["template", "gifts", "--to", str(tmp_path / "a.ods")]) == 2
    assert not (tmp_path / "a.ods").exists()


def copy_of(name: str, lang: str = "fi"):
    """The marked copy of a file of the corpus, as openpyxl reads it."""
    case = next(each for each in cases() if each.file == name)
    schema = catalogue.load_schema(SCHEMA)
    found = vet(case.content, file=name, table=case.table, catalogue=schema, today=TODAY).problems
    headings = Headings.of(schema.tables[case.table], schema)
    made = marked.workbook(case.content, found, file=name, headings=headings, lang=lang)
    return openpyxl.load_workbook(io.BytesIO(made))


@pytest.mark.parametrize("name", ["all-at-once.csv", "merged.xlsx", "percent.ods"])
def test_every_faulty_cell_is_marked_and_every_error_listed(name):
    case = next(each for each in cases() if each.file == name)
    copy, listed = copy_of(name).worksheets
    for row, column, _ in case.errors:
        place = [cell.value for cell in copy[1]].index(column) + 1
        cell = copy.cell(row, place)
        assert (cell.fill.start_color.rgb, bool(cell.comment)) == ("FFFFC7CE", True)
    assert [row[5].value for row in listed.iter_rows(min_row=2)] == [rule for *_, rule in sorted(case.errors)]


def test_a_file_that_cannot_be_read_has_a_list_only():
    (listed,) = copy_of("bomb.xlsx", "sv").worksheets
    assert (listed.title, listed["F2"].value) == ("Fel", "file-too-large-unpacked")


def test_a_marked_copy_repeats_nothing_personal_and_runs_nothing():
    for name, secret in (("word-2.csv", "010180-123X"), ("word-3.csv", "nimi@kunta.fi"), ("phones.csv", "Puhelin1")):
        values = [str(cell.value) for sheet in copy_of(name).worksheets for row in sheet.iter_rows() for cell in row]
        assert secret not in " ".join(values)
    kept = copy_of("word-kept-0.csv").worksheets[0]
    assert (kept["E4"].value, kept["E4"].data_type) == ("=1+1", "s")
    assert {cell.value for cell in copy_of("phones.csv").worksheets[0]["F"][1:]} == {"•••"}


def test_the_command_writes_a_marked_copy_and_replaces_nothing(tmp_path, monkeypatch, capsys):
    folder = tiny.copied(tmp_path / "data")
    monkeypatch.setenv("DATA_DIR", str(folder))
    gifts, copy = tmp_path / "gifts.csv", tmp_path / "copy.xlsx"
    gifts.write_text((folder / "raw/gifts.csv").read_text().replace("2001;10;", "2001;ten;"))
    assert main(["check", str(gifts), "--marked", str(copy)]) == 1
    assert openpyxl.load_workbook(copy).worksheets[0]["G2"].comment
    assert main(["check", str(gifts), "--marked", str(copy)]) == 2
    assert main(["check", "--marked", str(tmp_path / "other.xlsx")]) == 2
