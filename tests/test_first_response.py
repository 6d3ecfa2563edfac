"""What a reader without scripts, a search engine or an archive gets: the whole page in the first response."""

import re
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from components.filters import Filters
from tests.whole_site import HOST, SAMPLES, Reader


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


def test_every_page_answers_in_every_language(client, addresses):
    assert [address for address in addresses if status_of(client, address) != 200] == []


def status_of(client, address: str) -> int:
    return client.get(address, base_url=HOST).status_code


def test_the_browser_looks_at_every_page(addresses):
    """A page that `tests/browser/places.py` does not name would escape axe and every other look."""
    import pages
    from tests.browser.places import SLUGS

    assert {page.key for page in pages.all_pages()} == set(SLUGS) - {"missing"}


def test_every_page_has_one_heading_unique_ids_and_no_style_attribute(get, addresses):
    for address in addresses:
        page = Reader(get(address))
        assert (address, page.h1) == (address, 1)
        assert (address, len(page.ids) - len(set(page.ids))) == (address, 0)
        assert (address, page.styled) == (address, [])


def test_no_link_within_the_site_is_dead(client, get, addresses):
    """Choices are followed in one language; the packs have tests of their own, which make each of them once."""
    links = {urljoin(address, link) for address in addresses for link in Reader(get(address)).links}
    own = {link.partition("#")[0] for link in links if not urlsplit(link).netloc and link.startswith("/")}
    own = {link for link in own if not link.startswith("/api/") or link.endswith("lang=fi")}
    own = {link for link in own if ("?" not in link or link.startswith(("/fi/", "/api/"))) and "/pack." not in link}
    listed = set(re.findall(rf"<loc>{HOST}([^<]*)</loc>", get("/sitemap.xml")))
    own -= {link for link in own if has_a_variable(link) and urlsplit(link).path in listed} - set(addresses)
    assert [link for link in sorted(one_of_each_kind(own)) if status_of(client, link) != 200] == []


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
        page = Reader(get(address))
        assert {link for link in page.links if link.startswith("#") and link[1:] not in page.ids} == set()


def test_a_choice_that_cannot_be_understood_is_told(get):
    assert "could not be understood" in get("/en/costs?as_of=yesterday")


@pytest.mark.parametrize("address", ["/fi/ei-ole", "/fi/avustukset/2099-none", "/de/", "/fi/talous/x", "/wp-admin.php"])
def test_an_unknown_address_answers_404(client, address):
    assert status_of(client, address) == 404


def test_an_unknown_address_of_ours_tells_the_ways_on(client):
    page = client.get("/sv/finns-inte", base_url=HOST).text
    for way in ("/sv/", "/sv/sok", "/sv/kommun", "/sv/oppna-data"):
        assert f'href="{way}"' in page
        assert status_of(client, way) == 200


def test_the_bare_address_leads_to_the_finnish_front_page(client):
    response = client.get("/?as_of=2017-12-31", base_url=HOST)
    assert (response.status_code, response.headers["Location"]) == (302, "/fi/?as_of=2017-12-31")


def test_a_page_without_figures_asks_for_no_plotly(get):
    assert "plotly.js" not in get("/fi/")
    assert "plotly.js" in get("/fi/talous")


def test_the_site_map_names_every_page_in_every_language(get, addresses):
    text = get("/sitemap.xml")
    assert [address for address in addresses if f"<loc>{HOST}{address}</loc>" not in text] == []


def test_the_language_links_keep_every_choice(get):
    page = get("/fi/avustukset?as_of=2018-12-31&round=2018&joint=equal")
    assert 'href="/sv/understod?as_of=2018-12-31&amp;joint=equal&amp;round=2018"' in page
