"""Requests made from the interface's own description: `make fuzz` makes many, the tests a few.

python -m tests.fuzz_interface [examples] [seed]
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

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
Wanted = Callable[[str, str], bool]


def described(server):
    """The interface as it describes itself."""
    return schemathesis.openapi.from_wsgi(DESCRIPTION, server)


def findings(server, *, examples: int, start: int, wanted: Wanted, odd: bool = False) -> Iterator[str]:
    """What the interface does that its description does not say; `odd`: from requests that the description forbids."""
    mode = schemathesis.GenerationMode.NEGATIVE if odd else schemathesis.GenerationMode.POSITIVE
    for result in described(server).get_all_operations():
        operation = result.ok()
        if not wanted(operation.method, operation.path):
            continue
        try:
            _ask(operation, mode, examples=examples, start=start)
        except Unsatisfiable:  # there is nothing that the description forbids here
            continue
        except FailureGroup as failed:
            yield from (f"{operation.label}: {each.title} {each.message[:600]}" for each in failed.exceptions)


def _ask(operation, mode, *, examples: int, start: int) -> None:
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
        case.call_and_validate(checks=CHECKS, headers=PLAIN)

    ask()


def main(examples: int, start: int) -> int:
    """Ask every operation, the meeting pack too; the number of findings."""
    from app import server

    found = [
        finding
        for odd in (False, True)
        for finding in findings(server, examples=examples, start=start, wanted=lambda method, path: True, odd=odd)
    ]
    print("\n".join(found) or "nothing found")
    return len(found)


if __name__ == "__main__":
    given_numbers = [int(text) for text in sys.argv[1:]]
    with suppress(BrokenPipeError):
        sys.exit(bool(main(*(given_numbers + [50, 1][len(given_numbers) :]))))
