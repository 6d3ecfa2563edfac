"""Requests made from the interface's own description: `make fuzz` makes many, the tests a few.

python -m tests.fuzz_interface [examples] [seed]
"""

import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from itertools import count
from multiprocessing import get_context

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

DESCRIPTION = "/api/v1/openapi.json?lang=en"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
PLAIN = {"Accept-Encoding": "identity"}  # the client of tests does not unpack
PARTS = 12  # jobs of each kind, shared by the cores
HEADS = 10  # HEAD is GET without the content: so many times fewer requests
Wanted = Callable[[str, str], bool]


def described(server):
    """The interface as it describes itself."""
    return schemathesis.openapi.from_wsgi(DESCRIPTION, server)


def findings(
    server, *, examples: int, start: int, wanted: Wanted, odd: bool = False, asked: Counter | None = None
) -> Iterator[str]:
    """What the interface does that its description does not say; `odd`: from requests that the description forbids.

    `asked` is told how many operations were asked, and how many times each status was answered.
    """
    mode = schemathesis.GenerationMode.NEGATIVE if odd else schemathesis.GenerationMode.POSITIVE
    asked = Counter() if asked is None else asked
    for result in described(server).get_all_operations():
        operation = result.ok()
        if not wanted(operation.method, operation.path):
            continue
        try:
            _ask(operation, mode, examples=_share(examples, operation), start=start, asked=asked)
        except Unsatisfiable:  # there is nothing that the description forbids here
            continue
        except FailureGroup as failed:
            yield from (f"{operation.label}: {each.title} {each.message[:600]}" for each in failed.exceptions)
        asked["operations"] += 1


def _share(examples: int, operation) -> int:
    """How many requests an operation gets of those wanted of each."""
    return max(1, examples // HEADS) if operation.method.upper() == "HEAD" else examples


def _ask(operation, mode, *, examples: int, start: int, asked: Counter) -> None:
    """Some requests of one operation, the same ones for the same start."""

    @seed(start)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case) -> None:
        if mode is schemathesis.GenerationMode.POSITIVE:  # an id of the right form is never that of a release
            case.query.pop("release", None)
        response = case.call(headers=PLAIN)
        asked[response.status_code] += 1
        case.validate_response(response, checks=CHECKS)

    ask()


def main(examples: int, start: int) -> int:
    """Ask every operation, the meeting pack too, on every core; the number of findings. Tells how far it is."""
    asked, found = Counter(), []
    jobs = [(examples, start, part, odd) for odd in (False, True) for part in range(PARTS)]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(_part, *job) for job in jobs]):
            counted, said = done.result()
            asked, found = asked + counted, found + said
            print("\n".join([*said, f"… {_figures(asked)}"]), flush=True)
    print(f"{_figures(asked)}: {len(found)} findings")
    return len(found)


def _part(examples: int, start: int, part: int, odd: bool) -> tuple[Counter, list[str]]:
    """Every so manieth operation from `part` on: what was asked of them, and the findings."""
    from app import server

    logging.disable(logging.WARNING)  # a refusal is a line in the log
    asked, place = Counter(), count()

    def wanted(method: str, path: str) -> bool:
        return next(place) % PARTS == part

    return asked, list(findings(server, examples=examples, start=start, wanted=wanted, odd=odd, asked=asked))


def _figures(asked: Counter) -> str:
    """How many operations and requests there have been, and the statuses of their answers."""
    statuses = {key: count for key, count in sorted(asked.items(), key=str) if key != "operations"}
    listed = ", ".join(f"{status} × {count}" for status, count in statuses.items())
    return f"{asked['operations']} operations, {sum(statuses.values())} requests ({listed})"


if __name__ == "__main__":
    given_numbers = [int(text) for text in sys.argv[1:]]
    with suppress(BrokenPipeError):
        sys.exit(bool(main(*(given_numbers + [50, 1][len(given_numbers) :]))))
