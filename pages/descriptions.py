"""The data described for programs: OpenAPI, DCAT-AP, a data package and CSVW, all of the release in use."""

import hashlib
from collections.abc import Callable
from functools import lru_cache

import flask
import orjson

import queries
from components.downloads import MIMETYPES, write
from components.open_data import DESCRIPTIONS, PREFIX, FileMark, Span, Told, csvw, datapackage, dcat, openapi
from components.open_data.tables import span_of, told_tables
from components.refusals import refusal
from pages.files import answering, chosen, sent, tag_of
from pages.for_machines import site
from pages.pack import CONTENTS
from queries import forms

# The file whose length and hash are told is the one at the plain address.
PLAIN_LANGUAGE = "fi"


def register(server: flask.Flask) -> None:
    """Add the routes. They stand before the one that answers 404 to everything else under /api/."""
    for name, view in {"openapi": openapi_file, "dcat": dcat_file, "datapackage": package_file}.items():
        server.add_url_rule(DESCRIPTIONS[name], f"api.{name}", answering(view))
    server.add_url_rule(f"{PREFIX}/tables/<name>.csv-metadata.json", "api.csvw", answering(csvw_file))
    server.add_url_rule(f"{PREFIX}/templates/<name>.xlsx", "api.template", answering(template_file))


def openapi_file() -> flask.Response:
    """The interface itself, in the language asked for."""

    def described(lang: str) -> dict:
        questions = [queries.question(name) for name in queries.names()]
        return openapi.openapi(questions, tables(), site=site(), lang=lang, contents=CONTENTS)

    return _sent("openapi", described, MIMETYPES["json"])


def dcat_file() -> flask.Response:
    """The catalogue of datasets, for other catalogues to harvest; in three languages at once."""

    def described(lang: str) -> dict:
        return dcat.dcat(tables(), site=site(), changed_on=_latest(queries.publications()))

    return _sent("dcat", described, dcat.MIMETYPE)


def package_file() -> flask.Response:
    """The data package of every table."""

    def described(lang: str) -> dict:
        created = _latest(queries.publications())
        return datapackage.datapackage(tables(), lang=lang, release=queries.release().id, created=created)

    return _sent("datapackage", described, MIMETYPES["json"])


def csvw_file(name: str) -> flask.Response:
    """How the CSV file of one table is to be read."""
    queries.pin(None)
    if name not in {told.name for told in tables()}:
        return refusal(404)

    def described(lang: str) -> dict:
        return csvw.csvw(next(told for told in tables() if told.name == name), site=site())

    return _sent(f"csvw {name}", described, csvw.MIMETYPE)


def template_file(name: str) -> flask.Response:
    """The empty form of a table that is delivered, with drop-downs, in the language asked for."""
    choice = chosen(flask.request.args, known=("lang",))
    if name not in forms.delivered():
        return refusal(404)
    tag = tag_of(f"template {name}", "xlsx", choice)
    response = sent(lambda: forms.template(name, choice.lang), tag=tag, form="xlsx")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def tables() -> list[Told]:
    """The tables of the release in use, each with since when it is as it is, the time it speaks of, and its files."""
    release, told = queries.release(), queries.publications()
    since = next((each.since for each in told if each.id == release.id), {})
    return told_tables(
        release,
        since=since,
        span=lambda name: _span(release.folder, name),
        mark=lambda name, form: _mark(release.folder, name, form),
    )


@lru_cache(maxsize=1_024)
def _span(folder, name: str) -> Span:
    """The time that a table speaks of. `folder` is the release's own: part of the key."""
    return span_of(queries.table(name))


@lru_cache(maxsize=4_096)
def _mark(folder, name: str, form: str) -> FileMark:
    """Length and hash of the file of a table at its plain address. `folder` is the release's own: part of the key."""
    content = write(queries.table(name), form, lang=PLAIN_LANGUAGE, names={})
    return FileMark(len(content), hashlib.sha256(content).hexdigest())


def _latest(told):
    """The day of the newest publication; None when none is told."""
    return max((each.on for each in told), default=None)


def _sent(name: str, described: Callable[[str], dict], mimetype: str) -> flask.Response:
    """A description as JSON of its own kind, with its tag; it takes no choice but the language."""
    choice = chosen(flask.request.args, known=("lang",))
    tag = tag_of(f"{name} {site().address} {site().contact}", "json", choice)
    response = sent(lambda: orjson.dumps(described(choice.lang)), tag=tag, form="json")
    if response.status_code == 200:
        response.content_type = mimetype
    return response
