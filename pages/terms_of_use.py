"""The terms: who may use the data and the program, how, and what the site answers for."""

from components import prose
from components.heading import page_head
from components.text import words

KEY = "terms_of_use"
SLUGS = words()[f"{KEY}.slug"]
IN_FOOTER = True


def layout(choice) -> list:
    """The notice, heading by heading."""
    names = ("data", "program", "boundaries", "numbers", "example", "availability")
    return [page_head(choice.lang, KEY), prose.articles(choice.lang, KEY, names)]
