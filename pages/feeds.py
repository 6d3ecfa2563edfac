"""The Atom feed of what has been published, one in each language: `/fi/muutokset.atom`."""

from functools import partial

import flask

import pages
import queries
from components.open_data import feed
from components.text import LANGUAGES, words
from pages.for_machines import site

NAMES = words()["feed.slug"]


def register(server: flask.Flask) -> None:
    """Add one address a language."""
    for lang in LANGUAGES:
        server.add_url_rule(path(lang), f"feed.{lang}", partial(changes, lang))


def path(lang: str) -> str:
    """Where the feed of a language stands."""
    return f"/{lang}/{NAMES[lang]}.atom"


def changes(lang: str) -> flask.Response:
    """The feed. It belongs to the page of the same name when there is one, otherwise to the open data page."""
    queries.pin(None)
    told, where = queries.publications(), site()
    beside = f"/{lang}/{NAMES[lang]}"
    page = f"{where.address}{beside}" if pages.find(beside) else where.page("data", lang)
    body = feed.feed(told, lang=lang, site=where, own=path(lang), page=page)
    return flask.Response(body, content_type=f"{feed.MIMETYPE}; charset=utf-8")
