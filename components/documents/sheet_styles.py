"""How cells of an OpenDocument spreadsheet look: number formats, widths, and what keeps headings in sight."""

from collections.abc import Iterable, Iterator
from html import escape

from odfdo import Element

from components.documents.looks import OFFICE_FONT, colours
from components.downloads.columns import FileColumn
from components.downloads.workbook import WHOLE

_GROUPED = (
    '<number:number number:decimal-places="{0}" number:min-decimal-places="{0}" '
    'number:min-integer-digits="1" number:grouping="true"/>'
)
_PLAIN = '<number:number number:decimal-places="0" number:min-integer-digits="1"/>'
_DATE = (
    '<number:date-style style:name="{0}"><number:day/><number:text>.</number:text><number:month/>'
    '<number:text>.</number:text><number:year number:style="long"/></number:date-style>'
)
_NUMBERS = {
    "eur": _GROUPED.format(0) + "<number:text>\u00a0€</number:text>",
    "eur-cents": _GROUPED.format(2) + "<number:text>\u00a0€</number:text>",
    "pct": _GROUPED.format(1) + "<number:text>\u00a0%</number:text>",
    "year": _PLAIN,
    "integer": _GROUPED.format(0),
    **{f"decimal-{scale}": _GROUPED.format(scale) for scale in range(7)},
}
_TEXTS = {
    "text": "",
    "boolean": "",
    "title": '<style:text-properties fo:font-size="16pt" fo:font-weight="bold"/>',
    "strong": '<style:table-cell-properties style:vertical-align="top"/><style:text-properties fo:font-weight="bold"/>',
    "head": (
        '<style:table-cell-properties fo:border-bottom="1.5pt solid #14202a" fo:wrap-option="no-wrap"/>'
        '<style:text-properties fo:font-weight="bold"/>'
    ),
    "wrapped": '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>',
}
# Two is "frozen": the first row and the first column.
_SPLIT = (
    ("HorizontalSplitMode", "short", 2),
    ("VerticalSplitMode", "short", 2),
    ("HorizontalSplitPosition", "int", 1),
    ("VerticalSplitPosition", "int", 1),
    ("PositionRight", "int", 1),
    ("PositionBottom", "int", 1),
)
# The look of a sheet of example data: its tab has the colour of the stamp, its printed pages the stamp itself.
EXAMPLE = "example"
# The width of one letter, in centimetres.
_LETTER = 0.21


def format_name(column: FileColumn) -> str:
    """The name of the look of a column's cells: euros with cents only when some value has them."""
    if column.unit in WHOLE and all(value is None or value == int(value) for value in column.values):
        return {"EUR": "eur"}.get(column.unit, column.unit)
    if column.unit == "EUR":
        return "eur-cents"
    if column.unit == "%":
        return "pct"
    return f"decimal-{column.scale}" if column.type == "decimal" else column.type


def column_style(width: int) -> str:
    """The name of the look of a column so many letters wide."""
    return f"wide-{width}"


def styles(widths: Iterable[int]) -> Iterator[Element]:
    """Every look that the sheets use."""
    for name, inner in _NUMBERS.items():
        yield Element.from_tag(f'<number:number-style style:name="n-{name}">{inner}</number:number-style>')
    yield Element.from_tag(_DATE.format("n-date"))
    for name in (*_NUMBERS, "date"):
        yield _cell(name, "", f"n-{name}")
    yield _cell("date-left", '<style:paragraph-properties fo:text-align="start"/>', "n-date")
    for name, inner in _TEXTS.items():
        yield _cell(name, inner)
    yield Element.from_tag(
        f'<style:style style:name="{EXAMPLE}" style:family="table" style:master-page-name="{EXAMPLE}">'
        f'<style:table-properties table:display="true" table:tab-color="{colours()["stamp"]}"/></style:style>'
    )
    for width in sorted({34, 60, 90, *widths}):
        wide = f'<style:table-column-properties style:column-width="{width * _LETTER:.2f}cm"/>'
        yield Element.from_tag(
            f'<style:style style:name="{column_style(width)}" style:family="table-column">{wide}</style:style>'
        )


def example_page(stamp: str, said: str) -> Element:
    """The printed page of a sheet of example data: the stamp at its head, what every page says at its foot."""
    return Element.from_tag(
        f'<style:master-page style:name="{EXAMPLE}" style:page-layout-name="Mpm1">'
        f"<style:header><text:p>{escape(stamp)}</text:p></style:header>"
        f"<style:footer><text:p>{said} · <text:page-number>1</text:page-number></text:p></style:footer>"
        "</style:master-page>"
    )


def _cell(name: str, inner: str, number: str | None = None) -> Element:
    """The look of a cell, in the typeface of office files."""
    data = f' style:data-style-name="{number}"' if number else ""
    font = f'<style:text-properties style:font-name="{OFFICE_FONT}"/>' if "text-properties" not in inner else ""
    return Element.from_tag(
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="Default"{data}>'
        f"{inner}{font}</style:style>"
    )


def settings(first: str, others: list[str]) -> str:
    """The part of the file that keeps the first row and column of the other sheets in sight, and opens the first."""
    items = "".join(_item(*each) for each in _SPLIT)
    entries = "".join(
        f'<config:config-item-map-entry config:name="{escape(name)}">{items}</config:config-item-map-entry>'
        for name in others
    )
    tables = f'<config:config-item-map-named config:name="Tables">{entries}</config:config-item-map-named>'
    view = (
        f"<config:config-item-map-entry>{_item('ViewId', 'string', 'view1')}{tables}"
        f"{_item('ActiveTable', 'string', escape(first))}</config:config-item-map-entry>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-settings '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        f"{view}</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>"
    )


def _item(name: str, kind: str, value) -> str:
    return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
