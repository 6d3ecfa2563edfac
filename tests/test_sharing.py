"""What a reader takes along of one figure: the sheet (`?share=`), the figure alone (`?embed=`), the lasting link."""

import re
from html import unescape

import pytest

from components.filters import Filters
from components.notices import notices
from components.render import to_html
from components.text import LANGUAGES, say
from tests.whole_site import HOST

COSTS = "/fi/talous?as_of=2017-12-31"


@pytest.fixture
def release_id(release_dir) -> str:
    import queries

    queries.pin(None)
    return queries.release().id


def fields(page: str) -> dict[str, str]:
    """The texts to copy by their id."""
    found = re.findall(r'<textarea[^>]* id="share-(\w+)"[^>]*>(.*?)</textarea>', page, re.S)
    return {name: unescape(text) for name, text in found}


def test_every_way_to_a_sheet_names_a_panel_of_its_page(get, release_dir):
    import pages

    ways = 0
    for page in pages.all_pages():
        if not page.variable:
            text = get(page.path("fi"))
            shared = set(re.findall(r'href="[^"]*[?;]share=([a-z0-9-]+)', text))
            assert shared <= set(re.findall(r'<section[^>]* id="([a-z0-9-]+)"', text)), page.key
            ways += len(shared)
    assert ways > 50


def test_every_panel_of_a_page_leads_to_its_own_sheet(get):
    page, earlier = get("/fi/talous"), get(COSTS)
    panels = re.findall(r'<section id="(costs-[a-z-]+)" class="panel"', page)
    assert len(panels) > 3
    for panel in panels:
        assert f'href="?share={panel}"' in page
        assert f'href="?as_of=2017-12-31&share={panel}"' in unescape(earlier)
        assert fields(get(f"/fi/talous?share={panel}"))["live"] == f"{HOST}/fi/talous#{panel}"


def test_the_lasting_link_names_the_release_and_keeps_every_choice(get, release_id):
    texts = fields(get(f"{COSTS}&share=costs-booked"))
    assert texts["live"] == f"{HOST}{COSTS}#costs-booked"
    assert texts["frozen"] == f"{HOST}{COSTS}&release={release_id}#costs-booked"
    assert texts["frozen"] in texts["citation"]
    assert "31.12.2017" in texts["citation"]


def test_the_sheet_of_a_lasting_link_still_leads_to_the_newest_data(get, release_id):
    texts = fields(get(f"/fi/talous?release={release_id}&share=costs-booked"))
    assert texts["live"] == f"{HOST}/fi/talous#costs-booked"
    assert "release=" not in re.search(r'src="([^"]*)"', texts["embed"])[1]


def test_one_embedding_follows_the_newest_data_and_another_keeps_these_numbers(client, get, release_id):
    texts = fields(get("/fi/talous?share=costs-booked"))
    newest, kept = (re.search(r'src="([^"]*)"', texts[name])[1] for name in ("embed", "embed_frozen"))
    assert "release=" not in newest
    assert f"release={release_id}" in kept
    for address in (newest, kept):
        assert client.get(unescape(address).removeprefix(HOST), base_url=HOST).status_code == 200


def test_a_question_carries_the_figure_its_address_and_its_reference(get, release_id, monkeypatch):
    texts = fields(get("/sv/ekonomi?share=costs-booked"))
    assert f"costs-booked@{release_id}" in texts["question"]
    assert f"/sv/ekonomi?release={release_id}#costs-booked" in texts["question"]


def test_a_figure_alone_holds_its_numbers_runs_nothing_and_may_stand_in_any_frame(client):
    response = client.get("/en/costs?embed=costs-booked", base_url=HOST)
    page, policy = response.get_data(as_text=True), response.headers["Content-Security-Policy"]
    assert "399\u00a0993" in page
    assert "<script" not in page
    assert '<base target="_blank">' in page  # a link would otherwise open the site within the frame
    assert "frame-ancestors *" in policy
    assert "script-src" not in policy
    assert "X-Frame-Options" not in response.headers
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_only_a_figure_alone_may_stand_in_a_frame(client):
    for address in (
        "/en/costs",
        "/en/costs?share=costs-booked",
        "/api/v1/?embed=costs-booked",
        "/en/costs?embed=no-such",
    ):
        response = client.get(address, base_url=HOST)
        assert response.headers["X-Frame-Options"] == "DENY", address
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


def test_example_data_are_stamped_where_they_stand_alone(get):
    assert 'class="stamp"' in get("/fi/kypsyys?embed=maturity-levels")
    assert 'class="stamp"' not in get("/fi/talous?embed=costs-booked")


def test_a_figure_alone_says_when_it_is_put_together_of_facts_learned_later(get):
    assert "koottu jälkikäteen" in get(f"{COSTS}&embed=costs-booked")
    assert "koottu jälkikäteen" not in get("/fi/talous?embed=costs-booked")


@pytest.mark.parametrize("key", ["share", "embed"])
def test_search_engines_find_the_page_and_not_its_parts(get, key):
    assert 'content="noindex"' in get(f"/fi/talous?{key}=costs-booked")
    assert 'content="noindex"' not in get("/fi/talous")


@pytest.mark.parametrize("key", ["share", "embed"])
def test_a_panel_that_is_not_there_is_not_found(client, key):
    assert client.get(f"/fi/talous?{key}=costs-nothing", base_url=HOST).status_code == 404


def test_a_lasting_link_says_whether_the_data_have_changed_since():
    choice = Filters(release="000000000001", round="2018")
    same = to_html(notices(choice, {"state": "ok", "release_id": "000000000001"}))
    changed = to_html(notices(choice, {"state": "ok", "release_id": "000000000002"}))
    assert "yhä uusimmat" in same
    assert "against" not in same
    assert 'href="/fi/kokous?against=000000000001#meeting-releases"' in changed
    assert 'href="?round=2018"' in same
    assert 'href="?round=2018"' in changed


PATHS = {"fi": "/fi/talous", "sv": "/sv/ekonomi", "en": "/en/costs"}


def numbers(text: str) -> list[str]:
    """Every sum of money of a panel, in its order."""
    return re.findall(r"\u2212?\d[\d\u00a0]*\u00a0€", text)


def section_of(page: str, panel: str) -> str:
    return re.search(rf'<section id="{panel}".*?</section>', page, re.S)[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_figure_alone_is_that_of_the_page_in_every_language(get, lang):
    page, alone = get(PATHS[lang]), get(f"{PATHS[lang]}?embed=costs-booked")
    assert f'<html lang="{lang}"' in alone
    assert numbers(section_of(page, "costs-booked")) == numbers(section_of(alone, "costs-booked")) != []
    assert "399\u00a0993\u00a0€" in alone
    assert say(lang, "costs.booked.question") in alone
    assert say(lang, "share.embedded.open", site=say(lang, "site.name")) in unescape(alone)
    files = re.findall(r'href="(/api/v1/answers/[^"]*)"', section_of(page, "costs-booked"))
    assert files == re.findall(r'href="(/api/v1/answers/[^"]*)"', section_of(alone, "costs-booked"))
    assert [unescape(each) for each in files if ".jsonstat" in each]
    assert all(f"lang={lang}" in each for each in files)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_speaks_one_language(get, lang):
    page = get(f"{PATHS[lang]}?share=costs-booked")
    assert f'<html lang="{lang}"' in page
    texts, sheet_of = fields(page), re.search(r"<main.*?</main>", page, re.S)[0]
    assert texts["live"] == f"{HOST}{PATHS[lang]}#costs-booked"
    assert say(lang, "costs.booked.question") in texts["citation"]
    for key in ("heading", "live.heading", "frozen.heading", "citation.heading", "embed.heading", "question.heading"):
        assert say(lang, f"share.{key}") in unescape(sheet_of)
        others = {say(each, f"share.{key}") for each in LANGUAGES} - {say(lang, f"share.{key}")}
        assert not [other for other in others if f">{other}<" in unescape(sheet_of)]
