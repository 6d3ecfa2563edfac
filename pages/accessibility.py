"""The accessibility statement: what works, what does not, how it was tested and how to give feedback."""

from dash import html

from components import prose
from components.heading import page_head
from components.text import say, sentence, words
from pages.for_machines import contact

KEY = "accessibility"
SLUGS = words()["accessibility.slug"]
IN_FOOTER = True
AUTHORITY = "www.saavutettavuusvaatimukset.fi"


def layout(choice) -> list:
    """The statement in the form that the supervising authority asks for."""
    names = ("scope", "state", "failing", "otherwise", "tested", "feedback", "supervision")
    authority = html.A(AUTHORITY, href=f"https://{AUTHORITY}/", rel="external")
    ends = {
        "feedback": _contact(choice.lang),
        "supervision": html.P(sentence(choice.lang, "accessibility.supervision.authority", address=authority)),
    }
    return [page_head(choice.lang, KEY), prose.articles(choice.lang, KEY, names, ends=ends)]


def _contact(lang: str) -> html.P:
    """Where feedback goes; when the operator has not said, that."""
    to = contact()
    if not to:
        return html.P(say(lang, "accessibility.feedback.no_contact"))
    return html.P(sentence(lang, "accessibility.feedback.contact", contact=html.A(to.removeprefix("mailto:"), href=to)))
