"""A small Dash app with every kind of callback, honest bodies for any app, and hostile requests made from them."""

import json
import random
from contextlib import contextmanager
from copy import deepcopy

from dash import ALL, MATCH, Dash, Input, Output, State, _callback, _get_app, dcc, html

MARK = "m4rk3r"
CALLS = "/_dash-update-component"
HONEST = {"pathname": "/fi/", "search": ""}
NESTED = json.loads("[" * 5 + "]" * 5)
VALUES = [
    None, True, -1, 0, 10**14, 10**16, 1e308, 0.1, "", MARK, MARK * 400, "\x00", "\ud800", "\u2028",
    "'; DROP TABLE grants; --", "' UNION SELECT 1 --", "=cmd|' /C calc'!A0", "../../etc/passwd",
    "<script>alert(1)</script>", "?as_of=" + MARK, "?as_of=2017-13-41", "?code=X&pathname=/", "?" + "a=1&" * 300,
    "/" + "a" * 400, "/%00", "//evil.example/", [], {}, [[]], NESTED, [MARK] * 600, [1] * 400, {"__type": "Patch"},
    {"__dash_patch_update": "__dash_patch_update", "operations": []}, {"namespace": "x", "type": "Div", "props": {}},
    {"id": MARK, "property": "value", "value": 1}, {str(n): n for n in range(150)},
]  # fmt: skip
BODIES = [
    b"", b"{", b"null", b"[]", b'"x"', b"NaN", b"{}" * 9, b'{"a":1}' + b" " * 60_000, b"[" * 900 + b"]" * 900,
    b"[" * 60_000, b'{"output":"' + b'"\\' * 30_000, b'"' * 60_000, b"\\" * 60_000, b'{"a":"' + b"x" * 60_000 + b'"}',
    b"x" * 70_000, b"\xff\xfe", '{"output":"∀"}'.encode("utf-16"), b'\xef\xbb\xbf{"output":1}',
    b'{"a":' * 30 + b"1" + b"}" * 30, b"1" * 5_000, b"-", b"\x00" * 99, b'{"output":"x.children","output":"y"}',
    b'{"a":Infinity}', b'{"a":1e999}', b'{"output":"\\ud800.x"}', b"]" * 1_000,
]  # fmt: skip
PATHS = [
    "/", "/..%2f..%2fetc/passwd", "/%00", "/" + "a" * 299, "/" + "a/" * 200, "/assets/../app.py",
    "/assets/%2e%2e/app.py", "/_mcp", "/assets/.hidden", "/console", "/_dash-layout", "/_dash-dependencies",
    "/_reload-hash", "/_favicon.ico", "/_dash-component-suites/x", "/_dash-component-suites/dash/deps/none.js",
    "/_dash-component-suites/dash/../dash.py", "/_dash-component-suites/os/path.py",
    "/_dash-component-suites/dash/dash.py", "/_dash-component-suites/dash/x", "/api/v1/", "/api/v1/answers/none.csv",
    "/api/v1/answers/x.exe", "/api/v1/tables/..%2fx.csv", "/api/v1/answers/grants_by_round.csv", "/healthz",
    "/readyz", "/fi/", "/sv/x", "/\u202e", "/" + MARK,
]  # fmt: skip
PAGES = [
    "/",
    "/fi/",
    "/fi/talous",
    "/sv/",
    "/en/",
    "/fi/avustukset",
    "/fi/avustukset/2018-nokia",
    "/fi/avustukset/none",
]
QUERIES = [
    "", "a=" + MARK, "as_of=" + MARK, "as_of=2017-02-30", "lang=xx", "lang=fi&lang=sv", "a&" * 200,
    "x=" + "y" * 3_000, "%00=%ff", "=", "programme=%27%20OR%201=1", "release=000000000000", "round=" + "[" * 900,
    "sort=-" + MARK, "page=99999", "&&&", "a[]=1", "q=%ed%a0%80",
]  # fmt: skip
HEADERS = [
    {}, {}, {}, {"Host": "evil.example"}, {"Host": "localhost:99999999"}, {"Host": "a b"}, {"X-Forwarded-Host": MARK},
    {"Cookie": MARK}, {"Content-Encoding": "gzip"}, {"If-None-Match": "W/" * 99},
    {"Accept-Encoding": "br;q=x, *;q=0"}, {"Range": "bytes=9-1"}, {"X-Request-Id": MARK},
    {"Content-Length": "999999999"}, {"Accept-Encoding": "br, gzip"}, {"If-Modified-Since": MARK},
]  # fmt: skip
TYPES = ["application/json"] * 40 + [
    "text/plain",
    "application/json; charset=utf-16",
    "multipart/form-data",
    "application/x-yaml",
    "",
]


@contextmanager
def apart():
    """Dash keeps callbacks and the app in globals: leave those of the real app as they are."""
    kept = [_callback.GLOBAL_CALLBACK_MAP, _callback.GLOBAL_CALLBACK_LIST, _callback.GLOBAL_INLINE_SCRIPTS]
    copies, app = [deepcopy(list(each)) if isinstance(each, list) else dict(each) for each in kept], _get_app.APP
    for each in kept:
        each.clear()
    yield
    kept[0].update(copies[0])
    kept[1].extend(copies[1])
    kept[2].extend(copies[2])
    _get_app.APP = app


def small_app(assets: str = "/nonexistent") -> Dash:
    """An app with plain, several, shared, pattern, stateful and browser-side callbacks, and one without outputs."""
    app = Dash("small", assets_folder=assets, enable_mcp=False, suppress_callback_exceptions=True)
    app.layout = html.Div([dcc.Location(id="url"), html.Div(id="page")])
    app.callback(Output("page", "children"), Input("url", "pathname"), Input("url", "search"))(
        lambda path, search: [path]
    )
    app.callback(
        Output("a", "children"), Output("b", "children"), Input("go", "n_clicks"), State("choice", "value")
    )(lambda clicks, value: ("a", "b"))  # fmt: skip
    app.callback(
        Output("page", "children", allow_duplicate=True), Input("go", "n_clicks"), prevent_initial_call=True
    )(lambda clicks: "x")  # fmt: skip
    app.callback(Output("sum", "children"), Input({"type": "item", "index": ALL}, "value"))(lambda values: len(values))
    app.callback(
        Output({"type": "out", "index": MATCH}, "children"), Input({"type": "in", "index": MATCH}, "value")
    )(lambda value: "y")  # fmt: skip
    app.callback(Input("go", "n_clicks"))(lambda clicks: None)
    app.clientside_callback("(x) => x", Output("mirror", "children"), Input("url", "search"))
    return app


def honest_bodies(app: Dash) -> list[dict]:
    """One body for each callback, as the browser writes it on a front page where nothing is chosen yet."""
    return [
        body_of(output, callback) for output, callback in sorted(app.callback_map.items()) if "callback" in callback
    ]


def body_of(output: str, callback: dict) -> dict:
    """The body of one callback."""
    declared = callback["output"]
    several = isinstance(declared, list | tuple)
    outputs = [_slot({**one.to_dict()}) for one in (declared if several else [declared])] if declared else None
    body = {
        "output": output,
        "outputs": outputs if several or not outputs else outputs[0],
        "inputs": [_slot(one, value=HONEST.get(one["property"])) for one in callback["inputs"]],
        "changedPropIds": [f"{one['id']}.{one['property']}" for one in callback["inputs"] if "[" not in one["id"]],
        "state": [_slot(one, value=HONEST.get(one["property"])) for one in callback["state"]],
    }
    return {key: value for key, value in body.items() if value is not None and value != []}


def _slot(declared: dict, **value):
    """One input, state or output; a list for ALL patterns."""
    identity = json.loads(declared["id"]) if declared["id"].startswith("{") else declared["id"]
    if not isinstance(identity, dict):
        return {"id": identity, "property": declared["property"], **value}
    plain = {key: 1 if isinstance(part, list) else part for key, part in identity.items()}
    item = {"id": plain, "property": declared["property"], **value}
    return [item] if ["ALL"] in identity.values() or ["ALLSMALLER"] in identity.values() else item


def hostile_requests(app: Dash, *, seed: int, count: int):
    """Keyword arguments for a test client's `open`: broken bodies, addresses and headers, spoilt honest bodies."""
    dice = random.Random(seed)  # noqa: S311
    honest = honest_bodies(app)
    for _ in range(count):
        kind = dice.random()
        headers = dict(dice.choice(HEADERS))
        if kind < 0.25:
            method = dice.choice(["GET"] * 6 + ["HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "POST"])
            yield {
                "method": method,
                "path": dice.choice(PATHS),
                "query_string": dice.choice(QUERIES),
                "headers": headers,
            }
            continue
        body = chosen(dice.choice(honest), dice) if kind < 0.65 else spoilt(dice.choice(honest), dice)
        data = dice.choice(BODIES) if kind < 0.35 else json.dumps(body).encode()
        yield {"method": "POST", "path": CALLS, "data": data, "content_type": dice.choice(TYPES), "headers": headers}


def chosen(body: dict, dice: random.Random) -> dict:
    """A copy of a body whose form is right and whose values are odd: most get as far as the callback."""
    body = deepcopy(body)
    odd = {"search": ["?" + query for query in QUERIES], "pathname": PAGES}
    for slot in [*body.get("inputs", []), *body.get("state", [])]:
        for item in slot if isinstance(slot, list) else [slot]:
            item["value"] = deepcopy(dice.choice(odd.get(item["property"], VALUES)))
    return body


def spoilt(body: dict, dice: random.Random):
    """A copy of a body with one to three of its places changed, removed or added."""
    body = deepcopy(body)
    for _ in range(dice.randint(1, 3)):
        places = list(_places(body))
        holder, key = dice.choice(places) if places else (body, "output")
        act = dice.random()
        if act < 0.7:
            holder[key] = deepcopy(dice.choice(VALUES))
        elif act < 0.85:
            del holder[key]
        elif isinstance(holder, dict):
            holder[dice.choice(["value", "id", MARK, "__proto__", "output", "props"])] = deepcopy(dice.choice(VALUES))
        else:
            holder.append(deepcopy(dice.choice(VALUES)))
    return body


def _places(node):
    """Every (holder, key) of a nested body."""
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        yield node, key
        if isinstance(node[key], dict | list):
            yield from _places(node[key])
