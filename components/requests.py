"""Whether a request may go on: its size, its form, and whether it means something this site declared. Pure Python.

Dash hands a browser's values to callbacks as they come, and a nested list given to the database as a parameter costs
time by about the cube of its depth (900 levels, 1.8 kB: 21 s). So everything is looked at here first, in one pass.
A body is taken for JSON of UTF-8 only: in UTF-16 a letter may hide a quotation mark from the depth scan.
"""

import re
from json import loads
from urllib.parse import unquote_to_bytes

MAX_BODY = 65_536
MAX_PATH, MAX_QUERY, MAX_FIELDS = 300, 2_000, 100
# Dash's own bodies reach 5: body > inputs > items of one ALL pattern > item > its id. One more for a list as a value.
MAX_DEPTH, MAX_ITEMS, MAX_TEXT, MAX_KEYS, MAX_NUMBER = 6, 500, 2_000, 100, 10**15

TEXT = frozenset({"active_tab", "date", "end_date", "hash", "href", "pathname", "search", "start_date"})
COUNTS = frozenset({"n_blur", "n_clicks", "n_intervals", "n_submit"})
SWITCHES = frozenset({"disabled", "is_open"})
PARTS = frozenset({"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"})
WILDCARDS = (["ALL"], ["ALLSMALLER"], ["MATCH"])

# The closing quotation mark is optional: a text that never ends is one token, not a new try at each of its letters.
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[{\]}]', re.DOTALL)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class RefusedError(Exception):
    """The request stops here, with an HTTP status and one fixed word for the log; never anything the client sent."""

    def __init__(self, status: int, reason: str):
        super().__init__(reason)
        self.status, self.reason = status, reason


def must(fine: bool, reason: str, *, status: int = 400) -> None:
    """Nothing when `fine`; RefusedError otherwise."""
    if not fine:
        raise RefusedError(status, reason)


def check_address(path: str, query: bytes) -> None:
    """Refuse long addresses, control characters in them and more than 100 fields."""
    must(len(path) <= MAX_PATH and not _CONTROL.search(path), "path")
    must(len(query) <= MAX_QUERY and query.count(b"&") < MAX_FIELDS, "query")
    must(not _CONTROL.search(unquote_to_bytes(query).decode("utf-8", "replace")), "query")


def check_depth(body: bytes) -> int:
    """The deepest nesting of a JSON text, counted without parsing it; refused beyond the limit and when unbalanced."""
    must(b"\x00" not in body, "encoding")
    depth = deepest = 0
    for token in _TOKEN.finditer(body):
        first = body[token.start()]
        if first in b"[{":
            depth += 1
            deepest = max(deepest, depth)
            must(depth <= MAX_DEPTH, "depth")
        elif first in b"]}":
            depth -= 1
            must(depth >= 0, "json")
    return deepest


def check_values(value) -> None:
    """Refuse long lists and texts, numbers out of range, and texts that cannot be written as UTF-8."""
    todo = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            must(len(item) <= MAX_TEXT and not _UNFIT.search(item), "text")
        elif isinstance(item, list):
            must(len(item) <= MAX_ITEMS, "list")
            todo += item
        elif isinstance(item, dict):
            must(len(item) <= MAX_KEYS, "keys")
            todo += [*item, *item.values()]
        elif not isinstance(item, bool | None):
            must(-MAX_NUMBER <= item <= MAX_NUMBER, "number")


def check_callback(body, callbacks: dict) -> None:
    """Refuse a body that no page could have sent: an unknown callback, other ids, properties or types than declared.

    `callbacks` is Dash's own map, by output; one without a Python function runs in the browser only.
    """
    must(isinstance(body, dict) and body.keys() <= PARTS and isinstance(body.get("output"), str), "body")
    callback = callbacks.get(body["output"])
    must(callback is not None and "callback" in callback, "callback", status=404)
    check_slots(body.get("inputs", []), callback["inputs"])
    check_slots(body.get("state", []), callback["state"])
    check_outputs(body.get("outputs"), callback)
    check_changed(body.get("changedPropIds", []), callback["inputs"])
    must(isinstance(body.get("parsedChangedPropsIds", []), list), "changed")


def check_slots(slots, declared: list[dict]) -> None:
    """The inputs, states or outputs of a body are those declared, in their order; ALL patterns are lists of items."""
    must(isinstance(slots, list) and len(slots) == len(declared), "slots")
    for slot, wanted in zip(slots, declared, strict=True):
        several = _takes_several(parsed_id(wanted["id"]))
        must(isinstance(slot, list) == several, "slot")
        for item in slot if several else [slot]:
            must(isinstance(item, dict) and item.keys() <= {"id", "property", "value"}, "item")
            must(is_same_id(item.get("id"), parsed_id(wanted["id"])), "id")
            must(item.get("property") == wanted["property"], "property")
            check_type(item["property"], item.get("value"))


def check_outputs(outputs, callback: dict) -> None:
    """The outputs a body names are those of the callback; a callback without outputs names none."""
    declared = callback["output"]
    if callback.get("no_output"):
        must(outputs in (None, []), "outputs")
        return
    several = isinstance(declared, list | tuple)
    must(outputs is not None and (not several or isinstance(outputs, list)), "outputs")
    wanted = [{**one.to_dict(), "property": one.component_property} for one in (declared if several else [declared])]
    check_slots([_without_mark(slot) for slot in (outputs if several else [outputs])], wanted)


def check_changed(changed, declared: list[dict]) -> None:
    """What the body says has changed is among the declared inputs, as `id.property`."""
    must(isinstance(changed, list) and all(isinstance(name, str) for name in changed), "changed")
    for name in changed:
        text, _, property_name = name.rpartition(".")
        matching = [one for one in declared if one["property"] == property_name]
        found = parsed_id(text) if len(text) <= MAX_PATH and not text.count("[") else None
        must(any(is_same_id(found, parsed_id(one["id"])) for one in matching), "changed")


def check_type(property_name: str, value) -> None:
    """A value is of its property's simple type; None is what a component has before anything is chosen."""
    if value is None:
        return
    if property_name in TEXT:
        must(isinstance(value, str) and not _CONTROL.search(value), "type")
        must(property_name != "pathname" or len(value) <= MAX_PATH, "path")
        must(property_name != "search" or value.count("&") < MAX_FIELDS, "query")
    elif property_name in COUNTS:
        must(isinstance(value, int) and not isinstance(value, bool) and value >= 0, "type")
    elif property_name in SWITCHES:
        must(isinstance(value, bool), "type")
    elif property_name == "value":
        parts = value if isinstance(value, list) else [value]
        must(not any(isinstance(part, list | dict) for part in parts), "type")


def pathnames(body: dict) -> list[str | None]:
    """The paths in a checked body: where its page says it is."""
    slots = [slot for slot in [*body.get("inputs", []), *body.get("state", [])] if isinstance(slot, dict)]
    return [slot.get("value") for slot in slots if slot["property"] == "pathname"]


def parsed_id(text: str) -> str | dict:
    """A component's id as Dash writes it in a declaration: a name, or a pattern as JSON."""
    return _pattern(text) if text.startswith("{") else text


def is_same_id(given, wanted: str | dict) -> bool:
    """True when an id is the declared one, or fits the declared pattern with plain values at its wildcards."""
    if isinstance(wanted, str) or not isinstance(given, dict):
        return isinstance(given, str) and given == wanted
    return given.keys() == wanted.keys() and all(
        isinstance(given[key], str | int) if wanted[key] in WILDCARDS else given[key] == wanted[key] for key in wanted
    )


def _takes_several(wanted: str | dict) -> bool:
    """True for patterns with ALL or ALLSMALLER: the browser sends a list of the components that fit."""
    return isinstance(wanted, dict) and any(value in WILDCARDS[:2] for value in wanted.values())


def _without_mark(slot):
    """An output without the mark that Dash adds to the property of a shared output (`children@ab12…`)."""
    if isinstance(slot, list):
        return [_without_mark(item) for item in slot]
    must(isinstance(slot, dict) and isinstance(slot.get("property"), str), "outputs")
    return {**slot, "property": slot["property"].partition("@")[0]}


def _pattern(text: str) -> str | dict:
    """A pattern id parsed; text that is not JSON stays text, and then fits no declared id."""
    try:
        return loads(text)
    except ValueError:
        return text
