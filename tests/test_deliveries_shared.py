"""The shared corpus of odd and bad deliveries, where it lies beside the project: all of it ends as it expects."""

import json

import pytest

from data import build
from data.__main__ import main
from tests import tiny
from tests.deliveries.shared import FOLDER, SCHEMA, differences, table

needs_corpus = pytest.mark.skipif(not FOLDER.is_dir(), reason="the shared corpus is not beside the project")
PARTICIPANTS = "kuntakoodi;kunta;vuosi;ikaryhma;osallistujat\n020;Akaa;2024;18+;10\n"


@needs_corpus
def test_every_file_of_the_shared_corpus_ends_as_it_expects():
    errors, expectations = table("expected_errors.csv"), table("expectations.csv")
    told = {
        each["file"]: found
        for each in expectations
        if (found := list(differences(each, [error for error in errors if error["id"] == each["id"]])))
    }
    assert told == {}
    assert len(expectations) == 135


def checked(capsys, tmp_path, content: str, *more: str) -> tuple[int, dict]:
    """The exit code and the JSON of a file checked against the test schema."""
    path = tmp_path / "p.csv"
    path.write_text(content, encoding="utf-8")
    code = main(["check", "participants", str(path), "--schema", str(SCHEMA), "--json", *more])
    return code, json.loads(capsys.readouterr().out)


def test_the_exit_code_tells_accepted_warned_and_refused(capsys, tmp_path):
    assert checked(capsys, tmp_path, PARTICIPANTS)[0] == 0
    assert checked(capsys, tmp_path, PARTICIPANTS.replace("020;", "20;"))[0] == 3
    assert checked(capsys, tmp_path, PARTICIPANTS.replace(";10", ";x"))[0] == 1


def test_what_would_be_taken_is_told_to_a_program(capsys, tmp_path):
    told = checked(capsys, tmp_path, PARTICIPANTS + "109;Hämeenlinna;2024;18+;7\n")[1]
    assert (told["outcome"], told["rows_accepted"], told["sums"]) == ("ACCEPT", 2, {"osallistujat": "17"})
    told = checked(capsys, tmp_path, PARTICIPANTS.replace(";10", ";1\u200b0"))[1]
    assert (told["rows_accepted"], told["error_count"]) == (0, 1)
    (error,) = told["errors"]
    assert {key: error[key] for key in ("row", "column", "letter", "value", "rule")} == {
        "row": 2,
        "column": "osallistujat",
        "letter": "E",
        "value": "1\\u200b0",
        "rule": "control-character",
    }


def test_every_error_is_listed_however_many_there_are(capsys, tmp_path):
    rows = "".join(f"020;Akaa;2024;{number};x\n" for number in range(1_500))
    told = checked(capsys, tmp_path, PARTICIPANTS + rows)[1]
    assert told["error_count"] == len(told["errors"]) == 1_500


def test_the_day_of_reading_is_a_choice(capsys, tmp_path):
    content = PARTICIPANTS.replace("2024", "2030")
    assert checked(capsys, tmp_path, content, "--today", "2026-01-01")[0] == 0
    assert checked(capsys, tmp_path, content, "--today", "2024-12-31")[0] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["participants"],
        ["nothing", "{file}"],
        ["participants", "{file}.xlsx"],
        ["participants", "{file}", "--today", "tomorrow"],
    ],
)
def test_wrong_use_ends_with_2(tmp_path, arguments):
    path = tmp_path / "p.csv"
    path.write_text(PARTICIPANTS)
    try:
        code = main(["check", "--schema", str(SCHEMA), *(each.format(file=path) for each in arguments)])
    except SystemExit as ended:
        code = ended.code
    assert code == 2


def test_a_schema_that_is_wrong_itself_is_wrong_use(capsys, tmp_path):
    for name in ("tables.toml", "columns.toml"):
        (tmp_path / name).write_text((SCHEMA / name).read_text().replace('name_of = "kuntakoodi"', 'name_of = "koodi"'))
    (tmp_path / "p.csv").write_text(PARTICIPANTS)
    assert main(["check", "participants", str(tmp_path / "p.csv"), "--schema", str(tmp_path), "--lang", "en"]) == 2
    assert "participants.checks.code-name-mismatch" in capsys.readouterr().out


def test_a_sound_file_that_is_a_part_of_what_is_published_is_held(tmp_path):
    """Alone it is accepted, as the corpus says of C95; after a whole version of the same year it is held."""
    folder = tiny.copied(tmp_path / "data")
    gifts = folder / "raw/gifts.csv"
    whole = gifts.read_text(encoding="utf-8")
    build.build(folder)
    gifts.write_text("".join(whole.splitlines(keepends=True)[:2]), encoding="utf-8")
    tiny.edit(folder, "rules.toml", "expected = 34", "expected = 10")
    tiny.edit(folder, "raw/totals.csv", "2001;30;", "2001;10;")
    warned = {each[3] for each in tiny.places(folder)}
    assert "fewer-rows" in warned
    assert build.build(folder, accept_warnings=True, by="tests").release.tables["gifts"].rows == 1
