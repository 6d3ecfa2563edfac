"""The pack as slides (PPTX): the title says the message, charts and tables are PowerPoint's own and can be edited."""

import io
from datetime import datetime, time

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from components.documents import words
from components.documents.archive import repacked
from components.documents.fingerprint import marked
from components.documents.model import Figure, Pack
from components.documents.slide_charts import add_chart
from components.documents.slide_parts import Box, add_text, add_title, new_slide
from components.documents.slide_tables import add_table, parts_of
from components.text import say

WIDE, HIGH = Inches(13.333), Inches(7.5)
LEFT, WIDTH = 0.6, 12.13
TOP = 1.8
LANGUAGE_TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
# The longest line of sources that a slide has room for.
MOST_LETTERS = 130


def write(pack: Pack) -> bytes:
    """The file: a slide with the situation, then each figure; a long table goes on over further slides."""
    show = Presentation()
    show.slide_width, show.slide_height = WIDE, HIGH
    _opening(show, pack)
    for figure in pack.figures:
        _figure(show, figure, pack)
    _ending(show, pack)
    _number(show, pack)
    _speak(show, pack.lang)
    _properties(show, pack)
    target = io.BytesIO()
    show.save(target)
    return repacked(target.getvalue())


def _opening(show, pack: Pack) -> None:
    """The situation in sentences, with the day and the choices."""
    slide = new_slide(show)
    add_text(slide, Box(LEFT, 0.55, WIDTH, 0.4), [say(pack.lang, "pack.title")], size=16, tint="act", bold=True)
    when, *said = pack.opening or (say(pack.lang, "pack.empty"),)
    add_title(slide, when, Box(LEFT, 0.95, WIDTH, 1.0), size=30)
    add_text(slide, Box(LEFT, 2.2, WIDTH, 3.4), said, size=24, tint="ink")
    told = [pack.choices, pack.compared, *([pack.reconstructed] if pack.reconstructed else [])]
    add_text(slide, Box(LEFT, 5.9, WIDTH, 0.9), told, size=14, tint="ink-2")


def _figure(show, figure: Figure, pack: Pack) -> None:
    """The slides of a figure: the chart and its table side by side when both fit, otherwise one after the other."""
    title, lang = words.title(figure), pack.lang
    rows = parts_of(figure.grid, figure.brief)
    is_beside = (
        figure.chart is not None and len(rows) == 1 and len(figure.chart.marks) <= 4 >= len(figure.grid.headings)
    )
    slots = len(rows) + (1 if figure.chart is not None and not is_beside else 0)
    for place in range(slots):
        said = title if slots == 1 else say(lang, "pack.continued", title=title, part=str(place + 1), parts=str(slots))
        slide = _framed(show, figure, said, lang)
        if is_beside:
            add_chart(slide, figure.chart, Box(LEFT, TOP, 6.0, 4.6), lang)
            add_table(slide, figure.grid, rows[0], Box(6.9, TOP, 5.83, 4.6))
        elif figure.chart is not None and place == 0:
            add_chart(slide, figure.chart, Box(LEFT, TOP, WIDTH, 4.6), lang)
        elif figure.grid.rows:
            add_table(slide, figure.grid, rows[place - (slots - len(rows))], Box(LEFT, TOP, WIDTH, 4.6))


def _framed(show, figure: Figure, title: str, lang: str):
    """A slide with question, message, stamp and sources; what must be known to read it stands in the notes."""
    slide = new_slide(show)
    add_text(slide, Box(LEFT, 0.35, 8.8, 0.35), [figure.question], size=14, tint="act", bold=True)
    add_title(slide, title, Box(LEFT, 0.7, WIDTH, 1.1), size=26 if len(title) < 130 else 20)
    if figure.is_example:
        add_text(slide, Box(9.6, 0.35, 3.13, 0.35), [say(lang, "site.stamp.word")], size=14, tint="stamp", bold=True)
        add_text(slide, Box(LEFT, 6.48, WIDTH, 0.25), [words.stamp(lang)], size=11, tint="stamp", bold=True)
    told = [*figure.notes, say(lang, "pack.calculation", text=figure.calculation), words.sources(figure, lang)]
    slide.notes_slide.notes_text_frame.text = "\n".join(told)
    add_text(slide, Box(LEFT, 6.72, WIDTH, 0.3), [_foot(figure, lang)], size=11, tint="ink-2")
    return slide


def _foot(figure: Figure, lang: str) -> str:
    """The sources by name, or by number when there are many; and where the rest of a table is."""
    many = say(lang, "pack.source_numbers", numbers=", ".join(str(number) for number, _ in figure.sources))
    named = words.sources(figure, lang)
    told = named if len(named) < MOST_LETTERS else many
    if figure.brief is None or len(figure.brief) == len(figure.answer.records):
        return told
    return f"{told} · {say(lang, 'pack.brief', shown=str(len(figure.brief)), rows=str(len(figure.answer.records)))}"


def _ending(show, pack: Pack) -> None:
    """The sources and how to check the fingerprint."""
    slide, lang = new_slide(show), pack.lang
    add_title(slide, say(lang, "pack.sources"), Box(LEFT, 0.7, WIDTH, 0.7), size=26)
    listed = [f"{each['number']}. {each['label']} · {each['publisher']}" for each in pack.sources]
    add_text(slide, Box(LEFT, 1.4, WIDTH, 4.5), listed, size=11 if len(listed) > 12 else 14, tint="ink")
    check = [say(lang, "pack.fingerprint", fingerprint=pack.fingerprint), say(lang, "pack.check")]
    add_text(slide, Box(LEFT, 6.1, WIDTH, 0.8), check, size=12, tint="ink-2")


def _number(show, pack: Pack) -> None:
    """The foot of each slide: day, release, fingerprint, and its number of how many."""
    for place, slide in enumerate(show.slides, start=1):
        page = say(pack.lang, "pack.page", number=str(place), pages=str(len(show.slides)))
        said = " · ".join([*words.identity(pack), page])
        add_text(slide, Box(LEFT, 7.02, WIDTH, 0.3), [said], size=11, tint="ink-2")


def _speak(show, lang: str) -> None:
    """The language of every word, so that it is read aloud right; the library has no call for all of them."""
    for slide in show.slides:
        for part in (slide._element, slide.notes_slide._element if slide.has_notes_slide else slide._element):
            for run in part.iter(qn("a:rPr")):
                run.set("lang", LANGUAGE_TAGS[lang])


def _properties(show, pack: Pack) -> None:
    """Title, language and recipe in the file's properties; its only moment is the pack's own day."""
    made, told = datetime.combine(pack.as_of, time()), show.core_properties
    told.title, told.author, told.language = say(pack.lang, "pack.title"), say(pack.lang, "pack.site"), pack.lang
    told.last_modified_by, told.revision = say(pack.lang, "pack.site"), 1
    told._element._get_or_add("keywords").text = marked(pack.recipe)  # the library's call takes 255 letters at most
    told.created = told.modified = told.last_printed = made
