"""The meeting pack: every document has the numbers of `queries.run`, in three languages, and the same bytes twice."""

import html
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from types import SimpleNamespace

import odfdo
import openpyxl
import pikepdf
import pptx
import pypdf
import pytest

import queries
from components.documents import FORMS, MIMETYPES, DocumentUnavailable, pdf, write
from components.documents.fingerprint import recipe_in
from components.documents.model import Pack
from components.filters import LANGUAGES, Filters
from components.guard import protect
from components.headers import add_headers
from components.numbers import number
from components.pack_links import pack_address
from components.text import say
from pages.pack import CONTENTS, compose, routes
from pages.pack.__main__ import main
from tests.answers import HOSTILE
from tests.golden import ask
from tests.hostile import apart, small_app

END = date(2019, 3, 31)
SMALL = ("budget", "booked")
pytestmark = pytest.mark.usefixtures("release_dir")


@cache
def pack(lang: str = "fi", contents: tuple[str, ...] = CONTENTS) -> Pack:
    queries.pin(None)
    return compose(Filters(lang=lang, as_of=END), contents)


@cache
def made(lang: str, form: str, contents: tuple[str, ...] = CONTENTS) -> bytes:
    return write(pack(lang, contents), form)


def plain(text: str) -> str:
    """A text with every kind of space, and every break of a line, as one space."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", ""))


@cache
def pdf_text(content: bytes) -> str:
    return plain(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages))


def slide_cells(content: bytes) -> list[list[str]]:
    shapes = [shape for slide in pptx.Presentation(io.BytesIO(content)).slides for shape in slide.shapes]
    return [[cell.text for cell in row.cells] for shape in shapes if shape.has_table for row in shape.table.rows]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pdf_has_every_cell_of_every_table(lang):
    said = pdf_text(made(lang, "pdf"))
    squeezed = said.replace(" ", "")
    missing = [
        cell.text
        for figure in pack(lang).figures
        for row in figure.grid.rows
        for cell in row
        if plain(cell.text).replace(" ", "") not in squeezed
    ]
    assert missing == []
    for amount in (447_700, 399_993, 833_318, -1_347):
        assert plain(number(lang, amount)) in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pdf_lists_all_twelve_grants_of_2018(lang):
    grants = [row for row in ask("awards_by_grant", as_of=END).rows() if row["round_year"] == 2018]
    said = pdf_text(made(lang, "pdf")).replace(" ", "")
    assert len(grants) == 12
    for row in grants:
        title = row[f"title_{lang}"] or say(lang, "grants.untitled")
        assert plain(title).replace(" ", "") in said
        assert plain(number(lang, row["amount_eur"])).replace(" ", "") in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_slides_tables_are_the_sites_tables(lang):
    shown = slide_cells(made(lang, "pptx"))
    for figure in pack(lang).figures:
        places = range(len(figure.grid.rows)) if figure.brief is None else figure.brief
        for place in places:
            assert [cell.text for cell in figure.grid.rows[place]] in shown


def test_every_word_of_the_slides_tells_its_language():
    with zipfile.ZipFile(io.BytesIO(made("sv", "pptx"))) as archive:
        slides = [archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/slides/slide")]
    assert {tag for slide in slides for tag in re.findall(r'<a:rPr[^>]* lang="([^"]*)"', slide)} == {"sv-FI"}
    assert all("<a:rPr" in slide for slide in slides)


def test_the_slides_have_charts_of_their_own_with_the_numbers():
    shapes = [shape for slide in pptx.Presentation(io.BytesIO(made("fi", "pptx"))).slides for shape in slide.shapes]
    charts = [shape.chart for shape in shapes if shape.has_chart]
    values = [list(series.values) for chart in charts for series in chart.plots[0].series]
    booked = [float(row["booked_eur"]) for row in ask("booked_grants_by_year", as_of=END).rows()]
    assert len(charts) == 5
    assert booked in values


def test_every_slide_has_a_title_and_the_message_is_a_sentence():
    slides = list(pptx.Presentation(io.BytesIO(made("fi", "pptx"))).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(titles)
    assert "Suurin kululaji: Avustukset, 399 993 €." in [plain(title) for title in titles]


def sheet_values(figure, lang: str) -> list[list]:
    """The answer's own values, in the columns that a sheet has of them."""
    others = tuple(f"_{each}" for each in LANGUAGES if each != lang)
    return [[v for name, v in row.items() if not name.endswith(others)] for row in figure.answer.rows()]


def same(read, value) -> bool:
    if isinstance(value, Decimal):
        return isinstance(read, int | float | Decimal) and Decimal(str(read)) == value
    if isinstance(value, date):
        return (read.date() if hasattr(read, "date") else read) == value
    return (read or None) == value or read == value


def holds(row: list, values: list) -> bool:
    """Every value stands in the row, in its order; words of codes stand between them."""
    cells = iter(row)
    return all(any(same(read, value) for read in cells) for value in values if value is not None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_workbook_has_the_rows_of_the_answers(lang):
    book = openpyxl.load_workbook(io.BytesIO(made(lang, "xlsx")))
    for figure in pack(lang).figures:
        sheet = book[say(lang, f"pack.sheet.{figure.code}")]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        wanted = sheet_values(figure, lang)
        assert len(rows) == len(wanted)
        assert all(holds(row, values) for row, values in zip(rows, wanted, strict=True)), figure.code
        assert sheet.freeze_panes == "B2"
        assert all(table.autoFilter for table in sheet.tables.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_spreadsheet_has_the_rows_of_the_answers(lang):
    body = odfdo.Document(io.BytesIO(made(lang, "ods"))).body
    for figure in pack(lang).figures:
        table = body.get_table(name=say(lang, f"pack.sheet.{figure.code}"))
        rows, wanted = list(table.iter_values())[1:], sheet_values(figure, lang)
        assert len(rows) == len(wanted)
        assert all(holds(row, values) for row, values in zip(rows, wanted, strict=True)), figure.code


def test_the_first_sheet_tells_day_release_and_fingerprint():
    sheet = openpyxl.load_workbook(io.BytesIO(made("fi", "xlsx"))).worksheets[0]
    told = [cell.value for row in sheet.iter_rows() for cell in row]
    assert END in [value.date() for value in told if hasattr(value, "date")]
    assert {pack().release_id, pack().fingerprint, pack().choices} <= set(told)
    table = odfdo.Document(io.BytesIO(made("fi", "ods"))).body.get_table(0)
    assert {pack().release_id, pack().fingerprint} <= {value for row in table.iter_values() for value in row}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_one_file_edition_has_everything_and_asks_for_nothing(lang):
    text = made(lang, "html").decode()
    assert re.findall(r"<script|<link|@import|url\(", text) == []
    assert {each[:5] for each in re.findall(r'src="([^"]*)"', text)} == {"data:"}
    words = plain(html.unescape(re.sub("<[^>]+>", " ", text)))
    cells = [cell.text for figure in pack(lang).figures for row in figure.grid.rows for cell in row]
    assert [cell for cell in cells if plain(cell.split("\n")[0]) not in words] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_same_pack_is_the_same_bytes(form):
    queries.pin(None)
    again = compose(Filters(as_of=END), SMALL)
    assert write(again, form) == made("fi", form, SMALL)


def test_another_day_language_or_number_is_another_fingerprint():
    queries.pin(None)
    others = [compose(Filters(as_of=date(2018, 12, 31)), SMALL), pack("sv", SMALL), pack("fi", ("budget",))]
    assert len({pack("fi", SMALL).fingerprint, *(each.fingerprint for each in others)}) == 4


@pytest.mark.parametrize("form", FORMS)
def test_a_file_tells_how_it_was_made(form):
    told = recipe_in(made("fi", form, SMALL))
    assert told == {"as_of": "2019-03-31", "contents": "budget,booked", "lang": "fi", "release": pack().release_id}


def test_the_fingerprint_stands_on_every_page():
    mark = pack().fingerprint
    assert all(mark in page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made("fi", "pdf"))).pages)
    for slide in pptx.Presentation(io.BytesIO(made("fi", "pptx"))).slides:
        assert any(mark in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    for sheet in openpyxl.load_workbook(io.BytesIO(made("fi", "xlsx"))).worksheets:
        assert mark in sheet.oddFooter.left.text


def test_a_changed_file_is_told_from_an_unchanged_one(tmp_path, capsys):
    whole, changed = tmp_path / "whole.html", tmp_path / "changed.html"
    whole.write_bytes(made("fi", "html", SMALL))
    changed.write_bytes(made("fi", "html", SMALL).replace("399\u00a0993".encode(), "399\u00a0994".encode()))
    (tmp_path / "strange.pdf").write_bytes(b"%PDF-1.7")
    assert main(["check", str(whole)]) == 0
    assert main(["check", str(changed)]) == 1
    assert main(["check", str(tmp_path / "strange.pdf")]) == 1
    assert [pack("fi", SMALL).fingerprint in line for line in capsys.readouterr().out.splitlines()] == [1, 0, 0]


def test_the_command_makes_the_chosen_forms_with_a_bar(tmp_path, capsys):
    assert (
        main(["--as-of", "2019-03-31", "--only", "html,ods", "--contents", "budget,booked", "--to", str(tmp_path)]) == 0
    )
    assert {path.suffix for path in tmp_path.iterdir()} == {".html", ".ods"}
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {made("fi", form, SMALL) for form in ("html", "ods")}
    told = capsys.readouterr()
    assert "2/2" in told.err
    assert str(tmp_path) in told.out


@pytest.mark.parametrize("bad", [["--as-of", "soon"], ["--contents", "nothing"], ["--only", "doc"], ["check"]])
def test_the_command_refuses_what_it_does_not_understand(bad, tmp_path):
    assert main([*bad, *([] if bad == ["check"] else ["--to", str(tmp_path)])]) == 2
    assert list(tmp_path.iterdir()) == []


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
        assert all("/ToUnicode" in font for font in fonts)


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


@pytest.fixture(scope="module")
def client(release_dir):
    with apart():
        app = small_app()
        protect(app)
        add_headers(app, version_of_data=lambda: "")
        routes.register(app.server)
        yield app.server.test_client()


def test_the_address_gives_each_form_and_knows_a_held_one(client):
    for form in FORMS:
        address = pack_address(Filters(as_of=END), form, SMALL)
        response = client.get(address)
        assert (response.status_code, response.content_type) == (200, MIMETYPES[form])
        assert response.data == made("fi", form, SMALL)
        assert response.headers["Content-Disposition"].startswith("attachment; filename=")
        held = {"If-None-Match": response.headers["ETag"]}
        assert client.get(address, headers=held).status_code == 304


@pytest.mark.parametrize(
    ("query", "code", "parameter"),
    [
        ("contents=budget,nothing", "bad_value", "contents"),
        ("contents=budget&contents=booked", "repeated_parameter", "contents"),
        ("as_of=yesterday", "bad_value", "as_of"),
        ("theme=care", "unknown_parameter", "theme"),
        ("lang=de", "bad_value", "lang"),
        ("release=000000000000", "bad_value", "release"),
    ],
)
def test_a_choice_that_is_not_understood_is_named(client, query, code, parameter):
    response = client.get(f"/api/v1/pack.html?{query}")
    assert response.status_code == 400
    assert {"code": code, "parameter": parameter}.items() <= response.json.items()


def test_without_pango_the_pdf_is_refused_kindly(client, monkeypatch):
    def missing(pack):
        raise DocumentUnavailable("pdf")

    monkeypatch.setattr(pdf, "write", missing)
    response = client.get("/api/v1/pack.pdf?lang=en&contents=booked")
    assert response.status_code == 503
    assert "Pango" in response.json["detail"]


@pytest.mark.parametrize("name", ["_room", "_making"])
def test_too_many_packs_at_once_are_told_to_come_back(client, monkeypatch, name):
    monkeypatch.setattr(routes, name, SimpleNamespace(acquire=lambda **how: False))
    response = client.get("/api/v1/pack.html?contents=rounds")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")


def test_no_page_loads_the_writers_libraries():
    import subprocess
    import sys

    code = "import app, sys; sys.exit(bool({'weasyprint', 'pptx', 'odfdo'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
