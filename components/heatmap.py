"""Heatmaps: a real table whose cells have one of five steps or a mark of what is not known. Pure functions.

Each cell is a link. A large one (over LARGE cells) would take seconds to draw so: see `components/heatmap_large.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dash import html

from components.heatmap_large import MARK_TEXTS
from components.inert import Inert
from components.text import say
from data import catalogue

LARGE = 4_000
WIDE = 12  # so many columns may have names that wrap; when there are more, names stand upright unless they are short
SHORT = 4
STEPS = (1, 2, 3, 4, 5)
MARKS = ("not_assessed", "not_applicable", "not_stated", "hidden")


@dataclass(frozen=True)
class Head:
    """The heading of a row or column: what it says, where it leads, a line under it, its full name when spoken."""

    key: str
    label: str
    href: str | None = None
    sub: str | None = None
    spoken: str | None = None


@dataclass(frozen=True)
class Cell:
    """One cell: the text printed in it, its step 1–5 or its mark (never both), what is said of it, where it leads."""

    text: str
    step: int | None = None
    mark: str | None = None
    spoken: str = ""
    href: str | None = None
    is_chosen: bool = False


@dataclass(frozen=True)
class Group:
    """A column at the right, set apart: a figure of the whole row, such as `9/10` or the median; `cells` is by row."""

    label: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    is_strong: bool = False


def heatmap(
    identity: str,
    *,
    rows: list[Head],
    columns: list[Head],
    cells: Mapping[tuple[str, str], Cell],
    corner: str,
    caption: str,
    groups: list[Group] | None = None,
    phone_column: str | None = None,
    over: tuple[str, str] | None = None,
    sections: Mapping[str, Head] | None = None,
) -> Inert:
    """The table of `cells` by (row, column); a pair that is left out is not assessed.

    `corner` heads the row headings; `over` stands above the columns and above the groups. `phone_column`: a phone
    shows this column only, as a list; without it the table scrolls under its first column. `sections`: the key of a
    row -> the heading of the rows that begin with it.
    """
    groups, about = groups or [], {"role": "region", "aria-label": caption, "tabIndex": "0"}
    classes = "heat-wrap heat-wrap--one" if phone_column else "heat-wrap"
    head = html.Thead([*_over(over, columns, groups), _heads(corner, columns, groups, phone_column)])
    lines = [(each, _row(each, columns, cells, groups, phone_column)) for each in rows]
    bodies = _bodies(lines, sections or {}, width=1 + len(columns) + len(groups))
    upright = len(columns) > WIDE and any(len(each.label) > SHORT for each in columns)
    table = html.Table([html.Caption(caption), head, *bodies], className="heat heat--upright" if upright else "heat")
    return Inert(html.Div(table, id=identity, className=classes, **about))


def _bodies(lines: list[tuple[Head, html.Tr]], sections: Mapping[str, Head], *, width: int) -> list[html.Tbody]:
    """The rows in parts, each under the heading of its section; one part when there are no sections."""
    bodies = [[]]
    for head, line in lines:
        if head.key in sections:
            title = html.Th(_head(sections[head.key]), colSpan=str(width), scope="rowgroup")
            bodies.append([html.Tr(title, className="heat-section")])
        bodies[-1].append(line)
    return [html.Tbody(each) for each in bodies if each]


def _over(over: tuple[str, str] | None, columns: list[Head], groups: list[Group]) -> list:
    """The line over the headings: what the columns are, and what the groups are."""
    if not over:
        return []
    places = [html.Td(), html.Th(over[0], colSpan=str(len(columns)), scope="colgroup", className="heat-over")]
    if groups:
        places.append(html.Th(over[1], colSpan=str(len(groups)), scope="colgroup", className="heat-over heat-apart"))
    return [html.Tr(places, className="heat-overs")]


def _heads(corner: str, columns: list[Head], groups: list[Group], shown: str | None) -> html.Tr:
    heads = [html.Th(_head(each), scope="col", className=_shown("heat-col", each.key, shown)) for each in columns]
    last = [html.Th(each.label, scope="col", className=_group_class(place, each)) for place, each in enumerate(groups)]
    return html.Tr([html.Th(corner, scope="col", className="heat-corner"), *heads, *last], className="heat-line")


def _head(head: Head) -> list:
    """What a heading says; its full name is its accessible name where the label is shorter."""
    spoken = {"aria-label": head.spoken} if head.spoken else {}
    label = html.A(head.label, href=head.href, **spoken) if head.href else html.Span(head.label)
    quiet = [html.Span(head.spoken, className="visually-quiet")] if head.spoken and not head.href else []
    if quiet:
        label = html.Span(head.label, **{"aria-hidden": "true"})
    return [label, *quiet, *([html.Span(head.sub, className="heat-sub")] if head.sub else [])]


def _shown(name: str, key: str, shown: str | None) -> str:
    return f"{name} is-shown" if key == shown else name


def _group_class(place: int, group: Group) -> str:
    apart, strong = " heat-apart" if place == 0 else "", " is-strong" if group.is_strong else ""
    return f"heat-group{apart}{strong}"


def _row(head: Head, columns, cells, groups: list[Group], shown: str | None) -> html.Tr:
    missing = Cell(MARK_TEXTS["not_assessed"], mark="not_assessed")
    own = [_cell(cells.get((head.key, each.key), missing), _shown("heat-cell", each.key, shown)) for each in columns]
    return html.Tr(
        [
            html.Th(_head(head), scope="row", className="has-sub" if head.sub else None),
            *own,
            *_group_cells(head, groups),
        ],
        className="heat-line",
    )


def _group_cells(head: Head, groups: list[Group]) -> list:
    """The figures of a row; neighbours that are hidden are one cell, so that its reason has room."""
    found, place = [], 0
    while place < len(groups):
        cell, span = groups[place].cells.get(head.key, Cell("")), 1
        while cell.mark == "hidden" and place + span < len(groups) and _is_hidden(groups[place + span], head.key):
            span += 1
        found.append(_cell(cell, _group_class(place, groups[place]), span=span))
        place += span
    return found


def _is_hidden(group: Group, key: str) -> bool:
    return key in group.cells and group.cells[key].mark == "hidden"


def _cell(cell: Cell, classes: str, *, span: int = 1) -> html.Td:
    """A cell: its link is named by what is said of it; without a link that is read instead of the bare text."""
    kind = f" heat-{cell.step}" if cell.step else f" heat-{cell.mark.replace('_', '-')}" if cell.mark else ""
    chosen = {"aria-current": "true"} if cell.is_chosen else {}
    about = {"colSpan": str(span)} if span > 1 else {}
    if cell.href:
        inner = html.A(cell.text, href=cell.href, **({"aria-label": cell.spoken} if cell.spoken else {}), **chosen)
    elif cell.spoken:
        quiet = html.Span(cell.spoken, className="visually-quiet")
        inner = [html.Span(cell.text, **{"aria-hidden": "true"}), quiet]
    else:
        inner = html.Span(cell.text)
    return html.Td(inner, className=classes + kind + (" is-chosen" if cell.is_chosen else ""), **about)


def legend(levels: Mapping[int, str], lang: str, *, counts: Mapping[object, int] | None = None) -> Inert:
    """What each step means and the four marks, which always show; `counts` is step or mark -> its members."""
    words = catalogue.current().codes["cell_marks"]
    steps = [(step, str(step), label) for step, label in levels.items()]
    marks = [(mark, MARK_TEXTS[mark], words[mark][lang]) for mark in MARKS]
    lists = [
        html.Ul([_sample(*each, members=None if counts is None else counts.get(each[0], 0)) for each in samples])
        for samples in (steps, marks)
    ]
    legend_ = html.Div(lists, className="heat-legend", role="group", **{"aria-label": say(lang, "heatmap.legend")})
    return Inert(legend_)


def _sample(key: object, text: str, label: str, *, members: int | None) -> html.Li:
    kind = str(key).replace("_", "-")
    shown = html.Span(text, className=f"heat-sample heat-{kind}", **{"aria-hidden": "true"})
    count = [] if members is None else [html.Span(str(members), className="heat-members")]
    return html.Li([shown, html.Span(label), *count])
