"""The page for leaders and the page of benefits: what they say on any day, and that each link leads to its figure."""

import re
from datetime import date
from urllib.parse import urlsplit

import pytest

from components import benefit_tables
from components.filters import LANGUAGES, Filters
from components.numbers import NBSP
from components.render import to_html
from components.text import say
from tests.whole_site import HOST, Reader

PATHS = {
    "leadership": {"fi": "/fi/johto", "sv": "/sv/ledning", "en": "/en/leadership"},
    "meeting": {"fi": "/fi/kokous", "sv": "/sv/mote", "en": "/en/meeting"},
    "benefits": {"fi": "/fi/hyodyt", "sv": "/sv/nytta", "en": "/en/benefits"},
}
NONE = {"fi": "Ei hälytyksiä.", "sv": "Inga varningar.", "en": "No alerts."}


@pytest.fixture(scope="module")
def get(release_dir):
    from app import server

    kept: dict[str, str] = {}

    def ask(address: str) -> str:
        if address not in kept:
            kept[address] = server.test_client().get(address, base_url=HOST).get_data(as_text=True)
        return kept[address]

    return ask


def panel(page: str, identity: str) -> str:
    """The HTML of one panel."""
    return page[page.index(f'id="{identity}"') :].split("<section")[0]


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
    assert NONE[lang] in panel(page, "leadership-alerts")
    assert NONE[lang] not in get(PATHS["leadership"][lang])


def test_the_age_of_the_data_is_told_while_the_programme_runs_and_that_it_has_ended_after_that(get):
    ended = "Ohjelma on päättynyt, uutta tietoa ei ole luvassa"
    alerts = [
        panel(get(f"/fi/johto{search}"), "leadership-alerts").split("<table")[0] for search in ("", "?as_of=2018-06-06")
    ]
    assert [ended in each for each in alerts] == [True, False]
    assert ["Päiviä uusimman tiedon julkaisemisesta" in each for each in alerts] == [False, True]


def test_a_card_tells_target_light_path_owner_review_and_why(get):
    card = panel(get("/fi/johto"), "leadership-figures").split("leader-card")[2].replace(NBSP, " ")
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
    registered = panel(get("/fi/johto"), "leadership-figures").split("leader-card")[5]
    assert "Lähteessä ei ole tavoitetta." in registered
    assert "Seuraava tarkastelu: ei ilmoitettu lähteessä." in registered


def test_the_changes_of_a_card_are_those_of_the_meeting(get):
    """The four rows of 2019 that moved the cost are among the changes of the meeting, with equal amounts."""
    moved = re.findall(r"2019: uusi, ([^<]+)", panel(get("/fi/johto"), "leadership-figures").split("leader-card")[2])
    meeting = panel(get("/fi/kokous"), "meeting-changes")
    assert len(moved) == 4
    assert [amount for amount in moved if amount not in meeting] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_changed_rows_that_add_up_to_another_sum_have_the_rounding_beside_them(get, lang):
    """The rows of 2019 are 77 191 together, the printed totals moved by 77 190; 2018 has no rounding."""
    for place, name in (("leadership", "leadership-figures"), ("meeting", "meeting-changes")):
        found = panel(get(PATHS[place][lang]), name).replace(NBSP, " ").replace(",", " ")
        assert "77 191" in found
        assert "77 190" in found
        plain = panel(get(f"{PATHS[place][lang]}?as_of=2018-12-31&since=2017-12-31"), name)
        assert say(lang, "costs.budget.rounding") in found
        assert say(lang, "costs.budget.rounding") not in plain


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_national_estimates_stand_side_by_side_with_basis_and_source(get, lang):
    shown = panel(get(PATHS["benefits"][lang]), "benefits-estimates").replace(NBSP, " ")
    for ends in ("7–23", "440–680", "81–230", "1 220–1 780"):
        assert ends in shown
    assert shown.count('class="bases"') == 1
    assert '#source-vm-loppuraportti-2019"' in shown
    assert '#source-vm-tiedote-saastot-2017"' in shown


def test_each_basis_of_the_estimates_has_a_heading_of_its_own(get):
    shown = get("/fi/hyodyt")
    bases = shown[shown.index('class="bases"') :].split("</ul>")[0]
    headings = re.findall(r"<strong>([^<]*)</strong>", bases)
    assert headings[:2] == [f"{means} keinot · Valtiovarainministeriön tiedote 2017" for means in ("Nopeat", "Hitaat")]
    assert len(headings) == len(set(headings)) == 3


def statement(code: str, evidence: str, kind: str = "money", low=None, high=None, **more) -> dict:
    words = {f"{name}_{lang}": code for name in ("name", "statement") for lang in LANGUAGES}
    row = {"benefit_code": code, "evidence_class_code": evidence, "benefit_kind_code": kind, "grant_id": None}
    row |= {"stated_earliest": None, "stated_latest": date(2019, 1, 31), "use_code": "not_stated", "is_newest": True}
    return row | words | {"low_eur": low, "high_eur": high, "source_ids": "vm-loppuraportti-2019"} | more


def test_only_measured_amounts_are_added_and_only_to_each_other():
    rows = [
        statement("a", "study_estimate", low=1_220_000_000, high=1_780_000_000),
        statement("b", "promise", low=5, high=5),
    ]
    rows += [statement("c", "measured", low=10, high=10), statement("d", "measured", low=20, high=20)]
    shown = to_html(benefit_tables.classes(rows, "en")).replace(NBSP, " ")
    assert re.findall(r"<td[^>]*>([^<]*)</td></tr>", shown) == ["Not added up", "Not added up", "30 €", "None reported"]
    assert "1 780" not in shown


def test_a_result_left_unused_stays_in_the_ledger_and_is_listed():
    rows = [statement("a", "promise", use_code="not_in_use"), statement("b", "promise")]
    choice = Filters(lang="en")
    assert to_html(benefit_tables.ledger(rows, choice)).count('scope="row"') == 2
    assert to_html(benefit_tables.unused(rows, choice)).count('scope="row"') == 1
    assert benefit_tables.unused_words([rows[1]], "en") == ["None reported"]


def test_what_became_of_a_promise_is_told_apart_and_is_no_promise():
    later = statement("a", "happened", use_code="no_result")
    rows = [statement("a", "promise"), later | {"statement_en": "It was relaxed."}]
    shown = to_html(benefit_tables.ledger(rows, Filters(lang="en")))
    assert "It was relaxed." in shown.split("What happened")[-1]
    assert "It was relaxed." not in to_html(benefit_tables.classes(rows, "en"))
    assert benefit_tables.classes_words(rows, "en") == benefit_tables.classes_words(rows[:1], "en")


def test_a_kind_that_nobody_told_of_is_none_reported():
    shown = to_html(benefit_tables.other([statement("a", "promise", kind="quality")], "en"))
    time = shown[shown.index("The resident") :].split("</tr>")[0]
    assert time.count("None reported") == 3


@pytest.mark.parametrize("address", ["/fi/", "/fi/johto"])
@pytest.mark.parametrize("value", ["67", "23"])
def test_the_counts_of_municipalities_lead_to_a_panel_that_says_them(get, address, value):
    ways = set(re.findall(rf'<a href="([^"]+)"[^>]*>(?:<[^>]+>)*{value}\b', get(address)))
    assert ways
    for way in ways:
        parts = urlsplit(way)
        assert "missing" not in parts.fragment
        assert re.search(rf">{value}<|\b{value} kunnassa", panel(get(parts.path), parts.fragment)), way


def test_the_count_of_real_assessments_is_no_example_and_unknown_before_it_was_told(get):
    now, then = get("/sv/mognad"), get("/sv/mognad?as_of=2017-12-31")
    assert 'class="stamp"' not in panel(now, "maturity-assessed")
    assert "Verkliga bedömningar hade gjorts i 23 kommuner (2/2019)" in panel(now, "maturity-assessed")
    assert "ännu inte känt" in panel(then, "maturity-assessed")


def test_a_reader_finds_a_municipality_where_all_are_listed(get):
    page = get("/en/municipality")
    form = page[page.index('class="search"') :].split("</form>")[0]
    assert 'value="536"' in form
    assert 'name="municipality"' in form


def test_the_band_tells_of_data_newer_than_the_last_milestone_until_a_day_is_chosen(get):
    for lang, words in {"fi": "Muita tietoja ", "sv": "Övriga uppgifter till ", "en": "Other data to "}.items():
        assert words in get(PATHS["leadership"][lang])
        assert words not in get(f"{PATHS['leadership'][lang]}?as_of=2018-06-06")
