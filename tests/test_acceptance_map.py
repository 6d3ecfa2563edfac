"""The map over the real release: who is coloured, who is not, and what it weighs."""

import re
from datetime import date

import brotli
import pytest

import queries
from components.filters import LANGUAGES
from components.map_classes import letter

SLUGS = dict(zip(LANGUAGES, ("kartta", "karta", "map"), strict=True))
UNCONFIRMED = {"491": "Mikkeli", "445": "Parainen", "753": "Sipoo", "049": "Espoo", "091": "Helsinki"}
MODES = ("lead", "equal", "undivided")
LIMIT_BYTES = 30_000


@pytest.fixture
def ask(release_dir):
    queries.unpin()

    def asked(**choices) -> list[dict]:
        return queries.run("measures_by_place", **{"programme": "digikuntakokeilu", **choices}).rows()

    return asked


def municipalities(rows: list[dict]) -> list[dict]:
    return [row for row in rows if row["place_kind"] == "municipality"]


@pytest.mark.parametrize("joint", MODES)
def test_the_places_add_up_to_the_awards_in_every_mode(ask, joint):
    assert sum(row["awarded_eur"] or 0 for row in ask(joint=joint)) == 447_700


@pytest.mark.parametrize("joint", MODES)
@pytest.mark.parametrize("measure", ["awarded", "per_inhabitant", "grants"])
def test_25_recipients_are_coloured_in_every_measure_of_grants(ask, joint, measure):
    limits = queries.run("classes_by_measure", measure=measure).rows()
    letters = [letter(row, measure, limits) for row in municipalities(ask(joint=joint))]
    assert sum(each in "12345j" for each in letters) == 25


@pytest.mark.parametrize("measure", ["role", "theme", "awarded"])
def test_places_that_are_not_confirmed_are_no_participants(ask, measure):
    limits = queries.run("classes_by_measure", measure=measure).rows()
    found = {row["place_code"]: letter(row, measure, limits) for row in municipalities(ask())}
    assert {code: found[code] for code in UNCONFIRMED} == dict.fromkeys(UNCONFIRMED, "u")


def test_26_municipalities_have_a_role(ask):
    assert sum(row["role_code"] is not None for row in municipalities(ask())) == 26


@pytest.mark.parametrize(
    ("day", "count", "population"),
    [("2018-12-31", 311, 5_517_919), ("2021-06-30", 309, 5_517_919), ("2025-06-30", 308, 5_563_970)],
)
def test_the_division_is_that_of_the_day(ask, day, count, population):
    rows = municipalities(ask(as_of=date.fromisoformat(day)))
    assert (len(rows), sum(row["inhabitants"] for row in rows)) == (count, population)


@pytest.mark.parametrize("drawing", ["schematic", "tiles"])
@pytest.mark.parametrize(("day", "count"), [("2018-12-31", 311), ("2025-06-30", 308)])
def test_every_municipality_of_the_day_has_an_outline(get, drawing, day, count):
    page = get(f"/fi/kartta?drawing={drawing}&as_of={day}")
    assert len(re.findall(r' id="m\d{3}"', page)) == count
    letters = re.search(r'data-letters="(\w+)"', page)[1]
    assert len(letters) == count


@pytest.mark.parametrize("drawing", ["schematic", "tiles"])
def test_the_outlines_weigh_at_most_30_kb(get, drawing):
    page = get(f"/fi/kartta?drawing={drawing}")
    start = page.index("<svg", page.index('id="map-canvas"'))
    drawing = page[start : page.index("</svg>", start)]
    assert len(drawing) > 20_000
    assert len(brotli.compress(drawing.encode(), quality=5)) <= LIMIT_BYTES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_coverage_is_told_in_words(get, lang):
    page = get(f"/{lang}/{SLUGS[lang]}")
    words = page[page.index('id="map-coverage"') : page.index('id="map-controls"')]
    assert re.search(r"\b26\b.*\b67\b", words)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nokias_card_shows_its_three_joint_grants_and_no_sum(get, lang):
    page = get(f"/{lang}/{SLUGS[lang]}?municipality=536")
    side = page[page.index('id="map-side"') : page.index('id="map-foot"')]
    card = side[: side.index('class="map-item"')].replace("\u00a0", " ")
    for amount in ("29 050 €", "7 000 €", "20 000 €"):
        assert amount in card
    assert "56 050" not in page.replace("\u00a0", " ")


def test_the_map_loads_no_plotly(get):
    assert "vendor/plotly.js" not in get("/fi/kartta")


def test_before_the_first_known_division_the_page_says_so(get):
    page = get("/fi/kartta?as_of=2010-01-01")
    assert 'class="empty"' in page[page.index('id="map-top"') :]


def test_boundaries_that_nobody_gave_are_told_and_the_schematic_map_shown(get):
    page = get("/fi/kartta?drawing=boundaries")
    assert "Tältä päivältä ei ole kuntarajoja" in page
    assert 'id="m091"' in page
