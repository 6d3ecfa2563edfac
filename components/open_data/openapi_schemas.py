"""The shapes of what the interface answers, as schemas of OpenAPI 3.1."""


def _object(required: tuple[str, ...], **properties) -> dict:
    return {"type": "object", "required": list(required), "properties": properties}


def _list_of(items: dict) -> dict:
    return {"type": "array", "items": items}


TEXT, OBJECT, DAY = {"type": "string"}, {"type": "object"}, {"type": ["string", "null"], "format": "date"}
ENTRY = _object(("name", "title", "columns", "files"), name=TEXT, title=TEXT, files=OBJECT)
SCHEMAS = {
    "Problem": _object(
        ("type", "title", "status", "detail", "code", "request"),
        type=TEXT,
        title=TEXT,
        status={"type": "integer", "minimum": 400, "maximum": 599},
        detail=TEXT,
        code={"type": "string", "pattern": "^[a-z_]+$"},
        request={"type": "string", "pattern": "^[0-9a-f]{8,32}$"},
        parameter=TEXT,
    ),
    "Meta": _object(
        ("question", "title", "lang", "params", "release", "kind", "sources", "licence", "sql", "columns"),
        kind={"type": "string", "enum": ["real", "example"]},
        data_until=DAY,
        params=OBJECT,
        sources=_list_of(OBJECT),
        columns=_list_of(OBJECT),
    ),
    "Listing": _object(
        ("release", "data_until", "choices", "pack", "answers", "tables"),
        release=TEXT,
        data_until=DAY,
        choices=_list_of(TEXT),
        answers=_list_of(ENTRY),
        tables=_list_of(ENTRY),
    ),
    "Cube": _object(
        ("version", "id", "size", "role", "dimension", "value"),
        version={"type": "string", "enum": ["2.0"]},
        id=_list_of(TEXT),
        size=_list_of({"type": "integer", "minimum": 0}),
        role=OBJECT,
        dimension=OBJECT,
        value={"type": ["array", "object"]},
    ),
}
