"""The whole site as plain files, for archiving a programme that has ended: any file server, or a folder, shows it.

`export(folder)` writes every page of the site map in three languages as its first response has it, without scripts; the
files of its panels, every whole table as a data package (Frictionless) and the styles stand beside. What needs a server
(other days, filters, search, the interface) is taken out, and each page says that it is a copy. The site's own routes
answer, so a page of the copy is the page.
"""

import re
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from posixpath import relpath
from urllib.parse import parse_qsl, urlsplit

import flask

import pages
import pages.descriptions
import pages.files
import pages.for_machines
import queries
from components.as_of import latest_day
from components.filters import LANGUAGES, Filters
from components.numbers import day
from components.open_data import PREFIX
from components.render import to_html
from components.site import ASSETS, document_html
from components.text import say
from pages import router
from pages.archive.rewrite import rewritten, styles_of
from pages.for_machines import addresses

STYLES = "assets/site.css"
FILES, PACKAGE = "files", f"{PREFIX}/datapackage.json"
KEPT = re.compile(rf"{PREFIX}/(?:(?:answers|tables|templates)/\w+|datapackage)\.[\w.-]+")
FORMS = ("csv", "xlsx", "parquet", "json")
HOST = "http://127.0.0.1"
Tell = Callable[[int, int, str], None]


class Archive:
    """One export: what has been written, so that each file is asked for once."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.client = _server().test_client()
        self.paths = {path for page in pages.all_pages() for paths in addresses(page) for path in paths.values()}
        self.many = {
            path for page in pages.all_pages() if page.variable for paths in addresses(page) for path in paths.values()
        }
        self.files: dict[str, str] = {}

    def write(self, place: str, content: bytes) -> None:
        """A file of the export, in its folder."""
        target = self.folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def page(self, path: str) -> None:
        """Write one page, its links made relative to where it stands."""
        answer = self.client.get(path, base_url=HOST)
        if answer.status_code != 200:
            raise LookupError(path)
        here, text = place_of(path), answer.get_data(as_text=True)
        if not (self.folder / STYLES).exists():
            self.write(STYLES, styles_of(text, lambda font: _relative(self.asset(font), STYLES)).encode())
        links = partial(self.address, here=here, is_one_of_many=path in self.many)
        self.write(here, rewritten(text, links, styles=_relative(STYLES, here)).encode())

    def address(self, address: str, here: str, is_one_of_many: bool) -> str | None:
        """An address of the site as it stands in the copy, seen from `here`; None when the copy cannot have it."""
        parts = urlsplit(address)
        if parts.scheme or not (parts.path or parts.query):
            return address
        mark = f"#{parts.fragment}" if parts.fragment else ""
        if parts.path in self.paths and not parts.query:
            return _relative(place_of(parts.path), here) + mark
        if parts.path.startswith("/assets/"):
            return _relative(self.asset(parts.path), here)
        if not parts.path:
            address = _description(parts.query) or ""
        if address.startswith("/api/") and not is_one_of_many:
            place = self.file(address)
            return _relative(place, here) if place else None
        return None

    def asset(self, path: str) -> str:
        """The place of a style sheet or a font, copied once; fonts are named by the styles of each page."""
        place = urlsplit(path).path.lstrip("/")
        if not (self.folder / place).exists():
            self.write(place, (ASSETS / place.removeprefix("assets/")).read_bytes())
        return place

    def tables(self, forms: Collection[str] = FORMS) -> None:
        """Write every whole table in some forms, and the data package that describes their CSV."""
        for name in sorted(queries.release().tables):
            for form in forms:
                self.file(f"{PREFIX}/tables/{name}.{form}")
        self.file(PACKAGE)

    def file(self, address: str) -> str | None:
        """The place of a file of an answer or a table, asked for once; None when there is none."""
        if not KEPT.fullmatch(urlsplit(address).path):
            return None
        if address not in self.files:
            answer = self.client.get(address, base_url=HOST)
            self.files[address] = ""
            if answer.status_code == 200:
                self.files[address] = _file_place(address)
                self.write(self.files[address], answer.get_data())
        return self.files[address] or None


def export(folder: Path, tell: Tell = lambda done, count, what: None, *, only: Collection[str] = ()) -> Archive:
    """Write the site into an empty folder, and give what was written. Raises FileExistsError, queries.NoData.

    `only` are the paths to write; without any, all of them and every whole table.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    queries.pin(None)
    archive = Archive(folder)
    listed = sorted(only or archive.paths)
    for done, path in enumerate(listed):
        tell(done, len(listed), path)
        archive.page(path)
    if not only:
        archive.tables()
    archive.write("index.html", _start().encode())
    tell(len(listed), len(listed), "index.html")
    return archive


def place_of(path: str) -> str:
    """The file of a page: `/fi/talous` is `fi/talous/index.html`."""
    return f"{path.strip('/')}/index.html"


def _description(query: str) -> str | None:
    """What tells the columns and units of the one table or question that the open data page would show alone."""
    name = dict(parse_qsl(query)).get("q")
    if name in queries.release().tables:
        return f"{PREFIX}/tables/{name}.csv-metadata.json"
    return f"{PREFIX}/answers/{name}.json" if name in queries.names() else None


def _relative(place: str, here: str) -> str:
    """The way from one file of the copy to another."""
    return relpath(place, here.rpartition("/")[0])


def _file_place(address: str) -> str:
    """A lasting name for the file of an address: the name of the answer, and its choices one by one."""
    parts = urlsplit(address)
    name, _, form = parts.path.removeprefix(f"{PREFIX}/").rpartition(".")
    chosen = "".join(f"-{key}-{value}" for key, value in parse_qsl(parts.query) if key != "release")
    return f"{FILES}/{name}{chosen[:150]}.{form}"


def _server() -> flask.Flask:
    """The site's routes without Dash: the first response of a page is the whole page."""
    server = flask.Flask("archive", static_folder=None)
    pages.descriptions.register(server)
    pages.files.register(server)
    pages.for_machines.register(server)
    server.before_request(router.first_response)
    server.add_url_rule("/<path:path>", "page", _page)
    return server


def _page(path: str) -> str:
    document = flask.g.document
    milestones = pages.ask("milestones_by_date", Filters(), as_of=None, known_by=None).rows()
    shown = day(document.lang, latest_day(milestones, queries.release()))
    about = {"day": shown, "release": queries.release().id}
    notice = f'<p class="notice notice--plain archive-notice">{say(document.lang, "site.archive", **about)}</p>'
    return document_html(document).replace('<div id="notices">', f'<div id="notices">{notice}', 1)


def _start() -> str:
    """The first page of the copy: it leads to the Finnish front page and names the other languages."""
    choices = "".join(
        f'<li><a href="{lang}/index.html" lang="{lang}">{say(lang, "site.name")}</a></li>' for lang in LANGUAGES
    )
    head = '<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=fi/index.html">'
    title = f"<title>{to_html(say('fi', 'site.name'))}</title>"
    return f'<!DOCTYPE html><html lang="fi"><head>{head}{title}</head><body><ul>{choices}</ul></body></html>'
