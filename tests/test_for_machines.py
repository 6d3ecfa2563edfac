"""What programs ask of any site: the map, the contact of security, the feed, the card of a shared address, limits."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image

from components.open_data.limits import LIMITS
from queries import database
from tests.whole_site import HOST

ROOT = Path(__file__).parent.parent
SITE_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
COSTS = "/api/v1/answers/costs_by_year.csv"


@pytest.fixture(scope="module")
def get(client):
    return lambda path: client.get(path, base_url=HOST)


def test_the_site_map_tells_languages_and_the_day_of_the_last_change(get):
    entries = fromstring(get("/sitemap.xml").data).findall(f"{SITE_MAP}url")
    assert len(entries) > 900
    for entry in entries[:6]:
        links = {each.get("hreflang"): each.get("href") for each in entry if each.get("rel") == "alternate"}
        assert set(links) == {"fi", "sv", "en", "x-default"}
        assert links["x-default"] == links["fi"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry.find(f"{SITE_MAP}lastmod").text)


def test_robots_may_read_everything_and_find_the_map(get):
    assert get("/robots.txt").text.splitlines() == ["User-agent: *", "Allow: /", f"Sitemap: {HOST}/sitemap.xml"]


@pytest.mark.parametrize(
    ("told", "written"),
    [("a@example.fi", "mailto:a@example.fi"), ("mailto:a@example.fi",) * 2, ("https://example.fi/x",) * 2],
)
def test_security_txt_names_the_contact_and_ends_within_a_year(get, monkeypatch, told, written):
    monkeypatch.setenv("CONTACT", told)
    fields = dict(line.split(": ", 1) for line in get("/.well-known/security.txt").text.splitlines())
    assert fields["Contact"] == written
    ends = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=90) < ends - datetime.now(UTC) < timedelta(days=365)
    assert fields["Canonical"] == f"{HOST}/.well-known/security.txt"


@pytest.mark.parametrize("told", ["", "javascript:alert(1)", "nobody"])
def test_without_a_contact_there_is_no_security_txt(get, monkeypatch, told):
    monkeypatch.setenv("CONTACT", told)
    assert get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(("path", "lang"), [("/fi/talous", "fi"), ("/sv/ekonomi", "sv"), ("/en/costs", "en")])
def test_a_page_names_its_card_its_feed_and_its_languages(get, path, lang):
    head = get(path).text.partition("<body>")[0]
    card = dict(re.findall(r'<meta property="([a-z:_]+)" content="([^"]*)">', head))
    title = unescape(re.search(r"<title>(.*?)</title>", head)[1])
    assert title.startswith(unescape(card["og:title"]))
    assert card["og:url"] == f"{HOST}{path}"
    assert re.search(f'<link rel="canonical" href="{HOST}{path}">', head)
    assert set(re.findall(r'hreflang="([a-z-]+)"', head)) == {"fi", "sv", "en", "x-default"}
    [feed] = re.findall(r'type="application/atom\+xml" title="[^"]+" href="([^"]+)"', head)
    assert get(feed).content_type == "application/atom+xml; charset=utf-8"
    picture = get(card["og:image"].removeprefix(HOST))
    assert (picture.status_code, picture.content_type) == (200, "image/png")
    size = Image.open(ROOT / card["og:image"].removeprefix(f"{HOST}/")).size
    assert size == (int(card["og:image:width"]), int(card["og:image:height"])) == (1200, 630)


def test_an_unknown_page_says_nothing_of_itself_to_others(get):
    assert "og:" not in get("/fi/ei-ole").text


def test_the_longest_address_that_is_told_is_taken_and_no_longer_one(get):
    fits = "q=" + "a" * (LIMITS["query_characters"] - 2)
    assert get(f"{COSTS}?{fits}").json["code"] == "bad_value"  # looked at, and the words are too long
    assert get(f"{COSTS}?{fits}a").json["code"] == "bad_request"
    room = LIMITS["path_characters"] - len("/api/")
    assert get("/api/" + "a" * room).status_code == 404
    assert get("/api/" + "a" * (room + 1)).status_code == 400
    assert get(f"{COSTS}?" + "&".join(["lang=fi"] * LIMITS["query_parameters"])).json["code"] == "repeated_parameter"
    assert get(f"{COSTS}?" + "&".join(["lang=fi"] * (1 + LIMITS["query_parameters"]))).json["code"] == "bad_request"


def test_the_limits_that_are_told_are_those_of_the_database_and_of_nginx(monkeypatch):
    monkeypatch.delenv("QUERY_SECONDS", raising=False)
    assert (LIMITS["rows"], LIMITS["seconds_per_question"]) == (database.MAX_ROWS, database.seconds())
    nginx = (ROOT / "deploy/nginx/tilannekuva.conf").read_text("utf-8")
    reading = (ROOT / "deploy/nginx/pages.conf").read_text("utf-8")
    assert nginx.count("include /etc/nginx/tilannekuva/pages.conf;") == 2
    assert f"limit_conn tilannekuva_readers {LIMITS['connections_per_address']};" in reading
    assert f"zone=tilannekuva_packs:10m rate={LIMITS['packs_per_minute_per_address']}r/m;" in nginx
    assert f"limit_req zone=tilannekuva_packs burst={LIMITS['packs_at_once_per_address']} " in nginx


def test_the_limits_stand_in_the_description_and_on_the_page(get):
    assert get("/api/v1/openapi.json").json["x-limits"] == LIMITS
    page = get("/en/interface").text
    assert all(f"{number:,}".replace(",", "\u00a0") in page for number in LIMITS.values())
