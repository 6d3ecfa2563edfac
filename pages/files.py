"""The same answers as files and for programs: /api/v1/. A file holds what the page shows, by the same `queries.run`."""

import re
from collections.abc import Callable
from functools import wraps

import flask
import orjson

import queries
from components.documents import FORMS as DOCUMENTS
from components.downloads import CUBE, FORMS, MIMETYPES, file_name, ordered, write
from components.downloads.listing import listed_question, listed_table
from components.filters import CHOICES, LANGUAGES, Filters
from components.headers import etag, is_held, version_of_program
from components.open_data import PREFIX
from components.open_data.csvw import MIMETYPE as CSVW
from components.refusals import note, refusal
from pages.meetings import later_of

KNOWN = (*CHOICES, "lang")
# Where the names of chosen codes stand: choice -> table and its key.
NAMED = {
    "programme": ("programmes", "programme_code"),
    "region": ("regions", "region_code"),
    "municipality": ("municipalities", "municipality_code"),
}
_NAME = re.compile(r"[a-z_]{1,40}")


class BadChoiceError(ValueError):
    """A parameter of the address is unknown or has a value it cannot have; the message is its name, never its value."""

    def __init__(self, code: str, parameter: str):
        super().__init__(parameter)
        self.code, self.parameter = code, parameter


def register(server: flask.Flask) -> None:
    """Add the routes; everything else under /api/ is not found."""
    for start in ("/api", "/api/", PREFIX):
        server.add_url_rule(start, f"api.start {start}", lambda: flask.redirect(f"{PREFIX}/"))
    server.add_url_rule(f"{PREFIX}/", "api.listing", answering(listing))
    server.add_url_rule(f"{PREFIX}/answers/<name>.<form>", "api.answer", answering(answer_file))
    server.add_url_rule(f"{PREFIX}/tables/<name>.<form>", "api.table", answering(table_file))
    server.add_url_rule("/api/<path:rest>", "api.unknown", lambda rest: refusal(404))


def listing() -> flask.Response:
    """Every question and table with its parameters, columns and files."""
    choice = chosen(flask.request.args)
    release = queries.release()

    def body() -> bytes:
        told = {
            "release": release.id,
            "data_until": release.data_until,
            "choices": list(KNOWN),
            "brief": f"{PREFIX}/brief.txt",
            "pack": {form: f"{PREFIX}/pack.{form}" for form in DOCUMENTS},
            "answers": [listed_question(queries.question(name), lang=choice.lang) for name in queries.names()],
            "tables": [
                listed_table(name, rows=table.rows, kind=table.kind, lang=choice.lang)
                for name, table in sorted(release.tables.items())
            ],
        }
        return orjson.dumps(told)

    return sent(body, tag=tag_of("listing", "json", choice), form="json")


def answer_file(name: str, form: str) -> flask.Response:
    """The answer to a question with the choices of the address; JSON-stat where it is a cube."""
    if name not in queries.names() or form not in (*FORMS, CUBE):
        return refusal(404)
    question = queries.question(name)
    if form == CUBE and not question.cube:
        return refusal(404, code="not_a_cube")
    choice = chosen(flask.request.args)
    taken = choice.for_question(question.params)
    tag = tag_of(name, form, choice)
    return _file(lambda: queries.run(name, **taken), form=form, choice=choice, tag=tag, dimensions=question.cube)


def table_file(name: str, form: str) -> flask.Response:
    """A whole table of the release."""
    if form not in FORMS:
        return refusal(404)
    choice = chosen(flask.request.args)
    response = _file(lambda: queries.table(name), form=form, choice=choice, tag=tag_of(f"table {name}", form, choice))
    if form == "csv":
        response.headers["Link"] = f'<{PREFIX}/tables/{name}.csv-metadata.json>; rel="describedby"; type="{CSVW}"'
    return response


def chosen(args, *, known: tuple[str, ...] = KNOWN) -> Filters:
    """The choices of an address, all understood; BadChoiceError names the first parameter that is not."""
    for key in args:
        if key not in known:
            raise BadChoiceError("unknown_parameter", key if _NAME.fullmatch(key) else "")
        if len(args.getlist(key)) > 1:
            raise BadChoiceError("repeated_parameter", key)
    lang = args.get("lang") or LANGUAGES[0]
    if lang not in LANGUAGES:
        raise BadChoiceError("bad_value", "lang")
    choice = Filters.from_search(flask.request.query_string.decode("ascii", "replace"), lang=lang)
    if choice.problems:
        raise BadChoiceError("bad_value", choice.problems[0])
    queries.pin(choice.release)
    return choice


def names_of(params, *, lang: str) -> dict[tuple[str, str], str]:
    """The names of the chosen programme, region and municipality, by (choice, code)."""
    found = {}
    for choice, (table, key) in NAMED.items():
        code = params.get(choice)
        if code is not None:
            named = {row[key]: row[f"name_{lang}"] for row in queries.table(table).rows()}
            found[choice, code] = named.get(code, code)
    return found


def _file(ask: Callable, *, form: str, choice: Filters, tag: str, dimensions: tuple[str, ...] = ()) -> flask.Response:
    """The file of an answer; nothing is asked when the reader holds it already."""
    if is_held(tag):
        return flask.Response(status=304, headers={"ETag": tag})
    answer = ask()
    _must_be_column(choice.sort, answer)
    names = names_of(answer.params, lang=choice.lang)
    later = [row["changed_table_code"] for row in later_of(choice)] if "as_of" in answer.params else []
    told = {"names": names, "later": later, "dimensions": dimensions}
    content = write(ordered(answer, choice.sort), form, lang=choice.lang, **told)
    response = sent(lambda: content, tag=tag, form=form)
    kind = "inline" if form in ("json", CUBE) else "attachment"
    response.headers["Content-Disposition"] = f'{kind}; filename="{file_name(answer, form)}"'
    return response


def _must_be_column(sort: str | None, answer) -> None:
    """Nothing when the order asked for is that of a column of the answer; BadChoiceError otherwise."""
    if sort and sort.removeprefix("-") not in {column.name for column in answer.columns}:
        raise BadChoiceError("bad_value", "sort")


def sent(body: Callable[[], bytes], *, tag: str, form: str) -> flask.Response:
    """A response of a form with its tag; 304 when the reader holds it."""
    if is_held(tag):
        return flask.Response(status=304, headers={"ETag": tag})
    return flask.Response(body(), content_type=MIMETYPES[form], headers={"ETag": tag})


def tag_of(name: str, form: str, choice: Filters) -> str:
    """What the file depends on: release, program, question, form, language and the choices in order of their names."""
    written = sorted(choice.written().items())
    return etag(
        queries.release().id, queries.last_publication(), version_of_program(), name, form, choice.lang, written
    )


def answering(view: Callable[..., flask.Response]) -> Callable[..., flask.Response]:
    """The view with each way of failing told as JSON: 400 names the parameter, 503 says when to try again."""

    @wraps(view)
    def answer(**places: str) -> flask.Response:
        try:
            return view(**places)
        except BadChoiceError as bad:
            return refusal(400, code=bad.code, parameter=bad.parameter)
        except queries.BadParameter as bad:
            return refusal(400, code="bad_value", parameter=bad.name)
        except queries.UnknownRelease:
            return refusal(400, code="bad_value", parameter="release")
        except queries.UnknownQuestion:
            return refusal(404)
        except queries.QueryError as error:
            note(type(error).__name__)
            return refusal(503)

    return answer
