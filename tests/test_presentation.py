"""The presentation: the agenda in its order, and the very panels that stand on the pages."""

import re

import pytest

import queries
from pages import shown_by
from tests.whole_site import HOST

pytestmark = pytest.mark.usefixtures("release_dir")
DAYS = "as_of=2018-05-11&since=2018-02-22"
# Panels of other pages, in Finnish, with the page that each stands on.
ELSEWHERE = {
    "costs-estimate": "talous",
    "grants-by-round": "avustukset",
    "grants-register": "avustukset",
    "experiments-register": "kokeilut",
    "maturity-levels": "kypsyys",
}


def shown(text: str) -> list[tuple[bool, str]]:
    """(is hidden, panel) of each slide."""
    found = re.findall(r'<div class="slide"( hidden[^>]*)?>.*?<section[^>]*id="([a-z-]+)"', text, flags=re.S)
    return [(bool(hidden), code) for hidden, code in found]


def tables(text: str, code: str) -> list[str]:
    """The tables of a panel, without their links: those of a slide keep the days of the meeting."""
    section = re.search(rf'<section[^>]*id="{code}".*?</section>', text, flags=re.S)[0]
    return [re.sub(r' href="[^"]*"', "", each) for each in re.findall(r"<table.*?</table>", section, flags=re.S)]


def test_the_slides_are_the_agenda_and_the_panels_of_its_items_in_order(get):
    items = [row["panel_code"] for row in queries.run("agenda_by_item", programme="digikuntakokeilu").rows()]
    slides = get("/fi/kokous?slide=3")
    assert [code for _, code in shown(slides)] == ["meeting-agenda", *items]
    assert [code for hidden, code in shown(slides) if not hidden] == ["meeting-changes"]
    assert f">3 / {len(items) + 1}<" in slides
    assert 'href="?slide=4"' in slides
    assert "2. Muutokset edellisen kerran jälkeen" in slides


def test_a_panel_of_another_page_is_the_very_same_in_the_presentation(get):
    slides = get(f"/fi/kokous?{DAYS}&slide=1")
    for code, slug in ELSEWHERE.items():
        page = get(f"/fi/{slug}?{DAYS}")
        assert tables(page, code), code
        assert tables(slides, code) == tables(page, code), code


def test_a_slide_tells_how_many_rows_its_table_has_when_the_screen_may_cut_it(get):
    slides = get("/fi/kokous?slide=1").split('class="slide"')[1:]
    told = {re.search(r'<section[^>]*id="([a-z-]+)"', each)[1]: re.findall(r"Rivejä (\d+)", each) for each in slides}
    assert told["grants-register"] == ["21"]
    assert told["meeting-changes"] == ["13"]
    assert told["costs-budget"] == []  # six rows fit


def test_a_meeting_with_a_shorter_agenda_has_fewer_slides(get):
    assert len(shown(get(f"/sv/mote?{DAYS}&slide=1"))) == 12
    assert len(shown(get("/sv/mote?slide=1"))) == 22


def test_every_panel_that_an_agenda_or_a_decision_names_is_there(release_dir):
    named = {row["panel_code"] for name in ("meeting_items", "decisions") for row in queries.table(name).rows()}
    assert {code for code in named - {None} if shown_by(code) is None} == set()
    assert shown_by("nowhere-at-all") is shown_by("costs-nothing") is None


def test_before_the_first_meeting_there_is_the_agenda_that_says_so(get):
    assert [code for _, code in shown(get("/en/meeting?as_of=2016-08-26&slide=1"))] == ["meeting-agenda"]


def test_the_presentation_is_light_enough_for_a_slow_laptop(release_dir):
    import orjson
    from dash._utils import to_json

    import pages.router
    from app import server
    from tests.test_inert import component_count
    from tests.test_sent_components import MOST_COMPONENTS

    with server.test_request_context("/fi/kokous?slide=1", base_url=HOST):
        assert component_count(orjson.loads(to_json(pages.router.whole("/fi/kokous", "?slide=1")))) < MOST_COMPONENTS
