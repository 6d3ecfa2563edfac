"""Panels, tables and the register, tested by looking inside what they draw."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from components.filters import Filters
from components.grant_words import same_total, total
from components.panel import panel
from components.register import register
from components.render import to_html
from components.tables import alphabetical, column, table

NBSP = "\u00a0"


@dataclass
class Given:
    """An answer as a panel is handed it."""

    records: list = field(default_factory=lambda: [{"grants": 1}])
    is_example: bool = False
    cube: tuple[str, ...] = ()
    question: str = "grants_by_theme"
    params: dict = field(default_factory=lambda: {"as_of": date(2017, 12, 31), "round": None})
    release_id: str = "0123456789ab"
    tables: tuple = ("grants",)
    source_ids: tuple = ("vm-loppuraportti-2019",)
    sql: str = "SELECT 1 < 2"

    @property
    def frame(self) -> pd.DataFrame:
        return pd.DataFrame(self.records)


def drawn(answer: Given, choice: Filters) -> str:
    return to_html(panel(answer, choice=choice, key="grants.by_theme", table="THE TABLE", sentence="ANSWER"))


CHOICE = Filters(as_of=date(2017, 12, 31))


def test_a_panel_is_headed_by_its_question_and_answers_it():
    page = drawn(Given(), CHOICE)
    assert page.index("Mihin teemoihin avustukset menivät?") < page.index("ANSWER") < page.index("THE TABLE")


def test_a_panel_shows_its_sql_choices_and_release():
    page = drawn(Given(), CHOICE)
    assert "SELECT 1 &lt; 2" in page
    assert "as_of = 31.12.2017" in page
    assert "0123456789ab" in page


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "json"])
def test_a_file_is_asked_with_the_choices_of_the_panel(form):
    assert f"/api/v1/answers/grants_by_theme.{form}?as_of=2017-12-31&amp;lang=fi" in drawn(Given(), CHOICE)


def test_json_stat_is_offered_where_the_answer_is_a_cube():
    assert "JSON-stat" not in drawn(Given(), CHOICE)
    page = drawn(Given(cube=("theme_code",)), CHOICE)
    assert "/api/v1/answers/grants_by_theme.jsonstat?as_of=2017-12-31&amp;lang=fi" in page
    assert 'aria-label="Lataa JSON-stat: Mihin teemoihin avustukset menivät?"' in page


def test_example_data_carries_its_stamp_and_real_data_does_not():
    assert "Esimerkkiaineisto" in drawn(Given(is_example=True), CHOICE)
    assert "Esimerkkiaineisto" not in drawn(Given(), CHOICE)


def test_an_empty_answer_says_why_and_shows_the_way_out():
    page = drawn(Given(records=[]), CHOICE)
    assert "Näillä valinnoilla lähteissä ei ole tietoa tältä päivältä." in page
    assert 'href="?"' in page
    assert "THE TABLE" not in page


def test_a_missing_value_is_two_dots_and_zero_is_zero():
    page = to_html(table([column("fi", "round_code"), column("fi", "awarded_eur")], ROWS, caption="c"))
    assert f">0{NBSP}€<" in page
    assert ">··<" in page


ROWS = [{"round_code": "a", "awarded_eur": Decimal(0)}, {"round_code": "b", "awarded_eur": None}]


def test_places_are_in_the_finnish_alphabet_with_missing_ones_last():
    rows = [{"name_fi": name} for name in ("Ähtäri", None, "Vantaa", "Åland", "Zeta", "Akaa")]
    assert [row["name_fi"] for row in alphabetical(rows, "fi")] == ["Akaa", "Vantaa", "Zeta", "Åland", "Ähtäri", None]


def grant(lead: str, amount, *, state: str = "exact") -> dict:
    names = {f"{part}_{lang}": lead for part in ("lead", "title", "partners") for lang in ("fi", "sv", "en")}
    codes = {"grant_id": lead, "round_code": "2018", "theme_code": None, "is_joint": False, "return_state": None}
    codes |= {"lead_kind": "municipality", "lead_code": "536"}
    return {**names, **codes, "amount_eur": amount, "amount_state": state}


def order(rows: list[dict], sort: str | None) -> list[str]:
    page = to_html(register(rows, Filters(sort=sort), detail="/fi/avustukset"))
    return sorted((row["grant_id"] for row in rows), key=lambda lead: page.index(f">{lead}<"))


def test_the_register_is_in_alphabetical_order_until_the_reader_sorts_it():
    rows = [grant("Turku", 1), grant("Akaa", 3), grant("Pori", 2)]
    assert order(rows, None) == ["Akaa", "Pori", "Turku"]
    assert order(rows, "amount") == ["Turku", "Pori", "Akaa"]
    assert order(rows, "-amount") == ["Akaa", "Pori", "Turku"]


def test_an_amount_that_is_not_stated_is_last_in_either_direction():
    rows = [grant("Turku", 1), grant("Akaa", None, state="not_stated"), grant("Pori", 2)]
    assert order(rows, "amount")[-1] == order(rows, "-amount")[-1] == "Akaa"


def test_a_register_longer_than_a_page_is_paged():
    rows = [grant(f"Kunta {place:02}", place) for place in range(30)]
    first = to_html(register(rows, Filters(), detail="/x"))
    second = to_html(register(rows, Filters(page=2), detail="/x"))
    assert "Kunta 24" in first
    assert "Kunta 25" not in first
    assert "Kunta 25" in second
    assert "Sivu 2 / 2" in second


def test_a_ceiling_is_written_as_one_and_is_in_no_sum():
    rows = [grant("Turku", 100, state="at_most"), grant("Pori", 5)]
    assert f"enintään 100{NBSP}€" in to_html(register(rows, Filters(), detail="/x"))
    assert f"5{NBSP}€" in to_html(total(rows, Filters()))
    assert "105" not in to_html(total(rows, Filters()))


def test_only_ceilings_make_no_sum():
    assert same_total([{"awarded_eur": None}], Filters()) == (
        "Lähde kertoo vain enimmäismäärät, joten niistä ei lasketa summaa."
    )
