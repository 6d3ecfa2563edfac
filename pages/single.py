"""One panel of a page by itself: what can be taken along of it (`?share=`), and the panel for other sites (`?embed=`).

Both are plain documents: no Dash, nothing that a script must draw. The panel is the page's own, not a copy.
"""

from collections.abc import Iterator
from datetime import datetime

from dash import html
from dash.development.base_component import Component

import pages
import queries
from components import shell
from components.as_of import latest_day
from components.headers import HELSINKI
from components.notices import reconstructed
from components.numbers import day
from components.render import to_html
from components.sharing import Shared, sheet
from components.site import Document, document_html, stamp
from components.text import say
from pages.for_machines import contact, site_address
from pages.meetings import later_of

SCRIPT = "share.js"


def document(path: str, search: str) -> str | None:
    """The HTML of a panel's sheet or of the panel alone; None when the address asks for neither.

    Raises PageNotFound when the page has no such panel.
    """
    page = (pages.find(path) or (None,))[0]
    choice = pages.choose(search, path)
    wanted = choice.share or choice.embed
    if page is None or wanted is None:
        return None
    panel = next(_found(page.module.layout(choice), wanted), None)
    if panel is None:
        raise pages.PageNotFound(path)
    shared = _shared(path, choice, wanted, panel)
    return _sheet(shared, page) if choice.share else _alone(shared, panel)


def _shared(path: str, choice, identity: str, panel) -> Shared:
    milestones = pages.ask("milestones_by_date", choice, as_of=None, known_by=None).rows()
    return Shared(
        identity=identity,
        question=_words(next(_headings(panel), "")),
        page=site_address() + path,
        choice=choice,
        release_id=queries.release().id,
        as_of=choice.as_of or latest_day(milestones, queries.release()),
        today=datetime.now(HELSINKI).date(),
        contact=contact(),
    )


def _sheet(shared: Shared, page) -> str:
    """The sheet with the header and the footer of the site."""
    choice = shared.choice
    body = shell.site(
        choice=choice,
        place=page,
        places=pages.all_pages(),
        main=sheet(shared),
        milestones=pages.ask("milestones_by_date", choice, as_of=None, known_by=None).rows(),
        release=queries.release(),
        status=queries.status(),
        has_band=False,
    )
    tail = f'<script defer src="/assets/{SCRIPT}{stamp(SCRIPT)}"></script>'
    title = say(choice.lang, "share.title", question=shared.question)
    return document_html(Document(choice.lang, title, title, to_html(body), {}), head=_hidden(), tail=tail)


def _alone(shared: Shared, panel) -> str:
    """The panel, the day it shows, and the way to the whole page; links leave the frame."""
    lang = shared.choice.lang
    about = say(lang, "share.embedded.about", day=day(lang, shared.as_of), release=shared.release_id)
    way = html.A(say(lang, "share.embedded.open", site=say(lang, "site.name")), href=shared.live)
    later = reconstructed(shared.choice, later_of(shared.choice))
    notice = [html.P(later, className="notice notice--plain")] if later else []
    foot = html.P([about, " ", way], className="embedded-foot")
    name = html.H1(say(lang, "site.name"), className="visually-quiet")  # the panel begins at the second level
    body = html.Main([name, *notice, panel, foot], className="embedded", lang=lang)
    head = f'{_hidden()}<base target="_blank">'
    return document_html(Document(lang, shared.question, shared.question, to_html(body), {}), head=head)


def _hidden() -> str:
    """Search engines find the page itself, not its parts."""
    return '<meta name="robots" content="noindex">'


def _found(node, identity: str) -> Iterator[Component]:
    """The panel of a tree that has this id."""
    for each in _walk(node):
        if each._type == "Section" and getattr(each, "id", None) == identity:
            yield each


def _headings(node) -> Iterator[Component]:
    return (each for each in _walk(node) if each._type in ("H2", "H3"))


def _walk(node) -> Iterator[Component]:
    if isinstance(node, (list, tuple)):
        for each in node:
            yield from _walk(each)
    elif isinstance(node, Component):
        yield node
        yield from _walk(getattr(node, "children", None))


def _words(node) -> str:
    """The text of a component and of everything in it."""
    if isinstance(node, (list, tuple)):
        return "".join(_words(each) for each in node)
    return _words(getattr(node, "children", "")) if isinstance(node, Component) else str(node or "")
