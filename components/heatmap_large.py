"""A large heatmap: its table as HTML in the first response, and one letter a cell for the script that colours it."""

import hashlib
import json
from collections.abc import Mapping
from html import escape

from dash import html

MARK_TEXTS = {"not_assessed": "–", "not_applicable": "", "not_stated": "··", "hidden": ""}
LETTERS = {"not_assessed": "n", "not_applicable": "a", "not_stated": "s", "hidden": "h"}


def canvas(identity: str, rows, columns, cells: Mapping, *, corner: str, caption: str, chooses) -> html.Div:
    """The place of the table: without scripts the table itself, with scripts what colours it.

    `data-letters` has one letter a cell, row by row: a step, or the letter of a mark. `data-shape` changes when rows
    or columns do; the script then fetches the page anew.
    """
    letters = letters_of(rows, columns, cells)
    keys = [[each.key for each in heads] for heads in (rows, columns)]
    told = {
        "data-letters": letters,
        "data-shape": hashlib.sha256(json.dumps([*keys, caption, corner]).encode()).hexdigest()[:12],
        "data-spoken": json.dumps(_spoken(cells), ensure_ascii=False),
        "data-chooses": json.dumps(chooses) if chooses else "",
    }
    place = {"id": f"{identity}-canvas", "className": "heat-canvas", **told}
    box = html.Div(**place)
    box.static = html.Div(html.Div(), **place)
    box.static.children.static = lambda: written(rows, columns, letters, corner=corner, caption=caption)
    return box


def letters_of(rows, columns, cells: Mapping) -> str:
    """One letter for each cell, row by row; a cell that is left out is not assessed."""
    found = []
    for row in rows:
        for column in columns:
            cell = cells.get((row.key, column.key))
            found.append(str(cell.step) if cell and cell.step else LETTERS[cell.mark] if cell and cell.mark else "n")
    return "".join(found)


def _spoken(cells: Mapping) -> dict[str, str]:
    """Letter -> what the first cell with that letter is said to be, for readers who hear the table."""
    found: dict[str, str] = {}
    for cell in cells.values():
        letter = str(cell.step) if cell.step else LETTERS.get(cell.mark, "n")
        if letter not in found and cell.spoken:
            found[letter] = cell.spoken
    return found


def written(rows, columns, letters: str, *, corner: str, caption: str) -> str:
    """The table as HTML, without links in its cells: its headings lead on."""
    heads = "".join(
        f'<th scope="col" class="heat-col" data-key="{escape(each.key)}">{_head(each)}</th>' for each in columns
    )
    width = len(columns)
    texts = {letter: MARK_TEXTS[mark] for mark, letter in LETTERS.items()}
    body = "".join(
        f'<tr class="heat-line"><th scope="row" data-key="{escape(row.key)}">{_head(row)}</th>'
        + "".join(
            f'<td class="q{letter}">{texts.get(letter, letter)}</td>'
            for letter in letters[place * width : (place + 1) * width]
        )
        + "</tr>"
        for place, row in enumerate(rows)
    )
    top = f'<tr class="heat-line"><th scope="col" class="heat-corner">{escape(corner)}</th>{heads}</tr>'
    return (
        f'<table class="heat heat--upright heat--large"><caption>{escape(caption)}</caption>'
        f"<thead>{top}</thead><tbody>{body}</tbody></table>"
    )


def _head(head) -> str:
    label = escape(head.label)
    return f'<a href="{escape(head.href)}">{label}</a>' if head.href else f"<span>{label}</span>"
