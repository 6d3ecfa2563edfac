"""The pages of municipalities, as a reader without scripts gets them."""

import re

import pytest

from components.numbers import NBSP
from components.places import municipality_path
from tests.whole_site import HOST, panel


@pytest.mark.parametrize(
    ("lang", "share"), [("fi", "Kunnan osuutta ei ilmoiteta lähteessä."), ("sv", "Kommunens andel")]
)
def test_the_three_joint_grants_of_nokia_stand_whole_and_are_never_summed(get, lang, share):
    told = panel(get(municipality_path(lang, "536", "Nokia")), "municipality-grants")
    for amount in ("29 050 €", "7 000 €", "20 000 €"):
        assert amount.replace(" ", NBSP) in told
    for partner in ("Lempäälä", "Ylöjärvi", "Vesilahti"):
        assert partner in told
    assert share in told
    assert "56 050".replace(" ", NBSP) not in told


def test_a_returned_part_stands_at_the_grant_and_among_the_unknowns(get):
    page = get("/fi/kunta/213-kangasniemi")
    assert "Osa palautettu, summaa ei ilmoiteta" in panel(page, "municipality-grants")
    assert "paljonko avustuksesta palautettiin" in panel(page, "municipality-missing")
    assert "palaut" not in panel(get("/fi/kunta/536-nokia"), "municipality-missing")


def test_the_population_follows_the_day_as_on_the_map_and_shows_its_date(get):
    def told(search: str) -> str:
        return panel(get(f"/fi/kunta/536{search}"), "municipality-place")

    for search in ("", "?as_of=2018-12-31", "?as_of=2017-12-31"):
        assert f"33{NBSP}527 (31.12.2018)" in told(search)
    assert f"35{NBSP}346 (31.12.2022)" in told("?as_of=2023-06-30")
    assert "ei ole asukaslukua" in told("?known_by=2017-12-31")


def test_the_experiments_of_a_municipality_lead_to_their_pages(get):
    page = get("/fi/kunta/536")
    for code in ("2017-lempaala", "2017-tampereen-seutu", "2018-nokia"):
        assert f'href="/fi/kokeilut/{code}"' in page
    assert "ei ole kokeilua" in panel(get("/fi/kunta/020"), "municipality-experiments")


def test_a_role_without_a_state_tells_the_states_known_of_single_experiments(get):
    nokia, kangasniemi = (panel(get(f"/fi/kunta/{place}"), "municipality-role") for place in ("536-nokia", "213"))
    assert "Lähde ilmoittaa tilan vain osasta: Suunnitelma laadittu" in nokia
    assert "Osa jäi toteuttamatta" in kangasniemi
    assert "vain osasta" not in kangasniemi


def test_a_merged_municipality_and_its_successor_name_each_other(get):
    former, successor = get("/fi/kunta/174"), get("/fi/kunta/297")
    assert '<a href="/fi/kunta/297-kuopio">Kuopio</a>. Yhdistymispäivä: 1.1.2017' in former
    assert '<a href="/fi/kunta/174-juankoski">Juankoski</a>' in successor


def test_a_merged_municipality_leads_to_its_successor_and_not_to_similar_ones(get):
    page = get("/fi/kunta/174")
    for identity in ("municipality-role", "municipality-similar"):
        assert 'href="/fi/kunta/297-kuopio"' in page.split(f'<section id="{identity}"')[1].split("</section>")[0]
    assert 'href="#municipality-similar"' not in page


def test_a_municipality_with_nothing_is_a_helpful_page(get):
    page = get("/fi/kunta/020")
    assert "Se ei tarkoita, ettei kunta olisi ollut mukana." in page
    assert {"26", "67"} <= set(panel(page, "municipality-role").split())
    assert 'href="#municipality-similar"' in page
    assert "Janakkala" in panel(page, "municipality-similar")
    assert 'class="empty"' not in page


def test_files_of_a_panel_hold_what_the_panel_shows(client, get):
    page = get("/fi/kunta/165")
    file = re.search(r'href="(/api/v1/answers/awards_by_grant\.csv[^"]*)"', page)[1].replace("&amp;", "&")
    text = client.get(file, base_url=HOST).get_data().decode("utf-8")
    assert "2018-janakkala" in text
    assert "2022-janakkala" in text


def test_a_facet_in_the_address_narrows_nothing_on_the_page(get):
    assert "29 050".replace(" ", NBSP) in panel(get("/fi/kunta/536?round=2018&region=01"), "municipality-grants")
