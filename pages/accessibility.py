"""The accessibility statement: what works, what does not, how it was tested and how to give feedback."""

from components import prose
from components.heading import page_head
from components.text import words

KEY = "accessibility"
SLUGS = words()["accessibility.slug"]
IN_FOOTER = True


def layout(choice) -> list:
    """The statement in the form that the supervising authority asks for."""
    names = ("state", "failing", "tested", "feedback", "supervision", "help")
    return [page_head(choice.lang, KEY), prose.articles(choice.lang, KEY, names)]
