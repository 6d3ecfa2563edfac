"""What is in a pack: the agenda's figures, with the changes, decisions and lights of the meeting."""

import io
from dataclasses import replace
from datetime import date

import odfdo
import openpyxl
import pptx
import pypdf
import pytest

import queries
from components.documents import write
from components.documents.figures import AGENDA, contents_for, figures
from components.documents.shown import BOTH_DAYS
from components.filters import Filters
from components.text import say
from pages.pack import compose
from tests.golden import ask
from tests.packs import END, made, pack, plain

pytestmark = pytest.mark.usefixtures("release_dir")
CLOSING = date(2019, 1, 29)
STAMPED = ("agenda", "lights", "maturity", "assessments", "decisions", "decision_changes")


def figure(code: str, of=None):
    return next(each for each in (of or pack()).figures if each.code == code)


def cells(code: str, of=None) -> list[list[str]]:
    return [[plain(cell.text) for cell in row] for row in figure(code, of).grid.rows]


def test_the_figures_come_in_the_order_of_the_agenda():
    panels = [row["panel_code"] for row in ask("agenda_by_item", as_of=END).rows()]
    places = [next(at for at, panel in enumerate(panels) if AGENDA[code].shows(panel)) for code in codes()[1:]]
    assert codes()[0] == "agenda"
    assert places == sorted(places)
    assert {panel for panel in panels if not any(AGENDA[code].shows(panel) for code in codes())} == set()


def codes() -> list[str]:
    return [each.code for each in pack().figures]


def test_a_shorter_agenda_makes_a_shorter_pack():
    queries.pin(None)
    short = compose(Filters(as_of=date(2018, 5, 11)))
    assert {"grants", "decisions", "changes"} <= {each.code for each in short.figures}
    assert {"checks", "savings", "bridge"} & {each.code for each in short.figures} == set()
    assert contents_for([]) == tuple(AGENDA)
    assert contents_for([None, "grants-register", "grants-register"]) == ("agenda", "grants")


def test_the_changes_have_old_and_new_value_reason_and_source():
    rows = ask("changes_by_row", since=CLOSING, as_of=END).rows()
    assert len(cells("changes")) == len(rows)
    returned = next(row for row in cells("changes") if row[0].startswith("Kangasniemi: Palautus"))
    assert returned[1:4] == ["Uusi", "ei ollut", "Summaa ei ilmoitettu lähteessä"]
    assert returned[7].startswith("Varhaiskasvatuksen osuus jäi toteuttamatta")
    assert returned[8] == "1"
    assert figure("changes").sources[0][0] == 1


def test_open_decisions_come_first_with_the_figure_then_and_now():
    states = [row[4] for row in cells("decisions")]
    assert states == sorted(states) == ["Avoin"] * 3 + ["Tehty"] * 3
    assert "19 086 €, nyt 47 707 €" in cells("decisions")[0][5]


def test_the_lights_have_both_estimates_the_rule_and_the_age():
    assert cells("lights")[0][3:] == ["Arvion sisällä.", "71,1 %", "Arvion sisällä.", "11"]
    assert any("Toteumaa verrataan alkuperäiseen arvioon" in note for note in figure("lights").notes)


def test_a_long_list_is_cut_on_paper_with_its_total_and_whole_in_the_sheets():
    shown = figure("assessments")
    rows = len(shown.answer.records)
    assert len(shown.grid.rows) == 60 < rows
    assert any(str(rows) in note for note in shown.notes)
    sheet = openpyxl.load_workbook(io.BytesIO(made("fi", "xlsx")))[say("fi", "pack.sheet.assessments")]
    assert sheet.max_row == rows + 1


def test_no_changes_is_said_in_every_form():
    queries.pin(None)
    none = compose(Filters(as_of=date(2016, 8, 26), since=date(2016, 8, 25)), ("changes", "assessments"))
    assert [each.grid.rows for each in none.figures] == [(), ()]
    words = "Ei muutoksia: 25.8.2016 ja 26.8.2016"
    assert plain(write(none, "html").decode()).count(f'<p class="answer">{words}') == 2
    slides = pptx.Presentation(io.BytesIO(write(none, "pptx"))).slides
    assert sum(words in slide.shapes.title.text_frame.text for slide in slides) == 2
    for form in ("xlsx", "ods"):
        assert write(none, form)


def test_a_pack_of_facts_learned_later_says_so_on_every_page():
    queries.pin(None)
    later = compose(Filters(as_of=date(2018, 12, 31)), ("booked",))
    assert later.reconstructed
    for page in pypdf.PdfReader(io.BytesIO(write(later, "pdf"))).pages:
        assert "koottu jälkikäteen" in plain(page.extract_text())
    for slide in pptx.Presentation(io.BytesIO(write(later, "pptx"))).slides:
        assert any("koottu jälkikäteen" in each.text_frame.text for each in slide.shapes if each.has_text_frame)
    for sheet in openpyxl.load_workbook(io.BytesIO(write(later, "xlsx"))).worksheets:
        assert "koottu jälkikäteen" in sheet.oddFooter.left.text
    known = compose(Filters(as_of=date(2018, 12, 31), known_by=date(2018, 12, 31)), ("booked",))
    assert (known.reconstructed, pack().reconstructed) == (None, None)


def test_every_sheet_of_example_data_is_stamped_and_no_other():
    assert {each.code for each in pack().figures if each.is_example} == set(STAMPED)
    word = say("fi", "site.stamp.word")
    book = openpyxl.load_workbook(io.BytesIO(made("fi", "xlsx")))
    tables = odfdo.Document(io.BytesIO(made("fi", "ods"))).body
    for each in pack().figures:
        name = say("fi", f"pack.sheet.{each.code}")
        heads = [[cell.value for cell in book[name][1]], tables.get_table(name=name).get_row_values(0)]
        assert [word in head for head in heads] == [each.is_example] * 2, name
        assert (book[name].sheet_properties.tabColor is not None) == each.is_example


def test_every_page_of_the_pdf_with_example_data_has_the_stamp():
    shown = pack("fi", ("booked", "assessments", "rounds"))
    pages = [plain(each.extract_text()) for each in pypdf.PdfReader(io.BytesIO(write(shown, "pdf"))).pages]
    stamped = [say("fi", "site.stamp.word") in text for text in pages[1:-1]]
    assert stamped == ["Esimerkkikunta" in text for text in pages[1:-1]]
    assert stamped == [*sorted(stamped[:-1]), False]
    assert not any(stamped[at] and shown.figures[2].question in text for at, text in enumerate(pages[1:-1]))


def test_the_pack_of_a_day_is_that_days_whatever_was_known_later():
    queries.pin(None)
    then = compose(Filters(as_of=date(2017, 12, 31)), ("then", "grants"))
    assert cells("then", then)[0][2] == "406 737 €"
    assert {row[2] for row in cells("grants", then)} == {"2017"}
    known = replace(Filters(as_of=date(2018, 12, 31)), known_by=date(2018, 12, 31))
    assert [each.code for each in compose(known, ("budget", "years")).figures] == []


def test_the_ledger_of_benefits_stands_in_the_pack_and_its_classes_are_never_summed():
    shown = figure("benefits")
    assert (len(shown.grid.rows), shown.grid.totals, shown.is_example) == (7, frozenset(), False)
    assert plain(shown.message) == "7 lupausta on vailla mittausta. Mitattuja hyötyjä: ei ilmoitettu."
    assert say("fi", "benefits.lead") in shown.notes
    sheet = openpyxl.load_workbook(io.BytesIO(made("fi", "xlsx")))[say("fi", "pack.sheet.benefits")]
    assert sheet.max_row == len(ask("benefits_by_statement", as_of=END).rows()) + 1


def test_the_words_of_a_phone_stand_in_no_cell_of_paper():
    labels = {cell.text for cell in figure("benefits").grid.headings}
    assert not [text for row in cells("benefits") for text in row for label in labels if text.startswith(f"{label} ")]


def test_a_day_before_any_promise_has_no_ledger_in_its_pack():
    queries.pin(None)
    assert compose(Filters(as_of=date(2016, 1, 1)), ("benefits",)).figures == ()


def test_slides_tell_how_many_rows_they_show_and_nothing_of_a_short_list():
    answer = ask("assessment_changes_by_row", since=CLOSING, as_of=END)
    few = replace(answer, records=answer.records[:3])
    short = figures({f"{BOTH_DAYS}assessment_changes_by_row": few}, ("assessments",), Filters(since=CLOSING, as_of=END))
    assert short[0].brief == (0, 1, 2)
    whole = pack("fi", ("assessments",))
    for shown, is_told in ((whole, True), (replace(whole, figures=short), False)):
        slides = pptx.Presentation(io.BytesIO(write(shown, "pptx"))).slides
        texts = [each.text_frame.text for slide in slides for each in slide.shapes if each.has_text_frame]
        assert any("Esityksessä on 5 riviä" in text for text in texts) == is_told
