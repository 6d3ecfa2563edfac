"""The Dash app of the site and the document it is sent in: the page stands in the HTML before any script runs."""

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import flask
from dash import Dash, dcc, html

from components.first_answers import first_answers
from components.page_links import linked_data, page_links
from components.text import say

ASSETS = Path(__file__).parent.parent / "assets"
PLOTLY = "/_dash-component-suites/plotly/package_data/plotly.min.js"
BUNDLE, GENERATORS = "vendor/plotly.js", "vendor/regenerator-runtime.js"
BOOTSTRAP, FONTS = "vendor/bootstrap.css", "vendor/fonts.css"
# Dash sends a stand-in for what browsers lacked in 2017 (its own scripts still want one part: GENERATORS), a table that
# no page uses, and two packages whose components go out as HTML (`components/inert.py`).
UNUSED = re.compile(r'<script src="[^"]*/(?:deps/polyfill|dash_table/|dash_svg/|dash_boot)[^"]*"></script>\n?')
START = "start.js"
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230e3f66' "
    "d='M1 9h4v6H1z'/%3E%3Cpath fill='%231f6391' d='M6 5h4v10H6z'/%3E%3Cpath fill='%235a98c0' "
    "d='M11 1h4v14h-4z'/%3E%3C/svg%3E"
)


@dataclass(frozen=True)
class Document:
    """One page as a document: its language, heading for the title bar, description, HTML and paths by language.

    `address`: where the site stands, for what must be named as a whole address. `linked_data`: what the page describes,
    as JSON-LD, for search engines.
    """

    lang: str
    title: str
    description: str
    body: str
    paths: dict[str, str]
    address: str = ""
    linked_data: dict | None = None

    @property
    def has_figures(self) -> bool:
        """True when a figure waits for plotly.js (`assets/figures.js`); a page without one never loads it."""
        return "picture--static" in self.body


class Site(Dash):
    """Dash with a difference: the first response already holds the page (`flask.g.document`), and fewer scripts."""

    def interpolate_index(self, *, css="", config="", scripts="", renderer="", **_) -> str:
        """The HTML of the document, and what fetches Dash's scripts after it has been painted."""
        document = flask.g.document
        drawn = f' data-plotly="/assets/{BUNDLE}{stamp(BUNDLE)}"' if document.has_figures else ""
        answers = first_answers(self, document.body)
        wanted = f'<script src="/assets/{GENERATORS}{stamp(GENERATORS)}"></script>{UNUSED.sub("", scripts)}'
        wait = f'<template id="scripts">{wanted}{renderer}</template>'
        start = f'<script async src="/assets/{START}{stamp(START)}"></script>'
        tail = f'<div id="react-entry-point" data-waiting{drawn}></div>{answers}{config}{wait}{start}'
        return document_html(document, head=css, tail=tail)


def create(name: str) -> Site:
    """The app: no query string, page or release is known here; pages are added by `pages.register`."""
    app = Site(
        name,
        title=name,
        assets_folder=str(ASSETS),
        assets_path_ignore=[r"^(vendor|build)"],
        assets_ignore=rf".*\.css$|^{START}$",  # they stand in the page itself
        suppress_callback_exceptions=True,
        update_title=None,
        serve_locally=True,
        enable_mcp=False,
    )
    app.layout = html.Div([dcc.Location(id="url", refresh=False), html.Div(id="page")])
    app.server.before_request(own_plotly)
    return app


def own_plotly() -> flask.Response | None:
    """Our own plotly.js at the address where Dash would fetch the whole one; None for every other address."""
    if flask.request.path != PLOTLY:
        return None
    return flask.current_app.view_functions["_dash_assets.static"](filename=BUNDLE)


def document_html(document: Document, *, head: str = "", tail: str = "") -> str:
    """A whole HTML document; without `tail` it is a page that needs no script at all."""
    title = (
        f"{document.title} – {say(document.lang, 'site.name')}" if document.title else say(document.lang, "site.name")
    )
    offline = escape(say(document.lang, "site.notice.offline"))
    copied = escape(say(document.lang, "panel.link_copied"))
    return (
        f'<!DOCTYPE html><html lang="{document.lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        f'<meta name="description" content="{escape(document.description)}">'
        '<meta name="color-scheme" content="light dark">'
        f"{page_links(document)}{_styles()}{head}</head><body>"
        f'<div id="first-paint">{document.body}</div>'
        f'<div id="announce" class="announce" role="status" data-copied="{copied}"></div>'
        f'<div id="offline" class="offline" role="alert" hidden>{offline}</div>'
        f"{linked_data(document)}{tail}</body></html>"
    )


def _styles() -> str:
    """Every style in the page itself, for its first paint waits for no other file."""
    return f'<link rel="icon" href="{ICON}">{_preloaded_font()}<style>{_own_styles()}</style>'


@cache
def _preloaded_font() -> str:
    """The font of Latin letters, asked for at once: with `font-display: optional` text never moves when it comes."""
    fonts = (ASSETS / FONTS).read_text("utf-8") if (ASSETS / FONTS).exists() else ""
    found = re.search(r'url\("(source-sans-3-latin\.woff2[^"]*)"\)', fonts)
    if not found:
        return ""
    return f'<link rel="preload" as="font" type="font/woff2" href="/assets/vendor/{found[1]}" crossorigin>'


@cache
def _own_styles() -> str:
    """Bootstrap, the fonts and the style sheets of assets/ in the order of their names, without comments."""
    vendor = [path.read_text("utf-8") for path in (ASSETS / BOOTSTRAP, ASSETS / FONTS) if path.exists()]
    sheets = [path.read_text("utf-8") for path in sorted(ASSETS.glob("*.css"))]
    text = "".join(vendor).replace('url("source', 'url("/assets/vendor/source') + "".join(sheets)
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", text, flags=re.S)).strip()


def stamp(path: str) -> str:
    """`?m=…` for a file under assets/, as Dash writes it for its own."""
    file = ASSETS / path
    return f"?m={file.stat().st_mtime}" if file.exists() else ""
