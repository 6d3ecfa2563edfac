"""Tables on slides: PowerPoint's own, with the site's rules instead of its coloured bands."""

from textwrap import wrap

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from components.documents.looks import colour
from components.documents.model import Cell, Grid
from components.documents.slide_parts import Box, write_run

# The height of a table, of the margins of a row and of a line of its words, in inches.
ROOM, MARGIN, LINE = 4.6, 0.1, 0.215
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
# The longest that a column asks for, and how many letters fit in an inch.
_MOST, _PER_INCH = 60, 10.4


def parts_of(grid: Grid, brief: tuple[int, ...] | None = None) -> list[list[int]]:
    """The places of the rows slide by slide: as few slides as there can be, about as much on each; one when empty.

    `brief` are the places of the rows that slides show when they do not show them all.
    """
    if not grid.rows:
        return [[]]
    widths = _letters(grid, 12 * _PER_INCH)
    heights = [(place, _height(grid.rows[place], widths)) for place in (brief or range(len(grid.rows)))]
    room = ROOM - _height(grid.headings, widths)
    whole = _filled(heights, room)
    even = sum(high for _, high in heights) / len(whole)
    limits = (even + step * (room - even) / 4 for step in range(4))
    return next((parts for parts in (_filled(heights, each) for each in limits) if len(parts) == len(whole)), whole)


def _filled(heights: list[tuple[int, float]], room: float) -> list[list[int]]:
    """The rows in order, a new slide whenever the next row has no room."""
    parts, used = [[]], 0.0
    for place, high in heights:
        if used + high > room and parts[-1]:
            parts.append([])
            used = 0.0
        parts[-1].append(place)
        used += high
    return parts


def _height(row: tuple[Cell, ...], widths: list[int]) -> float:
    """How high a row is, in inches, by the cell that takes most lines."""
    return MARGIN + LINE * max(_lines(cell, letters) for cell, letters in zip(row, widths, strict=True))


def _lines(cell: Cell, letters: int) -> int:
    """How many lines a cell takes in a column of so many letters."""
    return sum(len(wrap(line, max(letters, 1))) or 1 for line in cell.text.split("\n"))


def _letters(grid: Grid, room: float) -> list[int]:
    """How many letters wide each column is: its longest word first, the rest of the room by how much more it wants."""
    columns = list(zip(grid.headings, *grid.rows, strict=True))
    least = [
        max(len(word) for cell in each for word in [*cell.text.split(" "), ""]) + 4 for each in map(_broken, columns)
    ]
    wanted = [min(max(len(line) for cell in each for line in cell.text.split("\n")), _MOST) + 3 for each in columns]
    more = [max(want - word, 0) for want, word in zip(wanted, least, strict=True)]
    left = max(room - sum(least), 0)
    return [int(word + left * each / (sum(more) or 1)) for word, each in zip(least, more, strict=True)]


def _broken(column) -> list[Cell]:
    """The cells of a column with their lines as words."""
    return [Cell(cell.text.replace("\n", " ")) for cell in column]


def add_table(slide, grid: Grid, places: list[int], box: Box) -> None:
    """Some rows of a table under its headings."""
    left, top, width, _ = box.measures()
    size = 13 if box.width > 8 else 12
    shape = slide.shapes.add_table(len(places) + 1, len(grid.headings), left, top, width, Inches(0.3))
    shape.name = grid.caption
    shape._element._nvXxPr.cNvPr.set("descr", grid.caption)
    table = shape.table
    table._tbl.tblPr.find(f"{{{_SPACE}}}tableStyleId").text = NO_STYLE
    table.horz_banding = False
    letters = _letters(grid, box.width * _PER_INCH)
    for column, wide in zip(table.columns, letters, strict=True):
        column.width = int(width * wide / sum(letters))
    table.rows[0].height = Inches(0.3)
    for at, cell in enumerate(grid.headings):
        _write(table.cell(0, at), cell, size=size, bold=True, line="ink", weight=1.5)
    for line, place in enumerate(places, start=1):
        table.rows[line].height = Inches(0.29)
        for at, cell in enumerate(grid.rows[place]):
            _write(table.cell(line, at), cell, size=size, bold=place in grid.totals)


def _write(place, cell: Cell, *, size: int, bold: bool, line: str = "line", weight: float = 0.75) -> None:
    """One cell: words left, numbers right, a rule under it; a flagged one has the ground of a warning."""
    place.margin_left, place.margin_right = 0, Inches(0.16)
    place.margin_top, place.margin_bottom = Inches(0.06), Inches(0.03)
    place.vertical_anchor = MSO_ANCHOR.TOP
    frame = place.text_frame
    for number, text in enumerate(cell.text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if cell.is_number else PP_ALIGN.LEFT
        tint = "neg" if cell.is_negative else "ink-2" if number else "ink"
        write_run(paragraph, text, size=size - 2 if number else size, tint=tint, bold=bold)
    _rule(place, line, weight)
    if cell.is_flagged:
        place.fill.solid()
        place.fill.fore_color.rgb = RGBColor.from_string(colour("warn-bg"))


def _rule(place, tint: str, weight: float) -> None:
    """A line under a cell; the library has no call for it."""
    line = (
        f'<a:lnB xmlns:a="{_SPACE}" w="{int(Pt(weight))}"><a:solidFill><a:srgbClr val="{colour(tint)}"/>'
        f"</a:solidFill></a:lnB>"
    )
    place._tc.get_or_add_tcPr().insert(0, parse_xml(line))
