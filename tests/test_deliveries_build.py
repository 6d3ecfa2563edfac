"""The build takes a delivery in any form, as officers write it; a warning waits for a yes, and one file is a table."""

import csv

import pytest

from data import build
from data.problems import Problem
from tests import tiny
from tests.deliveries.making import ods, text, xlsx


def rows(folder, name="gifts"):
    with (folder / f"raw/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def delivered(folder, suffix: str, content: bytes, name="gifts"):
    """Put a delivery in another form into the place of the CSV."""
    (folder / f"raw/{name}.csv").unlink()
    (folder / f"raw/{name}{suffix}").write_bytes(content)


FORMS = {
    ".xlsx": lambda made: xlsx({"Data": made}),
    ".xlsm": lambda made: xlsx({"Ohje": [["x"]], "Data": made}),
    ".ods": lambda made: ods({"Taulu": made}),
    ".txt": lambda made: text(made, separator="\t", encoding="utf-16"),
    ".tsv": lambda made: text(made, separator="\t"),
    ".csv": lambda made: text(made, separator=",", encoding="utf-8-sig"),
}


@pytest.mark.parametrize("suffix", FORMS)
def test_a_delivery_gives_the_same_table_in_every_form(folder, tmp_path, suffix):
    plain = build.build(tiny.copied(tmp_path / "plain")).release
    made = rows(folder)
    delivered(folder, suffix, FORMS[suffix](made))
    release = build.build(folder).release
    assert release.tables["gifts"].path.read_bytes() == plain.tables["gifts"].path.read_bytes()
    assert release.tables["gifts"].delivery == f"raw/gifts{suffix}"
    assert release.id != plain.id


def test_two_forms_of_one_table_are_refused(folder):
    (folder / "raw/gifts.ods").write_bytes(ods({"Taulu": rows(folder)}))
    assert tiny.places(folder) == [("gifts.ods", None, None, "two-files")]


def test_an_example_stands_aside_for_a_real_workbook(folder):
    tiny.edit(folder, "tables.toml", 'kind = "example"\n', 'kind = "example"\nexample_stands_in = "levels"\n')
    tiny.edit(
        folder, "tables.toml", '["village_code", "level"]', '["village_code", "level", "source_id", "known_since"]'
    )
    made = [["village_code", "level", "source_id", "known_since"], ["ahola", 3, "letter", "15.1.2003"]]
    (folder / "raw/levels.xlsx").write_bytes(xlsx({"Data": made}))
    release = build.build(folder).release
    assert (release.tables["levels"].kind, release.tables["levels"].rows) == ("real", 1)


def test_what_was_understood_is_told(folder):
    tiny.edit(folder, "raw/gifts.csv", "2001;10;false", "2001;10,00 €;ei")
    told = {(each.column, each.rule, each.value, each.details["as"]) for each in tiny.problems(folder)}
    assert told == {("amount_eur", "read-as", "10,00 €", "10.00"), ("is_shared", "read-as", "ei", "false")}


def test_a_warning_of_a_file_waits_for_a_yes_and_is_kept_in_the_journal(folder):
    path = folder / "raw/villages.csv"
    path.write_text(
        "".join(f"{line};{'huom' if not n else 'x'}\n" for n, line in enumerate(path.read_text().splitlines()))
    )
    with pytest.raises(build.Refused) as refused:
        build.build(folder)
    assert [each.rule for each in refused.value.problems] == ["unknown-column"]
    assert not (folder / "releases/CURRENT").exists()
    build.build(folder, accept_warnings=True, by="owner")
    assert build.build(folder).is_up_to_date


def test_a_problem_in_a_workbook_tells_sheet_row_and_letter(folder):
    made = rows(folder)
    made[3][6] = "x"
    delivered(folder, ".xlsx", xlsx({"Ohje": [["Täytä"]], "Lahjat": made}))
    problem = next(each for each in tiny.problems(folder) if each.severity == "error")
    assert (problem.sheet, problem.row, problem.letter, problem.column) == ("Lahjat", 4, "G", "amount_eur")
    assert isinstance(problem, Problem)


def test_a_municipality_may_be_delivered_by_its_name_and_a_new_one_by_its_code(tmp_path, monkeypatch):
    from data import catalogue, delivery
    from data.cells import Setting
    from data.check import check
    from data.reading.headings import Headings
    from data.registers import municipalities

    known = catalogue.load()
    table = known.tables["city_region_members"]
    new = {"municipality_code": "999", "name_fi": "Uusikunta", "name_sv": "Nykommun"}
    setting = Setting(known.codes, {"municipalities": municipalities([new])})
    lines = [table.columns, *(["tampere", name, "s", "2020-01-01"] for name in ("nykommun", "999", "Maaninka", "Oz"))]
    read = delivery.read(text(lines), file="a.csv", headings=Headings.of(table, known))
    checked = check(read, table, known, setting)
    assert [values.get("municipality_code") for _, values in checked.rows] == ["999", "999", "476", None]
    assert {each.rule for each in checked.problems if each.row == 5} == {"unknown-municipality"}
