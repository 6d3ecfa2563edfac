"""A handful of assessed places for tests: levels of 20 points each, services of two sectors."""

from collections.abc import Mapping

from data import catalogue
from tests.handful import named

LEVELS = [
    {"level": each, "from_pct": (each - 1) * 20, "to_pct": each * 20 if each < 5 else 101}
    | named(fi=f"L{each}")
    | named("description", fi="d")
    | named("action", fi="a")
    for each in range(1, 6)
]
SECTORS = {"library": "education", "youth": "education", "permits": "environment"}


def places(sizes: Mapping[str, str]) -> list[dict]:
    """`{"a": "small"}`: lettered places with their size class, all of one type and area."""
    return [
        {"place_code": code, "size_class_code": size, "place_class_code": "urban", "area_code": "x"}
        | named(fi=f"Kunta {code}")
        | named("area", fi="Alue")
        for code, size in sizes.items()
    ]


def one(place: str, value: float | None, on: str = "2018-02-01", service: str = "library", **more) -> dict:
    """One assessment: known on its own day unless `known_since` says more; without a value the state says why."""
    plain = {"place_code": place, "service_code": service, "measure_code": "digital_depth", "assessed_on": on}
    plain |= {"method_code": "self", "assessment_state": "assessed", "value_pct": value, "known_since": on}
    return plain | more


def tables(given: list[dict], sizes: Mapping[str, str]) -> dict[str, list[dict]]:
    """Everything that the questions of maturity read, with the snapshots made as the build makes them."""
    import duckdb

    from tests.handful import columns_of, create

    found = {
        "services": [
            {"service_code": code, "sector_code": sector, **named(fi=code)} for code, sector in SECTORS.items()
        ],
        "maturity_levels": LEVELS,
        "assessed_places": places(sizes),
        "assessments": given,
    }
    with duckdb.connect() as connection:
        create(connection, "assessments", columns_of("assessments"), given)
        for name in ("assessment_snapshots", "snapshot_days", "quarterly_assessments"):
            made = connection.sql(catalogue.current().tables[name].sql)
            made.create(name)
            found[name] = [dict(zip(made.columns, row, strict=True)) for row in connection.table(name).fetchall()]
    return found
