"""The interface in OpenAPI 3.1, made from the headers of the questions and the tables of the catalogue.

What every operation has in common stands in `openapi_parts`; here are the paths.
"""

from collections.abc import Iterable

from components.documents import FORMS as DOCUMENTS
from components.documents import MIMETYPES as DOCUMENT_TYPES
from components.downloads import FORMS, MIMETYPES
from components.downloads.explanation import asks, takes, title_of
from components.filters import CHOICES
from components.open_data import PREFIX, VERSION, Site, Told, csvw, dcat, feed
from components.open_data.limits import LIMITS
from components.open_data.openapi_parts import components, operation, parameter, ref, sort_parameter
from components.open_data.openapi_rows import rows_schema
from components.text import LANGUAGES, say
from data import catalogue

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BINARY: dict = {}
PACK_CHOICES = ("as_of", "known_by", "joint", "release")


def openapi(questions: Iterable, tables: Iterable[Told], *, site: Site, lang: str, contents: tuple[str, ...]) -> dict:
    """The whole description in one language; `contents` are the parts that a meeting pack may have."""
    questions, tables = list(questions), list(tables)
    info = {
        "title": say(lang, "interface.title"),
        "version": VERSION,
        "summary": say(lang, "interface.description"),
        "description": "\n\n".join(say(lang, f"interface.{part}.body") for part in ("start", "rules", "versions")),
        "license": {"name": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    }
    if site.contact:
        info["contact"] = {"name": site.publisher, _way(site.contact): site.contact.removeprefix("mailto:")}
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": info,
        "servers": [{"url": site.address}],
        "externalDocs": {"url": site.page("interface", lang)},
        "x-limits": LIMITS,
        "tags": [
            {"name": tag, "description": say(lang, f"interface.tag.{tag}")} for tag in ("lists", "answers", "tables")
        ],
        "paths": {
            **_lists(site, lang, contents),
            **{path: item for question in questions for path, item in _answer(question, lang).items()},
            **{path: item for told in tables for path, item in _table(told, lang).items()},
        },
        "components": components(lang),
    }


def _way(contact: str) -> str:
    return "email" if contact.startswith("mailto:") else "url"


def _lists(site: Site, lang: str, contents: tuple[str, ...]) -> dict:
    """The addresses that are no question and no table: lists, descriptions, the meeting pack and the feed."""
    common = {"tag": "lists", "lang": lang}

    def plain(name: str, path: str, content: dict, parameters=("lang",)) -> dict:
        said = say(lang, f"interface.path.{name}")
        given = [ref("parameters", each) for each in parameters]
        return {path: operation(name, said, content, parameters=given, **common)}

    anything = {"schema": {"type": "object"}}
    pack = f"{PREFIX}/pack.{{form}}"
    pieces = "|".join(contents)
    return {
        **plain(
            "listing", f"{PREFIX}/", {"application/json": {"schema": ref("schemas", "Listing")}}, ("lang", "release")
        ),
        **plain("openapi", f"{PREFIX}/openapi.json", {"application/json": anything}),
        **plain("catalogue", f"{PREFIX}/catalog.jsonld", {dcat.MIMETYPE: anything}),
        **plain("datapackage", f"{PREFIX}/datapackage.json", {"application/json": anything}),
        pack: operation(
            "pack",
            say(lang, "interface.path.pack"),
            {DOCUMENT_TYPES[form]: BINARY for form in DOCUMENTS},
            parameters=[
                _form(DOCUMENTS, lang),
                ref("parameters", "lang"),
                *(parameter(name, "", lang) for name in PACK_CHOICES),
                {
                    "name": "contents",
                    "in": "query",
                    "description": say(lang, "interface.parameter.contents"),
                    "schema": {"type": "string", "pattern": f"^({pieces})(,({pieces}))*$"},
                },
            ],
            **common,
        ),
        **{path: item for each in LANGUAGES for path, item in _feed(each, lang).items()},
    }


def _feed(each: str, lang: str) -> dict:
    """The feed of one language."""
    content = {feed.MIMETYPE: BINARY}
    told = operation(f"feed_{each}", say(lang, "interface.path.feed"), content, tag="lists", lang=lang, is_open=False)
    return {f"/{each}/{say(each, 'feed.slug')}.atom": told}


def _answer(question, lang: str) -> dict:
    """The paths of one question: its four files, and JSON-stat where it is a cube."""
    choices = [
        parameter(name, text, lang, said=takes(question.name, name, lang))
        for name, text in question.params.items()
        if name in CHOICES
    ]
    said = asks(question.name, lang)
    order = sort_parameter([column.name for column in question.columns], lang)
    common = {
        "tag": "answers",
        "lang": lang,
        "summary": title_of(question.name, lang),
        "extra": {"x-is-cube": bool(question.cube)} | ({"x-dimensions": list(question.cube)} if question.cube else {}),
    }
    given = [*choices, order, ref("parameters", "lang"), ref("parameters", "release")]
    found = {
        f"{PREFIX}/answers/{question.name}.{{form}}": operation(
            question.name,
            said,
            _files(rows_schema([(each.name, each.unit, each.text) for each in question.columns], lang)),
            parameters=[_form(FORMS, lang), *given],
            **common,
        )
    }
    if question.cube:
        cube = {"application/json": {"schema": ref("schemas", "Cube")}}
        path = f"{PREFIX}/answers/{question.name}.jsonstat"
        found[path] = operation(f"{question.name}_cube", said, cube, parameters=given, **common)
    return found


def _table(told: Told, lang: str) -> dict:
    """The paths of one table: its four files, and what describes its CSV file."""
    columns = catalogue.current().columns
    rows = [(name, columns[name].unit or columns[name].type, "") for name in told.table.columns if name in columns]
    common = {
        "tag": "tables",
        "lang": lang,
        "summary": told.table.headings[lang],
        "extra": {"x-kind": told.kind, "x-rows": told.rows, "x-licence": told.licence},
    }
    order = sort_parameter([name for name, *_ in rows], lang)
    given = [_form(FORMS, lang), order, ref("parameters", "lang"), ref("parameters", "release")]
    files = _files(rows_schema(rows, lang))
    described = {csvw.MIMETYPE: {"schema": {"type": "object"}}}
    path = f"{PREFIX}/tables/{told.name}"
    row = told.table.row[lang]
    return {
        **(_template(told, common, lang) if told.table.delivery else {}),
        f"{path}.{{form}}": operation(f"table_{told.name}", row, files, parameters=given, **common),
        f"{path}.csv-metadata.json": operation(
            f"table_{told.name}_csvw",
            say(lang, "interface.path.csvw"),
            described,
            parameters=[ref("parameters", "lang")],
            **common,
        ),
    }


def _template(told: Told, common: dict, lang: str) -> dict:
    """The path of the empty form of a table that is delivered."""
    said, file = say(lang, "interface.path.template"), {MIMETYPES["xlsx"]: BINARY}
    given = [ref("parameters", "lang")]
    path = f"{PREFIX}/templates/{told.name}.xlsx"
    return {path: operation(f"table_{told.name}_template", said, file, parameters=given, **common)}


def _form(forms: Iterable[str], lang: str) -> dict:
    """The form of a file, in the path."""
    return {
        "name": "form",
        "in": "path",
        "required": True,
        "description": say(lang, "interface.parameter.form"),
        "schema": {"type": "string", "enum": list(forms)},
    }


def _files(schema: dict) -> dict:
    """What a file may be, by its content type: only JSON has rows that a schema can speak of."""
    return {MIMETYPES[form].partition(";")[0]: {"schema": schema} if form == "json" else BINARY for form in FORMS}
