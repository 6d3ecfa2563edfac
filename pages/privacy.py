"""The privacy notice: what the site knows of its readers (nothing), and what its data hold of persons (nobody)."""

from components import prose
from components.heading import page_head
from components.text import words

KEY = "privacy"
SLUGS = words()[f"{KEY}.slug"]
IN_FOOTER = True


def layout(choice) -> list:
    """The notice, heading by heading."""
    names = ("readers", "logs", "messages", "data", "rights")
    return [page_head(choice.lang, KEY), prose.articles(choice.lang, KEY, names)]
