"""Whether maturity stays quick: the questions of one date at 300 000 assessments and at 100 times as many.

    python -m bench.maturity [--rows 300000] [--times 100]

Synthetic rows (310 places × 120 services × 3 measures, one wave after another) are made in a temporary folder by the
build's own SQL and removed. The hundredfold is a longer history of the same cells: every cell is assessed each
fortnight for ten years. Answers of one day and of twelve quarters have the same size then. The path of one service has
a row an assessment, 1–3 and 100–270 of them; it is judged all the same.

Prints how much processor time each question takes, by medians in milliseconds, and the ratio of the two sizes: on a
shared machine the time on the clock tells more of the neighbours. The exit code is 1 when a ratio is over 1.5.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

import duckdb

import queries
from data import catalogue
from data.parquet import ROW_GROUP_ROWS
from queries.database import Database

PLACES, SERVICES = 310, 120
ASKED = (
    ("levels_by_service_and_place", {}),
    ("levels_by_sector_and_place", {}),
    ("levels_by_group", {}),
    ("level_letters_by_service", {"size_class": None}),
    ("levels_by_quarter", {"place": "p7"}),
    ("levels_by_quarter", {"service": "s7"}),
    ("level_history_by_service", {"place": "p7", "service": "s7"}),
)
MADE = ("assessment_snapshots", "snapshot_days", "quarterly_assessments")
LIMIT = 1.5
SMALL = {
    "services": "SELECT 's' || i AS service_code, CASE i % 3 WHEN 0 THEN 'central' WHEN 1 THEN 'education' "
    "ELSE 'environment' END AS sector_code, 'x' AS source_id FROM range({services}) AS t (i)",
    "assessed_places": "SELECT 'p' || i AS place_code, CASE i % 3 WHEN 0 THEN 'small' WHEN 1 THEN 'medium' "
    "ELSE 'large' END AS size_class_code, 'urban' AS place_class_code, 'x' AS source_id FROM range({places}) AS t (i)",
    "maturity_levels": "SELECT i AS level, CAST((i - 1) * 20 AS DECIMAL(16, 2)) AS from_pct, "
    "CAST(CASE WHEN i = 5 THEN 101 ELSE i * 20 END AS DECIMAL(16, 2)) AS to_pct FROM range(1, 6) AS t (i)",
}
# One cell in three is assessed anew in a wave, and the waves follow each other through the same ten years.
ASSESSMENTS = """
SELECT
    'p' || place AS place_code,
    's' || service AS service_code,
    measure AS measure_code,
    DATE '2016-01-01' + CAST(wave * 3650 // {waves} AS INTEGER) AS assessed_on,
    'self' AS method_code,
    'assessed' AS assessment_state,
    CAST(hash(place, service, wave) % 101 AS DECIMAL(16, 2)) AS value_pct,
    NULL::VARCHAR AS digital_phases,
    'x' AS source_id,
    DATE '2016-01-01' + CAST(wave * 3650 // {waves} AS INTEGER) + 14 AS known_since
FROM range({waves}) AS waves (wave)
CROSS JOIN range({places}) AS places (place)
CROSS JOIN range({services}) AS services (service)
CROSS JOIN (VALUES ('digital_depth'), ('solutions_in_use'), ('take_up')) AS measures (measure)
WHERE (place + service + wave) % 3 = 0
"""


def make(folder: Path, rows: int) -> int:
    """Parquet files of that many assessments, written as a release is; how many rows there are in the end."""
    waves = max(1, round(rows * 3 / (PLACES * SERVICES * 3)))
    sizes = {"places": PLACES, "services": SERVICES, "waves": waves}
    with duckdb.connect(str(folder / "work.duckdb")) as connection:
        connection.execute("SET memory_limit = '2GB'")
        connection.execute("SET preserve_insertion_order = false")
        for name, sql in {**SMALL, "assessments": ASSESSMENTS}.items():
            connection.execute(f"CREATE TABLE {name} AS {sql.format(**sizes)}")
        for name in MADE:
            connection.execute(f"CREATE TABLE {name} AS {catalogue.current().tables[name].sql}")
        for name in (*SMALL, "assessments", *MADE):
            order = ", ".join(catalogue.current().tables[name].key)
            file = folder / f"{name}.parquet"
            told = f"COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP_ROWS}"
            connection.execute(f"COPY (SELECT * FROM {name} ORDER BY {order}) TO '{file}' ({told})")  # noqa: S608
        return connection.execute("SELECT count(*) FROM assessments").fetchone()[0]


def measured(folder: Path, times: int) -> dict[str, tuple[int, float]]:
    """Question -> the rows of its last answer and its median milliseconds, asked of a new date each time."""
    names = (*SMALL, "assessments", *MADE)
    database, found = Database(folder, {name: f"{name}.parquet" for name in names}), {}
    for name, chosen in ASKED:
        question, taken = queries.question(name), []
        for turn in range(times):
            bound = question.bound({"size_class": "medium", "as_of": f"20{17 + turn % 8}-0{1 + turn % 9}-15", **chosen})
            started = time.process_time()
            rows = len(database.rows(question.sql, bound))
            taken.append(time.process_time() - started)
        found[" ".join((name, *chosen))] = rows, statistics.median(taken[1:]) * 1000
    return found


def main() -> int:
    """Both sizes, one line a question."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=300_000)
    parser.add_argument("--times", type=int, default=100, help="how many times as many rows the second time")
    parser.add_argument("--asked", type=int, default=15, help="how often each question is asked")
    given = parser.parse_args()
    found = []
    for rows in (given.rows, given.rows * given.times):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            made = make(Path(folder), rows)
            print(f"{made:>12,} assessments, made in {time.perf_counter() - started:.0f} s".replace(",", " "))
            found.append(measured(Path(folder), given.asked))
    print("question                                        rows   1x ms     rows 100x ms  ratio")
    ratios = []
    for name, (rows, once) in found[0].items():
        many, taken = found[1][name]
        ratios.append(taken / once)
        print(f"{name:<44}{rows:>8}{once:>8.1f}{many:>9}{taken:>8.1f}{ratios[-1]:>7.2f}")
    return int(max(ratios) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
