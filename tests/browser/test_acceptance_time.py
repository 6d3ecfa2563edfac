"""As of a day and known by a day: what had not happened or was not yet told is on no page and in no file."""

from datetime import date

import pytest

from tests.browser.places import LANGUAGES, path
from tests.browser.reading import FORMS, column, days, header, missing, numbers, read
from tests.browser.visits import texts

COST_QUESTIONS = ("costs_by_type_and_year", "costs_by_year", "budget_by_type_and_year", "estimates_against_outcome")
NOTHING_KNOWN = {
    "fi": ("ei ollut vielä tietoa", "Kustannuksista ei ollut vielä tietoa."),
    "sv": ("fanns ännu inga uppgifter", "Om kostnaderna fanns ännu inga uppgifter."),
    "en": ("there was no information about this yet", "Nothing was known of the costs yet."),
}


def answered(page, question: str, search: str) -> dict[str, list[dict]]:
    """The rows of a question in the four kinds of files, as a program asks for them."""
    contents = {form: page.request.get(f"/api/v1/answers/{question}.{form}?{search}").body() for form in FORMS}
    names = header(contents["csv"])
    return {form: read(form, content, names) for form, content in contents.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("as_of", "cost"), [("2017-12-31", 406_737), ("2018-12-31", 756_128)])
def test_the_cost_is_that_of_the_day(plain, lang, as_of, cost):
    for key in ("front", "costs"):
        seen = numbers(texts(plain(path(key, lang, f"as_of={as_of}")), "main"))
        assert missing([cost], seen) == set()
        assert 833_318 not in seen


def test_each_file_has_the_cost_of_the_day(plain):
    page = plain(path("accessibility"))
    for form, rows in answered(page, "costs_by_year", "as_of=2017-12-31").items():
        assert column(rows, "cumulative_eur")[-1] == 406_737, form


@pytest.mark.parametrize("lang", LANGUAGES)
def test_at_the_end_of_2017_there_is_no_grant_of_2018(plain, lang):
    page = plain(path("grants", lang, "as_of=2017-12-31"))
    assert page.locator("#grants-register tbody tr").count() == 9
    assert page.locator("a[href*='/2018-'], option[value='2018']").count() == 0
    seen = numbers(texts(page, "main"))
    assert missing([9, 204_960], seen) == set()
    assert not {242_740, 447_700} & seen


def test_no_file_of_the_end_of_2017_has_a_grant_of_2018(plain):
    page = plain(path("grants", "fi", "as_of=2017-12-31"))
    links = page.locator("#grants-register a.file")
    addresses = dict(links.evaluate_all("links => links.map((each) => [each.dataset.file, each.href])"))
    contents = {form: page.request.get(addresses[form]).body() for form in FORMS}
    for form, content in contents.items():
        rows = read(form, content, header(contents["csv"]))
        assert max(days(rows, "decided_latest")) <= date(2017, 12, 31), form
        assert (len(rows), sum(column(rows, "amount_eur"))) == (9, 204_960), form


@pytest.mark.parametrize("lang", LANGUAGES)
def test_before_the_final_report_no_cost_was_known_and_the_page_says_so(plain, lang):
    panel_words, front_words = NOTHING_KNOWN[lang]
    costs = plain(path("costs", lang, "known_by=2018-12-31"))
    panels = costs.locator("main .panel").all()
    assert len(panels) == 5
    for panel in panels:
        assert panel_words in panel.text_content()
        assert panel.locator("td").count() == 0
    assert not {833_318, 406_737, 756_128, 399_993} & numbers(texts(costs, "main"))
    assert front_words in plain(path("front", lang, "known_by=2018-12-31")).locator("#front-situation").text_content()


def test_before_the_final_report_no_file_has_a_cost(plain):
    page = plain(path("accessibility"))
    for question in COST_QUESTIONS:
        assert set(map(len, answered(page, question, "known_by=2018-12-31").values())) == {0}, question


def test_what_was_known_of_grants_at_the_end_of_2018_is_shown(plain):
    """The grants were announced in 2017 and 2018, so only their booking is unknown."""
    front = plain(path("front", "fi", "known_by=2018-12-31"))
    assert missing([21, 447_700], numbers(texts(front, "#front-situation"))) == set()
