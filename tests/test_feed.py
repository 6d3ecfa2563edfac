"""The feed of changes: what was published, which tables changed, in the form of RFC 4287."""

import re
from datetime import date, datetime
from urllib.parse import urlsplit

import pytest
from defusedxml.ElementTree import fromstring

import queries
from components.open_data import Site, feed
from queries.published import Publication, TableChange, publications
from tests.handful import publish_handful

ATOM = "{http://www.w3.org/2005/Atom}"
FIRST, SECOND, THIRD = "000000000001", "000000000002", "000000000003"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
SLUGS = {"data": {"fi": "avoin-data", "sv": "oppna-data", "en": "open-data"}}
SITE = Site(address="https://example.fi", publisher="Example", contact="", slugs=SLUGS)
ONE = {"region_code": "01", "name_fi": "A", "name_sv": "A", "name_en": "A"}
TWO = {"region_code": "02", "name_fi": "B", "name_sv": "B", "name_en": "B"}


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Three releases: two regions, then one of them corrected, then one more."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    queries.unpin()
    root = tmp_path / "releases"
    publish_handful(root, FIRST, {"regions": [ONE]})
    publish_handful(root, SECOND, {"regions": [{**ONE, "name_fi": "Å"}]})
    publish_handful(root, THIRD, {"regions": [{**ONE, "name_fi": "Å"}, TWO]})
    yield root
    queries.unpin()


def test_each_publication_tells_the_tables_that_changed_and_their_rows(root):
    told = queries.publications()
    assert [each.id for each in told] == [FIRST, SECOND, THIRD]
    assert {change.rows_before for change in told[0].changes} == {None}
    assert told[1].changes == (TableChange("regions", 1, 1),)
    assert told[2].changes == (TableChange("regions", 1, 2),)


def test_a_release_that_may_not_be_seen_is_not_told_and_its_changes_come_with_the_next(root):
    told = publications(root, [FIRST, THIRD])
    assert [each.id for each in told] == [FIRST, THIRD]
    assert told[1].changes == (TableChange("regions", 1, 2),)


def test_a_release_whose_description_has_changed_is_not_told(root):
    manifest = root / SECOND / "release.json"
    manifest.chmod(0o644)
    manifest.write_bytes(manifest.read_bytes() + b" ")
    assert [each.id for each in queries.publications()] == [FIRST, THIRD]


def written(told, lang="fi"):
    page = f"https://example.fi/{lang}/avoin-data"
    return fromstring(feed.feed(told, lang=lang, site=SITE, own=f"/{lang}/muutokset.atom", page=page))


def some(count: int) -> list[Publication]:
    change = (TableChange("regions", 1, 2),)
    return [Publication(f"{number:012x}", date(2026, 1, 1), change, {}) for number in range(count)]


def one(parent, name: str):
    """The only child of that name: RFC 4287 allows no second one."""
    [found] = parent.findall(ATOM + name)
    return found


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_feed_has_what_the_standard_asks_for(lang):
    root = written(some(3), lang)
    assert root.tag == ATOM + "feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    assert one(one(root, "author"), "name").text == "Example"
    for each in [root, *root.findall(ATOM + "entry")]:
        address = urlsplit(one(each, "id").text)
        assert address.scheme
        assert address.netloc
        assert one(each, "title").text.strip()
        assert MOMENT.fullmatch(one(each, "updated").text)
        assert datetime.fromisoformat(one(each, "updated").text)
    [own] = [link for link in root.findall(ATOM + "link") if link.get("rel") == "self"]
    assert own.get("href") == f"https://example.fi/{lang}/muutokset.atom"


def test_each_entry_has_an_id_of_its_own_and_one_page():
    entries = written(some(3)).findall(ATOM + "entry")
    assert len({one(entry, "id").text for entry in entries}) == 3
    pages = [[link for link in entry.findall(ATOM + "link") if link.get("rel") == "alternate"] for entry in entries]
    assert [len(each) for each in pages] == [1, 1, 1]


def test_an_entry_says_in_words_what_changed_and_where_the_table_is():
    entry = one(written(some(1)), "entry")
    assert one(entry, "summary").text == "Muuttunut taulu: Maakunnat (regions), rivejä ennen 1, nyt 2."
    [link] = [link.get("href") for link in entry.findall(ATOM + "link") if link.get("rel") == "related"]
    assert link == "https://example.fi/api/v1/tables/regions.csv?lang=fi&release=000000000000"


def test_a_long_history_is_told_from_its_newest_end():
    entries = written(some(60)).findall(ATOM + "entry")
    assert len(entries) == 50
    assert one(entries[0], "id").text.endswith(f"{59:012x}")


def test_nothing_published_is_a_feed_too():
    assert written([]).findall(ATOM + "entry") == []
