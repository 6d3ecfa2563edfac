"""Tables: every figure's twin, the budget table and the registers. Words left, numbers right, `··` for not stated."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dash import html

from components.inert import Inert
from components.numbers import MISSING, day, is_missing, money, number, percent
from components.text import say
from data import catalogue

ROLES = {"Table": "table", "Thead": "rowgroup", "Tbody": "rowgroup", "Tr": "row", "Td": "cell", "Th": None}


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading, how a row (a dict) becomes a cell, and whether it is a number."""

    heading: object
    cell: Callable[[dict], object]
    is_number: bool = False
    is_negative: Callable[[dict], bool] = lambda row: False
    sort: str | None = None
    classes: str | None = None


def column(lang: str, name: str, *, heading: str | None = None, cell=None, sort: str | None = None) -> Column:
    """A column as the catalogue describes it: heading, unit and code list decide how the value is written."""
    described = catalogue.current().columns[name]
    is_number = described.type in ("integer", "decimal")
    return Column(
        heading=heading or described.headings[lang],
        cell=cell or (lambda row: value_text(lang, name, row[name])),
        is_number=is_number,
        is_negative=(lambda row: not is_missing(row[name]) and row[name] < 0) if is_number else (lambda row: False),
        sort=sort,
    )


def named(lang: str, prefix: str, heading: str, *, link: Callable[[dict], str | None] | None = None) -> Column:
    """The column of a name that stands in three languages (`name_fi` …); linked when `link` gives an address."""

    def cell(row: dict):
        text = row[f"{prefix}_{lang}"]
        address = link(row) if link and not is_missing(text) else None
        return html.A(text, href=address) if address else (MISSING if is_missing(text) else text)

    return Column(heading=heading, cell=cell)


def value_text(lang: str, name: str, value) -> str:
    """One value as the reader's text, by its column: money, count, share, date, code or plain text."""
    described = catalogue.current().columns[name]
    if is_missing(value):
        return MISSING
    if described.type == "date":
        return day(lang, value)
    if described.type in ("integer", "decimal"):
        return _quantity(lang, described.unit, value, name)
    if described.codes:
        return catalogue.current().codes[described.codes][value][lang]
    return str(value)


def _quantity(lang: str, unit: str | None, value, name: str) -> str:
    if unit == "EUR":
        return money(lang, value)
    if unit == "%":
        return percent(lang, value)
    return str(int(value)) if name.endswith("_year") or name == "year" else number(lang, value)


def table(
    columns: list[Column],
    rows: list[dict],
    *,
    caption: str,
    row_class: Callable[[dict], str | None] = lambda row: None,
    sort_link: Callable[[str], tuple[str, str | None]] | None = None,
    is_stacked: bool = False,
) -> Inert:
    """An accessible table in a wrapper that scrolls by keyboard. The first column is each row's heading.

    `is_stacked`: on a phone each row becomes a block of its own instead of scrolling sideways.
    """
    head = [_heading(each, sort_link, is_name=place == 0) for place, each in enumerate(columns)]
    body = [
        html.Tr([_cell(place, each, row) for place, each in enumerate(columns)], className=row_class(row))
        for row in rows
    ]
    classes = ["numbers"]
    if is_stacked:
        is_described = any("described" in (row_class(row) or "") for row in rows)
        classes += ["stacked", *(["stacked--described"] if is_described else [])]
    inner = html.Table(
        [html.Caption(caption), html.Thead(html.Tr(head)), html.Tbody(body)], className=" ".join(classes)
    )
    if is_stacked:
        _say_roles(inner)
    wrap = html.Div(inner, className="table-wrap", tabIndex="0", role="region", **{"aria-label": caption})
    return Inert(wrap)


def _say_roles(node) -> None:
    """Tell what each part of a table is: a browser forgets it of a table that is not laid out as one."""
    if isinstance(node, (list, tuple)):
        for each in node:
            _say_roles(each)
    elif type(node).__name__ in ROLES:
        heading = "columnheader" if getattr(node, "scope", None) == "col" else "rowheader"
        node.role = ROLES[type(node).__name__] or heading
        _say_roles(getattr(node, "children", None))


def stacked(columns: list[Column], rows: list[dict], *, caption: str):
    """A table whose rows stand one under the other on a phone, each cell with its heading before it."""
    told = [columns[0], *(replace(each, cell=_labelled(each)) for each in columns[1:])]
    return table(told, rows, caption=caption, row_class=lambda row: "described", is_stacked=True)


def _labelled(told: Column):
    """The cell of a column behind its heading, which only a phone shows."""

    def cell(row: dict) -> list:
        inner = told.cell(row)
        return [html.Span(told.heading, className="cell-label"), *(inner if isinstance(inner, list) else [inner])]

    return cell


def _heading(each: Column, sort_link, *, is_name: bool) -> html.Th:
    """A column heading; a link that sorts when the column can be sorted, telling the present order."""
    classes = "n" if each.is_number and not is_name else None
    if not (each.sort and sort_link):
        return html.Th(each.heading, scope="col", className=classes)
    address, order = sort_link(each.sort)
    link = html.A(each.heading, href=address, className="sort", **({"data-sorted": order} if order else {}))
    aria = {"aria-sort": "ascending" if order == "up" else "descending"} if order else {}
    return html.Th(link, scope="col", className=classes, **aria)


def _cell(place: int, each: Column, row: dict):
    if place == 0:
        return html.Th(each.cell(row), scope="row")
    classes = [*(["n"] if each.is_number else []), *([each.classes] if each.classes else [])]
    if each.is_negative(row):
        classes.append("neg")
    return html.Td(each.cell(row), className=" ".join(classes) or None)


def total_row(lang: str, rows: list[dict], names: list[str]) -> dict:
    """A row with the sums of some columns, marked `is_total`; other columns of it are absent."""
    stated = {name: [row[name] for row in rows if not is_missing(row[name])] for name in names}
    sums = {name: sum(values) if values else None for name, values in stated.items()}
    return {"is_total": True, "label": say(lang, "panel.total"), **sums}


def alphabet(text: str | None) -> tuple:
    """A sort key by the Finnish and Swedish alphabets: å, ä and ö after z; a missing name comes last."""
    order = "abcdefghijklmnopqrstuvwxyzåäö"
    return (text is None, [order.find(letter) if letter in order else -1 for letter in (text or "").lower()])


def alphabetical(rows: list[dict], lang: str) -> list[dict]:
    """Rows in the order of their names in a language: places are listed, never ranked."""
    return sorted(rows, key=lambda row: alphabet(row[f"name_{lang}"]))
