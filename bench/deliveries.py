"""Whether a large delivery is checked and published in time: a million assessments in CSV, or as many as are asked for.

    python -m bench.deliveries [--rows 1000000]

Synthetic rows (310 places, the services and measures of the catalogue) are written into a temporary copy of the
deliveries and removed. The build runs in a process of its own, as an operator runs it. Prints its seconds, those of
the processor, and its peak of memory; the exit code is 1 over 60 s or 2 GiB, promised for a million rows on two cores.
"""

import argparse
import csv
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path

from data.catalogue import PROGRAM

PLACES = [f"p{number}" for number in range(310)]
MEASURES = ("digital_depth", "solutions_in_use", "take_up")
START, DAYS = date(2016, 1, 1), 3650
SECONDS, GIB = 60, 2
EXAMPLES = PROGRAM / "raw" / "example"


def header(name: str) -> tuple[list[str], list[str]]:
    """The headings of an example delivery, and its first row."""
    with (EXAMPLES / name).open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter=";")
        return next(lines), next(lines)


def services() -> list[str]:
    """The codes of the services that can be assessed."""
    with (PROGRAM / "raw" / "services.csv").open(encoding="utf-8", newline="") as file:
        return [row["service_code"] for row in csv.DictReader(file, delimiter=";")]


def make(folder: Path, rows: int) -> None:
    """A data folder with so many assessments: one wave of all places, services and measures after another."""
    shutil.copytree(PROGRAM / "raw", folder / "raw", ignore=shutil.ignore_patterns("boundaries.csv"))
    dice = random.Random(1)  # noqa: S311
    heads, first = header("assessed_places.csv")
    lines = [heads, *([place, *first[1:]] for place in PLACES)]
    (folder / "raw/example/assessed_places.csv").write_text("".join(";".join(line) + "\n" for line in lines))
    cells = list(product(PLACES, services(), MEASURES))
    waves = -(-rows // len(cells))
    days = [START + timedelta(days=wave * DAYS // waves) for wave in range(waves)]
    with (folder / "raw/example/assessments.csv").open("w", encoding="utf-8") as file:
        file.write(";".join(header("assessments.csv")[0]) + "\n")
        for day, (place, service, measure) in islice(product(days, cells), rows):
            value, known = dice.randrange(10_001) / 100, day + timedelta(days=14)
            told = f"{place};{service};{measure};{day};self;assessed;{value:.2f};;tilannekuva-esimerkki;{known}\n"
            file.write(told)


def built(folder: Path) -> tuple[float, float, float]:
    """The seconds, those of the processor, and the peak of memory, in GiB, of checking and publishing the folder."""
    command = [sys.executable, "-m", "data", "build", "--lang", "en"]
    began = time.monotonic()
    subprocess.run(command, cwd=PROGRAM.parent, env={**os.environ, "DATA_DIR": str(folder)}, check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 2**20


def main() -> int:
    """Print what was measured; 0 when it is within the promise."""
    chosen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    chosen.add_argument("--rows", type=int, default=1_000_000)
    rows = chosen.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), rows)
        seconds, worked, gib = built(Path(folder))
    print(f"{rows} rows: {seconds:.1f} s (at most {SECONDS}; processor {worked:.1f} s), {gib:.2f} GiB (at most {GIB})")
    return int(seconds > SECONDS or gib > GIB)


if __name__ == "__main__":
    sys.exit(main())
