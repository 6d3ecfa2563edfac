"""What Dash's renderer asks of the server before it can draw, answered within the page itself.

Two journeys to the server fewer; and of the callbacks only this page's, for the renderer compares all that it knows
with each other whenever the address changes: a hundred stopped a slow phone for a third of a second.
`assets/first-answers.js` gives the answers; at their own addresses they stay whole.
"""

from functools import cache

import flask
import orjson
from dash import Dash

ALWAYS = 'id="page"'


def first_answers(app: Dash, body: str) -> str:
    """The layout at this address and the callbacks of a page whose HTML is `body`, as a block of data."""
    answers = {"_dash-layout": _layout(app), "_dash-dependencies": _callbacks(app, body)}
    text = orjson.dumps(answers).decode().replace("<", "\\u003c")
    return f'<script id="first-answers" type="application/json">{text}</script>'


def _layout(app: Dash) -> dict:
    """The layout with what the server knows of the address, so that the renderer need not learn it as a change."""
    layout = orjson.loads(app.serve_layout().get_data())
    query = flask.request.query_string.decode("ascii", "ignore")
    url = next(each["props"] for each in layout["props"]["children"] if each["props"].get("id") == "url")
    url |= {"pathname": flask.request.path, "search": f"?{query}" if query else ""}
    return layout


def _callbacks(app: Dash, body: str) -> list[dict]:
    """The callbacks of the page whose outputs stand in `body`: what a choice brings there later is named alike."""
    there = ALWAYS + body
    placed = [ids for told in _all(app) if (ids := _outputs(told)) and all(f'id="{each}"' in there for each in ids)]
    pages = {_page(each) for ids in placed for each in ids}
    return [told for told in _all(app) if not (ids := _outputs(told)) or pages & {_page(each) for each in ids}]


def _page(identity: str) -> str:
    """The first word of an id is its page's key: `costs-booked`."""
    return identity.partition("-")[0]


@cache
def _all(app: Dash) -> tuple[dict, ...]:
    return tuple(orjson.loads(app.dependencies().get_data()))


def _outputs(callback: dict) -> set[str]:
    """The ids that a callback writes into: Dash joins several as `..a.children...b.children..`. None for no output."""
    if callback["no_output"]:
        return set()
    parts = callback["output"].strip(".").split("...")
    return {part.rpartition(".")[0] for part in parts}
