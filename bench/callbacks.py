"""How much a panel costs: its callback asked first and asked again, against bare DuckDB answering the same questions.

    python -m bench.callbacks

Every callback that listens to the address is asked with choices nobody has asked before. Prints medians in milliseconds
and ratios. Nothing is asserted: machines differ, and so do their days.
"""

import json
import statistics
import time
from collections.abc import Callable

import queries
from app import app, server
from bench.queries import bare_connection

HOST = "http://127.0.0.1"
PLACES = {"front": "/fi/", "costs": "/fi/talous", "grants": "/fi/avustukset", "method": "/fi/menetelma"}
FIRSTS, AGAINS = 7, 60
HEADING = "callback                   questions   bare ms  first ms  again ms  first/bare"


def panels() -> list[str]:
    """The outputs of every callback that listens to the choices of the address."""
    listening = [
        output
        for output, callback in app.callback_map.items()
        if any(each["property"] == "search" for each in callback["inputs"]) and not output.startswith("..")
    ]
    return sorted(output for output in listening if output.split("-")[0] in PLACES)


def body(output: str, search: str) -> str:
    """What a browser sends when the choices change."""
    identity, prop = output.rsplit(".", 1)
    return json.dumps(
        {
            "output": output,
            "outputs": {"id": identity, "property": prop},
            "inputs": [{"id": "url", "property": "search", "value": search}],
            "state": [{"id": "url", "property": "pathname", "value": PLACES[identity.split("-")[0]]}],
            "changedPropIds": ["url.search"],
        }
    )


def asked_by(call: Callable[[], object]) -> list[tuple[str, dict]]:
    """The questions that a call asks, with their parameters."""
    asked, door = [], queries.run

    def noted(name: str, **params):
        asked.append((name, params))
        return door(name, **params)

    queries.run = noted
    try:
        call()
    finally:
        queries.run = door
    return asked


def timed(call: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """One line per callback."""
    client, connection = server.test_client(), bare_connection()
    client.get("/fi/", base_url=HOST)
    print(HEADING)
    for place, output in enumerate(panels()):
        searches = [f"?as_of=2018-{month:02}-{place + 1:02}" for month in range(6, 6 + FIRSTS)]

        def post(search: str, output: str = output) -> None:
            answer = client.post("/_dash-update-component", base_url=HOST, data=body(output, search), headers=JSON)
            if answer.status_code != 200:
                raise SystemExit(f"{output} answered {answer.status_code}")

        asked = asked_by(lambda post=post: post("?as_of=2018-05-01"))
        firsts = [timed(lambda post=post, search=search: post(search)) for search in searches]
        agains = [timed(lambda post=post, search=searches[0]: post(search)) for _ in range(AGAINS)]
        bares = [timed(lambda asked=asked: bare(connection, asked)) for _ in range(FIRSTS)]
        print(line(output, len(asked), *(statistics.median(each) for each in (bares, firsts, agains))))


def bare(connection, asked: list[tuple[str, dict]]) -> None:
    """The same questions of bare DuckDB."""
    for name, params in asked:
        question = queries.question(name)
        connection.cursor().sql(question.sql, params=question.bound(params)).fetchall()


def line(output: str, questions: int, bare_ms: float, first_ms: float, again_ms: float) -> str:
    """One callback's times and their ratio."""
    return f"{output:<27}{questions:>9}{bare_ms:>10.1f}{first_ms:>10.1f}{again_ms:>10.2f}{first_ms / bare_ms:>12.2f}"


JSON = {"Content-Type": "application/json", "Accept-Encoding": "br"}

if __name__ == "__main__":
    main()
