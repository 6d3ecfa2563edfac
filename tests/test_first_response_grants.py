"""What pages of grants and experiments say in their first response, on a day and in each language."""

import re

import pytest

from tests.whole_site import spaced


def test_a_lasting_page_tells_a_return_whose_amount_is_not_stated(get):
    page = get("/fi/avustukset/2018-kangasniemi")
    assert spaced("16 000 €") in page
    assert "ei ilmoitettu lähteessä" in page


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/fi/?as_of=2018-06-06", "viimeisimmän vuoden kirjanpito ei ole vielä mukana"),
        ("/fi/?as_of=2017-12-31", "lähde ei selitä"),
        ("/fi/", "Lähde selittää sitä vain yhdellä palautuksella"),
    ],
)
def test_the_second_sentence_says_only_what_holds_on_the_day(get, address, said):
    page = get(address)
    assert said in page[page.index('id="front-situation"') : page.index('id="front-key-figures"')]


def test_the_sum_of_one_municipalitys_grants_is_told_to_be_that_of_whole_projects(get):
    said = get("/fi/avustukset?municipality=536")
    said = said[said.index('id="grants-register"') :].split("</p>")[0]
    assert spaced("56 050 €") in said
    assert "kaikkien saajien summa, ei kunnan osuus" in said


def test_a_grant_is_not_shown_as_awarded_before_it_was(get):
    page = get("/fi/avustukset/2018-kangasniemi?as_of=2017-12-31")
    assert spaced("16 000 €") not in page
    assert "ei ollut vielä myönnetty" in page


def test_a_municipality_without_a_grant_is_named(get):
    page = get("/fi/avustukset?municipality=020")
    assert "<strong>Akaa</strong>" in page
    assert page.count('class="empty"') == 1


def test_ceilings_are_counted_apart_in_words(get):
    assert "muista tiedetään vain enimmäismäärä" in get("/fi/avustukset?programme=all")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/fi/kokeilut", "<strong>26</strong> kuntaa <strong>67</strong> ilmoittautuneesta"),
        ("/sv/forsok", "<strong>26</strong> av <strong>67</strong> anmälda kommuner"),
        ("/en/experiments", "<strong>26</strong> of the <strong>67</strong> registered municipalities are named"),
    ],
)
def test_the_experiments_page_says_how_many_are_named(get, address, said):
    assert said in get(address)


def test_places_whose_participation_is_not_confirmed_are_not_participants(get):
    page = get("/fi/kokeilut")
    register = page[page.index('id="experiments-participants"') : page.index('id="experiments-by-theme"')]
    assert register.count('class="described"') == 28
    for place in ("Mikkeli", "Parainen", "Sipoo", "Espoo", "Helsinki"):
        assert place not in register


def test_every_experiment_stands_on_the_experiments_page_and_leads_to_its_own(get):
    page = get("/fi/kokeilut")
    register = page[page.index('id="experiments-register"') :]
    assert len(set(re.findall(r'href="(/fi/kokeilut/[a-z0-9-]+)"', register))) == 25


def test_an_experiment_that_was_not_carried_out_says_so_and_what_is_not_known(get):
    page = get("/fi/kokeilut/2018-kangasniemi-varhaiskasvatus")
    assert "Jäi toteuttamatta" in page
    assert re.search(r"<dt>Oppi</dt><dd><span class=\"unknown\">ei ilmoitettu lähteessä</span></dd>", page)
    before = get("/fi/kokeilut/2018-kangasniemi-varhaiskasvatus?known_by=2018-12-31")
    assert "Jäi toteuttamatta" not in before


def test_an_unknown_experiment_answers_404(response_of):
    assert response_of("/fi/kokeilut/2099-none", 404)
