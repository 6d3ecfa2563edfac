"""The command line as a person or a script meets it: sentences, JSON, and exit codes 0, 1 and 2."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data import messages
from data.release import current_id
from tests import tiny

LANGUAGES = ("fi", "sv", "en")
PROGRAM = Path(messages.__file__).parent


@pytest.fixture(autouse=True)
def here(folder, monkeypatch):
    """The tiny deliveries are those of the command line."""
    monkeypatch.setenv("DATA_DIR", str(folder))


def told(run, *arguments):
    code, text = run(*arguments, "--json")
    return code, json.loads(text)


def test_a_build_tells_each_table_then_the_id_then_where(folder, run):
    code, text = run("build", "--lang", "en")
    id = current_id(folder / "releases")
    assert code == 0
    assert "  gifts: 5 rows" in text.splitlines()
    assert text.splitlines()[-2:] == [
        f"Release {id} is in use. The data reach to 2003-01-15.",
        f"It is in {folder}/releases/{id}",
    ]


def test_a_second_build_says_up_to_date_within_a_second(run):
    run("build")
    began = time.monotonic()
    code, text = run("build", "--lang", "en")
    assert time.monotonic() - began < 1
    assert code == 0
    assert "up to date" in text


def test_a_build_tells_a_program_the_same(folder, run):
    code, result = told(run, "build")
    assert (code, result["ok"], result["is_up_to_date"]) == (0, True, False)
    assert result["id"] == current_id(folder / "releases")
    assert result["tables"]["gifts"] == 5


def test_a_refused_build_tells_every_problem_and_ends_with_1(folder, run):
    tiny.edit(folder, "raw/gifts.csv", "2001;10;", "2001;ten;")
    tiny.edit(folder, "raw/villages.csv", ";Ahola;", ";;")
    code, text = run("build", "--lang", "sv")
    assert code == 1
    assert "FEL raw/gifts.csv · rad 2 · G amount_eur [not-a-number]" in text
    assert "FEL raw/villages.csv · rad 2 · B name_fi [missing-value]" in text
    assert text.endswith("Inget publicerades.\n")
    assert not (folder / "releases/CURRENT").exists()
    code, result = told(run, "build")
    assert (code, result["ok"], result["errors"]) == (1, False, 2)


def test_a_warning_holds_the_build_until_it_is_accepted(folder, run):
    run("build")
    path = folder / "raw/memberships.csv"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:2]))
    code, result = told(run, "build")
    assert (code, result["ok"], result["errors"], result["warnings"]) == (3, False, 0, 1)
    code, text = run("build", "--accept-warnings", "--by", "owner", "--lang", "en")
    assert code == 0
    assert "WARNING raw/memberships.csv [fewer-rows]" in text
    assert "accepted warning: raw/memberships.csv fewer-rows" in run("history", "--lang", "en")[1]


def test_a_check_publishes_nothing(folder, run):
    code, text = run("check", "--lang", "en")
    assert code == 0
    assert text.startswith("Errors: 0. Warnings: 0. Notes: 0.\nThere are no errors in the deliveries.\n")
    assert not (folder / "releases").exists()


def test_a_check_of_one_file_puts_it_in_the_place_of_its_delivery(folder, run, tmp_path):
    new = tmp_path / "gifts.csv"
    new.write_text((folder / "raw/gifts.csv").read_text().replace("g1;ahola;bread", "g1;ahola;stone"))
    code, result = told(run, "check", str(new))
    assert code == 1
    assert [(line["file"], line["row"], line["rule"]) for line in result["lines"]] == [(str(new), 2, "unknown-code")]


def test_a_file_that_is_not_there_or_no_tables_is_misuse(run, tmp_path):
    (tmp_path / "gifs.csv").write_text("a\n")
    assert run("check", str(tmp_path / "gifts.csv"))[0] == 2
    assert run("check", str(tmp_path / "gifs.csv"))[0] == 2


def test_a_template_tells_the_columns_in_three_languages(run):
    code, text = run("template", "gifts")
    assert code == 0
    assert text.splitlines()[0].startswith("gift_id;village_code;kind_code;")
    assert "    sv: Belopp" in text
    assert "        wood = Puu | Ved | Wood" in text


def test_a_template_file_holds_the_header_line_and_nothing_else(run, tmp_path):
    form = tmp_path / "totals.csv"
    assert run("template", "totals", "--to", str(form))[0] == 0
    assert form.read_text() == "given_year;printed_eur;source_id;known_since\n"
    assert run("template", "totals", "--to", str(form))[0] == 2


@pytest.mark.parametrize("table", ["gift", "sources", "reconciliation"])
def test_only_a_table_that_is_delivered_has_a_template(run, table):
    assert run("template", table)[0] == 2


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--lang", "de"], ["diff", "a"], ["template"]])
def test_a_command_that_is_not_understood_ends_with_2(run, arguments):
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2


def test_a_broken_catalogue_is_told_by_every_command_that_needs_it(folder, run):
    (folder / "tables.toml").write_text("[gifts\n")
    assert [run(*command)[0] for command in (["build"], ["check"], ["template", "gifts"])] == [1, 1, 1]


def test_the_module_runs_as_a_command(folder):
    command = [sys.executable, "-m", "data", "build", "--lang", "en"]
    ended = subprocess.run(command, cwd=PROGRAM.parent, capture_output=True, text=True, timeout=120)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "is in use" in ended.stdout
