"""Figures of grants: awards by round, theme, size and region; a click narrows the page."""

from components import grant_tables
from components.charts import columns, flat_bars, height
from components.grant_words import grants
from components.numbers import money


def by_round(rows: list[dict], lang: str) -> dict:
    """Euros awarded in each round."""
    return columns(
        [row["round_code"] for row in rows],
        [height(row["awarded_eur"]) for row in rows],
        [money(lang, row["awarded_eur"]) for row in rows],
        filters=[{"round": row["round_code"]} for row in rows],
        unit="€",
    )


def by_theme(rows: list[dict], lang: str) -> dict:
    """Euros awarded to each theme, in the order of the answer."""
    return _awarded(rows, lang, "theme", grant_tables.theme)


def by_region(rows: list[dict], lang: str) -> dict:
    """Euros awarded to each region, in the order of the rows."""
    return _awarded(rows, lang, "region", grant_tables.region)


def by_band(rows: list[dict], lang: str) -> dict:
    """How many grants were of each size."""
    return flat_bars(
        [grant_tables.band(row, lang) for row in rows],
        [int(row["grants"]) for row in rows],
        [grants(lang, row["grants"]) for row in rows],
        [{"band": row["band_code"]} for row in rows],
    )


def _awarded(rows: list[dict], lang: str, facet: str, words) -> dict:
    return flat_bars(
        [words(row, lang) for row in rows],
        [height(row["awarded_eur"]) for row in rows],
        [money(lang, row["awarded_eur"]) for row in rows],
        [{facet: row[f"{facet}_code"]} if row[f"{facet}_code"] else {} for row in rows],
    )
