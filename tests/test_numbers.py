"""Numbers and dates are written as readers in Finland write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.numbers import day, millions, money, number, percent, span

NBSP = "\u00a0"


def test_thousands_are_parted_by_a_no_break_space_in_every_language():
    assert {money(lang, 833_318) for lang in ("fi", "sv", "en")} == {f"833{NBSP}318{NBSP}€"}


def test_a_negative_amount_has_a_true_minus_sign():
    assert money("fi", Decimal("-1347")) == f"\u22121{NBSP}347{NBSP}€"


def test_a_difference_may_carry_its_sign():
    assert number("fi", 5_116, signed=True) == f"+5{NBSP}116"


def test_cents_are_shown_only_when_there_are_some():
    assert money("sv", Decimal("9683.34")) == f"9{NBSP}683,34{NBSP}€"
    assert money("sv", Decimal("9683.00")) == f"9{NBSP}683{NBSP}€"


def test_zero_is_zero_and_missing_is_two_dots():
    assert money("fi", 0) == f"0{NBSP}€"
    assert money("fi", None) == money("fi", float("nan")) == "··"


def test_a_share_has_one_decimal_and_a_comma():
    assert percent("en", Decimal("79.1")) == f"79,1{NBSP}%"


def test_a_range_in_millions_prints_both_ends():
    assert millions("fi", 1_220_000_000, 1_780_000_000) == f"1{NBSP}220–1{NBSP}780{NBSP}milj.{NBSP}€"


def test_dates_are_written_in_the_way_of_each_language():
    assert [day(lang, date(2017, 9, 29)) for lang in ("fi", "sv", "en")] == [
        "29.9.2017",
        "29.9.2017",
        f"29{NBSP}Sept{NBSP}2017",
    ]


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2016, 8, 25), date(2016, 8, 25), "25.8.2016"),
        (date(2018, 3, 1), date(2018, 5, 31), "kevät 2018"),
        (date(2017, 9, 1), date(2017, 11, 30), "syksy 2017"),
        (date(2016, 8, 1), date(2016, 8, 31), "elokuu 2016"),
        (date(2018, 1, 1), date(2018, 12, 31), "2018"),
        (date(2017, 9, 1), date(2017, 9, 29), "1.9.2017–29.9.2017"),
        (date(2018, 3, 1), date(2019, 3, 31), "1.3.2018–31.3.2019"),
        (None, None, "ei ilmoitettu lähteessä"),
    ],
)
def test_a_span_is_written_as_exactly_as_it_is_known(earliest, latest, words):
    assert span("fi", earliest, latest) == words


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_what_is_written_can_be_read_back_to_the_cent(value):
    written = money("fi", value).removesuffix(f"{NBSP}€")
    read = written.replace(NBSP, "").replace("\u2212", "-").replace(",", ".")
    assert Decimal(read) == value
