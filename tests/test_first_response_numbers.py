"""The numbers that pages hold in their first response: the sums of the sources, on the last day and on earlier ones."""

import re

import pytest

from components.filters import LANGUAGES
from tests.whole_site import spaced

MINUS = "\u2212"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_situation_stands_on_the_front_page(get, lang):
    page = get(f"/{lang}/")
    for number in ("833 318 €", "79,1 %", "447 700 €", "399 993 €", "47 707 €", "1 054 000 €", f"{MINUS}1 347 €"):
        assert spaced(number) in page
    for number in ("67", "23", "26", "311", "25"):
        assert re.search(rf">[^<]*\b{number}\b", page)


@pytest.mark.parametrize("address", ["/fi/talous", "/sv/ekonomi", "/en/costs"])
def test_the_numbers_of_the_budget_stand_on_the_costs_page(get, address):
    page = get(address)
    numbers = (
        "40 113|111 753|72 912|78 425|303 203|185 874|215 466|399 993|7 400|57 714|59 892|125 006|34|3 849|1 121|113"
    )
    totals = "5 116|5 117|47 547|359 190|349 391|77 190|77 191|833 318|833 319|406 737|756 128|1 063 900|19 086|27 274"
    assert [number for number in f"{numbers}|{totals}".split("|") if spaced(number) not in page] == []


@pytest.mark.parametrize("address", ["/fi/avustukset", "/sv/understod", "/en/grants"])
def test_every_grant_stands_on_the_grants_page(get, address):
    page = get(address)
    amounts = "10 500|21 500|29 050|37 860|7 000|26 250|21 000|31 500|20 300|25 700|9 940|16 000|24 500|20 000|10 150"
    amounts += "|24 815|5 000|28 135|48 000|9 500|204 960|242 740|447 700"
    assert [number for number in amounts.split("|") if spaced(f"{number} €") not in page] == []


@pytest.mark.parametrize("joint", ["lead", "equal", "undivided"])
def test_the_total_is_the_same_in_every_joint_mode(get, joint):
    page = get(f"/fi/avustukset?joint={joint}")
    assert spaced("447 700 €") in page
    assert spaced("574 800") not in page


def test_on_the_last_day_of_2017_there_is_no_grant_of_2018(get):
    assert spaced("406 737 €") in get("/fi/?as_of=2017-12-31")
    page = get("/fi/avustukset?as_of=2017-12-31")
    assert "Kangasniemi" not in page[page.index('id="grants-register"') : page.index('id="grants-by-round"')]
    assert spaced("204 960 €") in page


def test_on_the_last_day_of_2018_the_costs_had_reached_their_sum(get):
    assert spaced("756 128 €") in get("/sv/?as_of=2018-12-31")


def test_what_was_not_known_yet_is_said_in_words(get):
    page = get("/fi/?known_by=2018-12-31")
    assert "Kustannuksista ei ollut vielä tietoa." in page
    assert spaced("833 318") not in page[page.index('id="front-situation"') : page.index('id="front-savings"')]
