"""What slides are put together from: an empty slide, its title and boxes of text, in the site's colours."""

from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches, Pt

from components.documents.looks import OFFICE_FONT, colour

TITLE_ONLY = 5


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def measures(self) -> tuple[Emu, ...]:
        """Left, top, width and height as the library takes them."""
        return tuple(Inches(each) for each in (self.left, self.top, self.width, self.height))


def new_slide(show):
    """An empty slide with a place for its title, so that assistive technology can tell slides apart."""
    return show.slides.add_slide(show.slide_layouts[TITLE_ONLY])


def add_title(slide, text: str, box: Box, *, size: int) -> None:
    """The title, left, in ink."""
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = box.measures()
    _fill(shape.text_frame, [text], size=size, tint="ink", bold=True)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP


def add_text(slide, box: Box, lines, *, size: int, tint: str, bold: bool = False) -> None:
    """A box of paragraphs."""
    _fill(slide.shapes.add_textbox(*box.measures()).text_frame, lines, size=size, tint=tint, bold=bold)


def _fill(frame, lines, *, size: int, tint: str, bold: bool) -> None:
    """Paragraphs without margins, so that boxes line up with tables."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size / 3) if len(lines) > 1 else Pt(0)
        paragraph.alignment = 1
        write_run(paragraph, line, size=size, tint=tint, bold=bold)


def write_run(paragraph, text: str, *, size: float, tint: str, bold: bool = False) -> None:
    """Some words in the typeface and a colour of the site."""
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, OFFICE_FONT
    run.font.color.rgb = RGBColor.from_string(colour(tint))
