"""The grammar of one cell: what is a number, a day, a code, plain text; and what is refused, by which rule."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.cells import MAX_DECIMAL, CellError, Number, Setting, parse, tidy
from data.entries import Column


def column(type, **entry):
    return Column.of("column", {"type": type, **entry})


def rule_of(type, text, **entry):
    """The rule that a cell breaks; None when it is accepted."""
    try:
        parse(column(type, **entry), tidy(text), Setting({"kinds": {"bread": {"fi": "Leipä"}}}))
    except CellError as error:
        return error.rule
    return None


@given(st.decimals(min_value=-MAX_DECIMAL, max_value=MAX_DECIMAL, places=2))
@example(Decimal("99999999999999.99"))
@example(Decimal("-90071992547409.93"))
def test_every_amount_of_two_decimals_comes_back_to_the_cent(amount):
    assert parse(column("decimal"), f"{amount:f}") == amount


@given(st.integers(min_value=-(2**53) + 1, max_value=2**53 - 1))
def test_every_whole_number_comes_back(number):
    assert parse(column("integer"), str(number)) == number


@given(st.text(alphabet="0123456789.,-+eE _'\u00a0\u2212٣²½", max_size=12))
def test_nothing_is_a_number_but_digits_in_groups_a_minus_and_one_mark_of_decimals(text):
    """Whatever is accepted is exactly the grammar, and its value is the text's, never a guess."""
    try:
        value = parse(column("decimal"), text)
    except CellError:
        return
    if text == "":
        assert value is None
        return
    assert re.fullmatch(r"[-\u2212]?(0|[1-9][0-9]*|[1-9][0-9]{0,2}([ \u00a0][0-9]{3})+)([.,][0-9]{1,2})?", text)
    plain = text.replace("\u2212", "-").replace("\u00a0", "").replace(" ", "").replace(",", ".")
    assert value == Decimal(plain)


@given(st.text(max_size=40))
def test_any_text_at_all_is_a_value_or_a_named_fault(text):
    for type in ("text", "code", "integer", "decimal", "date", "boolean"):
        assert rule_of(type, text) != ""


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_of_the_calendar_comes_back(day):
    assert parse(column("date"), day.isoformat()) == day


NUMBERS = [
    ("1 347", None),
    ("1\u00a0347,50", None),
    ("1347,5", None),
    ("1 34", "number-format"),
    ("1 347\u00a0251", "number-format"),
    ("1,347.50", "number-format"),
    ("1,347", "decimals"),
    ("1.347,50", "ambiguous-number"),
    ("1.347.500", "ambiguous-number"),
    ("1.347", "ambiguous-number"),
    ("10.0055", "decimals"),
    ("\u2212500", None),
    ("(500.00)", "number-format"),
    ("1.35E+06", "number-format"),
    ("500 €", "number-format"),
    ("45%", "number-format"),
    ("+5", "number-format"),
    ("007", "number-format"),
    (".5", "number-format"),
    ("5.", "number-format"),
    ("n. 300", "not-a-number"),
    ("134 1)", "not-a-number"),
    ("45*", "not-a-number"),
    ("<5", "not-a-number"),
    ("١٢٣", "not-a-number"),
    ("12½", "not-a-number"),
    ("0x10", "not-a-number"),
    ("1_000", "not-a-number"),
    ("-", "missing-value"),
    ("–", "missing-value"),
    ("..", "missing-value"),
    ("NaN", "not-a-number"),
    ("NULL", "not-a-number"),
    ("-inf", "not-a-number"),
    ("#DIV/0!", "excel-error"),
    ("#N/A", "excel-error"),
    ("100000000000000", "range"),
    ("9" * 400, "range"),
    ("1" * 5000 + "x", "not-a-number"),
]


@pytest.mark.parametrize(("text", "rule"), NUMBERS)
def test_an_amount_written_in_another_way_is_refused(text, rule):
    assert rule_of("decimal", text) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("62.957", None),
        ("62.9570", None),
        ("62.95701", "decimals"),
        ("999999999999.9999", None),
        ("1000000000000", "range"),
    ],
)
def test_a_column_may_have_more_decimals(text, rule):
    assert rule_of("decimal", text, scale=4) == rule


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1 347 €", "EUR", "1347"),
        ("12\u202f345,50 euroa", "EUR", "12345.50"),
        ("45,5 %", "%", "45.5"),
        ("45,5 %", None, None),
        ("1 347 €", "%", None),
    ],
)
def test_a_number_may_have_its_own_unit_behind_it_and_no_other(text, unit, value):
    if value is None:
        assert rule_of("decimal", text, unit=unit) == "number-format"
    else:
        assert parse(column("decimal", unit=unit), text) == Decimal(value)


def test_a_number_of_a_spreadsheet_is_never_taken_for_thousands():
    assert rule_of("decimal", Number("1234567.891")) == "decimals"
    assert parse(column("decimal", scale=4), Number("1.347")) == Decimal("1.347")
    assert parse(column("integer"), Number("12")) == 12


def test_a_value_has_as_many_decimals_as_its_column():
    assert str(parse(column("decimal", scale=4), "62.957")) == "62.9570"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("12.5", "not-a-whole-number"),
        ("12.0", "not-a-whole-number"),
        ("1 2", "number-format"),
        ("1 347", None),
        ("1.347", "ambiguous-number"),
        ("2023–2024", "not-a-whole-number"),
        ("9007199254740992", "range"),
    ],
)
def test_a_count_must_be_whole_and_exact(text, rule):
    assert rule_of("integer", text) == rule


def test_limits_include_their_ends():
    for text, rule in (("0", None), ("100", None), ("-0.01", "range"), ("100.01", "range")):
        assert rule_of("decimal", text, min=0, max=100) == rule
