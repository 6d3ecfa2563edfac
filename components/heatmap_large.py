"""A large heatmap: its table as HTML in the first response, and one letter a cell for the script that colours it.

Rows are boxes of their own that a browser lays out when they come into sight (`assets/6-heatmap.css`), so a change of
37 200 cells costs what is seen. Every part says its role, which a table that is drawn as boxes might lose.
"""

import hashlib
import json
from collections.abc import Mapping
from html import escape

from dash import html

MARK_TEXTS = {"not_assessed": "–", "not_applicable": "", "not_stated": "··", "hidden": ""}
LETTERS = {"not_assessed": "n", "not_applicable": "a", "not_stated": "s", "hidden": "h"}
TEXTS = {letter: MARK_TEXTS[mark] for mark, letter in LETTERS.items()}


def heatmap_large(
    identity: str,
    *,
    rows: list,
    columns: list,
    letters: str,
    spoken: Mapping[str, str],
    corner: str,
    caption: str,
    chooses: tuple[str, str],
) -> html.Div:
    """The place of the table: without scripts the table itself, with scripts what colours it.

    `letters` has one letter a cell, row by row: a step, or the letter of a mark. `spoken` is letter -> what is said of
    such a cell, with `{row}` and `{column}` for its names. `chooses`: the choices of the address that a row and a
    column are. `data-shape` changes when rows or columns do; the script then fetches the page anew.
    """
    told = {
        "data-letters": letters,
        "data-shape": shape_of(*([each.key for each in heads] for heads in (rows, columns)), caption),
        "data-spoken": json.dumps(spoken, ensure_ascii=False),
        "data-chooses": json.dumps(chooses),
    }
    place = {"id": f"{identity}-canvas", "className": "heat-canvas", **told}
    box = html.Div(**place)
    box.static = html.Div(html.Div(), **place)
    box.static.children.static = lambda: written(rows, columns, letters, corner=corner, caption=caption)
    about = {"role": "region", "aria-label": caption, "tabIndex": "0"}
    return html.Div(box, id=identity, className="heat-wrap", **about)


def shape_of(rows: list[str], columns: list[str], caption: str) -> str:
    """What tells one table from another: the keys of its rows and columns and its caption, not its cells."""
    return hashlib.sha256(json.dumps([rows, columns, caption]).encode()).hexdigest()[:12]


def written(rows: list, columns: list, letters: str, *, corner: str, caption: str) -> str:
    """The table as HTML, without links in its cells: its headings lead on."""
    heads = "".join(
        f'<th role="columnheader" scope="col" class="heat-col" data-key="{escape(each.key)}">{_head(each)}</th>'
        for each in columns
    )
    cells = {letter: f'<td role="cell" class="q{letter}">{TEXTS.get(letter, letter)}</td>' for letter in {*letters}}
    width = len(columns)
    body = "".join(
        '<tr role="row" class="heat-line">'
        f'<th role="rowheader" scope="row" data-key="{escape(row.key)}">{_head(row)}</th>'
        + "".join(map(cells.__getitem__, letters[place * width : (place + 1) * width]))
        + "</tr>"
        for place, row in enumerate(rows)
    )
    first = f'<th role="columnheader" scope="col" class="heat-corner">{escape(corner)}</th>'
    return (
        f'<table role="table" class="heat heat--upright heat--large"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row" class="heat-line">{first}{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _head(head) -> str:
    label = escape(head.label)
    return f'<a href="{escape(head.href)}">{label}</a>' if head.href else f"<span>{label}</span>"
