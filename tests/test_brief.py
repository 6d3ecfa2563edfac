"""The brief: every number is its figure's, on every day and in every language, and every sentence is whole."""

import re
from datetime import date

import pytest

import queries
from components.brief import LINKS, QUESTIONS, Said, address, brief, text_address
from components.filters import LANGUAGES, Filters
from components.render import to_html
from pages import single
from tests.golden import PROGRAMME
from tests.handful import grants
from tests.test_question_benefits import benefit
from tests.whole_site import HOST

MILESTONES = ("2016-08-25", "2016-09-23", "2017-09-29", "2018-06-06", "2019-01-29", "2019-03-31")
MEASURES = {
    "cost": "total_cost",
    "decisions": "grants_awarded",
    "awarded": "awarded",
    "booked": "booked_grants",
    "difference": "awarded_minus_booked",
    "registered": "municipalities_registered",
    "assessed": "self_assessed",
}


def said(choice: Filters, programme: str = PROGRAMME) -> tuple[Said, ...]:
    params = {"as_of": choice.as_of, "known_by": choice.known_by, "programme": programme}
    return brief({name: queries.run(name, **params).rows() for name in QUESTIONS}, date(2019, 3, 31), choice)


_NUMBER = re.compile(r"\d[\d\xa0]*(?:,\d+)?")


def digits(text: str) -> str:
    return re.sub(r"[^\d,]", "", text)


@pytest.fixture(scope="module")
def panel_of(release_dir):
    """The numbers of a panel on its page with some choices; each page is laid out once for all its panels."""
    import pages

    kept: dict = {}

    def shown(page: str, panel: str, choice: Filters) -> set[str]:
        key = page, choice
        if key not in kept:
            module = next(each.module for each in pages.all_pages() if each.key == page and not each.variable)
            kept[key] = module.layout(choice)
        found = next(each for each in single._walk(kept[key]) if getattr(each, "id", None) == panel)
        html = to_html(found).split('class="calculation"')[0]
        return {each.replace("\xa0", "") for each in _NUMBER.findall(re.sub(r"<[^>]+>", " ", html))}

    return shown


def expected(params: dict) -> dict[str, str]:
    """What each number must be, from the questions themselves."""
    figures = {row["measure_code"]: row["value"] for row in queries.run("key_figures_by_measure", **params).rows()}
    numbers = {name: str(int(figures[code])) for name, code in MEASURES.items() if figures.get(code) is not None}
    for row in queries.run("estimates_against_outcome", **params).rows():
        if row["is_original"] and row["outcome_pct"] is not None:
            numbers["share"] = str(row["outcome_pct"]).replace(".", ",")
    promised = {
        row["benefit_code"]
        for row in queries.run("benefits_by_statement", **params).rows()
        if row["evidence_class_code"] == "promise"
    }
    return numbers | {"promised": str(len(promised))}


@pytest.mark.parametrize("known", [False, True], ids=["as_of", "known_by"])
@pytest.mark.parametrize("on", MILESTONES)
def test_every_number_is_that_of_its_answer_and_of_the_panel_it_leads_to(release_dir, panel_of, on, known):
    params = {"as_of": date.fromisoformat(on), "known_by": date.fromisoformat(on) if known else None}
    truth = expected({**params, "programme": PROGRAMME})
    for lang in LANGUAGES:
        choice = Filters(lang=lang, **params)
        for name, words in (each for paragraph in said(choice) for each in paragraph.numbers):
            assert digits(words) == truth[name], (lang, name)
            page, panel = LINKS[name]
            assert truth[name] in panel_of(page, panel, choice), (lang, name)
            assert address(name, choice).endswith(f"as_of={on}{f'&known_by={on}' if known else ''}#{panel}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("on", MILESTONES)
def test_it_has_three_to_seven_whole_sentences(release_dir, lang, on):
    text = " ".join(each.text for each in said(Filters(lang=lang, as_of=date.fromisoformat(on))))
    assert 3 <= len(re.findall(r"[a-zåäö€%]\.(?: |$)", text)) <= 7
    assert not re.search(r"[{}\[\]|]|··|None|  ", text)


def test_thin_data_are_said_to_be_thin(release_dir):
    early = {lang: said(Filters(lang=lang, as_of=date(2016, 8, 25), known_by=date(2016, 8, 25))) for lang in LANGUAGES}
    assert [each[0].text for each in early.values()] == [
        "Kustannuksista ei ollut vielä tietoa.",
        "Om kostnaderna fanns ännu inga uppgifter.",
        "Nothing was known of the costs yet.",
    ]
    assert "23 municipalities had assessed" in said(Filters(lang="en"))[2].text
    for lang, word in zip(LANGUAGES, ("kypsyy", "mognad", "maturity"), strict=True):
        assert word not in " ".join(each.text for each in said(Filters(lang=lang)))


@pytest.mark.parametrize(
    ("on", "cost", "grants"),
    [
        (None, "The programme cost 833 318 €", "The source explains it only by one return"),
        (date(2017, 12, 31), "By 31 Dec 2017 the programme had cost 406 737 €", "is not explained in the source"),
        (
            date(2018, 6, 6),
            "By 31 Dec 2017 the programme had cost 406 737 €",
            "the books of the latest year are not",
        ),
    ],
    ids=str,
)
def test_the_sentences_tell_how_far_the_books_reach_and_what_explains_the_difference(release_dir, on, cost, grants):
    texts = [each.text.replace("\xa0", " ") for each in said(Filters(lang="en", as_of=on))]
    assert cost in texts[0]
    assert grants in texts[1]


def test_a_benefit_that_has_been_measured_is_told_instead_of_the_promises(handful):
    handful({"benefits": [benefit("a", "promise", "2017-01-31"), benefit("b", "measured", "2017-01-31")]})
    assert said(Filters(lang="sv"), programme=None)[3].text == "1 nytta har mätts."


REGISTERED = {
    "fi": {1: "Mukaan ilmoittautui 1 kunta.", 2: "Mukaan ilmoittautui 2 kuntaa."},
    "sv": {1: "1 kommun anmälde sig.", 2: "2 kommuner anmälde sig."},
    "en": {1: "1 municipality registered.", 2: "2 municipalities registered."},
}
PROMISED = {
    "fi": {1: "1 lupaus on vailla mittausta.", 2: "2 lupausta on vailla mittausta."},
    "sv": {1: "1 löfte saknar mätning.", 2: "2 löften saknar mätning."},
    "en": {1: "1 promise has no measurement.", 2: "2 promises have no measurement."},
}
DECIDED = {
    "fi": {1: "Avustuksia myönnettiin 1 päätöksellä", 2: "Avustuksia myönnettiin 2 päätöksellä"},
    "sv": {1: "Genom 1 beslut beviljades", 2: "Genom 2 beslut beviljades"},
    "en": {1: "awarded by 1 decision;", 2: "awarded by 2 decisions;"},
}
COUNT = {"programme_code": "p", "qualifier_code": "exact", "counted_latest": "2017-12-31"}


@pytest.mark.parametrize("count", [0, 1, 2, 5, 21])
def test_each_count_has_its_own_plural(handful, count):
    """The sentence of 0, 5 and 21 is that of 2 with another number: all three languages have two forms."""
    promised = [benefit(f"b{place}", "promise", "2017-01-31") for place in range(count)]
    awards = grants(*({"id": f"g{place}", "to": ["536"], "eur": 7} for place in range(count))) if count else {}
    counts = [COUNT | {"measure_code": code, "value": count} for code in ("municipalities_registered", "self_assessed")]
    handful(awards | {"benefits": [*promised, benefit("e", "study_estimate", "2017-01-31")], "counts": counts})
    for lang in LANGUAGES:
        paragraphs = said(Filters(lang=lang), programme=None)
        one = count if count == 1 else 2
        for expected_words, place in ((REGISTERED, 2), (PROMISED, 3), *(((DECIDED, 1),) if count else ())):
            wanted = expected_words[lang][one].replace("2", str(count)) if one == 2 else expected_words[lang][1]
            assert wanted.removesuffix("7") in paragraphs[place].text


@pytest.fixture
def get(release_dir):
    from app import server

    return lambda path: server.test_client().get(path, base_url=HOST)


@pytest.mark.parametrize("on", [None, date(2017, 12, 31)], ids=["latest", "earlier"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_site_text_and_pack_say_the_same(get, lang, on):
    from pages.pack import compose

    choice = Filters(lang=lang, as_of=on)
    opening = list(compose(choice, ("figures",)).opening)
    when, _, *texts = get(text_address(choice)).text.split("\n")
    assert opening == [when, *texts[:4]]
    assert opening[1:] == [each.text for each in said(choice)]


def test_the_text_names_each_number_with_its_address_and_refuses_what_it_does_not_know(get):
    text = get("/api/v1/brief.txt?lang=sv&as_of=2018-06-06").get_data(as_text=True)
    assert f"406\xa0737\xa0€: {HOST}/sv/ekonomi?as_of=2018-06-06#costs-budget" in text
    assert get("/api/v1/brief.txt?lang=xx").status_code == 400
