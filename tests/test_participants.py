"""Participants and experiments as they are shown: registers, figures, sentences and cards, by looking inside."""

import re
from datetime import date

from components import experiment_card, experiment_tables, experiment_words, participant_charts, participant_tables
from components import participant_words as words
from components.filters import Filters
from components.places import municipality_path, place_link
from components.render import to_html
from tests.handful import named

CHOICE = Filters()


def participant(code: str, name: str, **more) -> dict:
    told = {"role_code": "experimenter", "theme_code": None, "participant_status_code": "not_stated"}
    told |= {"evidence_code": "received_grant", "joined_earliest": None, "joined_latest": None, "region_code": "06"}
    texts = (
        named(fi=name) | named("region", fi="Pirkanmaa") | named("topic", fi="Varaamo") | named("role_basis", fi="B")
    )
    place = {"participant_kind": "municipality", "participant_code": code, "source_ids": "vm-loppuraportti-2019"}
    return place | told | texts | more


ROWS = [
    participant("989", "Ähtäri", theme_code="learning", joined_latest=date(2017, 1, 31)),
    participant("536", "Nokia"),
    participant("11", "Pohjois-Savo", participant_kind="region", region_code="11"),
]


def order(choice: Filters) -> list[str]:
    page = to_html(participant_tables.register(ROWS, choice))
    return re.findall(r'class="register-title"[^>]*>([^<]+)<', page)


def test_participants_are_in_the_order_of_the_alphabet():
    assert order(CHOICE) == ["Nokia", "Pohjois-Savo", "Ähtäri"]
    assert order(Filters(sort="-name")) == ["Ähtäri", "Pohjois-Savo", "Nokia"]


def test_what_is_not_stated_comes_last_whichever_way_it_is_sorted():
    assert order(Filters(sort="theme")) == order(Filters(sort="-theme")) == ["Ähtäri", "Nokia", "Pohjois-Savo"]


def test_a_sort_that_does_not_exist_is_the_alphabet():
    assert order(Filters(sort="amount")) == ["Nokia", "Pohjois-Savo", "Ähtäri"]


def test_the_register_says_what_the_source_does_not_state():
    page = to_html(participant_tables.register(ROWS[1:2], CHOICE))
    assert page.count('<span class="unknown">ei ilmoitettu lähteessä</span>') == 2
    assert '<span class="unknown">luokittelematta</span>' in page
    assert 'href="#source-vm-loppuraportti-2019"' in page


def test_the_note_on_joining_is_said_only_when_nobody_has_a_date():
    assert words.not_stated_note(ROWS, "fi") is None
    assert "Mikään lähde ei kerro" in to_html(words.not_stated_note(ROWS[1:], "fi"))


def test_the_total_tells_the_kinds_in_view():
    assert to_html(words.total(ROWS, "fi")) == "Näkymässä on <strong>3 osallistujaa</strong>: 2 kuntaa, 1 maakunta."


def kind(name: str, registered, named_: int) -> dict:
    return {"participant_kind": name, "registered": registered, "named": named_}


def test_coverage_tells_the_named_of_the_registered():
    kinds = [kind("municipality", 67, 26), kind("region", 2, 1), kind("city_region", 1, 1)]
    said = re.sub("<[^>]*>", "", to_html(words.coverage(kinds, "en")))
    assert said.startswith("26 of the 67 registered municipalities are named in the published material.")
    assert "regions that registered was 2, and the number named is 1." in said
    assert "not known yet" in to_html(words.coverage([kind("municipality", None, 3)], "en"))
    assert words.coverage([kind("municipality", 67, 0)], "en") is None


COUNTS = [
    {"region_code": "06", **named(fi="Pirkanmaa"), "participants": 9, "municipalities": 8, "regions": 0},
    {"region_code": "14", **named(fi="Etelä-Pohjanmaa"), "participants": 2, "municipalities": 2, "regions": 0},
]
COUNTS = [row | {"city_regions": row["participants"] - row["municipalities"]} for row in COUNTS]


def test_regions_stand_by_the_alphabet_and_not_by_size_in_figure_and_table():
    figure = participant_charts.by_region(COUNTS, "fi")
    (bars,) = figure["data"]
    assert list(bars["x"]) == [2, 9]
    assert bars["text"] == ["2 osallistujaa", "9 osallistujaa"]
    assert bars["customdata"] == [{"region": "14"}, {"region": "06"}]
    page = to_html(participant_tables.by_region(COUNTS, CHOICE))
    assert page.index("Etelä-Pohjanmaa") < page.index("Pirkanmaa") < page.index("Yhteensä")
    assert ">11<" in page


def test_themes_keep_their_order_and_one_is_not_classified():
    rows = [{"theme_code": code, "participants": n} for code, n in (("learning", 7), (None, 2))]
    (bars,) = participant_charts.by_theme(rows, "sv")["data"]
    assert (bars["text"], bars["customdata"]) == (["7 deltagare", "2 deltagare"], [{"theme": "learning"}, {}])


def test_a_municipality_has_an_address_of_plain_letters():
    assert municipality_path("fi", "989", "Ähtäri") == "/fi/kunta/989-ahtari"
    assert municipality_path("sv", "445", "Pargas (Väståboland)") == "/sv/kommun/445-pargas-vastaboland"


def test_a_name_leads_to_its_place():
    assert place_link(ROWS[2], CHOICE) == "?region=11"
    assert place_link(ROWS[1], Filters(as_of=date(2017, 12, 31), theme="x")) == "/fi/kunta/536-nokia?as_of=2017-12-31"


def experiment(**more) -> dict:
    told = {name: None for stem in ("question", "change", "result", "lesson") for name in named(stem, fi="")}
    told |= {"state_code": "not_stated", "state_earliest": None, "state_latest": None, "nature_code": "not_stated"}
    told |= {"use_code": "not_stated", "use_checked_on": None, "evidence_code": "received_grant", "theme_code": None}
    told |= {"grant_id": None, "programme_code": "p", "known_since": date(2018, 12, 31), "experiment_code": "2018-x"}
    return told | named("title", fi="Varaamo") | named("members", fi="Nokia, Lempäälä") | more


def test_a_card_says_of_every_field_that_it_is_not_known():
    page = to_html(experiment_card.facts(experiment(), CHOICE, grants="/fi/avustukset"))
    assert page.count("ei ilmoitettu lähteessä") == 7
    assert "Lähteissä ei ole avustusta tähän" in page


def test_a_card_tells_state_use_and_grant():
    told = {"state_code": "not_carried_out", "state_earliest": date(2018, 3, 1), "state_latest": date(2019, 3, 31)}
    told |= {
        "use_code": "in_use",
        "use_checked_on": date(2020, 1, 2),
        "grant_id": "2018-x",
        **named("lesson", fi="Opittiin."),
    }
    page = to_html(experiment_card.facts(experiment(**told), CHOICE, grants="/fi/avustukset"))
    assert "Jäi toteuttamatta (tarkkaa päivää ei tiedetä: 1.3.2018–31.3.2019)" in page
    assert "Käytössä, tarkistettu 2.1.2020" in page
    assert 'href="/fi/avustukset/2018-x"' in page
    assert "Opittiin." in page


def test_the_register_of_experiments_leads_to_lasting_pages_without_the_facets():
    choice = Filters(as_of=date(2018, 12, 31), theme="learning", sort="-name")
    page = to_html(experiment_tables.register([experiment()], choice, detail="/fi/kokeilut"))
    assert 'href="/fi/kokeilut/2018-x?as_of=2018-12-31"' in page


def test_the_sentence_counts_what_the_sources_tell():
    rows = [experiment(**named("result", fi="Valmis.")), experiment(use_code="in_use"), experiment()]
    said = re.sub("<[^>]*>", "", to_html(experiment_words.told(rows, "fi")))
    assert said.startswith("Näkymässä on 3 kokeilua. Lähteet kertovat tuloksen 1 kokeilusta, opin 0 kokeilusta")


def test_the_evaluation_and_the_role_are_told_where_they_matter():
    assert experiment_words.notes([experiment()], CHOICE) is None
    assert "arvioinnin" in to_html(experiment_words.notes([experiment(programme_code="digikuntakokeilu")], CHOICE))
    assert "rajaa vain osallistujia" in to_html(experiment_words.notes([experiment()], Filters(role="experimenter")))
