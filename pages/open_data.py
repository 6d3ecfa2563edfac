"""Open data: every table and every question, as files and through an address that programs can read."""

import queries
from components import data_lists, prose
from components.heading import page_head
from components.text import words

KEY = "data"
SLUGS = words()["data.slug"]
MENU = 10
IN_FOOTER = True


def layout(choice) -> list:
    """What there is, how it may be used, and the lists."""
    questions = [queries.question(name) for name in queries.names()]
    return [
        page_head(choice.lang, KEY),
        prose.articles(choice.lang, KEY, ("use", "files", "interface")),
        data_lists.tables(queries.release(), choice.lang),
        data_lists.questions(questions, choice.lang),
    ]
