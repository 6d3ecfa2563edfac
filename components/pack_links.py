"""The ways to the meeting pack: one link for each form, of the same day and choices as the page they stand on."""

from dataclasses import replace
from urllib.parse import urlencode

from dash import html

from components.filters import Filters
from components.inert import Inert
from components.text import say

FORMS = ("pdf", "pptx", "xlsx", "ods", "html")
TAKEN = ("as_of", "known_by", "since", "joint", "programme", "release")


def pack_links(choice: Filters, contents: tuple[str, ...] = ()) -> Inert:
    """A line of links; `contents` are codes of the pack's agenda, everything when there are none."""
    lang = choice.lang
    links = [
        html.A(
            form.upper(),
            href=pack_address(choice, form, contents),
            download="",
            rel="nofollow",
            **{"aria-label": say(lang, "pack.link", form=form.upper())},
        )
        for form in FORMS
    ]
    spaced = [part for link in links for part in (" ", link)]
    return Inert(html.P([html.Span(say(lang, "pack.links")), *spaced], className="files pack"))


def pack_address(choice: Filters, form: str, contents: tuple[str, ...] = ()) -> str:
    """Where the pack of these choices is in a form."""
    written = replace(choice, in_path=None).written(only=TAKEN)
    chosen = {"contents": ",".join(contents)} if contents else {}
    return f"/api/v1/pack.{form}?{urlencode({**written, 'lang': choice.lang, **chosen}, safe=',')}"
