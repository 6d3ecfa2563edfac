"""The texts of a figure that a reader takes along: citation, embedding, code on the wall, question by mail."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import segno

from components.filters import Filters
from components.render import to_html
from components.sharing import Shared, citation, iframe, sheet
from tests.whole_site import HOST


class Elements(HTMLParser):
    """The elements of a piece of HTML as a browser reads them: (tag, its attributes)."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def shared(**more) -> Shared:
    days = {"as_of": date(2019, 3, 31), "today": date(2026, 1, 1)}
    told = {"identity": "costs-booked", "question": "Paljonko & kuinka?", "page": f"{HOST}/fi/talous"}
    return Shared(**told, choice=Filters(), release_id="0" * 12, **days, **more)


def test_the_code_holds_the_lasting_link():
    page, told = to_html(sheet(shared())), shared()
    pictures = {
        each: segno.make(each, error="m", micro=False).svg_data_uri(scale=4, border=4, light="#fff")
        for each in (told.live, told.frozen)
    }
    assert [each for each, picture in pictures.items() if f'src="{picture}"' in unescape(page)] == [told.frozen]


def test_a_citation_names_the_day_shown_and_the_day_it_was_read_on():
    assert re.findall(r"\d+\.\d+\.\d{4}", citation(shared())) == ["31.3.2019", "1.1.2026"]


def test_an_embedding_stays_one_element_whatever_the_question_says():
    asked = replace(shared(), question='Mitä "kunta" & <valtio>?', choice=Filters(as_of=date(2017, 12, 31)))
    [(tag, told)] = Elements(iframe(asked, "0" * 12)).found
    assert (tag, told["title"]) == ("iframe", asked.question)
    assert told["src"] == f"{HOST}/fi/talous?as_of=2017-12-31&release={'0' * 12}&embed=costs-booked"


def test_a_question_is_mailed_to_the_operator_once_there_is_an_address():
    page = to_html(sheet(shared()))
    assert "mailto:" not in page
    assert "kirjaamoon" in page
    assert "14 päivän" not in page
    page = to_html(sheet(shared(contact="mailto:digi@example.fi")))
    assert "Vastaamme 14 päivän kuluessa." in page
    letter = urlsplit(unescape(re.search(r'href="(mailto:[^"]*)"', page)[1]))
    assert letter.path == "digi@example.fi"
    told = {name: text for name, [text] in parse_qs(letter.query).items()}
    assert told.keys() == {"subject", "body"}
    assert shared().reference in told["subject"]
    assert "Paljonko & kuinka?" in told["body"]
    assert shared().frozen in told["body"]
    assert 'href="https://example.fi/palaute"' in to_html(sheet(shared(contact="https://example.fi/palaute")))
