"""The lines of the benchmark page: scores by period and users of e-government by year."""

from components.benchmark_choices import COUNTRIES
from components.benchmark_tables import figure
from components.score_lines import Point, score_lines
from components.scores import exactness, label, period, points
from components.text import say

EARLIER = "2016–2019"


def countries(rows: list[dict], lang: str) -> dict:
    """A line a country within one method; the years before the present method stand as a gap when they have none."""
    decimals = exactness(row["score_points"] for row in rows)
    drawn = [
        Point(
            label(lang, "countries", country),
            row["benchmark_method_code"],
            period(row),
            float(row["score_points"]),
            points(lang, row["score_points"], decimals),
        )
        for country in COUNTRIES
        for row in sorted(rows, key=period)
        if row["country_code"] == country
    ]
    has_earlier = any(row["benchmark_method_code"] == "from_2016_to_2019" for row in rows)
    gap = None if has_earlier else (EARLIER, say(lang, "benchmark.over_time.gap"))
    return score_lines(drawn, gap=gap)


def egov_users(rows: list[dict], lang: str) -> dict:
    """Users of e-government in Finland and the EU, by the year that the figure is about."""
    own = [row for row in rows if row["indicator_code"] == "desi_egov_users"]
    if not own:
        return {}
    drawn = [
        Point(
            label(lang, "countries", country),
            "survey",
            str(row["reference_year"]),
            float(row["measured_value"]),
            figure(lang, row["measured_value"]),
        )
        for country in ("fi", "eu")
        for row in sorted(own, key=lambda row: row["reference_year"])
        if row["country_code"] == country
    ]
    return score_lines(drawn)
