"""What a screen reader says of figures and links: each name says what it is without what stands around it."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

import queries
from components.numbers import money, number
from components.text import words
from tests.browser.places import LANGUAGES, PAGES, path

INSTRUCTIONS = ("panel.click", "network.graph.note", "map.small.open")
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
BARE = re.compile(r"[\d\s+−.,–]+")


class Spoken(HTMLParser):
    """The figures and links of a page: the attributes and the text of each element, and the text of each id."""

    def __init__(self, text: str):
        super().__init__()
        self.open, self.texts, self.found = [], {}, []
        self.feed(text[: text.index('<div id="offline"')])

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs), []))

    def handle_data(self, data):
        for _, _, texts in self.open:
            texts.append(data)

    def handle_endtag(self, tag):
        while self.open and tag not in VOID:
            name, about, texts = self.open.pop()
            text = " ".join("".join(texts).split(" ")).strip()
            if "id" in about:
                self.texts[about["id"]] = text
            self.found.append((name, about, text))
            if name == tag:
                return

    def name(self, about: dict, text: str) -> str:
        """What names an element: its label, the text of the element that labels it, or its own text."""
        if "aria-labelledby" in about:
            return self.texts[about["aria-labelledby"]]
        return unescape(about.get("aria-label", text))

    def figures(self) -> list[str]:
        """The names of figures and of small pictures, which are images."""
        return [self.name(about, "") for tag, about, _ in self.found if tag == "figure" or about.get("role") == "img"]

    def links(self, kind: str = "") -> list[tuple[str, str]]:
        """(name, address) of each link, or of those of a class."""
        return [
            (self.name(about, text), about["href"])
            for tag, about, text in self.found
            if tag == "a" and about.get("href") and kind in about.get("class", "")
        ]


@pytest.fixture(scope="module")
def spoken(get):
    """Every page in every language: (address, what it says)."""
    return [(address, Spoken(get(address))) for page in PAGES for lang in LANGUAGES for address in [path(page, lang)]]


def test_every_figure_has_a_name_of_its_own_that_says_something(spoken):
    counted = 0
    for address, page in spoken:
        names = page.figures()
        counted += len(names)
        assert (address, len(names)) == (address, len(set(names)))
        for name in names:
            assert re.search(r"\d|\.$", name), (address, name)
    assert counted > 3 * 15


def test_no_name_of_a_figure_holds_an_instruction(spoken):
    said = [text.rstrip(".") for key in INSTRUCTIONS for text in words()[key].values()]
    for address, page in spoken:
        for name in page.figures():
            assert [text for text in said if text in name] == [], address


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_name_of_the_rounds_has_the_sum_of_each_round(get, lang):
    rows = queries.run("grants_by_round", programme="digikuntakokeilu").rows()
    name = Spoken(get(path("grants", lang))).texts["grants-by-round-answer"]
    assert [money(lang, row["awarded_eur"]) for row in rows] == re.findall(r"[\d\u00a0]+\u00a0€", name)
    assert "204\u00a0960\u00a0€" in name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_name_of_the_themes_has_the_largest_and_the_smallest_sum(get, lang):
    amounts = [row["awarded_eur"] for row in queries.run("grants_by_theme", programme="digikuntakokeilu").rows()]
    name = Spoken(get(path("grants", lang))).texts["grants-by-theme-answer"]
    assert re.findall(r"[\d\u00a0]+\u00a0€", name) == [money(lang, max(amounts)), money(lang, min(amounts))]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_name_of_the_costs_has_both_estimates_and_every_year(get, lang):
    page = Spoken(get(path("costs", lang)))
    estimate, growth = page.texts["costs-estimate-answer"], page.texts["costs-cumulative-answer"]
    for row in queries.run("costs_by_year").rows():
        assert money(lang, row["booked_eur"]) in estimate
        assert money(lang, row["cumulative_eur"]) in growth
    for row in queries.run("estimates_against_outcome").rows():
        assert money(lang, row["estimated_eur"]) in estimate


@pytest.mark.parametrize("page", ["front", "benefits"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_savings_are_said_as_ranges_and_never_added(get, lang, page):
    panel = {"front": "front-savings-answer", "benefits": "benefits-estimates-answer"}[page]
    said = Spoken(get(path(page, lang))).texts[panel]
    rows = queries.run("savings_by_means").rows()
    ends = [tuple(number(lang, row[end] // 1_000_000) for end in ("low_eur", "high_eur")) for row in rows]
    assert re.findall(r"([\d\u00a0]*\d)–([\d\u00a0]*\d)", said) == ends
    assert ends[-1] == ("1\u00a0220", "1\u00a0780")


def test_no_link_is_named_by_a_bare_number(spoken):
    for address, page in spoken:
        assert [(name, to) for name, to in page.links() if BARE.fullmatch(name)] == [], address


def test_links_to_views_are_told_apart_by_their_questions(spoken):
    for address, page in spoken:
        names = [name for name, _ in page.links("copy-link")]
        assert (address, len(names)) == (address, len(set(names)))
        assert all(": " in name for name in names), address


def test_a_small_picture_says_its_years(get):
    name = "Avustuksia myönnettiin 204\u00a0960\u00a0€ (2017) ja 242\u00a0740\u00a0€ (2018)."
    assert name in Spoken(get("/fi/")).figures()
