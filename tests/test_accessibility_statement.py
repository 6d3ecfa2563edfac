"""The accessibility statement is true: what it says is tested has a test, and it tells what the authority asks for."""

import re
from pathlib import Path

import pytest

from components.filters import Filters
from components.render import to_html
from components.text import say
from data.catalogue import LANGUAGES

BROWSER = Path(__file__).parent / "browser"
# What the statement says is tested (in Finnish), and the test that holds it.
CLAIMS = {
    "axe-työkalulla kolmella kielellä, vaalealla ja tummalla teemalla ja kolmella näytön leveydellä": (
        "test_every_page.py",
        "test_axe_finds_nothing_in_any_theme_at_any_width",
    ),
    "kohdistuksen järjestyksen": ("test_every_page.py", "test_the_focus_goes_in_the_order_of_reading"),
    "näkyvyyden": (
        "test_keyboard.py",
        "test_tab_stops_at_everything_that_may_be_used_and_each_stop_is_seen",
    ),
    "painikkeiden ja linkkien koon": ("test_every_page.py", "test_every_target_is_large_enough"),
    "rivittymisen 400 prosentin suurennoksella": (
        "test_every_page.py",
        "test_nothing_scrolls_sideways_down_to_a_zoom_of_400_percent",
    ),
    "tekstin välistyksen": ("test_every_page.py", "test_text_spaced_by_its_reader_is_neither_cut_nor_too_wide"),
    "pakotetut värit": ("test_every_page.py", "test_forced_colours_take_no_mark_away"),
    "liikkeen vähentämisen": ("test_media.py", "test_nothing_moves_when_motion_is_reduced"),
    "samat luvut ilman komentosarjoja": (
        "test_every_page.py",
        "test_the_first_response_holds_every_number_word_link_and_table",
    ),
}


@pytest.fixture
def statement(release_dir):
    """The statement in a language."""
    from pages.accessibility import layout

    return lambda lang: to_html(layout(Filters(lang=lang)))


@pytest.mark.parametrize(("claim", "test"), CLAIMS.items())
def test_what_the_statement_says_is_tested_has_its_test(claim, test):
    file, name = test
    assert claim in say("fi", "accessibility.tested.body")
    assert f"def {name}(" in (BROWSER / file).read_text("utf-8")


def test_axe_looks_at_as_many_languages_widths_and_themes_as_the_statement_says():
    text = (BROWSER / "test_every_page.py").read_text("utf-8")
    assert len(LANGUAGES) == 3
    assert re.search(r"WIDTHS = \(\d+, \d+, \d+\)", text)
    assert '("light", "dark")' in text


def test_each_thing_that_is_not_accessible_names_its_criterion_in_every_language():
    told = {lang: say(lang, "accessibility.failing.body").split("\n\n") for lang in LANGUAGES}
    criteria = {lang: [re.findall(r"WCAG (\d\.\d\.\d+)", each) for each in parts] for lang, parts in told.items()}
    assert criteria["fi"] == criteria["sv"] == criteria["en"]
    assert all(len(found) == 1 for found in criteria["fi"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_statement_tells_the_day_the_time_to_answer_and_the_authority(statement, lang):
    page = statement(lang)
    assert "2026" in say(lang, "accessibility.lead")
    assert re.search(r"\b14\b", say(lang, "accessibility.feedback.body"))
    assert 'href="https://www.saavutettavuusvaatimukset.fi/"' in page
    assert "Traficom" in page


def test_feedback_goes_to_the_contact_of_the_operator(statement, monkeypatch):
    monkeypatch.setenv("CONTACT", "palaute@example.fi")
    assert '<a href="mailto:palaute@example.fi">palaute@example.fi</a>' in statement("sv")


def test_without_a_contact_the_statement_says_so(statement, monkeypatch):
    monkeypatch.delenv("CONTACT", raising=False)
    assert say("fi", "accessibility.feedback.no_contact") in statement("fi")
