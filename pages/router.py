"""From an address to a whole page: in the first response, in the browser, and when the choices change."""

from urllib.parse import parse_qsl, urlencode

import dash
import flask
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, clientside_callback

import pages
import queries
from components import shell
from components.filters import LANGUAGES, Filters
from components.inert import still
from components.notices import notices
from components.panel import failed
from components.refusals import note
from components.render import to_html
from components.site import Document, document_html
from components.text import say
from pages import callback, single
from pages.for_machines import site_address
from pages.meetings import later_of


def register(app: Dash) -> None:
    """Add the pages to the app: `/` leads to `/fi/`, unknown paths are 404, a page stands in its first response."""
    pages.all_pages()
    app.server.before_request(first_response)
    app._on_error = on_error


def first_response():
    """Before Dash answers a page: its HTML into `flask.g.document`, or a redirection or 404 in its place."""
    path = flask.request.path
    if flask.request.method not in ("GET", "HEAD") or _is_machine_path(path):
        return None
    fronts = {f"/{lang}/" for lang in LANGUAGES}
    if path not in fronts and f"{path.rstrip('/')}/" in {"/", *fronts}:
        return flask.redirect((path.rstrip("/") or "/fi") + "/" + _query())
    if path.endswith("/") and pages.find(path) and path.count("/") > 2:
        return flask.redirect(path.rstrip("/") + _query(), code=308)
    try:
        elsewhere = _moved(path)
        if elsewhere:
            return flask.redirect(elsewhere + _query_at(elsewhere))
        if (single_panel := single.document(path, _query())) is not None:
            return single_panel
        flask.g.document = _document(path)
    except pages.PageNotFound:
        return _plain(path, "site.not_found"), 404
    except queries.NoData:
        return _plain(path, "site.no_data"), 503
    return None


def _moved(path: str) -> str | None:
    """Where a page stands when the address writes its variable in another way; None when it stands here."""
    page, _, variable = pages.find(path) or (None, None, None)
    moved = getattr(page.module, "moved", None) if page else None
    return moved(pages.choose(_query(), path), variable) if moved else None


def on_error(error: Exception):
    """What a panel shows when its callback fails; the others stand. Busy is told to the browser, which waits."""
    if isinstance(error, queries.QueriesBusy | queries.NoData):
        raise error
    note(f"callback {type(error).__name__}")
    pathname = dash.ctx.states.get("url.pathname") or dash.ctx.inputs.get("url.pathname")
    search = dash.ctx.inputs.get("url.search") or dash.ctx.states.get("url.search")
    return failed(pages.choose(search, pathname))


def _is_machine_path(path: str) -> bool:
    """True for what is not a page: files, feeds, the interface for programs, Dash's own addresses."""
    return path.endswith(".atom") or path.startswith(
        ("/_", "/assets/", "/api/", "/healthz", "/readyz", "/sitemap.xml", "/robots.txt", "/.well-known/")
    )


def _query() -> str:
    text = flask.request.query_string.decode("ascii", "ignore")
    return f"?{text}" if text else ""


def _query_at(path: str) -> str:
    """The query string of this request as it goes along to a page: what stands in the path leaves it."""
    page = (pages.find(path) or (None,))[0]
    left = [(key, text) for key, text in parse_qsl(_query()[1:], max_num_fields=100) if key != page.variable]
    return "?" + urlencode(left) if left else ""


def _document(path: str) -> Document:
    """The document of a path; PageNotFound when there is no such page or nothing to show on it."""
    found = pages.find(path)
    if found is None:
        raise pages.PageNotFound(path)
    page, lang, _ = found
    choice = pages.choose(None, path)
    linked_data = getattr(page.module, "linked_data", None)
    body = whole(path, flask.request.query_string.decode("ascii", "ignore"))
    return Document(
        lang=lang,
        title=page_title(page, lang, choice),
        description=page_description(page, lang, choice),
        body=to_html(body),
        paths=page.addresses(choice),
        address=site_address(),
        linked_data=linked_data(choice) if linked_data else None,
    )


def page_title(page, lang: str, choice: Filters) -> str:
    """The title of a page: its own words, or what its module says for a variable."""
    own = getattr(page.module, "title", None)
    return own(choice) if own else say(lang, f"{page.key}.title")


def page_description(page, lang: str, choice: Filters) -> str:
    """What search engines say of a page: its own words, or what its module says for a variable."""
    own = getattr(page.module, "description", None)
    return own(choice) if own else say(lang, f"{page.key}.description")


def whole(pathname: str, search: str):
    """Everything of a page, shell and all, as a component tree. Raises PageNotFound and NoData."""
    found = pages.find(pathname)
    if found is None:
        raise pages.PageNotFound(pathname)
    choice = pages.choose(search, pathname)
    place = found[0]
    return shell.site(
        choice=choice,
        place=place,
        places=pages.all_pages(),
        main=still(place.module.layout(choice)),
        milestones=queries.run("milestones_by_date", programme=choice.programme).rows(),
        release=queries.release(),
        status=queries.status(),
        later=later_of(choice),
    )


@callback(Output("page", "children"), Input("url", "pathname"), State("url", "search"))
def show_page(pathname: str, search: str):
    """The page of the address, drawn by the browser in the place of the HTML that came first."""
    return whole(pathname, search)


@callback(
    Output("top", "children"),
    Output("notices", "children"),
    Input("url", "search"),
    State("url", "pathname"),
    prevent_initial_call=True,
)
def show_top(search: str, pathname: str):
    """Header and notices: their links keep the choices of the address."""
    choice = pages.choose(search, pathname)
    milestones = queries.run("milestones_by_date", programme=choice.programme).rows()
    place = pages.find(pathname)[0]
    top = shell.top(
        choice=choice, place=place, places=pages.all_pages(), milestones=milestones, release=queries.release()
    )
    return top, notices(choice, queries.status(), later_of(choice))


clientside_callback(
    ClientsideFunction("address", "narrow"),
    Input({"type": "figure", "panel": ALL}, "clickData"),
    prevent_initial_call=True,
)


def _plain(path: str, key: str) -> str:
    """A page of words only, in the language of the address: it needs neither data nor scripts."""
    lang = path.strip("/").split("/")[0]
    lang = lang if lang in LANGUAGES else "fi"
    title = say(lang, f"{key}.title")
    document = Document(lang=lang, title=title, description=title, body=to_html(shell.plain(lang, key)), paths={})
    return document_html(document)


def is_page(path: str) -> bool:
    """True when a path is a page of the site, whatever its variable names."""
    return pages.find(path) is not None


def version_of_data() -> str:
    """The id of the release in use, empty when there is none: part of every page's ETag."""
    status = queries.status()
    if not status["release_id"]:
        return ""
    return f"{status['release_id']} {status['state']} {queries.last_publication()}"
