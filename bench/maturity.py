"""Whether maturity stays quick: its questions at 300 000 assessments and at 100 times as many.

    python -m bench.maturity [--years 10] [--waves 20]

Synthetic rows (310 places × 120 services, every cell anew in each wave) are made in a temporary folder by the build's
own SQL and removed. 300 000 are two years of one wave a quarter; 30 million are ten years of twenty waves a quarter.
Both are asked of the same days of the second year, so that the answers tell of the same cells and quarters; the path of
a cell has a row an assessment, whatever is asked. An assessment becomes known on the day after it.

One line a question: rows of the last answer, median and least processor time in milliseconds at both sizes, and the
ratio of the medians: the clock of a shared machine tells of its neighbours. It ends with what the limit says of them.
"""

import argparse
import statistics
import tempfile
import time
from dataclasses import dataclass
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
LIMIT, WARM_UPS = 1.5, 3
SMALL = {
    "services": "SELECT 's' || i AS service_code, CASE i % 3 WHEN 0 THEN 'central' WHEN 1 THEN 'education' "
    "ELSE 'environment' END AS sector_code, 'x' AS source_id FROM range({services}) AS t (i)",
    "assessed_places": "SELECT 'p' || i AS place_code, CASE i % 3 WHEN 0 THEN 'small' WHEN 1 THEN 'medium' "
    "ELSE 'large' END AS size_class_code, 'urban' AS place_class_code, 'x' AS source_id FROM range({places}) AS t (i)",
    "maturity_levels": "SELECT i AS level, CAST((i - 1) * 20 AS DECIMAL(16, 2)) AS from_pct, "
    "CAST(CASE WHEN i = 5 THEN 101 ELSE i * 20 END AS DECIMAL(16, 2)) AS to_pct FROM range(1, 6) AS t (i)",
}
# Wave by wave, every cell is assessed anew; the waves of a quarter are spread over ninety days.
ASSESSMENTS = """
SELECT
    'p' || place AS place_code,
    's' || service AS service_code,
    'digital_depth' AS measure_code,
    CAST(quarter_on AS DATE) + CAST(wave * 90 // {waves} AS INTEGER) AS assessed_on,
    'self' AS method_code,
    'assessed' AS assessment_state,
    CAST(hash(place, service, quarter_on, wave) % 101 AS DECIMAL(16, 2)) AS value_pct,
    NULL::VARCHAR AS digital_phases,
    'x' AS source_id,
    CAST(quarter_on AS DATE) + CAST(wave * 90 // {waves} AS INTEGER) + 1 AS known_since
FROM range(DATE '2016-01-01', DATE '2016-01-01' + INTERVAL {years} YEAR, INTERVAL 3 MONTH) AS quarters (quarter_on)
CROSS JOIN range({waves}) AS waves (wave)
CROSS JOIN range({places}) AS places (place)
CROSS JOIN range({services}) AS services (service)
"""


@dataclass(frozen=True)
class Taken:
    """One question at one size: the rows of its last answer, and milliseconds of processor time by turn."""

    rows: int
    times: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.times)


def make(folder: Path, *, years: int, waves: int) -> int:
    """Parquet files of so many years and waves a quarter, written as a release is; how many assessments there are."""
    sizes = {"places": PLACES, "services": SERVICES, "years": years, "waves": waves}
    with duckdb.connect(str(folder / "work.duckdb")) as connection:
        connection.execute("SET memory_limit = '4GB'")
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


def measured(folder: Path, times: int) -> dict[str, Taken]:
    """Each question with what it took, asked of a new day of the second year each time; the first times warm up."""
    names = (*SMALL, "assessments", *MADE)
    database, found = Database(folder, {name: f"{name}.parquet" for name in names}), {}
    for name, chosen in ASKED:
        question, taken = queries.question(name), []
        for turn in range(times + WARM_UPS):
            bound = question.bound({"size_class": "medium", "as_of": f"2017-{1 + turn % 12:02}-15", **chosen})
            started = time.process_time()
            rows = len(database.rows(question.sql, bound))
            taken.append((time.process_time() - started) * 1000)
        found[" ".join((name, *chosen))] = Taken(rows, taken[WARM_UPS:])
    return found


def main() -> None:
    """Both sizes, one line a question, and whether the limit holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--years", type=int, default=10, help="years of the long history")
    parser.add_argument("--waves", type=int, default=20, help="waves a quarter of the long history")
    parser.add_argument("--asked", type=int, default=15, help="how often each question is asked")
    given = parser.parse_args()
    found = []
    for size in ({"years": 2, "waves": 1}, {"years": given.years, "waves": given.waves}):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            made = make(Path(folder), **size)
            print(f"{made:>12,} assessments, made in {time.perf_counter() - started:.0f} s".replace(",", " "))
            found.append(measured(Path(folder), given.asked))
    print(f"{'question':<42}{'rows':>7}{'median':>8}{'least':>7}{'rows':>9}{'median':>8}{'least':>7}{'ratio':>7}")
    for name, once in found[0].items():
        print(line(name, once, found[1][name]))
    highest = max(found[1][name].median / once.median for name, once in found[0].items())
    print(f"maturity: highest ratio {highest:.2f}, limit {LIMIT}: {'holds' if highest <= LIMIT else 'does not hold'}")


def line(name: str, once: Taken, many: Taken) -> str:
    """One question at both sizes."""
    sizes = "".join(
        f"{each.rows:>{9 - 2 * (each is once)}}{each.median:>8.1f}{min(each.times):>7.1f}" for each in (once, many)
    )
    return f"{name:<42}{sizes}{many.median / once.median:>7.2f}"


if __name__ == "__main__":
    main()
