"""The brief as plain text: /api/v1/brief.txt, the sentences of the site and the address of each number's figure."""

import flask

import queries
from components.as_of import latest_day
from components.brief import QUESTIONS, address, brief
from components.front_words import when_of
from components.headers import etag, is_held, version_of_program
from pages import ask
from pages.files import PREFIX, answering, chosen
from pages.for_machines import site_address


def register(server: flask.Flask) -> None:
    """Add the route. It stands before the one that answers 404 to everything else under /api/."""
    server.add_url_rule(f"{PREFIX}/brief.txt", "api.brief", answering(brief_text))


def brief_text() -> flask.Response:
    """The day, the sentences, and under them each number with its address; 304 when the reader holds it."""
    choice = chosen(flask.request.args)
    tag = etag(queries.release().id, version_of_program(), "brief", choice.lang, sorted(choice.written().items()))
    if is_held(tag):
        return flask.Response(status=304, headers={"ETag": tag})
    rows = {question: ask(question, choice).rows() for question in QUESTIONS}
    latest = latest_day(ask("milestones_by_date", choice, as_of=None, known_by=None).rows(), queries.release())
    said = brief(rows, latest, choice)
    when = when_of(ask("programmes_by_code", choice).rows(), latest, choice)
    numbers = [f"{words}: {site_address()}{address(name, choice)}" for each in said for name, words in each.numbers]
    text = "\n".join([when, "", *(each.text for each in said), "", *numbers, ""])
    return flask.Response(text, content_type="text/plain; charset=utf-8", headers={"ETag": tag})
