"""The EU benchmark over the real release: every number that must come out, on the page and in the files."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

import queries
from components.benchmark_choices import SCORED
from tests.whole_site import HOST

PAGES = {"fi": "/fi/vertailu", "sv": "/sv/jamforelse", "en": "/en/benchmark"}
REFERENCE = Path(__file__).parents[1].parent / "shared" / "reference" / "eu_egov_services_fi.csv"
OVERALL = {"fi": "86.0", "eu27": "72.9", "dk": "85.12", "ee": "91.76", "se": "76.67"}
LOCAL = {"online_availability": "92", "transparency_of_delivery": "9.52", "eid": "61.5"}
SUMS = {
    "online_availability": (88, "8720"),
    "mobile_friendliness": (88, "8800"),
    "transparency_of_delivery": (55, "3114.6"),
    "eid": (46, "4323"),
    "edocuments": (33, "2960"),
    "prefilled_forms": (42, "3900"),
}
EVENTS = {"Business Start-up": "business_start_up", "Economic": "regular_business"}


@pytest.fixture(scope="module")
def get(release_dir):
    """The text at an address of the real site."""
    from app import server

    client = server.test_client()
    return lambda address: client.get(address, base_url=HOST).get_data().decode("utf-8-sig")


@pytest.fixture
def ask(release_dir):
    queries.unpin()
    return lambda question, **choices: queries.run(question, **choices).rows()


def test_the_overall_scores_of_2021_and_2022(ask):
    rows = [row for row in ask("benchmark_scores_by_country", indicator="overall") if row["is_latest"]]
    assert {row["country_code"]: row["score_points"] for row in rows} == {
        code: Decimal(text) for code, text in OVERALL.items()
    }


def test_the_local_level_of_finland(ask):
    rows = {row["indicator_code"]: row for row in ask("benchmark_scores_by_level", country="fi", level="local")}
    assert {name: rows[name]["score_points"] for name in LOCAL} == {name: Decimal(text) for name, text in LOCAL.items()}
    assert [rows[name]["scored_services"] for name in LOCAL] == [5, 3, 2]


def test_the_local_level_of_finland_rests_on_five_services(ask):
    rows = ask("services_by_level")
    assert sum(row["benchmarked"] for row in rows) == 92
    assert len({row["life_event_code"] for row in rows}) == 9
    assert sum(row["benchmarked"] for row in rows if row["government_level_code"] == "local") == 5


@pytest.mark.parametrize("indicator", SUMS)
def test_the_scores_of_services_add_up(ask, indicator):
    scores = [row["score_points"] for row in ask("service_scores_by_service", indicator=indicator)]
    scored = [value for value in scores if value is not None]
    assert (len(scores), len(scored), sum(scored)) == (92, SUMS[indicator][0], Decimal(SUMS[indicator][1]))


def test_the_mean_of_the_services_of_the_state_is_the_score_of_the_state(ask):
    """Two ways to the same number: 57.72 is printed, and is the mean of 50 services."""
    rows = ask("service_scores_by_service", level="central", indicator="transparency_of_delivery")
    scored = [row["score_points"] for row in rows if row["score_points"] is not None]
    (printed,) = ask("benchmark_scores_by_level", country="fi", level="central", indicator="transparency_of_delivery")
    assert round(sum(scored) / len(scored), 2) == printed["score_points"]


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference is not beside the repository")
def test_every_cell_equals_the_reference(ask):
    with REFERENCE.open(encoding="utf-8") as file:
        listed = list(csv.DictReader(file))
    wanted = {}
    for row in listed:
        event = EVENTS.get(row["life_event"], row["life_event"].lower())
        code = f"{event}_{row['service'].split()[0].replace('.', '_')}"
        for indicator in SCORED:
            state = "scored" if row[indicator] else "not_stated" if row["applicable"] == "Yes" else "not_applicable"
            value = Decimal(row[indicator]) if row[indicator] else None
            wanted[code, indicator] = value, state, row["government_level"].lower() or None
    found = {
        (row["benchmark_service_code"], row["indicator_code"]): (
            row["score_points"],
            row["score_state_code"],
            row["government_level_code"],
        )
        for row in ask("service_scores_by_service")
    }
    assert len(wanted) == 92 * 6
    assert found == wanted


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_says_the_numbers(get, lang):
    page = get(PAGES[lang])
    for text in ("<strong>86,00</strong>", "<strong>72,90</strong>", ">9,52<", ">61,50<", ">92,00<"):
        assert text in page, text
    assert page.count('class="score-fold"') == 9
    assert page.count("heat-cell heat-not-applicable") == 4 * 6


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_has_the_caveat_of_the_local_level(get, lang):
    words = {"fi": "vain 5 palveluun", "sv": "bara 5 tjänster", "en": "only 5 services"}
    assert words[lang] in get(PAGES[lang])


def test_a_life_event_opens_its_services(get):
    page = get(PAGES["fi"] + "?life_event=health")
    assert '<details open id="services-health"' in page or 'id="services-health" class="score-fold" open' in page
    assert page.count('id="services-') >= 9


def test_the_file_of_services_has_every_cell(get):
    rows = list(
        csv.DictReader(io.StringIO(get("/api/v1/answers/service_scores_by_service.csv?lang=fi")), delimiter=";")
    )
    assert len(rows) == 552


def test_basic_skills_are_the_only_target_that_is_measured(ask):
    rows = {row["target_code"]: row for row in ask("targets_by_indicator")}
    assert [code for code, row in rows.items() if row["target_match_code"] == "same"] == ["basic_skills"]
    assert (rows["basic_skills"]["target_value"], rows["basic_skills"]["finland_value"]) == (80, 82)


def test_years_of_an_older_method_are_not_in_the_material(ask):
    methods = {row["benchmark_method_code"] for row in ask("benchmark_scores_by_country")}
    assert methods == {"from_2020"}
