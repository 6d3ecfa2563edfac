"""How much the door costs: every question asked of bare DuckDB, asked first through `queries.run`, and asked again.

    python -m bench.queries            # the release in use, or DATA_DIR=…

Prints medians in milliseconds and ratios to bare DuckDB. Nothing is asserted: machines differ, and so do their days.
"""

import argparse
import statistics
import time
from collections.abc import Callable

import duckdb

import queries

HEADING = "question                      rows   bare ms  first ms  again ms  first/bare  bare/again"


def bare_connection() -> duckdb.DuckDBPyConnection:
    """DuckDB over the same files, with one thread and nothing of ours in between."""
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    for table in queries.release().tables.values():
        connection.execute(f"CREATE VIEW {table.name} AS FROM read_parquet('{table.path}')")
    return connection


def median_ms(call: Callable[[], object], before: Callable[[], object], times: int) -> float:
    """The median time of a call, with something done before each that is not counted."""
    taken = []
    for _ in range(times):
        before()
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1000


def measure(name: str, connection: duckdb.DuckDBPyConnection, times: int) -> tuple[int, float, float, float]:
    """Rows, and milliseconds of: bare DuckDB; `run` with an empty cache; `run` of what is in the cache."""
    asked = queries.question(name)
    bound = asked.bound({})

    def bare() -> object:
        return connection.cursor().sql(asked.sql, params=bound).fetchall()

    def run() -> object:
        return queries.run(name).frame

    bare_ms = median_ms(bare, before=lambda: None, times=times)
    first_ms = median_ms(run, before=queries.forget, times=times)
    again_ms = median_ms(run, before=lambda: None, times=times * 10)
    return len(queries.run(name).records), bare_ms, first_ms, again_ms


def main() -> None:
    """One line per question, and one of all together."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=15, help="how often each question is asked")
    times = parser.parse_args().times
    connection = bare_connection()
    print(HEADING)
    sums = [0.0, 0.0, 0.0]
    for name in queries.names():
        rows, *spent = measure(name, connection, times)
        sums = [total + each for total, each in zip(sums, spent, strict=True)]
        print(line(name, rows, *spent))
    print(line("all", "", *sums))


def line(name: str, rows: int | str, bare: float, first: float, again: float) -> str:
    """One question's times and their ratios."""
    return f"{name:<28}{rows:>6}{bare:>10.2f}{first:>10.2f}{again:>10.3f}{first / bare:>12.2f}{bare / again:>12.0f}"


if __name__ == "__main__":
    main()
