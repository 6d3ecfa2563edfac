"""The list of municipalities and the search, as a reader without scripts gets them."""

import re

import pytest

import queries
from tests.whole_site import panel


@pytest.mark.parametrize(("day", "count"), [("2018-12-31", 311), ("2025-01-01", 308), ("2016-12-31", 313)])
def test_the_list_follows_the_division_of_the_day(get, day, count):
    assert f"Luettelossa on {count} kuntaa." in get(f"/fi/kunta?as_of={day}")


def test_a_region_narrows_the_list(get):
    page = panel(get("/fi/kunta?region=21"), "municipalities-list")
    assert "Maarianhamina" in page
    assert "Nokia" not in page


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/fi/haku?q=Nokai", "/fi/kunta/536-nokia"),
        ("/sv/sok?q=turku", "/sv/kommun/853-abo"),
        ("/fi/haku?q=pirkanmaa", "/fi/kunta?region=06"),
        ("/fi/haku?q=varaamo", "/fi/avustukset/2018-rovaniemi"),
        ("/fi/haku?q=digilab", "/fi/kokeilut/imatra-digilab"),
        ("/en/search?q=joint+project", "/en/method#term-joint-project"),
        ("/fi/haku?q=kannustin", "/fi/avustukset?programme=kannustin"),
    ],
)
def test_each_hit_leads_to_its_page(get, address, link):
    assert f'href="{link}"' in get(address)


def test_the_search_says_how_and_says_when_nothing_is_found(get):
    assert "Miten haen?" in get("/fi/haku")
    assert "ei löytynyt mitään" in get("/fi/haku?q=xyzxyzxyz")
    assert "Tarkoititko jotakin näistä?" in get("/fi/haku?q=hollolanseutu")


@pytest.mark.parametrize("text", ["%25", "_", "%27%22%3Cscript%3E", "%F0%9F%98%80", "%C3%A4" * 80])
def test_hostile_words_are_shown_as_words(get, text):
    assert "<script>" not in panel(get(f"/fi/haku?q={text}"), "search-hits")


def test_every_term_has_an_anchor_on_the_method_page(get):
    terms = {row["term_code"].replace("_", "-") for row in queries.run("terms_by_code").rows()}
    assert set(re.findall(r'id="term-([a-z-]+)"', get("/fi/menetelma"))) == terms
    assert len(terms) >= 20
