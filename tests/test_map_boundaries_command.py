"""The command that brings real boundaries: what it says, to people and to programs."""

import json

import pytest

from data.__main__ import main
from data.map.divisions import rows
from tests import squares


def told(folder) -> list[dict]:
    return rows(folder, "boundaries")


def test_the_command_tells_what_it_did_in_words_and_to_a_program(map_folder, tmp_path, capsys):
    file = tmp_path / "kunnat.json"
    file.write_bytes(squares.geojson(*squares.ALL))
    assert main(["boundaries", str(file), "--year", "2018", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "3 municipalities, 8 outlines, valid 2016-01-01 – 2019-12-31. SHA-256 " in said
    assert "python -m data build" in said
    assert main(["boundaries", str(file), "--year", "2018", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["ok"], result["starts"], result["ends"]) == (True, "2016-01-01", "2019-12-31")
    assert {row["origin"] for row in told(map_folder)} == {"kunnat.json"}


def test_a_division_that_still_holds_has_no_end(map_folder, tmp_path, capsys):
    file = tmp_path / "kunnat; 2021.json"
    file.write_bytes(squares.geojson(*squares.MERGED))
    assert main(["boundaries", str(file), "--year", "2021", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["starts"], result["ends"], result["municipalities"]) == ("2020-01-01", None, 2)
    assert {row["origin"] for row in told(map_folder)} == {"kunnat; 2021.json"}


def test_the_command_refuses_in_the_readers_language(map_folder, tmp_path, capsys):
    file = tmp_path / "kunnat.json"
    file.write_bytes(squares.geojson(*squares.ALL[:2]))
    for lang, begin in (
        ("fi", "Tiedoston kunnat"),
        ("sv", "Filens kommuner"),
        ("en", "The municipalities of the file"),
    ):
        assert main(["boundaries", str(file), "--year", "2018", "--lang", lang]) == 1
        assert capsys.readouterr().err.startswith(begin)


@pytest.mark.parametrize(
    "arguments",
    [[], ["f.json"], ["--year", "2018"], ["f.json", "--download", "2018"], ["--download", "2018", "--year", "2018"]],
)
def test_neither_or_both_of_file_and_download_is_misuse(map_folder, arguments):
    assert main(["boundaries", *arguments]) == 2


@pytest.mark.parametrize("year", ["18", "MMXVIII", "20180", "²018"])
def test_a_year_has_four_digits(map_folder, year):
    with pytest.raises(SystemExit) as ended:
        main(["boundaries", "--download", year])
    assert ended.value.code == 2


def test_a_file_that_is_not_there_is_told(map_folder, capsys):
    assert main(["boundaries", "/nowhere/kunnat.json", "--year", "2018", "--lang", "en"]) == 1
    assert "/nowhere/kunnat.json cannot be read" in capsys.readouterr().err
