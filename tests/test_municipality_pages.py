"""The pages of municipalities and the search, as a reader without scripts gets them."""

import re

import pytest

import queries
from components.numbers import NBSP
from components.places import municipality_path

HOST = "http://127.0.0.1"


@pytest.fixture(scope="module")
def client(release_dir):
    from app import server

    return server.test_client()


@pytest.fixture(scope="module")
def get(client):
    """The text of a page that is there."""

    def ask(address: str) -> str:
        response = client.get(address, base_url=HOST)
        assert response.status_code == 200, address
        return response.get_data().decode("utf-8")

    return ask


def panel(page: str, name: str) -> str:
    """The text of one panel of a page, tags left out."""
    inner = re.search(rf'<section id="{name}".*?</section>', page, re.S)[0]
    return re.sub(r"<[^>]+>", " ", inner)


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/fi/kunta/536-turku", "/fi/kunta/536-nokia"),
        ("/fi/kunta/nokia", "/fi/kunta/536-nokia"),
        ("/fi/kunta/abo", "/fi/kunta/853-turku"),
        ("/sv/kommun/helsinki", "/sv/kommun/091-helsingfors"),
        ("/sv/kommun/091-helsinki?as_of=2018-12-31", "/sv/kommun/091-helsingfors?as_of=2018-12-31"),
        ("/fi/kunta/juankoski", "/fi/kunta/174-juankoski"),
        ("/en/municipality?municipality=499&as_of=2018-12-31", "/en/municipality/499-korsholm?as_of=2018-12-31"),
    ],
)
def test_another_way_of_writing_leads_to_the_page(client, address, leads_to):
    response = client.get(address, base_url=HOST)
    assert (response.status_code, response.headers["Location"]) == (302, leads_to)


@pytest.mark.parametrize("address", ["/fi/kunta/999", "/fi/kunta/999-x", "/fi/kunta/zz", "/fi/kunta?municipality=999"])
def test_an_unknown_municipality_is_not_there(client, address):
    assert client.get(address, base_url=HOST).status_code == 404


def test_the_bare_code_answers_and_names_its_own_address(get):
    assert f'<link rel="canonical" href="{HOST}/fi/kunta/536-nokia">' in get("/fi/kunta/536")


def test_every_municipality_of_a_division_is_in_the_site_map(get):
    listed = set(re.findall(r"<loc>[^<]*/fi/kunta/([0-9]{3})-", get("/sitemap.xml")))
    rows = queries.run("municipalities_by_name").rows()

    def there(day: str) -> set[str]:
        return {row["municipality_code"] for row in rows if row["valid_to"] is None or str(row["valid_to"]) >= day}

    assert (len(there("2018-12-31") & listed), len(there("2025-01-01") & listed), len(listed)) == (311, 308, 313)


def test_a_name_in_an_address_means_one_municipality(release_dir):
    queries.pin(None)
    rows = queries.run("municipalities_by_name").rows()
    names = {}
    for row in rows:
        for lang in ("fi", "sv", "en"):
            path = municipality_path("fi", "", row[f"name_{lang}"])
            names.setdefault(path, set()).add(row["municipality_code"])
    assert {path: codes for path, codes in names.items() if len(codes) > 1} == {}


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


def test_titles_and_descriptions_differ_by_municipality_and_language(get):
    pages = [get(address) for address in ("/fi/kunta/536", "/sv/kommun/536", "/en/municipality/536", "/fi/kunta/020")]
    for tag in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)"'):
        assert len({re.search(tag, page)[1] for page in pages}) == len(pages)


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
