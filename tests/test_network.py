"""The network page: picture, table and sentences carry the same programmes and links as the answers, for any choice."""

import re
from datetime import date

import pytest

import queries
from components import network_tables, network_words, place_programmes
from components.filters import LANGUAGES, Filters
from components.network_keys import link_id
from components.network_picture import network
from components.render import to_html
from components.text import words
from components.timeline import clash_bars, timeline
from data import catalogue

WAYS = ("graph", "links", "sentences")
CHOICES = (
    {},
    {"municipality": "536"},
    {"focus": "digikompassi"},
    {"link_kind": "uses"},
    {"owner_kind": "agency"},
    {"year": "2022"},
    {"as_of": date(2018, 12, 31)},
)


def shown(choice: Filters) -> tuple[list[dict], list[dict], dict[str, str]]:
    """Programmes, links, and the HTML of each of the three ways."""
    taken = choice.for_question(queries.question("network_by_link").params)
    nodes = queries.run("network_by_programme", **taken).rows()
    links = queries.run("network_by_link", **taken).rows()
    alone = [row for row in nodes if not row["links"]]
    drawn = network(nodes, links, choice), network_tables.links(links, alone, choice)
    pages = (*drawn, network_words.sentences(links, alone, choice))
    return nodes, links, dict(zip(WAYS, map(to_html, pages), strict=True))


def found(name: str, html: str) -> list[str]:
    return re.findall(f'data-{name}="([^"]+)"', html)


@pytest.mark.usefixtures("release_dir")
@pytest.mark.parametrize("given", CHOICES, ids=str)
def test_picture_table_and_sentences_have_the_programmes_and_links_of_the_answers(given):
    nodes, links, ways = shown(Filters(**given))
    for way, html in ways.items():
        assert set(found("node", html)) == {row["programme_code"] for row in nodes}, way
        assert sorted(found("link", html)) == sorted(link_id(row) for row in links), way


@pytest.mark.usefixtures("release_dir")
def test_there_are_32_programmes_and_28_links():
    nodes, links, ways = shown(Filters())
    assert (len(nodes), len(links)) == (32, 28)
    assert len(found("node", ways["graph"])) == 32
    assert to_html(network_words.counted(nodes, links, "en")).startswith("Programmes: 32. Links: 28. ")


@pytest.mark.usefixtures("release_dir")
def test_a_choice_is_told_with_its_number_of_links():
    choice = Filters(lang="en", focus="digikompassi")
    nodes, links, _ = shown(choice)
    assert "Links that involve the choice: 4." in to_html(network_words.chosen(nodes, links, choice, None))


@pytest.mark.usefixtures("release_dir")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_choosing_nokia_marks_the_same_links_in_each_way(lang):
    _, links, ways = shown(Filters(lang=lang, municipality="536"))
    chosen = {link_id(row) for row in links if row["is_chosen"]}
    assert 0 < len(chosen) < 28
    marked = {
        "graph": [
            link
            for tag in re.findall(r"<g [^>]*network-link--chosen[^>]*>", ways["graph"])
            for link in found("link", tag)
        ],
        "links": re.findall(r'is-chosen"[^>]*>(?:(?!</tr>).)*?data-link="([^"]+)"', ways["links"]),
        "sentences": [
            link for tag in re.findall(r"<li [^>]*is-chosen[^>]*>", ways["sentences"]) for link in found("link", tag)
        ],
    }
    assert {way: set(ids) for way, ids in marked.items()} == dict.fromkeys(WAYS, chosen)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_link_has_a_sentence_with_both_programmes(lang):
    for kind in catalogue.current().codes["link_kinds"]:
        said = words()[f"network.sentence.{kind}"][lang]
        assert "{first}" in said
        assert "{second}" in said
        assert said.endswith(".")


@pytest.mark.usefixtures("release_dir")
def test_every_programme_has_a_place_in_the_picture_of_its_own():
    rows = queries.run("network_by_programme").rows()
    places = {(row["x_pct"], row["y_pct"]) for row in rows}
    assert None not in {row["node_number"] for row in rows}
    assert len(places) == len(rows)
    assert all(5 <= value <= 95 for place in places for value in place)


@pytest.mark.usefixtures("release_dir")
def test_a_missing_year_is_said_in_table_and_sentence():
    _, links, ways = shown(Filters())
    unknown = [row for row in links if row["linked_from_year"] is None and row["linked_to_year"] is None]
    assert unknown
    assert ways["sentences"].count("Vuosia ei ilmoiteta lähteessä.") == len(unknown)
    assert ways["links"].count("ei ilmoitettu lähteessä") >= len(unknown)


def test_the_page_of_a_municipality_leads_to_its_line_of_time():
    choice = Filters(lang="sv", municipality="536", in_path="municipality", as_of=date(2018, 12, 31))
    assert 'href="/sv/natverk?as_of=2018-12-31&amp;municipality=536"' in to_html(place_programmes.network_link(choice))


def rects(html: str, name: str) -> list[dict]:
    """The attributes of each rectangle with a word in its class."""
    tags = [dict(re.findall(r'([a-z-]+)="([^"]*)"', tag)) for tag in re.findall(r"<rect [^>]*>", html)]
    return [tag for tag in tags if name in tag["class"].split()]


def thing(kind: str, begins: date | None, ends: date | None, *, counted: bool = True) -> dict:
    names = dict.fromkeys(("name_fi", "name_sv", "name_en"), kind)
    days = {"begins_on": begins, "ends_on": ends, "counted_from": begins or ends, "counted_to": ends or begins}
    return {"timeline_kind_code": kind, "item_code": kind, "is_counted": counted, **names, **days}


def test_a_bar_stands_at_its_days_and_what_has_no_day_is_told_apart():
    rows = [thing("call", date(2017, 1, 1), date(2017, 12, 31)), thing("duty", None, None, counted=False)]
    rows.append(thing("programme", date(2018, 1, 1), date(2018, 12, 31)))
    html = to_html(timeline(rows, Filters()))
    assert [(bar["x"], bar["width"]) for bar in rects(html, "timeline-bar")] == [
        ("0.00%", "50.00%"),
        ("50.00%", "50.00%"),
    ]
    assert html.index("Ajankohtaa ei ilmoiteta lähteessä") < html.index("Velvoite")


def test_a_grant_without_a_title_is_told_by_words():
    row = thing("grant", date(2022, 6, 15), date(2022, 6, 16)) | {"name_fi": None}
    assert words()["grants.untitled"]["fi"] in to_html(timeline([row], Filters()))


def test_a_clash_column_is_as_high_as_its_count():
    rows = [{"quarter": f"2018-Q{place}", "clashes": count} for place, count in enumerate((1, 0, 2), 1)]
    heights = [bar["height"] for bar in rects(to_html(clash_bars(rows)), "clash-bar")]
    assert heights == ["32.0", "0.0", "64.0"]


@pytest.mark.usefixtures("release_dir")
def test_every_criterion_adds_up_to_all_that_was_awarded():
    rows = queries.run("targeting_by_criterion", programme="digikuntakokeilu").rows()
    sums = {}
    for row in rows:
        sums[row["criterion_code"]] = sums.get(row["criterion_code"], 0) + row["awarded_eur"]
    assert sums == dict.fromkeys(catalogue.current().codes["criteria"], 447_700)


@pytest.mark.usefixtures("release_dir")
def test_every_programme_in_a_sentence_leads_to_its_own_rows():
    _, _, ways = shown(Filters(lang="sv"))
    named = re.findall(r'<a href="([^"]*)" data-node="([^"]+)"', ways["sentences"])
    assert len(named) >= 2 * 28
    assert all(f"focus={code}" in address for address, code in named)


@pytest.mark.usefixtures("release_dir")
def test_only_a_kind_with_a_chosen_link_stands_open():
    assert "<details open" not in shown(Filters())[2]["sentences"]
    _, links, ways = shown(Filters(focus="digikompassi"))
    kinds = {row["link_kind_code"].replace("_", "-") for row in links if row["is_chosen"]}
    opened = re.findall(r"<details ([^>]*open[^>]*)>", ways["sentences"])
    assert {re.search(r'id="network-sentences-([^"]+)"', tag)[1] for tag in opened} - {"none"} == kinds


def test_what_reaches_a_chosen_municipality_comes_before_the_network(release_dir):
    from app import server

    places = []
    for search in ("", "?municipality=536"):
        page = server.test_client().get(f"/fi/verkosto{search}", base_url="http://127.0.0.1").get_data(as_text=True)
        places.append(page.index('<section id="network-timeline"') < page.index('<section id="network-graph"'))
    assert places == [False, True]
