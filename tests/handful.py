"""Tiny releases for tests: a handful of rows whose sums can be done in the head, published as real ones are."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import duckdb

from data import catalogue, journal, parquet, publish, release, staging

FILLED = {"source_id": "report", "known_since": "2000-01-01"}
NAMES = ("fi", "sv", "en")


def publish_handful(root: Path, id: str, tables: Mapping[str, list[dict]], *, kind: str = "real") -> release.Release:
    """A release under `root`, in use when this returns: the rows given, and every other table empty."""

    def write(folder: Path) -> bytes:
        told = {"id": id, "schema_version": 1, "engine": "tests", "data_until": "2019-03-31"}
        entries = {name: _write_table(folder, name, tables.get(name, ()), kind) for name in catalogue.current().tables}
        return json.dumps(told | {"tables": entries}).encode()

    with publish.locked(root):
        stored = publish.store(root, id, write)
        publish.point(root, stored.release, action=journal.PUBLISH)
        return stored.release


def _write_table(folder: Path, name: str, rows, kind: str) -> dict:
    """Write one table as Parquet, and give its entry of release.json."""
    columns = columns_of(name)
    path = folder / f"{name}.parquet"
    path.write_bytes(_content(columns, rows) if rows else _empty(columns))
    return {
        "file": path.name,
        **parquet.digest(path),
        "rows": len(rows),
        "kind": kind,
        "delivery": f"raw/{name}.csv",
        "delivery_sha256": "0" * 64,
        "columns": columns,
        "key": list(catalogue.current().tables[name].key),
        "sources": ["report"],
        "licence": "CC-BY-4.0",
    }


def _content(columns: Sequence[tuple[str, str]], rows: Sequence[dict]) -> bytes:
    with duckdb.connect() as connection, tempfile.NamedTemporaryFile() as file:
        create(connection, "t", columns, rows)
        connection.execute(f"COPY t TO '{file.name}' (FORMAT parquet)")
        return Path(file.name).read_bytes()


def create(connection, name: str, columns: Sequence[tuple[str, str]], rows: Sequence[dict]) -> None:
    """A table with these rows; a column that a row leaves out is empty, or filled by FILLED."""
    names = [column for column, _ in columns]
    connection.execute(f"CREATE TABLE {name} ({', '.join(f'{column} {type}' for column, type in columns)})")
    for row in rows:
        filled = {column: value for column, value in FILLED.items() if column in names} | row
        assert set(filled) <= set(names), set(filled) - set(names)
        marks = ", ".join("?" * len(filled))
        connection.execute(f"INSERT INTO {name} ({', '.join(filled)}) VALUES ({marks})", list(filled.values()))


def columns_of(name: str) -> tuple[tuple[str, str], ...]:
    """(name, DuckDB type) of every column of a table of the catalogue."""
    known = catalogue.current()
    return tuple((each, staging.duckdb_type(known.columns[each])) for each in known.tables[name].columns)


@cache
def _empty(columns: tuple[tuple[str, str], ...]) -> bytes:
    return _content(columns, ())


def named(prefix: str = "name", **words: str) -> dict[str, str]:
    """The same word in three languages: `named(fi="Nokia")` gives name_fi, name_sv and name_en."""
    return {f"{prefix}_{lang}": words.get(lang, words["fi"]) for lang in NAMES}


PLACES = {
    "regions": [{"region_code": "06", **named(fi="Pirkanmaa")}, {"region_code": "07", **named(fi="Päijät-Häme")}],
    "municipalities": [
        {"municipality_code": code, **named(fi=name), "languages_code": "fi", "valid_from": "2016-01-01"}
        for code, name in (("098", "Hollola"), ("418", "Lempäälä"), ("536", "Nokia"))
    ],
    "municipality_regions": [
        {"municipality_code": code, "region_code": region, "valid_from": "2016-01-01"}
        for code, region in (("098", "07"), ("418", "06"), ("536", "06"))
    ],
    "city_regions": [{"city_region_code": "tampere", **named(fi="Tampereen seutu"), "region_code": "06"}],
    "grant_rounds": [
        {"round_code": str(year), "programme_code": "p", "round_year": year, **named(fi=f"Avustus {year}")}
        | {"listed_grants": 1, "applications": 14, "decided_latest": f"{year}-09-29"}
        for year in (2017, 2018)
    ],
}


def grants(*given: dict) -> dict[str, list[dict]]:
    """Places, grants, events and recipients: one dict per grant, `to` = codes with the lead first.

    Optional: year, state (exact), theme, status, events (more rows), partners (partners_state), programme.
    """
    return {
        **PLACES,
        "grants": [_decision(each) for each in given],
        "grant_events": [event for each in given for event in _events(each)],
        "grant_recipients": [recipient for each in given for recipient in _recipients(each)],
    }


def _dates(each: dict, prefix: str) -> dict:
    year = each.get("year", 2017)
    return {f"{prefix}_earliest": f"{year}-09-01", f"{prefix}_latest": f"{year}-09-29", "known_since": f"{year}-09-29"}


def _decision(each: dict) -> dict:
    is_joint = len(each["to"]) > 1
    place = {"programme_code": each.get("programme", "p"), "round_code": str(each.get("year", 2017))}
    state = {"theme_code": each.get("theme"), "status_code": each.get("status", "not_stated")}
    partners = {"partners_state": each.get("partners", "all_named" if is_joint else "none")}
    told = place | state | partners | named("title", fi=each["id"]) | _dates(each, "decided")
    return told | {"grant_id": each["id"], "is_joint": is_joint or "partners" in each}


def _events(each: dict) -> list[dict]:
    amount = {"amount_eur": each["eur"], "amount_state": each.get("state", "exact")}
    award = {"event_id": f"{each['id']}-award", "event_kind": "award", **amount, **_dates(each, "happened")}
    return [{"grant_id": each["id"], **event} for event in (award, *each.get("events", ()))]


def _recipients(each: dict) -> list[dict]:
    return [
        {"grant_id": each["id"], "recipient_code": code, "share_state": "not_stated"}
        | {"recipient_kind": "city_region" if code == "tampere" else "municipality"}
        | {"recipient_role": "lead" if code == each["to"][0] else "partner"}
        | {"known_since": f"{each.get('year', 2017)}-09-29"}
        for code in each["to"]
    ]
