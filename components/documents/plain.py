"""What a page's components say as plain text: the tables and sentences of a document are those of the page."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.documents.model import Cell, Grid

# Words that only a phone shows, words under other words in a cell, and a light before its rule.
_HIDDEN, _UNDER, _LIGHT = frozenset({"cell-label", "stacked-label"}), "register-sub", "light"


def text_of(node) -> str:
    """The text of a component, a text or a list of them; what stands under other words begins a line."""
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, list | tuple):
        return "".join(text_of(each) for each in node)
    if not isinstance(node, Component):
        return str(node)
    classes = (getattr(node, "className", None) or "").split()
    if _HIDDEN & set(classes):
        return ""
    inner = text_of(getattr(node, "children", None))
    if _LIGHT in classes:
        return f"{inner}. "
    is_line = _UNDER in classes or isinstance(node, html.Div)
    return f"\n{inner}" if is_line else inner


def lines_of(node) -> tuple[str, ...]:
    """Each paragraph and list item within, as text; a text or a sentence by itself is one line."""
    parts = [each for each in _within(node) if isinstance(each, html.P | html.Li)]
    said = [text_of(each) for each in parts] if parts else [text_of(node)]
    return tuple(line for line in said if line)


def grid_of(node) -> Grid:
    """The table within a component, complete, cell by cell. LookupError when there is none."""
    for table in _within(node):
        if isinstance(table, html.Table):
            caption, head, body = table.children
            rows = [(row.className or "") if hasattr(row, "className") else "" for row in body.children]
            return Grid(
                caption=text_of(caption),
                headings=tuple(_cell(each) for each in head.children.children),
                rows=tuple(tuple(_cell(each) for each in row.children) for row in body.children),
                totals=frozenset(place for place, name in enumerate(rows) if name == "total"),
            )
    raise LookupError("table")


def _within(node) -> Iterator[Component]:
    """Every component within, in reading order, the node itself first."""
    if isinstance(node, list | tuple):
        for each in node:
            yield from _within(each)
    elif isinstance(node, Component):
        yield node
        yield from _within(getattr(node, "children", None))


def _cell(node) -> Cell:
    classes = (getattr(node, "className", None) or "").split()
    return Cell(text_of(node.children).strip(), "n" in classes, "neg" in classes, "flag" in classes)
