"""Plain text in a cell: what may stand in it, and the personal data that may not."""

import pytest

from data.cells import CellError, parse, tidy
from data.entries import Column
from data.personal import kind_of


def rule_of(text, **entry):
    """The rule that a text breaks; None when it is accepted."""
    try:
        parse(Column.of("column", {"type": "text", **entry}), tidy(text))
    except CellError as error:
        return error.rule
    return None


TEXTS = [
    ("Hyvä, \"lainattu\" – 'teksti' (50 %); 1 000 €", None),
    ("<script>alert(1)</script>", None),
    ("=SUM(A1)", None),
    ("'; DROP TABLE grants; --", None),
    ("Rivi 1\nRivi 2", None),
    ("Aho\tla", "control-character"),
    ("A\u200bhola", "control-character"),
    ("A\u202ehola", "control-character"),
    ("A\u00adhola", "control-character"),
    ("A\ufe0fhola", "control-character"),
    ("JyvÃ¤skylÃ¤", "double-encoded"),
    ("Rivi â€“ rivi", "double-encoded"),
    ("Tаmpеrе", "mixed-script"),
    ("Москва", None),
    ("Yhteensä", "totals-row"),
    ("SUMMA", "totals-row"),
    ("#PUUTTUU!", "excel-error"),
    ("x" * 2001, "too-long"),
    ("x" * 2000, None),
]


@pytest.mark.parametrize(("text", "rule"), TEXTS)
def test_text_is_plain_and_visible(text, rule):
    assert rule_of(text) == rule


PERSONAL = [
    ("Nimi 131052-308T", "personal-identity-code"),
    ("131052A308T", "personal-identity-code"),
    ("010100Y9999", "personal-identity-code"),
    ("nimi@kunta.fi", "personal-email"),
    ("nimi (at) kunta.fi", "personal-email"),
    ("+358 40 123 4567", "personal-phone"),
    ("+358 40 123 ry", None),
    ("soita 040 1234567", "personal-phone"),
    ("puh. 09 123 456", "personal-phone"),
    ("29.9.2017-31.12.2017", None),
    ("2019-2020", None),
    ("VM/1234/02.02.05/2017", None),
    ("1 412 000 €", None),
    ("https://vm.fi/hanke?tunnus=VM069:00/2016", None),
    ("991352-308T", None),
    ("hankkeet 2017-1 ja 2017-2", None),
]


@pytest.mark.parametrize(("text", "rule"), PERSONAL)
def test_personal_data_are_told_by_their_form(text, rule):
    assert kind_of(text) == rule


def test_a_checksum_is_not_taken_for_a_telephone_number():
    digest = "a0401234567b" + "c" * 52
    assert parse(Column.of("origin_sha256", {"type": "code"}), digest) == digest
    assert rule_of_code("a0401234567b") == "personal-data"


def rule_of_code(text: str) -> str | None:
    try:
        parse(Column.of("code", {"type": "code"}), text)
    except CellError as error:
        return error.rule
    return None
