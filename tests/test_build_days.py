"""The grammar of one cell: days and years, yes and no, codes and patterns."""

from datetime import date

import pytest

from data.cells import CellError, Setting, parse
from tests.test_build_cells import column, rule_of

DAYS = [
    ("2017-02-29", "date"),
    ("2016-02-29", None),
    ("2017-13-01", "date"),
    ("2017-00-10", "date"),
    ("29.9.2017", None),
    ("29.09.2017", None),
    ("31.2.2017", "date"),
    ("29.9.17", "date-format"),
    ("09/29/2017", "date-format"),
    ("2017-9-29", "date-format"),
    ("17-09-29", "date-format"),
    ("43007", "date-format"),
    ("2017-09-29T00:00:00", "date-format"),
    ("٢٠١٧-09-29", "date-format"),
    ("1899-12-31", "range"),
    ("2101-01-01", "range"),
]


@pytest.mark.parametrize(("text", "rule"), DAYS)
def test_a_day_is_written_in_one_of_two_ways_and_must_be_in_the_calendar(text, rule):
    assert rule_of("date", text) == rule


@pytest.mark.parametrize("text", ["1", "0", "k", "tr ue", "x"])
def test_yes_and_no_are_words(text):
    assert rule_of("boolean", text) == "not-a-boolean"


def test_yes_and_no_are_told_in_three_languages():
    yes, no = ("true", "kyllä", "Tosi", "ja", "yes"), ("FALSE", "ei", "nej", "epätosi", "no")
    assert [parse(column("boolean"), text) for text in (*yes, *no)] == [True] * 5 + [False] * 5


def test_a_year_is_four_digits_and_not_far_ahead_of_the_day_of_reading():
    setting = Setting(today=date(2026, 11, 25))
    assert parse(column("year", ahead=5), "2031", setting) == 2031
    for text, rule in (("2032", "range"), ("204", "range"), ("v. 2024", "not-a-whole-number")):
        with pytest.raises(CellError, match=f"^{rule}$"):
            parse(column("year", ahead=5), text, setting)


@pytest.mark.parametrize("text", ["A\nB", "two words", "ä", "-a", "a;b", "x" * 101])
def test_a_code_without_a_list_is_short_and_plain(text):
    assert rule_of("code", text) in ("code-format", "control-character")


def test_a_code_of_a_list_must_be_in_it():
    assert parse(column("code", codes="kinds"), "leipä", Setting({"kinds": {"bread": {"fi": "Leipä"}}})) == "bread"
    assert [rule_of("code", text, codes="kinds") for text in ("bread", "Bread", "total", "* note")] == [
        None,
        "unknown-code",
        "totals-row",
        "footnote-row",
    ]


def test_a_pattern_must_fit_the_whole_cell_once_lost_zeros_are_put_back():
    assert [rule_of("code", text, pattern="[0-9]{3}") for text in ("091", "91", "0910")] == [
        None,
        None,
        "code-format",
    ]
    assert rule_of("text", "http://x", pattern="https://.*") == "pattern"
