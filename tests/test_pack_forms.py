"""What the documents of the pack are as files: tagged, in their language, stamped, and without formulas."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import odfdo
import openpyxl
import pikepdf
import pptx
import pypdf
import pytest

import queries
from components.documents import FORMS, write
from components.filters import Filters
from components.text import say
from pages.pack import compose
from tests.answers import HOSTILE
from tests.packs import END, made, pack, plain

pytestmark = pytest.mark.usefixtures("release_dir")


def test_every_word_of_the_slides_tells_its_language():
    with zipfile.ZipFile(io.BytesIO(made("sv", "pptx"))) as archive:
        slides = [archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/slides/slide")]
    assert {tag for slide in slides for tag in re.findall(r'<a:rPr[^>]* lang="([^"]*)"', slide)} == {"sv-FI"}
    assert all("<a:rPr" in slide for slide in slides)


def test_every_slide_has_a_title_and_the_message_is_a_sentence():
    slides = list(pptx.Presentation(io.BytesIO(made("fi", "pptx"))).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(titles)
    assert "Kustannukset yhteensä 833 318 €. Suurin kululaji: Avustukset, 399 993 €." in [
        plain(title) for title in titles
    ]


def test_the_first_sheet_tells_day_release_and_fingerprint():
    sheet = openpyxl.load_workbook(io.BytesIO(made("fi", "xlsx"))).worksheets[0]
    told = [cell.value for row in sheet.iter_rows() for cell in row]
    assert END in [value.date() for value in told if hasattr(value, "date")]
    assert {pack().release_id, pack().fingerprint, pack().choices} <= set(told)
    table = odfdo.Document(io.BytesIO(made("fi", "ods"))).body.get_table(0)
    assert {pack().release_id, pack().fingerprint} <= {value for row in table.iter_values() for value in row}


def test_the_pdf_is_tagged_and_tells_language_and_title():
    with pikepdf.open(io.BytesIO(made("sv", "pdf"))) as document:
        root, about = document.Root, document.open_metadata()
        assert (bool(root.MarkInfo.Marked), str(root.Lang)) == (True, "sv")
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert about["dc:title"].startswith(say("sv", "pack.title"))
        assert about["pdfuaid:part"] == "1"
        assert len(root.Outlines.keys()) > 1
        kinds = tags(root.StructTreeRoot)
        assert {"/Table", "/TH", "/TD", "/Figure", "/H1", "/H2", "/Link"} <= {kind for kind, _ in kinds}
        assert all(alt for kind, alt in kinds if kind == "/Figure")
        assert {scope for kind, scope in tags(root.StructTreeRoot, "/A") if kind == "/TH"} == {"/Column", "/Row"}
        assert all(str(page.get("/Tabs")) == "/S" for page in document.pages if "/Annots" in page)
        fonts = [font for page in document.pages for font in page.Resources.get("/Font", {}).values()]
        assert fonts
        assert all("/ToUnicode" in font for font in fonts)


def test_the_pdf_has_a_bookmark_for_every_figure_and_a_head_for_every_table():
    with pikepdf.open(io.BytesIO(made("sv", "pdf"))) as document:
        with document.open_outline() as outline:
            titles = [plain(each.title) for top in outline.root for each in [top, *top.children]]
        assert {plain(each.question) for each in pack("sv").figures} <= set(titles)
        kinds = [kind for kind, _ in tags(document.Root.StructTreeRoot)]
    tables = sum(bool(each.grid.rows) for each in pack("sv").figures)
    assert kinds.count("/Caption") == tables
    assert kinds.count("/THead") == kinds.count("/Table") >= tables


def tags(node, told: str = "/Alt") -> list[tuple[str, str]]:
    """Every tag of the structure with the words that stand in for it, or (`/A`) with what a heading heads."""
    found = [(str(node.S), _told(node.get(told, "")))] if "/S" in node else []
    inner = node.get("/K", [])
    for each in inner if isinstance(inner, pikepdf.Array) else [inner]:
        if isinstance(each, pikepdf.Dictionary):
            found += tags(each, told)
    return found


def _told(value) -> str:
    return str(value.get("/Scope", "")) if isinstance(value, pikepdf.Dictionary) else str(value)


def test_no_text_becomes_a_formula():
    one = pack("fi", ("grants",))
    answer = one.figures[0].answer
    place = [column.name for column in answer.columns].index("title_fi")
    records = [(*row[:place], text, *row[place + 1 :]) for row, text in zip(answer.records, HOSTILE, strict=False)]
    figure = replace(one.figures[0], answer=replace(answer, records=tuple(records)))
    hostile = replace(one, figures=(figure,))
    sheet = openpyxl.load_workbook(io.BytesIO(write(hostile, "xlsx"))).worksheets[1]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "b"}
    with zipfile.ZipFile(io.BytesIO(write(hostile, "ods"))) as archive:
        assert b"table:formula" not in archive.read("content.xml")


def test_example_data_is_stamped_in_every_form():
    one = pack("fi", ("booked",))
    figure = replace(one.figures[0], answer=replace(one.figures[0].answer, is_example=True))
    stamped, word = replace(one, figures=(figure,)), say("fi", "site.stamp.word")
    pages = pypdf.PdfReader(io.BytesIO(write(stamped, "pdf"))).pages
    assert [word in page.extract_text() for page in pages] == [False, True, False]
    slides = pptx.Presentation(io.BytesIO(write(stamped, "pptx"))).slides
    said = [" ".join(each.text_frame.text for each in slide.shapes if each.has_text_frame) for slide in slides]
    assert [word in text for text in said] == [False, True, False]
    book = openpyxl.load_workbook(io.BytesIO(write(stamped, "xlsx")))
    assert word in book.worksheets[1].oddHeader.right.text
    assert word in write(stamped, "html").decode()


def test_before_anything_was_known_the_pack_says_so():
    queries.pin(None)
    early = compose(Filters(known_by=date(2015, 1, 1)), ("budget", "grants"))
    assert early.figures == ()
    assert say("fi", "pack.empty") in write(early, "html").decode()
    assert all(write(early, form) for form in FORMS if form != "pdf")
