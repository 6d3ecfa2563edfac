"""The questions of readers and the time to answer them, asked of a handful of rows."""

from datetime import date

import pytest

from components.filters import Filters
from components.question_list import questions, sentence
from components.render import to_html
from tests.handful import named


def asked(code: str, on: str, known: str | None = None, **more) -> dict:
    row = {"question_code": code, "asked_on": on, **named("question", fi=code), "known_since": known or on}
    return row | more


def answer(on: str) -> dict:
    return {"answered_on": on, **named("answer", fi="vastaus")}


ROWS = [
    asked("a", "2019-01-01"),
    asked("a", "2019-01-01", "2019-01-15", **answer("2019-01-15")),
    asked("b", "2019-02-01", "2019-02-16", **answer("2019-02-16")),
    asked("c", "2019-03-01"),
]


@pytest.fixture
def ask(handful):
    return handful({"public_questions": ROWS})


def test_public_questions_by_code_has_open_ones_first_and_the_newest_row_of_each(ask):
    rows = ask("public_questions_by_code").rows()
    assert [(row["question_code"], row["days_to_answer"], row["is_late"]) for row in rows] == [
        ("c", None, None),
        ("b", 15, True),
        ("a", 14, False),
    ]
    assert rows[0]["due_on"] == date(2019, 3, 15)


def test_an_answer_counts_from_its_day(ask):
    rows = ask("public_questions_by_code", as_of=date(2019, 1, 10)).rows()
    assert [(row["question_code"], row["answered_on"]) for row in rows] == [("a", None)]
    assert [row["question_code"] for row in ask("public_questions_by_code", known_by=date(2019, 1, 14)).rows()] == ["a"]


def test_an_open_question_says_until_when_and_a_late_answer_says_so(ask):
    rows = ask("public_questions_by_code").rows()
    shown = to_html(questions(rows, Filters(lang="en")))
    assert "To be answered by 15\u00a0Mar\u00a02019" in shown
    assert shown.count("The time of 14 days was exceeded") == 1
    assert sentence(rows, "fi").startswith("3 kysymystä. Avoinna: 1.")
