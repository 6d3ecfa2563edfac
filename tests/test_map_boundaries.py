"""Real boundaries from a file: what is drawn and kept, and what is mended."""

from itertools import pairwise

from data.map.divisions import rows
from data.map.frame import geometry
from tests import squares


def kept(folder) -> list[tuple[str, str, str, str]]:
    return [tuple(row[name] for name in ("place_kind", "place_code", "valid_from", "valid_to")) for row in told(folder)]


def told(folder) -> list[dict]:
    return rows(folder, "boundaries")


def test_each_place_is_drawn_for_the_time_in_which_it_is_the_same(bring, map_folder):
    brought = bring(*squares.ALL)
    assert (brought.municipalities, brought.outlines) == (3, 8)
    assert (brought.starts.isoformat(), brought.ends.isoformat()) == ("2016-01-01", "2019-12-31")
    assert sorted(kept(map_folder)) == [
        ("city_region", "tampere", "2016-01-01", "2019-12-31"),
        ("municipality", "001", "2016-01-01", "2019-12-31"),
        ("municipality", "002", "2016-01-01", "2019-12-31"),
        ("municipality", "003", "2016-01-01", "2019-12-31"),
        ("region", "01", "2016-01-01", "2018-12-31"),
        ("region", "01", "2019-01-01", "2019-12-31"),
        ("region", "02", "2016-01-01", "2018-12-31"),
        ("region", "02", "2019-01-01", "2019-12-31"),
    ]


def test_each_row_tells_the_file_it_was_made_from(bring, map_folder):
    digest = bring(*squares.ALL).sha256
    constant = {
        (row["drawing_code"], row["origin"], row["origin_sha256"], row["source_id"]) for row in told(map_folder)
    }
    assert constant == {("boundaries", "file.json", digest, "tilastokeskus-kuntajako")}


def test_neighbours_share_their_border(bring, map_folder):
    bring(*squares.ALL)
    drawn = [geometry(row["path"]) for row in told(map_folder) if row["place_kind"] == "municipality"]
    assert len(drawn) == 3
    for left, right in pairwise(drawn):
        assert left.intersection(right).area == 0
        assert left.intersection(right).length > 100  # half a degree of latitude is 56 km, 111 units


def test_parts_of_one_municipality_become_one_outline(bring, map_folder):
    brought = bring(*squares.MERGED, year=2021)
    assert (brought.starts.isoformat(), brought.ends) == ("2020-01-01", None)
    (joined,) = [row for row in told(map_folder) if row["place_code"] == "002"]
    assert joined["path"].count("z") == 1
    assert joined["valid_to"] == ""


def test_another_division_is_kept_and_the_same_one_is_replaced(bring, map_folder):
    bring(*squares.ALL)
    bring(*squares.MERGED, year=2021)
    before = kept(map_folder)
    shorter = [*squares.ALL[:2], squares.feature("003", squares.square(3))]
    bring(*shorter, year=2016)
    assert kept(map_folder) == before
    assert len({row["origin_sha256"] for row in told(map_folder)}) == 2


def test_the_same_file_gives_the_same_bytes(bring, map_folder):
    bring(*squares.ALL)
    first = (map_folder / "raw/boundaries.csv").read_bytes()
    bring(*reversed(squares.ALL))
    assert [row["path"] for row in told(map_folder)] == [line.split(";")[5] for line in first.decode().splitlines()[1:]]


def test_an_outline_that_crosses_itself_is_mended(bring, map_folder):
    a, b, c, d, _ = squares.square(2)
    brought = bring(*squares.ALL[:2], squares.feature("003", [a, c, b, d, a]))
    assert brought.municipalities == 3


def test_latitude_first_is_put_right(bring, map_folder):
    bring(*squares.ALL)
    right = [row["path"] for row in told(map_folder)]
    swapped = [
        squares.feature(each["properties"]["kunta"], [point[::-1] for point in each["geometry"]["coordinates"][0]])
        for each in squares.ALL
    ]
    bring(*swapped)
    assert [row["path"] for row in told(map_folder)] == right
