"""How long the meeting pack takes: the final report's day in each of the five forms, and all together.

    python -m bench.pack               # the release in use, or DATA_DIR=…

Prints seconds by the clock and of the processor, and the share of the 20 seconds that the pack may take. Nothing is
asserted: machines differ, and so do their days.
"""

import time
from datetime import date

import queries
from components.documents import FORMS, DocumentUnavailable, write
from components.filters import Filters
from pages.pack import compose

FINAL, LIMIT = date(2019, 3, 31), 20
HEADING = "pack                 clock s    processor s       kB"


def timed(make) -> tuple[object, float, float]:
    """What a call gives, with the seconds it took by the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    made = make()
    return made, time.perf_counter() - clock, time.process_time() - processor


def main() -> None:
    """One line for the answers, one for each form, and one for all."""
    print(HEADING)
    queries.pin(None)
    pack, *spent = timed(lambda: compose(Filters(as_of=FINAL)))
    total = list(spent)
    print(f"{'answers':<16} {spent[0]:11.2f} {spent[1]:14.2f}")
    for form in FORMS:
        try:
            content, *spent = timed(lambda form=form: write(pack, form))
        except DocumentUnavailable:
            print(f"{form:<16} {'not on this machine':>27}")
            continue
        total = [one + more for one, more in zip(total, spent, strict=True)]
        print(f"{form:<16} {spent[0]:11.2f} {spent[1]:14.2f} {len(content) // 1000:8d}")
    print(f"{'all':<16} {total[0]:11.2f} {total[1]:14.2f} {total[0] / LIMIT:7.0%} of {LIMIT} s")


if __name__ == "__main__":
    main()
