"""The corpus of odd and bad deliveries beside this project, held against what it expects.

    python -m tests.deliveries.shared

prints the score and each difference. The corpus is not part of this project; without it there is nothing to print.
"""

import csv
import sys
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from data.catalogue import load_schema
from data.vetting import REFUSED, Vetted, vet

HERE = Path(__file__).parent
SCHEMA = HERE / "schema"
FOLDER = HERE.parents[2] / "shared" / "deliveries"
TODAY = date(2026, 11, 25)
MEASURES = {"grants": "myonnetty_eur", "participants": "osallistujat", "costs": "summa_eur", "assessment": "arvo"}


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of the corpus's own tables."""
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def vetted(expected: dict[str, str]) -> Vetted:
    """What comes of one file of the corpus."""
    content = (FOLDER / "open" / expected["file"]).read_bytes()
    schema = load_schema(SCHEMA)
    return vet(content, file=expected["file"], table=expected["dataset"], catalogue=schema, today=TODAY)


def differences(expected: dict[str, str], errors: list[dict[str, str]]) -> Iterator[str]:
    """What came otherwise than it should of one file, in words."""
    found = vetted(expected)
    if found.outcome != expected["outcome"]:
        yield f"{found.outcome}, not {expected['outcome']}: {[each.rule for each in found.problems][:5]}"
    if found.rows != int(expected["rows_accepted"]):
        yield f"{found.rows} rows, not {expected['rows_accepted']}"
    total = found.sums[MEASURES[expected["dataset"]]]
    if expected["sum_of_measure"] and total != Decimal(expected["sum_of_measure"]):
        yield f"sum {total}, not {expected['sum_of_measure']}"
    wrong = [each for each in found.problems if each.severity == "error"]
    if expected["outcome"] == REFUSED and len(wrong) != int(expected["errors"]):
        yield f"{len(wrong)} errors, not {expected['errors']}: {[(e.row, e.column, e.rule) for e in wrong][:8]}"
    for each in errors:
        if not any(_is_same(problem, each) for problem in wrong):
            yield f"not found: {each}"[:400] + f" in {[(e.row, e.column, e.value, e.rule) for e in wrong][:3]}"


def _is_same(problem, expected: dict[str, str]) -> bool:
    place = (problem.sheet or "", str(problem.row or ""), problem.column or "", problem.rule)
    if place != tuple(expected[name] for name in ("sheet", "row", "column", "rule")):
        return False
    return _is_same_value(problem.value or "", expected["value"].replace("\\u0000", "\0"), problem.rule)


def _is_same_value(value: str, expected: str, rule: str) -> bool:
    """A value is what the file shows; personal data are never repeated, and a heading may stand for itself."""
    for code in ("200b", "200e", "202e"):
        expected = expected.replace(f"\\u{code}", chr(int(code, 16)))
    if rule == "personal-data" or value == expected or not expected:
        return True
    return rule == "precision" and abs(float(value) / float(expected) - 1) < 1e-12


def main() -> int:
    """Print the score; 0 when every file ends as it should."""
    if not FOLDER.is_dir():
        print(FOLDER)
        return 2
    errors, good, began = table("expected_errors.csv"), 0, time.monotonic()
    expectations = table("expectations.csv")
    for each in expectations:
        told = list(differences(each, [error for error in errors if error["id"] == each["id"]]))
        good += not told
        for line in told:
            print(each["file"], line)
    print(f"{good}/{len(expectations)}  {time.monotonic() - began:.1f} s")
    return int(good < len(expectations))


if __name__ == "__main__":
    sys.exit(main())
