"""Real boundaries from a file: what is drawn and kept, what is mended, and what is refused with nothing written."""

import json
from itertools import pairwise

import pytest

from data.__main__ import main
from data.map import boundaries, geojson
from data.map.divisions import rows
from data.map.frame import geometry
from tests import squares


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made = squares.folder(tmp_path / "data")
    monkeypatch.setenv("DATA_DIR", str(made))
    return made


@pytest.fixture
def bring(folder):
    def brought(*features, year=2018):
        return boundaries.bring(squares.geojson(*features), year=year, origin="file.json", folder=folder)

    return brought


def kept(folder) -> list[tuple[str, str, str, str]]:
    return [tuple(row[name] for name in ("place_kind", "place_code", "valid_from", "valid_to")) for row in told(folder)]


def told(folder) -> list[dict]:
    return rows(folder, "boundaries")


def refusal(call) -> tuple[str, dict]:
    with pytest.raises(geojson.Refused) as refused:
        call()
    return refused.value.key, refused.value.facts


def test_each_place_is_drawn_for_the_time_in_which_it_is_the_same(bring, folder):
    brought = bring(*squares.ALL)
    assert (brought.municipalities, brought.outlines) == (3, 8)
    assert (brought.starts.isoformat(), brought.ends.isoformat()) == ("2016-01-01", "2019-12-31")
    assert sorted(kept(folder)) == [
        ("city_region", "tampere", "2016-01-01", "2019-12-31"),
        ("municipality", "001", "2016-01-01", "2019-12-31"),
        ("municipality", "002", "2016-01-01", "2019-12-31"),
        ("municipality", "003", "2016-01-01", "2019-12-31"),
        ("region", "01", "2016-01-01", "2018-12-31"),
        ("region", "01", "2019-01-01", "2019-12-31"),
        ("region", "02", "2016-01-01", "2018-12-31"),
        ("region", "02", "2019-01-01", "2019-12-31"),
    ]


def test_each_row_tells_the_file_it_was_made_from(bring, folder):
    digest = bring(*squares.ALL).sha256
    constant = {(row["drawing_code"], row["origin"], row["origin_sha256"], row["source_id"]) for row in told(folder)}
    assert constant == {("boundaries", "file.json", digest, "tilastokeskus-kuntajako")}


def test_neighbours_share_their_border(bring, folder):
    bring(*squares.ALL)
    drawn = [geometry(row["path"]) for row in told(folder) if row["place_kind"] == "municipality"]
    for left, right in pairwise(drawn):
        assert left.intersection(right).area == 0
        assert left.intersection(right).length > 100  # half a degree of latitude is 56 km, 111 units


def test_parts_of_one_municipality_become_one_outline(bring, folder):
    brought = bring(*squares.MERGED, year=2021)
    assert (brought.starts.isoformat(), brought.ends) == ("2020-01-01", None)
    (joined,) = [row for row in told(folder) if row["place_code"] == "002"]
    assert joined["path"].count("z") == 1
    assert joined["valid_to"] == ""


def test_another_division_is_kept_and_the_same_one_is_replaced(bring, folder):
    bring(*squares.ALL)
    bring(*squares.MERGED, year=2021)
    before = kept(folder)
    shorter = [*squares.ALL[:2], squares.feature("003", squares.square(3))]
    bring(*shorter, year=2016)
    assert kept(folder) == before
    assert len({row["origin_sha256"] for row in told(folder)}) == 2


def test_the_same_file_gives_the_same_bytes(bring, folder):
    bring(*squares.ALL)
    first = (folder / "raw/boundaries.csv").read_bytes()
    bring(*reversed(squares.ALL))
    assert [row["path"] for row in told(folder)] == [line.split(";")[5] for line in first.decode().splitlines()[1:]]


def test_an_outline_that_crosses_itself_is_mended(bring, folder):
    a, b, c, d, _ = squares.square(2)
    brought = bring(*squares.ALL[:2], squares.feature("003", [a, c, b, d, a]))
    assert brought.municipalities == 3


def test_latitude_first_is_put_right(bring, folder):
    bring(*squares.ALL)
    right = [row["path"] for row in told(folder)]
    swapped = [
        squares.feature(each["properties"]["kunta"], [point[::-1] for point in each["geometry"]["coordinates"][0]])
        for each in squares.ALL
    ]
    bring(*swapped)
    assert [row["path"] for row in told(folder)] == right


@pytest.mark.parametrize(
    "named",
    [
        {"properties": {}, "id": "003"},
        {"properties": {"code": "003"}},
        {"properties": {"kunta": 3}},
        {"properties": None, "id": 3},
    ],
)
def test_the_code_may_be_the_id_or_another_property(bring, named):
    assert bring(*squares.ALL[:2], squares.ALL[2] | named).municipalities == 3


def test_the_missing_and_the_extra_municipalities_are_named(bring, folder):
    others = [*squares.ALL[:2], squares.feature("099", squares.square(2))]
    facts = {"year": "2018", "missing": "003", "extra": "099"}
    assert refusal(lambda: bring(*others)) == ("boundaries_other_municipalities", facts)
    assert refusal(lambda: bring(*squares.ALL, year=2021))[1] == {"year": "2021", "missing": "–", "extra": "003"}
    assert not (folder / "raw/boundaries.csv").exists()


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[24, 61], [25, 61]]]},
        {"type": "Polygon", "coordinates": [[[24, 61], [25, 61], [26, 61], [24, 61]]]},
        {"type": "Point", "coordinates": [24, 61]},
        {"type": "Polygon", "coordinates": [[["a", "b"], ["c", "d"], ["e", "f"], ["a", "b"]]]},
        {"type": "Polygon"},
        {"type": "Circle", "coordinates": []},
        "POLYGON",
        [],
    ],
)
def test_an_empty_or_broken_area_is_refused_by_its_code(bring, geometry):
    broken = [*squares.ALL[:2], squares.ALL[2] | {"geometry": geometry}]
    assert refusal(lambda: bring(*broken)) == ("boundaries_broken", {"code": "003"})


def test_an_area_too_small_for_the_map_is_refused_by_its_code(bring):
    west, south = squares.square(2)[0]
    speck = [[west, south], [west, south + 1e-4], [west + 1e-4, south], [west, south]]
    broken = [*squares.ALL[:2], squares.feature("003", speck)]
    assert refusal(lambda: bring(*broken)) == ("boundaries_broken", {"code": "003"})


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"\xff\xfe", b"<html>", b"[]", b"{}", b'{"features": []}', b'{"features": [1]}', b'{"features": 1}'),
        b"[" * 100_000,
    ],
)
def test_what_is_not_geojson_is_refused(folder, content):
    call = lambda: boundaries.bring(content, year=2018, origin="x", folder=folder)  # noqa: E731
    assert refusal(call) == ("boundaries_not_geojson", {})


def test_an_area_without_a_code_is_refused(bring):
    unnamed = squares.ALL[2] | {"properties": {"kunta": "Nokia"}}
    assert refusal(lambda: bring(*squares.ALL[:2], unnamed))[0] == "boundaries_without_code"


@pytest.mark.parametrize("move", [6_800_000, 40, float("nan")])
def test_boundaries_that_are_not_in_finland_in_degrees_are_refused(bring, move):
    moved = squares.feature("003", [[x + move, y + move] for x, y in squares.square(2)])
    key, _ = refusal(lambda: bring(*squares.ALL[:2], moved))
    assert key in ("boundaries_elsewhere", "boundaries_broken")


def test_a_year_before_the_material_is_refused(bring):
    assert refusal(lambda: bring(*squares.ALL, year=2015)) == ("boundaries_no_division", {"year": "2015"})


def test_a_file_of_someone_else_is_not_replaced(bring, folder):
    (folder / "raw/boundaries.csv").write_text("a;b\n1;2\n")
    assert refusal(lambda: bring(*squares.ALL))[0] == "boundaries_damaged"
    assert (folder / "raw/boundaries.csv").read_text() == "a;b\n1;2\n"


def test_too_large_a_file_is_not_read(folder, monkeypatch):
    file = folder / "big.json"
    file.write_bytes(b" " * 11)
    monkeypatch.setattr(boundaries, "MAX_BYTES", 10)
    assert refusal(lambda: boundaries.read(file))[0] == "boundaries_too_large"


def test_corners_are_given_up_until_the_division_is_small_enough(bring, folder, monkeypatch):
    west, north = squares.WEST, squares.SOUTH + squares.SIZE
    teeth = [[west + step * 0.02, north + (step % 2) * 0.05] for step in range(25)]
    jagged = squares.feature("001", [[west, squares.SOUTH], *teeth, [west + 0.5, squares.SOUTH], [west, squares.SOUTH]])
    bring(jagged, *squares.ALL[1:])
    fine = boundaries.compressed(told(folder))
    monkeypatch.setattr(boundaries, "MAX_COMPRESSED", fine - 10)
    bring(jagged, *squares.ALL[1:])
    assert boundaries.compressed(told(folder)) < fine
    monkeypatch.setattr(boundaries, "MAX_COMPRESSED", 10)
    assert refusal(lambda: bring(jagged, *squares.ALL[1:]))[0] == "boundaries_too_large"


def test_the_command_tells_what_it_did_in_words_and_to_a_program(folder, tmp_path, capsys):
    file = tmp_path / "kunnat.json"
    file.write_bytes(squares.geojson(*squares.ALL))
    assert main(["boundaries", str(file), "--year", "2018", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "3 municipalities, 8 outlines, valid 2016-01-01 – 2019-12-31. SHA-256 " in said
    assert "python -m data build" in said
    assert main(["boundaries", str(file), "--year", "2018", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["ok"], result["starts"], result["ends"]) == (True, "2016-01-01", "2019-12-31")
    assert {row["origin"] for row in told(folder)} == {"kunnat.json"}


def test_a_division_that_still_holds_has_no_end(folder, tmp_path, capsys):
    file = tmp_path / "kunnat; 2021.json"
    file.write_bytes(squares.geojson(*squares.MERGED))
    assert main(["boundaries", str(file), "--year", "2021", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["starts"], result["ends"], result["municipalities"]) == ("2020-01-01", None, 2)
    assert {row["origin"] for row in told(folder)} == {"kunnat; 2021.json"}


def test_the_command_refuses_in_the_readers_language(folder, tmp_path, capsys):
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
def test_neither_or_both_of_file_and_download_is_misuse(folder, arguments):
    assert main(["boundaries", *arguments]) == 2


@pytest.mark.parametrize("year", ["18", "MMXVIII", "20180", "²018"])
def test_a_year_has_four_digits(folder, year):
    with pytest.raises(SystemExit) as ended:
        main(["boundaries", "--download", year])
    assert ended.value.code == 2


def test_a_file_that_is_not_there_is_told(folder, capsys):
    assert main(["boundaries", "/nowhere/kunnat.json", "--year", "2018", "--lang", "en"]) == 1
    assert "/nowhere/kunnat.json cannot be read" in capsys.readouterr().err
