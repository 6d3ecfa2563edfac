"""The page for leaders: what it says on any day, and that each link leads to its figure."""

import re
from urllib.parse import urlsplit

import pytest

from components.filters import LANGUAGES
from components.numbers import NBSP
from components.text import say
from tests.whole_site import Reader, panel_html

PATHS = {
    "leadership": {"fi": "/fi/johto", "sv": "/sv/ledning", "en": "/en/leadership"},
    "meeting": {"fi": "/fi/kokous", "sv": "/sv/mote", "en": "/en/meeting"},
}
NONE = {"fi": "Ei hälytyksiä.", "sv": "Inga varningar.", "en": "No alerts."}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("search", ["", "?as_of=2018-06-06", "?as_of=2018-06-06&known_by=2018-06-06", "?joint=equal"])
def test_every_number_and_reason_leads_to_a_place_that_is_there(get, lang, search):
    """One tap opens the changes, a second one is at the rows: the link holds the choices, and its anchor is there."""
    page = get(PATHS["leadership"][lang] + search)
    assert 'role="alert"' not in page.partition('id="offline"')[0]
    content = Reader(page[page.index('id="content"') :])
    links = {link for link in content.links if link.startswith(f"/{lang}/") and "#" in link}
    assert len(links) > 4
    for link in links:
        place = urlsplit(link)
        assert place.fragment in Reader(get(link.partition("#")[0])).ids, link
        for choice in filter(None, search.removeprefix("?").split("&")):
            assert choice in place.query


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_alerts_are_said_in_words(get, lang):
    page = get(f"{PATHS['leadership'][lang]}?as_of=2018-06-06&known_by=2018-06-06")
    assert NONE[lang] in panel_html(page, "leadership-alerts")
    assert NONE[lang] not in get(PATHS["leadership"][lang])


def test_the_age_of_the_data_is_told_while_the_programme_runs_and_that_it_has_ended_after_that(get):
    ended = "Ohjelma on päättynyt, uutta tietoa ei ole luvassa"
    alerts = [
        panel_html(get(f"/fi/johto{search}"), "leadership-alerts").split("<table")[0]
        for search in ("", "?as_of=2018-06-06")
    ]
    assert [ended in each for each in alerts] == [True, False]
    assert ["Päiviä uusimman tiedon julkaisemisesta" in each for each in alerts] == [False, True]


def test_a_card_tells_target_light_path_owner_review_and_why(get):
    card = panel_html(get("/fi/johto"), "leadership-figures").split("leader-card")[2].replace(NBSP, " ")
    assert card.count("/fi/talous#costs-budget") == 2
    for words in (
        "833 318 €",
        "Arvion sisällä",
        "Lähellä rajaa: yli 95 % mutta enintään 100 %",
        "alkuperäinen arvio 1 054 000 €",
        "79,1 %",
        "2017: 359 190 €",
        "Omistaja: Valtiovarainministeriö",
        "Seuraava tarkastelu: 1.6.2019",
        "Esimerkkiaineisto",
        "4 muutosta 29.1.2019 jälkeen",
    ):
        assert words in card
    registered = panel_html(get("/fi/johto"), "leadership-figures").split("leader-card")[5]
    assert "Lähteessä ei ole tavoitetta." in registered
    assert "Seuraava tarkastelu: ei ilmoitettu lähteessä." in registered


def test_the_changes_of_a_card_are_those_of_the_meeting(get):
    """The four rows of 2019 that moved the cost are among the changes of the meeting, with equal amounts."""
    moved = re.findall(
        r"2019: uusi, ([^<]+)", panel_html(get("/fi/johto"), "leadership-figures").split("leader-card")[2]
    )
    meeting = panel_html(get("/fi/kokous"), "meeting-changes")
    assert len(moved) == 4
    assert [amount for amount in moved if amount not in meeting] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_changed_rows_that_add_up_to_another_sum_have_the_rounding_beside_them(get, lang):
    """The rows of 2019 are 77 191 together, the printed totals moved by 77 190; 2018 has no rounding."""
    for place, name in (("leadership", "leadership-figures"), ("meeting", "meeting-changes")):
        found = panel_html(get(PATHS[place][lang]), name).replace(NBSP, " ").replace(",", " ")
        assert "77 191" in found
        assert "77 190" in found
        plain = panel_html(get(f"{PATHS[place][lang]}?as_of=2018-12-31&since=2017-12-31"), name)
        assert say(lang, "costs.budget.rounding") in found
        assert say(lang, "costs.budget.rounding") not in plain


@pytest.mark.parametrize("address", ["/fi/", "/fi/johto"])
@pytest.mark.parametrize("value", ["67", "23"])
def test_the_counts_of_municipalities_lead_to_a_panel_that_says_them(get, address, value):
    ways = set(re.findall(rf'<a href="([^"]+)"[^>]*>(?:<[^>]+>)*{value}\b', get(address)))
    assert ways
    for way in ways:
        parts = urlsplit(way)
        assert "missing" not in parts.fragment
        assert re.search(rf">{value}<|\b{value} kunnassa", panel_html(get(parts.path), parts.fragment)), way


def test_the_count_of_real_assessments_is_no_example_and_unknown_before_it_was_told(get):
    now, then = get("/sv/mognad"), get("/sv/mognad?as_of=2017-12-31")
    assert 'class="stamp"' not in panel_html(now, "maturity-assessed")
    assert "Verkliga bedömningar hade gjorts i 23 kommuner (2/2019)" in panel_html(now, "maturity-assessed")
    assert "ännu inte känt" in panel_html(then, "maturity-assessed")


def test_a_reader_finds_a_municipality_where_all_are_listed(get):
    page = get("/en/municipality")
    form = page[page.index('class="search"') :].split("</form>")[0]
    assert 'value="536"' in form
    assert 'name="municipality"' in form


def test_the_band_tells_of_data_newer_than_the_last_milestone_until_a_day_is_chosen(get):
    for lang, words in {"fi": "Muita tietoja ", "sv": "Övriga uppgifter till ", "en": "Other data to "}.items():
        assert words in get(PATHS["leadership"][lang])
        assert words not in get(f"{PATHS['leadership'][lang]}?as_of=2018-06-06")
