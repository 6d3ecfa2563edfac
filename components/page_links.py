"""What the head of a page says to others: its other languages, its feed, its card when shared, its linked data."""

from html import escape

import orjson

from components.text import LANGUAGES, say

LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
# Drawn by assets/build/card.py.
CARD, CARD_WIDTH, CARD_HEIGHT = "/assets/card-{lang}.png", 1200, 630


def page_links(document) -> str:
    """The links and the card of a page, as HTML; a page of words only (404) has no addresses and gets none."""
    if not document.paths:
        return ""
    return _alternates(document) + _feed(document.lang) + _card(document)


def _alternates(document) -> str:
    """The page's own address, and the same page in the other languages; the first for readers of any other."""
    paths, at = document.paths, document.address
    listed = [(lang, paths[lang]) for lang in LANGUAGES if lang in paths] + [("x-default", paths[LANGUAGES[0]])]
    links = "".join(f'<link rel="alternate" hreflang="{lang}" href="{escape(at + path)}">' for lang, path in listed)
    return f'<link rel="canonical" href="{escape(at + paths[document.lang])}">{links}'


def _feed(lang: str) -> str:
    """The feed of changes, for readers of feeds."""
    title, path = escape(say(lang, "feed.title")), f"/{lang}/{say(lang, 'feed.slug')}.atom"
    return f'<link rel="alternate" type="application/atom+xml" title="{title}" href="{path}">'


def _card(document) -> str:
    """How the page looks when somebody shares its address (Open Graph): a picture of our own from our own server."""
    lang, name = document.lang, say(document.lang, "site.name")
    told = {
        "og:type": "website",
        "og:site_name": name,
        "og:title": document.title or name,
        "og:description": document.description,
        "og:url": document.address + document.paths[lang],
        "og:locale": LOCALES[lang],
        "og:image": document.address + CARD.format(lang=lang),
        "og:image:type": "image/png",
        "og:image:width": str(CARD_WIDTH),
        "og:image:height": str(CARD_HEIGHT),
        "og:image:alt": say(lang, "site.card"),
    }
    said = "".join(f'<meta property="{key}" content="{escape(text)}">' for key, text in told.items())
    return said + '<meta name="twitter:card" content="summary_large_image">'


def linked_data(document) -> str:
    """What the page describes as JSON-LD: a block of data, which a browser never runs. Empty when it describes none."""
    if not document.linked_data:
        return ""
    text = orjson.dumps(document.linked_data).decode().replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'
