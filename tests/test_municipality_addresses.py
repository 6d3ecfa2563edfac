"""The addresses of municipalities: every way of writing leads to one page, and each page has a title of its own."""

import re

import pytest

import queries
from components.places import municipality_path
from tests.whole_site import HOST


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


def test_titles_and_descriptions_differ_by_municipality_and_language(get):
    pages = [get(address) for address in ("/fi/kunta/536", "/sv/kommun/536", "/en/municipality/536", "/fi/kunta/020")]
    for tag in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)"'):
        assert len({re.search(tag, page)[1] for page in pages}) == len(pages)
