"""What changed between two days of the real release, and what a page of the meeting says of it."""

import re
from datetime import date

import pytest

import pages
from components.filters import LANGUAGES, Filters
from components.numbers import NBSP
from data.catalogue import PROGRAM
from tests.golden import END_2017, END_2018, ask, by, figures
from tests.whole_site import SAMPLES

pytestmark = pytest.mark.usefixtures("release_dir")
CLOSING, END = date(2019, 1, 29), date(2019, 3, 31)


def panel(text: str, name: str) -> str:
    """One panel of a page."""
    return re.search(rf'<section[^>]*id="meeting-{name}".*?</section>', text, flags=re.S)[0]


def test_any_day_is_read_as_it_was():
    assert figures(as_of=END_2017)["total_cost"] == 406_737
    assert {row["round_code"] for row in ask("awards_by_grant", as_of=END_2017).rows()} == {"2017"}
    assert figures(as_of=END_2018)["total_cost"] == 756_128
    assert ask("costs_by_type_and_year", known_by=END_2018).rows() == []


def test_the_money_that_changed_between_the_last_two_milestones():
    rows = ask("changes_by_row", since=CLOSING, as_of=END).rows()
    costs = {row["fact_code"]: row["difference_number"] for row in rows if row["changed_table_code"] == "costs"}
    assert costs == {"services": 78_425, "grants": -1_347, "personnel": 0, "other": 113}
    (returned,) = [row for row in rows if row["changed_table_code"] == "grants"]
    assert (returned["grant_id"], returned["fact_code"], returned["new_number"]) == ("2018-kangasniemi", "return", None)
    assert returned["note_fi"]
    assert {row["change_kind_code"] for row in rows} == {"new"}


def test_a_changed_role_has_the_source_of_its_reason_beside_that_of_the_row():
    rows = by(ask("changes_by_row", since=CLOSING, as_of=END), "name_fi", "source_ids")
    assert rows["Varkaus"] == "vm-loppuraportti-2019 vm-tiedote-2017-09-29"


def test_the_awards_of_2018_are_the_only_new_grants_of_that_year():
    rows = ask("changes_by_row", since=END_2017, as_of=END_2018).rows()
    assert sum(row["new_number"] for row in rows if row["changed_table_code"] == "grants") == 242_740


def test_all_that_a_day_shows_is_told_when_it_became_known_later():
    later = by(ask("facts_known_later_by_table", as_of=END_2018), "changed_table_code", "known_later")
    assert later["costs"] == 11
    assert ask("facts_known_later_by_table", as_of=END_2018, known_by=END_2018).rows() == []


def test_the_last_meetings_have_a_green_light_with_its_age():
    row = ask("lights_by_meeting").rows()[-1]
    assert (row["meeting_number"], row["original_light_code"], row["same_meetings"]) == (13, "within", 11)
    assert len(ask("meetings_by_number").rows()) == figures()["meetings"] == 13


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/fi/kokous", "Vertailu: 29.1.2019 ja 31.3.2019."),
        ("/sv/mote", "Jämförelse: 29.1.2019 och 31.3.2019."),
        ("/en/meeting", "Comparison: 29 Jan 2019 and 31 Mar 2019."),
    ],
)
def test_the_page_compares_the_last_two_milestones_and_says_so(get, address, said):
    page = get(address)
    assert said in page.replace(NBSP, " ")
    for number in ("756 128 €", "833 318 €", "+77 190 €"):
        assert number.replace(" ", NBSP) in panel(page, "figures")


@pytest.mark.parametrize(
    ("address", "changed", "values"),
    [
        ("/fi/kokous", "Uusia: 13.", "Muuttuneita: 455."),
        ("/sv/mote", "Nya: 13.", "Ändrade: 455."),
        ("/en/meeting", "New: 13.", "Changed: 455."),
    ],
)
def test_kinds_of_changes_are_counted_in_the_plural(get, address, changed, values):
    page = get(address)
    assert changed in panel(page, "changes")
    assert values in panel(page, "assessments")


def test_no_changes_is_said_in_words_in_every_panel_of_changes(get):
    page = get("/fi/kokous?since=2016-08-25&as_of=2016-08-26")
    for name in ("changes", "decision-changes", "assessments"):
        assert "Ei muutoksia: 25.8.2016 ja 26.8.2016" in panel(page, name)


def test_open_decisions_come_first_with_the_figure_then_and_now(get):
    found = panel(get("/fi/kokous"), "decisions")
    assert found.index("Avoin") < found.index("Tehty")
    assert f"19{NBSP}086{NBSP}€, nyt 47{NBSP}707{NBSP}€".replace(" ", " ") in found
    assert 'href="/fi/talous?as_of=2018-02-22#costs-booked"' in found
    assert 'class="stamp"' in found


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/fi/kokous", "Kokous 13: ei päätöksiä. Kokous 12: 1 päätös."),
        ("/sv/mote?as_of=2018-02-22", "Möte 8: 1 beslut. Möte 7: 1 beslut."),
        ("/en/meeting?as_of=2018-05-10", "Meeting 8: 1 decision. Meeting 7: 1 decision."),
    ],
)
def test_what_the_last_two_meetings_decided_stands_above_the_decisions(get, address, said):
    assert said in panel(get(address), "decisions")


def test_the_rule_stands_beside_the_light(get):
    found = panel(get("/fi/kokous"), "lights")
    assert "Toteumaa verrataan alkuperäiseen arvioon." in found
    assert "Kokouksessa 13 valo oli ollut sama 11\u00a0kokousta peräkkäin." in found


WORDS = {"fi": "koottu jälkikäteen", "sv": "sammanställt i efterhand", "en": "This is reconstructed"}


def notice(text: str, lang: str) -> bool:
    """Whether a page says that it is put together of facts learned later."""
    return bool(re.search(rf'<div[^>]*class="notice notice--plain"[^>]*>[^<]*{WORDS[lang]}', text))


def test_every_page_drawn_with_facts_learned_later_says_so(get):
    for place, page in enumerate(pages.all_pages()):
        for code in SAMPLES.get(page.variable, [None]):
            lang = LANGUAGES[place % 3]
            address = page.addresses(Filters(**({page.variable: code} if code else {})))[lang]
            text = get(f"{address}?as_of=2018-12-31")
            assert notice(text, lang), address


@pytest.mark.parametrize("address", ["/fi/talous", "/sv/understod"])
def test_a_page_of_what_was_known_then_is_not_reconstructed(get, address):
    for search in ("?as_of=2018-12-31&known_by=2018-12-31", "?as_of=2019-03-31", ""):
        assert not notice(get(address + search), address[1:3])


def test_the_notice_is_printed():
    printed = (PROGRAM.parent / "assets" / "4-print.css").read_text("utf-8")
    assert not re.search(r"\.notice[^{]*\{[^}]*display: none", printed)


def test_a_file_of_a_day_tells_that_it_is_reconstructed(get):
    address = "/api/v1/answers/costs_by_year.json?as_of=2018-12-31"
    assert '"is_reconstructed":true' in get(address)
    assert '"is_reconstructed":false' in get(f"{address}&known_by=2018-12-31")
    assert '"is_reconstructed":false' in get("/api/v1/answers/costs_by_year.json")


def test_a_meeting_leads_to_its_own_day_and_the_one_before(get):
    page = get("/fi/kokous")
    listed = re.search(r'<details id="meetings">.*?</details>', page, flags=re.S)[0]
    assert len(re.findall("<li>", listed)) == 13
    assert 'href="?as_of=2017-12-15&amp;since=2017-09-29"' in listed
    seventh = get("/fi/kokous?as_of=2017-12-15&since=2017-09-29")
    assert "Asialista: kokous 7, 15.12.2017 (keksitty päivä)." in seventh
    assert "Vertailu: 29.9.2017 ja 15.12.2017." in seventh
    assert "Kokouksen 7 asialista." in panel(seventh, "agenda")
    assert "/api/v1/pack.pdf?as_of=2017-12-15&amp;since=2017-09-29" in seventh


def test_a_long_list_of_changed_values_is_paged_with_its_total(get):
    first, last = (panel(get(f"/fi/kokous?page={number}"), "assessments") for number in (1, 99))
    rows = ask("assessment_changes_by_row", since=CLOSING, as_of=END).rows()
    assert f"{len(rows)} arvoa muuttui, 29.1.2019–31.3.2019 (15 kunnassa)." in first
    assert f"Rivit 1–20, yhteensä {len(rows)}." in first
    assert f"–{len(rows)}, yhteensä {len(rows)}." in last


def test_a_day_that_is_not_earlier_is_not_compared_with(get):
    page = get("/fi/kokous?since=2019-03-31&as_of=2018-12-31")
    assert "Vertailu: 6.6.2018 ja 31.12.2018." in page
    assert "Valittu päivä ei ollut jälkimmäistä aiempi" in page


def test_what_was_not_known_of_the_costs_yet_is_said(get):
    page = get("/fi/kokous?as_of=2018-12-31&known_by=2018-12-31")
    assert "Kustannuksista ei ollut vielä tietoa." in panel(page, "figures")
    assert f"756{NBSP}128" not in panel(page, "figures")
    assert "Kustannukset<" not in panel(page, "changes")
