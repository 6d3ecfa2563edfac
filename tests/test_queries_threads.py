"""Many readers at once: every one gets the own answer, equal questions are computed once, nobody waits for ever."""

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

import queries
from queries import database
from tests.handful import grants

DAYS = 20
CROSS_JOIN = "SELECT count(*) AS n FROM range(1000000) AS a, range(1000000) AS b WHERE a.range + b.range = $n"


@pytest.fixture
def ask(handful):
    """`n` grants of 1 € are decided by day n of October 2017."""
    tables = grants(*({"id": f"2017-g{n}", "to": ["536"], "eur": 1} for n in range(1, DAYS + 1)))
    for n, (grant, event) in enumerate(zip(tables["grants"], tables["grant_events"], strict=True), start=1):
        grant["decided_latest"] = event["happened_latest"] = f"2017-10-{n:02}"
    return handful(tables)


@pytest.fixture
def opened(ask):
    ask("grants_by_theme")
    return queries._served().database


def test_sixteen_threads_with_unique_questions_never_get_each_others_answers(ask):
    start = date(2017, 10, 1)
    wrong, busy = [], []

    def reader(thread: int) -> None:
        for call in range(20):
            n = 1 + (thread * 7 + call * 3) % DAYS
            known_by = date(2018, 1, 1) + timedelta(days=thread * 100 + call)
            try:
                answer = ask("grants_by_theme", as_of=start + timedelta(days=n - 1), known_by=known_by)
            except queries.QueriesBusy:
                busy.append(1)
                continue
            if (answer.total("awarded_eur"), answer.params["known_by"]) != (n, known_by):
                wrong.append((n, answer.records))

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(reader, range(16)))
    assert wrong == []
    assert busy == []


def test_equal_questions_asked_at_once_are_computed_once(ask):
    before = queries.cache_info().misses
    together = threading.Barrier(32)

    def reader(_) -> queries.Answer:
        together.wait()
        return ask("grants_by_round", known_by=date(2019, 1, 1))

    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(reader, range(32)))
    assert queries.cache_info().misses - before == 1
    assert all(answer is answers[0] for answer in answers)


def test_a_question_that_takes_too_long_is_ended_and_the_next_one_works(opened, monkeypatch):
    monkeypatch.setenv("QUERY_SECONDS", "0.3")
    started = time.monotonic()
    with pytest.raises(queries.QueryTooSlow):
        opened.rows(CROSS_JOIN, {"n": -1})
    assert time.monotonic() - started < 3
    assert opened.rows("SELECT $n AS n", {"n": 5}) == ((5,),)


def test_one_slow_question_does_not_end_another(opened, monkeypatch):
    monkeypatch.setenv("QUERY_SECONDS", "0.5")
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(opened.rows, CROSS_JOIN, {"n": -1})
        while not slow.done():
            assert opened.rows("SELECT $n AS n", {"n": 7}) == ((7,),)
    assert isinstance(slow.exception(), queries.QueryTooSlow)


def test_a_reader_whose_turn_does_not_come_is_told_to_ask_again(opened, monkeypatch):
    monkeypatch.setenv("QUERY_SECONDS", "1")
    monkeypatch.setattr(database, "PATIENCE_SECONDS", 0.1)
    with ThreadPoolExecutor(2) as pool:
        slow = [pool.submit(opened.rows, CROSS_JOIN, {"n": -n}) for n in (1, 2)]
        while len(database._queue) < 2:
            time.sleep(0.01)
        with pytest.raises(queries.QueriesBusy):
            opened.rows("SELECT 1 AS n", {})
    assert all(isinstance(each.exception(), queries.QueryTooSlow) for each in slow)
    assert opened.rows("SELECT 1 AS n", {}) == ((1,),)


def test_no_more_than_sixteen_wait(opened, monkeypatch):
    monkeypatch.setattr(database, "_queue", [object() for _ in range(18)])
    with pytest.raises(queries.QueriesBusy):
        opened.rows("SELECT 1 AS n", {})
    assert len(database._queue) == 18


def test_an_answer_of_more_than_fifty_thousand_rows_is_refused(opened):
    whole = opened.rows("SELECT r.range AS n FROM range(50000) AS r ORDER BY n DESC", {})
    assert (len(whole), whole[0], whole[-1]) == (50_000, (49_999,), (0,))
    with pytest.raises(queries.AnswerTooLarge):
        opened.rows("SELECT r.range AS n FROM range(50001) AS r", {})


def test_a_failure_says_neither_path_nor_value(opened, caplog):
    with pytest.raises(queries.QueryFailed) as failed:
        opened.rows("SELECT CAST($secret AS INTEGER) AS n", {"secret": "s3cr3t"})
    assert str(failed.value) == ""
    assert failed.value.__cause__ is None
    assert "s3cr3t" not in caplog.text


def test_a_long_answer_takes_more_of_the_cache_than_a_short_one(ask):
    size = queries._answers.getsizeof
    short = ask("costs_by_year")
    assert (size(short), size(replace(short, records=((),) * 50_000))) == (1, 501)
    assert queries.cache_info().currsize <= queries.cache_info().maxsize == queries.CACHE_SIZE


def test_nothing_is_opened_by_importing():
    script = "import threading, queries; print(threading.active_count(), queries.cache_info().currsize)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["1", "0"]
