"""Answers as JSON-stat: a cube holds every number of its answer once, and a reader of the standard reads it."""

import warnings

import pytest
from pyjstat import pyjstat

import queries

CUBES = [name for name in queries.names() if queries.question(name).cube]


@pytest.mark.parametrize("name", CUBES)
@pytest.mark.parametrize("search", ["", "?programme=all", "?as_of=2017-12-31&joint=equal"])
def test_a_cube_holds_every_number_of_the_answer_once(response_of, name, search):
    rows = response_of(f"/api/v1/answers/{name}.json{search}").json["rows"]
    cube = response_of(f"/api/v1/answers/{name}.jsonstat{search}").json
    dimensions = queries.question(name).cube
    assert len({tuple(row[each] for each in dimensions) for row in rows}) == len(rows)
    measures = cube["dimension"]["measure"]["category"]["index"]
    values = cube["value"].values() if isinstance(cube["value"], dict) else cube["value"]
    stated = [value for value in values if value is not None]
    expected = [row[each] for row in rows for each in measures if row[each] is not None]
    assert sorted(stated) == sorted(expected)


def test_a_cube_is_read_by_a_reader_of_json_stat(response_of):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pyjstat's own, about pandas
        read = pyjstat.Dataset.read(response_of("/api/v1/answers/costs_by_type_and_year.jsonstat?lang=en").text)
        frame = read.write("dataframe")
    assert frame["value"].sum() == 833_319
    years = read["dimension"]["booked_year"]["category"]["index"]
    assert list(years) == sorted(years) != []
    assert read["role"] == {"time": ["booked_year"], "metric": ["measure"]}
    assert read["dimension"]["measure"]["category"]["unit"] == {"booked_eur": {"label": "EUR", "decimals": 2}}
    assert set(frame["Type of cost"]) >= {"Grants"}
