"""What the operations of the OpenAPI description have in common: parameters, responses, headers and schemas."""

import re

from components.filters import DATES, DEFAULTS, LANGUAGES, form_of
from components.open_data.openapi_schemas import SCHEMAS
from components.refusals import CODES, PROBLEM
from components.text import say
from data import catalogue

LISTS = {"status": "grant_statuses", "measure": None}
REFUSED = (400, 404, 405, 413, 429, 500, 503)


def ref(kind: str, name: str) -> dict:
    """A reference to a part of `components`."""
    return {"$ref": f"#/components/{kind}/{name}"}


def operation(
    identity: str,
    description: str,
    content: dict,
    *,
    tag: str,
    lang: str,
    summary: str = "",
    parameters=(),
    extra: dict | None = None,
    is_open: bool = True,
) -> dict:
    """A path: GET with what it gives, and HEAD, which gives the same without the content."""
    refused = {str(status): ref("responses", f"Refused{status}") for status in REFUSED}
    headers = ref_headers(is_open)
    responses = {"200": {"description": say(lang, "interface.status.200"), "headers": headers, "content": content}}
    responses |= {"304": ref("responses", "NotModified"), **refused}
    got = {"operationId": identity, "tags": [tag], "description": description, "responses": responses, **(extra or {})}
    if summary:
        got["summary"] = summary
    asked = {"200": {"description": say(lang, "interface.status.200"), "headers": headers}, "304": responses["304"]}
    for status in refused:
        asked[status] = ref("responses", f"Silent{status}")
    told = {"operationId": f"{identity}_head", "tags": [tag], "responses": asked}
    given = {"parameters": list(parameters)} if parameters else {}
    return {**given, "get": got, "head": told}


def ref_headers(is_open: bool) -> dict:
    """The headers of an answer; CORS only where programs of other sites may read."""
    names = ("ETag", "Cache-Control", *(("Access-Control-Allow-Origin",) if is_open else ()))
    return {name: ref("headers", name) for name in names}


def parameter(name: str, text: str, lang: str, *, said: str = "") -> dict:
    """A choice as a query parameter: its form, its default, and the codes of its list.

    `text` is what the header of the question says of it, `said` what readers are told; without it what the choice is
    everywhere.
    """
    schema: dict = {"type": "string"}
    options = re.split("[;,]", text, maxsplit=1)[0].split("|")
    if name in DATES:
        schema |= {"format": "date", "pattern": f"^{form_of(name)}$"}
    elif len(options) > 1:
        schema["enum"] = options
    else:
        schema["pattern"] = f"^(?:{form_of(name)})$"
    if name == "q":
        schema = {"type": "string", "minLength": 1, "maxLength": 80}
    if isinstance(DEFAULTS.get(name), str):
        schema["default"] = DEFAULTS[name]
    listed = _codes(name)
    if listed and "enum" not in schema:
        schema["x-codes"] = {code: texts[lang] for code, texts in listed.items()}
    return {
        "name": name,
        "in": "query",
        "description": said or say(lang, f"interface.parameter.{name}"),
        "schema": schema,
    }


def _codes(name: str):
    """The code list of a choice, code -> texts; None when its codes are those of a table."""
    known = catalogue.current()
    column = known.columns.get(f"{name}_code")
    return known.codes.get(LISTS.get(name, column.codes if column else None) or "")


def sort_parameter(columns: list[str], lang: str) -> dict:
    """The order of the rows: a column, with a minus before it from the largest to the smallest."""
    return {
        "name": "sort",
        "in": "query",
        "description": say(lang, "interface.parameter.sort"),
        "schema": {"type": "string", "enum": [sign + name for name in columns for sign in ("", "-")]},
    }


def _refused(status: int, lang: str) -> dict:
    """The response of a request that was not met."""
    told: dict = {
        "description": say(lang, f"refusals.{CODES[status]}"),
        "content": {PROBLEM: {"schema": ref("schemas", "Problem")}},
    }
    if status in (405, 429, 503):
        name = "Allow" if status == 405 else "Retry-After"
        told["headers"] = {name: ref("headers", name)}
    return told


def components(lang: str) -> dict:
    """The parts that operations refer to."""
    return {
        "parameters": _parameters(lang),
        "headers": {name: _header(key, lang, schema) for name, (key, schema) in HEADERS.items()},
        "responses": _responses(lang),
        "schemas": SCHEMAS,
    }


def _parameters(lang: str) -> dict:
    """The language of words and the release asked, which every answer takes."""
    schemas = {
        "lang": {"type": "string", "enum": list(LANGUAGES), "default": LANGUAGES[0]},
        "release": {"type": "string", "pattern": f"^{form_of('release')}$"},
    }
    return {
        name: {"name": name, "in": "query", "description": say(lang, f"interface.parameter.{name}"), "schema": schema}
        for name, schema in schemas.items()
    }


def _header(key: str, lang: str, schema: dict) -> dict:
    return {"description": say(lang, f"interface.header.{key}"), "schema": {"type": "string", **schema}}


def _responses(lang: str) -> dict:
    """Not changed, and each way of refusing: with its problem for GET, without for HEAD."""
    told = {
        "NotModified": {"description": say(lang, "interface.status.304"), "headers": {"ETag": ref("headers", "ETag")}}
    }
    for status in REFUSED:
        told[f"Refused{status}"] = _refused(status, lang)
        told[f"Silent{status}"] = {"description": say(lang, f"refusals.{CODES[status]}")}
    return told


HEADERS = {
    "ETag": ("etag", {"pattern": '^W/"[0-9a-f]{24}"$'}),
    "Cache-Control": ("cache", {"enum": ["no-cache"]}),
    "Access-Control-Allow-Origin": ("cors", {"enum": ["*"]}),
    "Allow": ("allow", {"enum": ["GET, HEAD"]}),
    "Retry-After": ("retry", {"pattern": "^[0-9]+$"}),
}
