"""Every document of the meeting pack has the numbers of `queries.run`, in three languages."""

import html
import io
import re
from datetime import date
from decimal import Decimal

import odfdo
import openpyxl
import pptx
import pytest

from components.filters import LANGUAGES
from components.numbers import number
from components.text import say
from tests.golden import ask
from tests.packs import END, made, pack, pdf_text, plain, slide_cells

pytestmark = pytest.mark.usefixtures("release_dir")


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
def test_the_pdf_lists_the_checks_that_differ_and_counts_the_others(lang):
    rows = ask("reconciliation").rows()
    differing = [row[f"rule_{lang}"] for row in rows if not row["passed"]]
    [checks] = [figure for figure in pack(lang).figures if figure.code == "checks"]
    assert 0 < len(differing) < len(rows)
    assert [row[0].text.split("\n")[0] for row in checks.grid.rows] == differing
    told = say(lang, "pack.differing", agree=str(len(rows) - len(differing)), rows=str(len(rows)))
    assert plain(told) in pdf_text(made(lang, "pdf"))


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


def test_the_slides_have_charts_of_their_own_with_the_numbers():
    shapes = [shape for slide in pptx.Presentation(io.BytesIO(made("fi", "pptx"))).slides for shape in slide.shapes]
    charts = [shape.chart for shape in shapes if shape.has_chart]
    values = [list(series.values) for chart in charts for series in chart.plots[0].series]
    booked = [float(row["booked_eur"]) for row in ask("booked_grants_by_year", as_of=END).rows()]
    assert len(charts) == 6
    assert booked in values
    assert [1_054_000, 1_063_900, 833_318] in values


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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_one_file_edition_has_everything_and_asks_for_nothing(lang):
    text = made(lang, "html").decode()
    assert re.findall(r"<script|<link|@import|url\(", text) == []
    assert {each[:5] for each in re.findall(r'src="([^"]*)"', text)} == {"data:"}
    words = plain(html.unescape(re.sub("<[^>]+>", " ", text)))
    cells = [cell.text for figure in pack(lang).figures for row in figure.grid.rows for cell in row]
    assert [cell for cell in cells if plain(cell.split("\n")[0]) not in words] == []
