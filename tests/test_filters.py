"""The reader's choices stand in the address and nowhere else."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.filters import CHOICES, Filters
from components.notices import notices
from components.render import to_html


def test_an_empty_address_is_the_first_programme_and_nothing_else():
    choice = Filters.from_search("")
    assert choice.programme == "digikuntakokeilu"
    assert choice.narrowed() == {}
    assert choice.to_search() == ""


def test_all_programmes_must_be_asked_for():
    assert Filters.from_search("?programme=all").programme is None
    assert Filters.from_search("?programme=all").to_search() == "?programme=all"


def test_dates_are_dates():
    assert Filters.from_search("?as_of=2017-12-31").as_of == date(2017, 12, 31)


@pytest.mark.parametrize(
    "search",
    [
        "as_of=2017-02-30",
        "as_of=٢٠١٧-12-31",
        "joint=half",
        "drawing=globe",
        "municipality=91",
        "round='; DROP",
        "page=0",
        "release=zz",
        "sort=A",
    ],
)
def test_a_choice_that_makes_no_sense_is_named_and_left_out(search):
    choice = Filters.from_search(f"?{search}")
    assert choice.problems == (search.partition("=")[0],)
    assert choice.to_search() == ""


def test_an_unknown_key_is_passed_over():
    assert Filters.from_search("?utm_source=x&round=2018") == Filters(round="2018")


def test_an_overlong_address_is_refused_whole():
    assert Filters.from_search("?round=" + "a" * 3_000) == Filters(problems=("address",))


def test_a_question_gets_only_what_it_asks_for():
    choice = Filters.from_search("?round=2018&joint=equal")
    assert choice.for_question(("as_of", "joint", "colour")) == {"as_of": None, "joint": "equal"}


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "as_of": st.dates(date(1900, 1, 1), date(2099, 12, 31)),
            "joint": st.sampled_from(["lead", "equal", "undivided"]),
            "municipality": st.from_regex(r"[0-9]{3}", fullmatch=True),
            "round": st.from_regex(r"20[0-9]{2}(-[12])?", fullmatch=True),
            "page": st.integers(1, 9_999),
        },
    )
)
def test_what_is_written_to_the_address_is_read_back(chosen):
    choice = Filters(**chosen)
    assert Filters.from_search(choice.to_search()) == choice


def test_every_choice_of_the_fixed_names_is_known():
    fixed = {
        "as_of",
        "known_by",
        "joint",
        "programme",
        "round",
        "theme",
        "region",
        "municipality",
        "role",
        "measure",
        "release",
    }
    assert fixed <= set(CHOICES)


def test_what_stands_in_the_path_is_not_written_into_the_query():
    choice = Filters(grant="2018-nokia", as_of=date(2017, 12, 31), in_path="grant")
    assert choice.to_search() == "?as_of=2017-12-31"
    assert choice.written()["grant"] == "2018-nokia"
    assert Filters(municipality="536", in_path="municipality").narrowed() == {}


@pytest.mark.parametrize("text", ["a" * 81, "a%00b", "%E2%80%A8", "%7F"])
def test_a_search_is_one_short_line(text):
    assert Filters.from_search(f"?q={text}").problems == ("q",)
    assert Filters.from_search("?q=Sipoo%20%C3%A4").q == "Sipoo ä"


@pytest.mark.parametrize(
    ("lang", "said"), [("fi", "päivä (as_of), Kunta (municipality)"), ("sv", "datum (as_of), Kommun (municipality)")]
)
def test_what_was_not_understood_is_called_by_its_word(lang, said):
    choice = replace(Filters.from_search("?as_of=huu&municipality=Nokia"), lang=lang)
    assert said in to_html(notices(choice, {"state": "ok", "release_id": "x"}))
