"""What a reader without scripts, a search engine or an archive gets: the whole page in the first response."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from components.filters import LANGUAGES, Filters
from components.numbers import NBSP

HOST = "http://127.0.0.1"
SAMPLES = {
    "grant": ["2018-nokia"],
    "experiment": ["2018-kangasniemi-varhaiskasvatus"],
    "municipality": ["536", "174", "020"],
}
MINUS = "\u2212"


@pytest.fixture(scope="module")
def get(release_dir):
    """Asks the real site, in-process, for a page: status and text."""
    from app import server

    client = server.test_client()

    def ask(address: str) -> tuple[int, str]:
        response = client.get(address, base_url=HOST)
        return response.status_code, response.get_data().decode("utf-8", "replace")

    return ask


@pytest.fixture(scope="module")
def addresses(release_dir) -> list[str]:
    """Every page in every language; of those with a variable, the samples."""
    import pages
    from app import server

    assert server
    return [
        path
        for page in pages.all_pages()
        for code in SAMPLES.get(page.variable, [None])
        for path in page.addresses(Filters(**({page.variable: code} if code else {}))).values()
    ]


class Reader(HTMLParser):
    """What a page holds: links, ids, headings of the first level, attributes that the policy would drop."""

    def __init__(self, text: str):
        super().__init__()
        self.links, self.ids, self.h1, self.styled = set(), [], 0, []
        self.feed(text[: text.index('<div id="offline"')])

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.h1 += tag == "h1"
        self.ids += [found["id"]] if "id" in found else []
        self.styled += [tag] if "style" in found else []
        if tag == "a" and found.get("href"):
            self.links.add(found["href"])


def spaced(number: str) -> str:
    """A number with the no-break spaces that pages write."""
    return number.replace(" ", NBSP)


def test_every_page_answers_in_every_language(get, addresses):
    assert [address for address in addresses if get(address)[0] != 200] == []


def test_the_browser_looks_at_every_page(addresses):
    """A page that `tests/browser/places.py` does not name would escape axe and every other look."""
    import pages
    from tests.browser.places import SLUGS

    assert {page.key for page in pages.all_pages()} == set(SLUGS) - {"missing"}


def test_every_page_has_one_heading_unique_ids_and_no_style_attribute(get, addresses):
    for address in addresses:
        page = Reader(get(address)[1])
        assert (address, page.h1) == (address, 1)
        assert (address, len(page.ids) - len(set(page.ids))) == (address, 0)
        assert (address, page.styled) == (address, [])


def test_no_link_within_the_site_is_dead(get, addresses):
    """Choices are followed in one language; the packs have tests of their own, which make each of them once."""
    links = {urljoin(address, link) for address in addresses for link in Reader(get(address)[1]).links}
    own = {link.partition("#")[0] for link in links if not urlsplit(link).netloc and link.startswith("/")}
    own = {link for link in own if not link.startswith("/api/") or link.endswith("lang=fi")}
    own = {link for link in own if ("?" not in link or link.startswith(("/fi/", "/api/"))) and "/pack." not in link}
    listed = set(re.findall(rf"<loc>{HOST}([^<]*)</loc>", get("/sitemap.xml")[1]))
    own -= {link for link in own if has_a_variable(link) and urlsplit(link).path in listed} - set(addresses)
    assert [link for link in sorted(one_of_each_kind(own)) if get(link)[0] != 200] == []


def one_of_each_kind(links: set[str]) -> set[str]:
    """One link for each path and set of choices: of a heatmap's hundreds of cells one stands for the others."""
    kinds = {(urlsplit(link).path, frozenset(parse_qs(urlsplit(link).query))): link for link in sorted(links)}
    return set(kinds.values())


def has_a_variable(link: str) -> bool:
    """True for one of many pages of a kind: the samples stand for the others, which the site map must name."""
    import pages

    found = pages.find(urlsplit(link).path)
    return bool(found and found[0].variable)


def test_every_anchor_on_a_page_leads_somewhere(get, addresses):
    for address in addresses:
        page = Reader(get(address)[1])
        assert {link for link in page.links if link.startswith("#") and link[1:] not in page.ids} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_situation_stands_on_the_front_page(get, lang):
    page = get(f"/{lang}/")[1]
    for number in ("833 318 €", "79,1 %", "447 700 €", "399 993 €", "47 707 €", "1 054 000 €", f"{MINUS}1 347 €"):
        assert spaced(number) in page
    for number in ("67", "23", "26", "311", "25"):
        assert re.search(rf">[^<]*\b{number}\b", page)


@pytest.mark.parametrize("address", ["/fi/talous", "/sv/ekonomi", "/en/costs"])
def test_the_numbers_of_the_budget_stand_on_the_costs_page(get, address):
    page = get(address)[1]
    numbers = (
        "40 113|111 753|72 912|78 425|303 203|185 874|215 466|399 993|7 400|57 714|59 892|125 006|34|3 849|1 121|113"
    )
    totals = "5 116|5 117|47 547|359 190|349 391|77 190|77 191|833 318|833 319|406 737|756 128|1 063 900|19 086|27 274"
    assert [number for number in f"{numbers}|{totals}".split("|") if spaced(number) not in page] == []


@pytest.mark.parametrize("address", ["/fi/avustukset", "/sv/understod", "/en/grants"])
def test_every_grant_stands_on_the_grants_page(get, address):
    page = get(address)[1]
    amounts = "10 500|21 500|29 050|37 860|7 000|26 250|21 000|31 500|20 300|25 700|9 940|16 000|24 500|20 000|10 150"
    amounts += "|24 815|5 000|28 135|48 000|9 500|204 960|242 740|447 700"
    assert [number for number in amounts.split("|") if spaced(f"{number} €") not in page] == []


@pytest.mark.parametrize("joint", ["lead", "equal", "undivided"])
def test_the_total_is_the_same_in_every_joint_mode(get, joint):
    page = get(f"/fi/avustukset?joint={joint}")[1]
    assert spaced("447 700 €") in page
    assert spaced("574 800") not in page


def test_on_the_last_day_of_2017_there_is_no_grant_of_2018(get):
    assert spaced("406 737 €") in get("/fi/?as_of=2017-12-31")[1]
    page = get("/fi/avustukset?as_of=2017-12-31")[1]
    assert "Kangasniemi" not in page[page.index('id="grants-register"') : page.index('id="grants-by-round"')]
    assert spaced("204 960 €") in page


def test_on_the_last_day_of_2018_the_costs_had_reached_their_sum(get):
    assert spaced("756 128 €") in get("/sv/?as_of=2018-12-31")[1]


def test_what_was_not_known_yet_is_said_in_words(get):
    page = get("/fi/?known_by=2018-12-31")[1]
    assert "Kustannuksista ei ollut vielä tietoa." in page
    assert spaced("833 318") not in page[page.index('id="front-situation"') : page.index('id="front-savings"')]


def test_a_choice_that_cannot_be_understood_is_told(get):
    status, page = get("/en/costs?as_of=yesterday")
    assert status == 200
    assert "could not be understood" in page


@pytest.mark.parametrize("address", ["/fi/ei-ole", "/fi/avustukset/2099-none", "/de/", "/fi/talous/x", "/wp-admin.php"])
def test_an_unknown_address_answers_404(get, address):
    assert get(address)[0] == 404


def test_the_bare_address_leads_to_the_finnish_front_page(release_dir):
    from app import server

    response = server.test_client().get("/?as_of=2017-12-31", base_url=HOST)
    assert (response.status_code, response.headers["Location"]) == (302, "/fi/?as_of=2017-12-31")


def test_a_page_without_figures_asks_for_no_plotly(get):
    assert "plotly.js" not in get("/fi/")[1]
    assert "plotly.js" in get("/fi/talous")[1]


def test_the_site_map_names_every_page_in_every_language(get, addresses):
    text = get("/sitemap.xml")[1]
    assert [address for address in addresses if f"<loc>{HOST}{address}</loc>" not in text] == []


def test_the_language_links_keep_every_choice(get):
    page = get("/fi/avustukset?as_of=2018-12-31&round=2018&joint=equal")[1]
    assert 'href="/sv/understod?as_of=2018-12-31&amp;joint=equal&amp;round=2018"' in page
