"""The page of benefits: estimates side by side, a ledger, and classes of evidence that are never added together."""

import re
from datetime import date

import pytest

from components import benefit_tables
from components.brief import counted_benefits
from components.filters import LANGUAGES, Filters
from components.numbers import NBSP
from components.render import to_html
from tests.whole_site import panel_html

PATHS = {"fi": "/fi/hyodyt", "sv": "/sv/nytta", "en": "/en/benefits"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_national_estimates_stand_side_by_side_with_basis_and_source(get, lang):
    shown = panel_html(get(PATHS[lang]), "benefits-estimates").replace(NBSP, " ")
    for ends in ("7–23", "440–680", "81–230", "1 220–1 780"):
        assert ends in shown
    assert shown.count('class="bases"') == 1
    assert '#source-vm-loppuraportti-2019"' in shown
    assert '#source-vm-tiedote-saastot-2017"' in shown


def test_each_basis_of_the_estimates_has_a_heading_of_its_own(get):
    shown = get("/fi/hyodyt")
    bases = shown[shown.index('class="bases"') :].split("</ul>")[0]
    headings = re.findall(r"<strong>([^<]*)</strong>", bases)
    assert headings[:2] == [f"{means} keinot · Valtiovarainministeriön tiedote 2017" for means in ("Nopeat", "Hitaat")]
    assert len(headings) == len(set(headings)) == 3


def statement(code: str, evidence: str, kind: str = "money", low=None, high=None, **more) -> dict:
    words = {f"{name}_{lang}": code for name in ("name", "statement") for lang in LANGUAGES}
    row = {"benefit_code": code, "evidence_class_code": evidence, "benefit_kind_code": kind, "grant_id": None}
    row |= {"stated_earliest": None, "stated_latest": date(2019, 1, 31), "use_code": "not_stated", "is_newest": True}
    return row | words | {"low_eur": low, "high_eur": high, "source_ids": "vm-loppuraportti-2019"} | more


def test_only_measured_amounts_are_added_and_only_to_each_other():
    rows = [
        statement("a", "study_estimate", low=1_220_000_000, high=1_780_000_000),
        statement("b", "promise", low=5, high=5),
    ]
    rows += [statement("c", "measured", low=10, high=10), statement("d", "measured", low=20, high=20)]
    shown = to_html(benefit_tables.classes(rows, "en")).replace(NBSP, " ")
    assert re.findall(r"<td[^>]*>([^<]*)</td></tr>", shown) == ["Not added up", "Not added up", "30 €", "None reported"]
    assert "1 780" not in shown


def test_a_result_left_unused_stays_in_the_ledger_and_is_listed():
    rows = [statement("a", "promise", use_code="not_in_use"), statement("b", "promise")]
    rows.append(statement("b", "promise", use_code="not_in_use", is_newest=False))  # it has been taken into use since
    choice = Filters(lang="en")
    assert to_html(benefit_tables.ledger(rows, choice)).count('scope="row"') == 2
    assert to_html(benefit_tables.unused(rows, choice)).count('scope="row"') == 1
    assert benefit_tables.unused_words([rows[1]], "en") == ["None reported"]


def test_what_became_of_a_promise_is_told_apart_and_is_no_promise():
    later = statement("a", "happened", use_code="no_result")
    rows = [statement("a", "promise"), later | {"statement_en": "It was relaxed."}]
    shown = to_html(benefit_tables.ledger(rows, Filters(lang="en")))
    assert "It was relaxed." in shown.split("What happened")[-1]
    assert "It was relaxed." not in to_html(benefit_tables.classes(rows, "en"))
    assert benefit_tables.classes_words(rows, "en") == benefit_tables.classes_words(rows[:1], "en")


def test_a_promise_that_was_measured_or_audited_is_counted_as_that_and_no_promise():
    rows = [statement("a", "promise"), statement("a", "measured"), statement("b", "promise"), statement("c", "audited")]
    assert counted_benefits(rows) == (2, 1)


def test_a_statement_has_its_days_and_by_where_only_the_last_is_known():
    told = statement("a", "promise", stated_earliest=date(2018, 12, 1))
    days = [benefit_tables.dated(each, "en").replace(NBSP, " ") for each in (statement("a", "promise"), told)]
    assert days == ["a (by 31 Jan 2019)", "a (1 Dec 2018–31 Jan 2019)"]


def test_a_kind_that_nobody_told_of_is_none_reported():
    shown = to_html(benefit_tables.other([statement("a", "promise", kind="quality")], "en"))
    time = shown[shown.index("The resident") :].split("</tr>")[0]
    assert time.count("None reported") == 3
