"""The whole site asked in this process: its host, samples of its pages with a variable, and what an HTML page holds."""

import re
from html.parser import HTMLParser

from components.numbers import NBSP

HOST = "http://127.0.0.1"
SAMPLES = {
    "grant": ["2018-nokia"],
    "experiment": ["2018-kangasniemi-varhaiskasvatus"],
    "municipality": ["536", "174", "020"],
}


class Reader(HTMLParser):
    """What a page holds: links, ids, headings of the first level, attributes that the policy would drop."""

    def __init__(self, text: str):
        super().__init__()
        self.links, self.ids, self.h1, self.styled = set(), [], 0, []
        self.feed(text[: text.index('<div id="offline"')])

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.h1 += tag == "h1"
        self.ids += [found["id"]] if "id" in found else []
        self.styled += [tag] if "style" in found else []
        if tag == "a" and found.get("href"):
            self.links.add(found["href"])


def panel(page: str, name: str) -> str:
    """The text of one panel of a page, tags left out."""
    inner = re.search(rf'<section id="{name}".*?</section>', page, re.S)[0]
    return re.sub(r"<[^>]+>", " ", inner)


def panel_html(page: str, name: str) -> str:
    """The HTML of one panel of a page."""
    return page[page.index(f'id="{name}"') :].split("<section")[0]


def spaced(number: str) -> str:
    """A number with the no-break spaces that pages write."""
    return number.replace(" ", NBSP)
