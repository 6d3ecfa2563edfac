"""Any table, written in any form that is taken, reads back the same: text in every encoding, XLSX, ODS."""

import csv
import io
from datetime import date
from decimal import Decimal

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odfdo import Document, Table

from data.catalogue import Catalogue
from data.entries import Column
from data.entries import Table as Described
from data.vetting import vet

COLUMNS = ("name", "amount_eur", "count", "held_on", "is_open")
TYPES = {"name": "text", "amount_eur": "decimal", "count": "integer", "held_on": "date", "is_open": "boolean"}
WORDS = ("kyllä ja ei", "Ähtäri", "Åbo", "a;b", 'sanoi "ei"', "x, y", "=1+1", "-teksti", "'lainaus", "rivi\nrivi")
DAYS = ("{0.day}.{0.month}.{0.year}", "{0.day:02}.{0.month:02}.{0.year}", "{0:%Y-%m-%d}")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(WORDS) | st.text(alphabet="abcåäö -", min_size=1, max_size=12).filter(str.strip).map(str.strip),
        st.decimals(min_value=-(10**9), max_value=10**9, places=2),
        st.integers(min_value=-(10**6), max_value=10**6),
        st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31)),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row[0].casefold(),
).filter(lambda rows: all(len(row[0]) > 1 and row[0] != "na" for row in rows))
FORMS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


def schema() -> Catalogue:
    entry = {"columns": COLUMNS, "key": ["name"], "kind": "real"}
    columns = {name: {"type": kind, "unit": "EUR" if name == "amount_eur" else None} for name, kind in TYPES.items()}
    described = {name: Column.of(name, {**each, "fi": name.title()}) for name, each in columns.items()}
    return Catalogue(None, described, {"things": Described.of("things", entry)}, {}, (), {})


SCHEMA = schema()


def read_back(content: bytes, file: str) -> list[tuple]:
    found = vet(content, file=file, table="things", catalogue=SCHEMA, today=date(2026, 11, 25))
    assert [each for each in found.problems if each.severity == "error"] == []
    return [tuple(values[name] for name in COLUMNS) for _, values in found.checked.rows]


def grouped(whole: str, space: str) -> str:
    """The digits of a whole number in groups of three."""
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    parts = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
    return sign + space.join(reversed(parts))


@st.composite
def manner(draw):
    """How an officer writes: thousands, decimals, minus, unit, days, yes and no, headings."""
    return {
        "space": draw(st.sampled_from(["", " ", "\u00a0", "\u2009", "\u202f"])),
        "mark": draw(st.sampled_from([",", "."])),
        "minus": draw(st.sampled_from(["-", "\u2212"])),
        "unit": draw(st.sampled_from(["", " €", "\u00a0€", "€", " euroa"])),
        "day": draw(
            st.sampled_from(["{0.day}.{0.month}.{0.year}", "{0.day:02}.{0.month:02}.{0.year}", "{0:%Y-%m-%d}"])
        ),
        "words": draw(st.sampled_from([("kyllä", "ei"), ("ja", "nej"), ("TRUE", "FALSE"), ("yes", "no")])),
        "head": draw(st.sampled_from([str, str.upper, lambda name: f" {name.title()} *"])),
    }


def as_written(row: tuple, how: dict) -> list[str]:
    name, amount, count, held_on, is_open = row
    whole, _, cents = f"{amount:.2f}".partition(".")
    euros = grouped(whole, how["space"]) + how["mark"] + cents + how["unit"]
    numbers = [text.replace("-", how["minus"]) for text in (euros, grouped(str(count), how["space"]))]
    return [name, *numbers, how["day"].format(held_on), how["words"][not is_open]]


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-15")


def as_text(rows, how: dict, separator: str, encoding: str, end: str) -> bytes:
    out = io.StringIO(newline="")
    lines = csv.writer(out, delimiter=separator, lineterminator=end)
    lines.writerow([how["head"](name) for name in COLUMNS])
    lines.writerows(as_written(row, how) for row in rows)
    return out.getvalue().encode(encoding)


@FORMS
@given(ROWS, manner(), st.sampled_from(";\t,"), st.sampled_from(ENCODINGS), st.sampled_from(["\n", "\r\n"]))
def test_a_text_reads_back_the_same_however_it_is_written(rows, how, separator, encoding, end):
    if not encoding.startswith("utf"):  # these cannot write the thin spaces and the minus of typography
        how = how | {"space": "\u00a0", "minus": "-"}
    assert read_back(as_text(rows, how, separator, encoding, end), "things.csv") == list(rows)


@FORMS
@given(ROWS, manner(), st.booleans())
def test_a_workbook_reads_back_the_same_with_values_or_with_texts(rows, how, is_typed):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "d.m.yyyy"})
        sheet.write_row(0, 0, [how["head"](name) for name in COLUMNS])
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, row if is_typed else as_written(row, how))
            if is_typed:
                sheet.write_datetime(number, 3, row[3], day)
    assert read_back(out.getvalue(), "things.xlsx") == list(rows)


@settings(FORMS, max_examples=20)
@given(ROWS, manner(), st.booleans())
def test_an_open_document_reads_back_the_same_with_values_or_with_texts(rows, how, is_typed):
    document, table = Document("spreadsheet"), Table("Taulu")
    document.body.clear()
    table.set_values([list(COLUMNS), *(list(row) if is_typed else as_written(row, how) for row in rows)])
    document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    assert read_back(out.getvalue(), "things.ods") == list(rows)


@FORMS
@given(ROWS, manner())
def test_what_is_written_with_two_marks_of_thousands_is_never_taken(rows, how):
    for row in rows:
        euros = f"{abs(row[1]) + 1000:,.2f}"  # 1,347.50
        written = as_written(row, how)
        written[1] = euros
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows([COLUMNS, written])
        found = vet(out.getvalue().encode(), file="a.csv", table="things", catalogue=SCHEMA, today=date(2026, 1, 1))
        assert [each.rule for each in found.problems if each.severity == "error"] == ["number-format"]
        assert found.sums["amount_eur"] == Decimal(0)
