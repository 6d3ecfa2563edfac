"""The deliveries in git, read as plain text: what must be true of them whatever the engine does."""

import csv
import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "data"
PERSONAL = {
    "identity code": re.compile(r"(?<!\d)\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?!\w)"),
    "e-mail": re.compile(r"\w\s?(@|\(at\)|\[at\])\s?\w"),
    "telephone": re.compile(r"(\+358|(?<!\d)0(4\d|50))[ -]?\d{2,}"),
}


def read(path: Path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def toml(name: str) -> dict:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


COLUMNS, TABLES, SOURCES = (toml(f"{name}.toml") for name in ("columns", "tables", "sources"))
IN_GIT = [name for name, table in TABLES.items() if table["kind"] == "real" and "may_be_absent" not in table]
ROWS = {name: read(DATA / "raw" / f"{name}.csv") for name in IN_GIT}
CODES = {path.stem: read(path) for path in sorted((DATA / "codes").glob("*.csv"))}


def total(rows, column: str) -> Decimal:
    return sum((Decimal(row[column]) for row in rows), Decimal(0))


def grants_of_the_programme() -> set[str]:
    return {row["grant_id"] for row in ROWS["grants"] if row["programme_code"] == "digikuntakokeilu"}


def awards(year: str = "") -> list[dict]:
    ids = {grant for grant in grants_of_the_programme() if grant.startswith(year)}
    return [row for row in ROWS["grant_events"] if row["event_kind"] == "award" and row["grant_id"] in ids]


def test_the_programme_awarded_447_700_euros_in_21_grants():
    assert len(grants_of_the_programme()) == 21
    assert (len(awards("2017")), total(awards("2017"), "amount_eur")) == (9, 204_960)
    assert (len(awards("2018")), total(awards("2018"), "amount_eur")) == (12, 242_740)
    assert total(awards(), "amount_eur") == 447_700


def test_grants_went_to_25_municipalities():
    ids = grants_of_the_programme()
    rows = [row for row in ROWS["grant_recipients"] if row["grant_id"] in ids]
    assert len({row["recipient_code"] for row in rows if row["recipient_kind"] == "municipality"}) == 25


def test_no_recipient_of_a_joint_grant_is_given_a_share():
    joint = {row["grant_id"] for row in ROWS["grants"] if row["is_joint"] == "true"}
    states = {row["grant_id"] in joint: set() for row in ROWS["grant_recipients"]}
    for row in ROWS["grant_recipients"]:
        states[row["grant_id"] in joint].add(row["share_state"])
    assert states == {True: {"not_stated"}, False: {"whole"}}


def test_the_return_of_kangasniemi_has_no_amount():
    returns = [row for row in ROWS["grant_events"] if row["event_kind"] == "return"]
    assert [(row["grant_id"], row["amount_eur"], row["amount_state"]) for row in returns] == [
        ("2018-kangasniemi", "", "not_stated")
    ]


def test_the_successor_scheme_has_maximum_amounts_only():
    successors = [row for row in ROWS["grant_events"] if row["grant_id"] not in grants_of_the_programme()]
    assert {row["amount_state"] for row in successors} == {"at_most"}


def test_costs_add_up_to_833_319_and_the_report_says_833_318():
    assert len(ROWS["costs"]) == 15
    assert total(ROWS["costs"], "booked_eur") == 833_319
    for kind in ("by_type", "by_year", "all"):
        assert total([row for row in ROWS["cost_totals"] if row["total_kind"] == kind], "printed_eur") == 833_318


def test_67_municipalities_registered_and_26_are_named():
    counted = [row["value"] for row in ROWS["counts"] if row["measure_code"] == "municipalities_registered"]
    named = [row for row in ROWS["participants"] if row["participant_kind"] == "municipality"]
    assert (counted, len(named), len(ROWS["participants"])) == (["67"], 26, 28)


def test_there_were_311_municipalities_with_5_517_919_inhabitants_in_2018():
    day = "2018-12-31"
    counted = [row for row in ROWS["municipality_populations"] if row["counted_on"] == day]
    assert len([row for row in ROWS["municipalities"] if not row["valid_to"] or row["valid_to"] >= day]) == 311
    assert (len(counted), total(counted, "inhabitants")) == (311, 5_517_919)


@pytest.mark.parametrize("table", ROWS)
def test_a_delivery_has_the_columns_keys_codes_and_dates_of_the_catalogue(table):
    entry, rows = TABLES[table], ROWS[table]
    assert [list(row) for row in rows] == [entry["columns"]] * len(rows)
    assert len({tuple(row[name] for name in entry["key"]) for row in rows}) == len(rows)
    for row in rows:
        for name, cell in row.items():
            column = COLUMNS[name]
            assert cell == cell.strip(), (name, cell)
            assert cell or name in entry["optional"], (name, row)
            if cell and "codes" in column:
                assert cell in {code["code"] for code in CODES[column["codes"]]}, (name, cell)
            if cell and column["type"] == "date":
                date.fromisoformat(cell)


@pytest.mark.parametrize("table", ROWS)
def test_every_row_of_a_real_table_has_a_source_that_is_described(table):
    assert TABLES[table]["columns"][-2:] == ["source_id", "known_since"]
    used = {cell for row in ROWS[table] for name, cell in row.items() if name.endswith("source_id") and cell}
    assert used <= SOURCES.keys()


@pytest.mark.parametrize("path", sorted((DATA / "raw").rglob("*.*")), ids=lambda path: path.name)
def test_no_file_holds_data_of_a_person(path):
    text = path.read_text(encoding="utf-8")
    assert {kind: found.group() for kind, form in PERSONAL.items() if (found := form.search(text))} == {}


@pytest.mark.parametrize("path", sorted((DATA / "raw").glob("*.csv")), ids=lambda path: path.stem)
def test_a_delivery_is_plain_utf_8_with_newlines_only(path):
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
