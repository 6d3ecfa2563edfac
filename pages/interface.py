"""The interface for programs, told to people: how to begin, descriptions, examples, limits, errors and versions."""

from components import interface_tables, prose
from components.heading import page_head
from components.text import words
from pages.for_machines import site

KEY = "interface"
SLUGS = words()[f"{KEY}.slug"]
IN_FOOTER = True


def layout(choice) -> list:
    """From the first request to what is promised."""
    lang = choice.lang
    return [
        page_head(lang, KEY),
        prose.articles(lang, KEY, ("start",)),
        interface_tables.described(lang),
        interface_tables.examples(lang, site()),
        prose.articles(lang, KEY, ("rules",)),
        interface_tables.limits(lang),
        interface_tables.errors(lang),
        prose.articles(lang, KEY, ("versions",)),
    ]
