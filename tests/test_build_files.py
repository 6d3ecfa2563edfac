"""Files that cannot be read for certain are refused, with the line that an editor shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import catalogue, delivery
from data.reading.headings import Headings
from tests import tiny

HEADER = "village_code;name_fi;source_id;known_since\n"
ROW = "ahola;Ahola;book-2002;2002-12-31\n"


def headings():
    """The headings of the villages."""
    known = catalogue.load(tiny.HERE)
    return Headings.of(known.tables["villages"], known)


@pytest.fixture
def villages(folder):
    """Writes these bytes as the delivery of villages and gives what is said of that file."""

    def delivered(content):
        content = content.encode() if isinstance(content, str) else content
        (folder / "raw/villages.csv").write_bytes(content)
        return [place[1:] for place in tiny.places(folder) if place[0] == "villages.csv"]

    return delivered


def test_a_byte_order_mark_is_no_part_of_the_first_heading(villages):
    assert villages("\ufeff" + HEADER + ROW + ROW.replace("ahola", "myllyla")) == []


def test_any_kind_of_line_end_will_do(villages):
    whole = HEADER + ROW + ROW.replace("ahola", "myllyla")
    assert villages(whole.replace("\n", "\r\n")) == []
    assert villages(whole.replace("\n", "\r")) == []


def test_empty_lines_at_the_end_are_passed_over(villages):
    assert villages(HEADER + ROW + ROW.replace("ahola", "myllyla") + "\n;;;\n\n") == []


def test_an_empty_row_before_other_rows_is_passed_over_and_noted(villages):
    assert villages(HEADER + "\n" + ROW + ROW.replace("ahola", "myllyla")) == [(2, None, "empty-row")]


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_an_empty_file_is_refused(villages, content):
    assert villages(content) == [(None, None, "empty-file")]


def test_a_header_without_rows_is_refused(villages):
    assert villages(HEADER) == [(None, None, "no-rows")]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 a workbook",
        b"\xd0\xcf\x11\xe0 an old workbook",
        b"<html><table>",
        b"\xef\xbb\xbf<?xml ?>",
        b"%PDF-1.7",
        b"PAR1",
    ],
)
def test_another_kind_of_file_is_refused_by_what_it_is(villages, content):
    assert villages(content) == [(None, None, "file-type")]


def test_utf_16_is_read_when_it_says_so_and_refused_when_it_does_not(villages):
    whole = HEADER + ROW + ROW.replace("ahola", "myllyla")
    assert villages(whole.encode("utf-16")) == [(None, None, "read-encoding")]
    assert villages(whole.encode("utf-16-le")) == [(None, None, "encoding")]


def test_each_line_in_another_encoding_is_named_and_its_broken_cell_is_not_blamed_twice(villages):
    latin = ROW.replace("ahola", "myllyla").replace("Ahola", "Myllylä").encode("latin-1")
    utf_8 = ROW.replace("Ahola", "Ähölä").encode()
    assert villages(HEADER.encode() + utf_8 + latin) == [(3, None, "encoding")]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "iso-8859-15"])
def test_a_file_in_one_older_encoding_is_read_and_told(folder, villages, encoding):
    name = {"latin-1": "Myllylä", "cp1252": "Mylly €", "iso-8859-15": "Mylly €š"}[encoding]
    content = (HEADER + ROW + ROW.replace("ahola;Ahola", f"myllyla;{name}")).encode(encoding)
    assert villages(content) == [(None, None, "read-encoding")]
    read = delivery.read(content, file="a.csv", headings=headings())
    assert read.rows[1][1]["name_fi"] == name


def test_a_mark_of_a_letter_lost_before_is_seen(villages):
    assert villages(HEADER + ROW.replace("Ahola", "Myllyl\ufffd")) == [(2, "name_fi", "control-character")]


def test_a_zero_byte_is_seen(villages):
    assert villages(HEADER + ROW.replace("Ahola", "Aho\0la")) == [(2, "name_fi", "control-character")]


@pytest.mark.parametrize("separator", [",", "\t"])
def test_commas_or_tabs_between_the_cells_are_read_and_told(villages, separator):
    whole = HEADER + ROW + ROW.replace("ahola", "myllyla")
    assert villages(whole.replace(";", separator)) == [(None, None, "separator")]


def test_the_separator_that_a_spreadsheet_was_told_of_is_taken_and_its_line_is_no_row(villages):
    assert villages("sep=|\n" + (HEADER + ROW.replace("Ahola", "")).replace(";", "|")) == [
        (None, None, "separator"),
        (2, "name_fi", "missing-value"),
    ]


def test_a_missing_and_an_unknown_column_are_both_told(villages):
    found = villages(HEADER.replace("name_fi", "huom") + ROW)
    assert found == [(1, "huom", "unknown-column"), (1, "name_fi", "missing-column")]


def test_a_heading_may_be_the_columns_name_in_any_language_however_it_is_spaced(villages):
    whole = HEADER.replace("village_code;name_fi", " BY ;\u00a0Nimi*") + ROW + ROW.replace("ahola", "myllyla")
    assert villages(whole) == [(1, "village_code", "read-heading"), (1, "name_fi", "read-heading")]


def test_the_nearest_known_name_is_offered(folder):
    tiny.edit(folder, "raw/villages.csv", "name_fi", "Names_fi")
    problem = next(each for each in tiny.problems(folder) if each.rule == "unknown-column")
    assert problem.details["near"] == "name_fi"


def test_the_same_column_twice_is_refused(villages):
    found = villages(HEADER.replace("\n", ";name_fi\n") + ROW.replace("\n", ";Ahola\n"))
    assert found == [(1, "name_fi", "duplicate-column")]


def test_a_column_for_personal_data_is_refused_as_such(villages):
    found = villages(HEADER.replace("\n", ";sähköposti\n") + ROW.replace("\n", ";\n"))
    assert found == [(1, "sähköposti", "personal-data")]


def test_a_row_with_too_many_or_too_few_cells_is_refused(villages):
    ragged = ROW.replace("\n", ";9\n") + "ahola;Ahola\n" + ROW
    assert villages(HEADER + ragged) == [(2, None, "wrong-number-of-columns"), (3, None, "wrong-number-of-columns")]


def test_a_file_that_ends_in_the_middle_of_a_row_is_told_as_cut(villages):
    assert villages(HEADER + ROW + "myllyla;Myll") == [(3, None, "wrong-number-of-columns")]


def test_an_open_quotation_mark_costs_its_own_line_only(villages):
    broken = 'a;"Aho;book-2002;2002-12-31\n'
    assert villages(HEADER + broken + ROW.replace("Ahola", "")) == [
        (2, "name_fi", "unbalanced-quote"),
        (3, "name_fi", "missing-value"),
    ]


def test_text_after_a_closed_quotation_mark_is_refused(villages):
    assert villages(HEADER + 'a;"Aho"la;book-2002;2002-12-31\n' + ROW) == [(2, "name_fi", "unbalanced-quote")]


def test_a_row_is_numbered_as_a_spreadsheet_shows_it(folder):
    tiny.edit(folder, "raw/gifts.csv", "Koko kylälle;", "Koko\nkylälle;")
    tiny.edit(folder, "raw/gifts.csv", "g4;ahola;wood", "g4;ahola;stone")
    assert tiny.places(folder) == [("gifts.csv", 5, "kind_code", "unknown-code")]


def test_a_very_long_cell_is_refused_without_being_read(villages):
    assert villages(HEADER + ROW.replace("Ahola", "x" * 200_000)) == [(2, None, "cell-too-long")]


@given(st.binary(max_size=300) | st.text(alphabet='a;"\n\r\0ä', max_size=60).map(lambda text: (HEADER + text).encode()))
def test_any_bytes_at_all_are_rows_or_problems(content):
    read = delivery.read(content, file="a.csv", headings=headings())
    assert read.problems or all(set(cells) == set(headings().columns) for _, cells in read.rows)
