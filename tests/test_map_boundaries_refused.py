"""Real boundaries from a file: codes, and what is refused with nothing written."""

import pytest

from data.map import boundaries, geojson
from data.map.divisions import rows
from tests import squares


def told(folder) -> list[dict]:
    return rows(folder, "boundaries")


def kept(folder) -> list[tuple[str, str, str, str]]:
    return [tuple(row[name] for name in ("place_kind", "place_code", "valid_from", "valid_to")) for row in told(folder)]


def refusal(call) -> tuple[str, dict]:
    with pytest.raises(geojson.Refused) as refused:
        call()
    return refused.value.key, refused.value.facts


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


def test_the_missing_and_the_extra_municipalities_are_named(bring, map_folder):
    others = [*squares.ALL[:2], squares.feature("099", squares.square(2))]
    facts = {"year": "2018", "missing": "003", "extra": "099"}
    assert refusal(lambda: bring(*others)) == ("boundaries_other_municipalities", facts)
    assert refusal(lambda: bring(*squares.ALL, year=2021))[1] == {"year": "2021", "missing": "–", "extra": "003"}
    assert not (map_folder / "raw/boundaries.csv").exists()


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
def test_what_is_not_geojson_is_refused(map_folder, content):
    call = lambda: boundaries.bring(content, year=2018, origin="x", folder=map_folder)  # noqa: E731
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


def test_a_file_of_someone_else_is_not_replaced(bring, map_folder):
    (map_folder / "raw/boundaries.csv").write_text("a;b\n1;2\n")
    assert refusal(lambda: bring(*squares.ALL))[0] == "boundaries_damaged"
    assert (map_folder / "raw/boundaries.csv").read_text() == "a;b\n1;2\n"


def test_too_large_a_file_is_not_read(map_folder, monkeypatch):
    file = map_folder / "big.json"
    file.write_bytes(b" " * 11)
    monkeypatch.setattr(boundaries, "MAX_BYTES", 10)
    assert refusal(lambda: boundaries.read(file))[0] == "boundaries_too_large"


def test_corners_are_given_up_until_the_division_is_small_enough(bring, map_folder, monkeypatch):
    west, north = squares.WEST, squares.SOUTH + squares.SIZE
    teeth = [[west + step * 0.02, north + (step % 2) * 0.05] for step in range(25)]
    jagged = squares.feature("001", [[west, squares.SOUTH], *teeth, [west + 0.5, squares.SOUTH], [west, squares.SOUTH]])
    bring(jagged, *squares.ALL[1:])
    fine = boundaries.compressed(told(map_folder))
    monkeypatch.setattr(boundaries, "MAX_COMPRESSED", fine - 10)
    bring(jagged, *squares.ALL[1:])
    assert boundaries.compressed(told(map_folder)) < fine
    monkeypatch.setattr(boundaries, "MAX_COMPRESSED", 10)
    assert refusal(lambda: bring(jagged, *squares.ALL[1:]))[0] == "boundaries_too_large"
