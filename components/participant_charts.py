"""Figures of participants: flat bars by theme and by region; a click narrows the page."""

from components import participant_tables
from components.charts import flat_bars
from components.participant_words import participants
from components.tables import alphabetical


def by_theme(rows: list[dict], lang: str) -> dict:
    """How many participants each theme has, in the order of the answer."""
    return _bars(rows, lang, "theme", participant_tables.theme)


def by_region(rows: list[dict], lang: str) -> dict:
    """How many participants each region has, by the alphabet of the language."""
    return _bars(alphabetical(rows, lang), lang, "region", participant_tables.region)


def _bars(rows: list[dict], lang: str, facet: str, words) -> dict:
    return flat_bars(
        [words(row, lang) for row in rows],
        [int(row["participants"]) for row in rows],
        [participants(lang, row["participants"]) for row in rows],
        [{facet: row[f"{facet}_code"]} if row[f"{facet}_code"] else {} for row in rows],
    )
