"""The tables of the benchmark page: each figure's twin, the figures of DESI, the targets and the definitions."""

from dash import html

from components.benchmark_choices import SCORED
from components.numbers import MISSING, is_missing, number
from components.scores import codes, exactness, label, period, points
from components.tables import Column, column, named, stacked, table
from components.text import say


def scores(rows: list[dict], lang: str, *, names: tuple[str, ...], caption: str):
    """One row a score: the codes of `names` in words, the period and the score, in the order of the code lists."""
    order = {name: codes(_list_of(name)) for name in names}
    listed = sorted(rows, key=lambda row: ([order[name].index(row[name]) for name in names], period(row)))
    columns = [column(lang, name) for name in names]
    columns.append(Column(say(lang, "benchmark.period"), period))
    decimals = exactness(row["score_points"] for row in listed)
    columns.append(column(lang, "score_points", cell=lambda row: points(lang, row["score_points"], decimals)))
    if listed and "scored_services" in listed[0]:
        columns.append(column(lang, "scored_services"))
    return table(columns, listed, caption=caption)


def _list_of(name: str) -> str:
    """The code list of a column: `country_code` -> `countries`."""
    lists = {"country_code": "countries", "life_event_code": "life_events", "indicator_code": "indicators"}
    return lists.get(name, "government_levels")


def services(rows: list[dict], lang: str):
    """One row a service with its six scores: every cell of the reference, for reading, sorting and copying."""
    own: dict[str, dict] = {}
    for row in rows:
        own.setdefault(row["benchmark_service_code"], {**row, "scores": {}})["scores"][row["indicator_code"]] = row
    order = codes("life_events")
    listed = sorted(own.values(), key=lambda row: (order.index(row["life_event_code"]), row["service_number"]))
    columns = [
        Column(say(lang, "benchmark.corner.service"), lambda row: f"{row['service_number']} {row[f'name_{lang}']}"),
        column(lang, "life_event_code"),
        column(lang, "government_level_code"),
        *[_score_column(lang, each, listed) for each in SCORED],
    ]
    return table(columns, listed, caption=say(lang, "benchmark.services.table"))


def _score_column(lang: str, indicator: str, listed: list[dict]) -> Column:
    decimals = exactness(row["scores"].get(indicator, {}).get("score_points") for row in listed)

    def cell(row: dict) -> str:
        scored = row["scores"].get(indicator)
        if scored and scored["score_state_code"] == "not_applicable":
            return say(lang, "benchmark.services.not_applicable")
        return points(lang, scored["score_points"], decimals) if scored else MISSING

    return Column(label(lang, "indicators", indicator), cell, is_number=True)


def desi(rows: list[dict], lang: str, *, caption: str | None = None):
    """Finland and the EU side by side for every indicator and edition."""
    pairs: dict[tuple, dict] = {}
    for row in rows:
        pairs.setdefault((row["indicator_code"], row["edition_year"]), {**row, "by": {}})["by"][row["country_code"]] = (
            row
        )
    order = codes("indicators")
    listed = sorted(pairs.values(), key=lambda row: (order.index(row["indicator_code"]), row["edition_year"]))
    columns = [
        column(lang, "indicator_code"),
        column(lang, "edition_year"),
        column(lang, "reference_year"),
        *[_country_column(lang, country, listed) for country in ("fi", "eu")],
        column(lang, "unit_code"),
    ]
    return stacked(columns, listed, caption=caption or say(lang, "benchmark.desi.table"))


def latest_desi(rows: list[dict], lang: str):
    """The latest edition of every indicator, under the drawn series."""
    latest: dict[str, int] = {}
    for row in rows:
        latest[row["indicator_code"]] = max(row["edition_year"], latest.get(row["indicator_code"], 0))
    own = [row for row in rows if row["edition_year"] == latest[row["indicator_code"]]]
    return desi(own, lang, caption=say(lang, "benchmark.desi.latest"))


def _country_column(lang: str, country: str, listed: list[dict]) -> Column:
    def value(row: dict):
        return row["by"].get(country, {}).get("measured_value")

    decimals = exactness(map(value, listed))

    def cell(row: dict) -> str:
        return points(lang, value(row), decimals)

    return Column(label(lang, "countries", country), cell, is_number=True)


def figure(lang: str, value) -> str:
    """A figure as exact as the source: up to two decimals."""
    return number(lang, value) if is_missing(value) or value == int(value) else points(lang, value)


def targets(rows: list[dict], lang: str):
    """Target, nearest indicator with its latest figures, and in words whether the two may be compared."""
    listed = sorted(rows, key=lambda row: (codes("target_matches").index(row["target_match_code"]), row["target_code"]))
    columns = [
        named(lang, "name", say(lang, "benchmark.targets.target")),
        Column(say(lang, "benchmark.targets.match"), lambda row: _match(row, lang)),
        Column(say(lang, "benchmark.targets.figures"), lambda row: _figures(row, lang)),
        column(lang, "target_value", cell=lambda row: _with_unit(row, lang)),
    ]
    return table(columns, listed, caption=say(lang, "benchmark.targets.table"), is_stacked=True)


def _figures(row: dict, lang: str):
    """Finland's and the EU's latest figures, each with its name, unit and year; `··` where there is no indicator."""
    if row["latest_year"] is None:
        return MISSING
    named_by = {"fi": "finland_value", "eu": "eu_value"}
    return [
        html.Span(
            say(
                lang,
                "benchmark.targets.figure",
                country=label(lang, "countries", country),
                figure=_figure_with_unit(row, name, lang),
                year=str(row["latest_year"]),
            ),
            className="score-figure",
        )
        for country, name in named_by.items()
    ]


def _with_unit(row: dict, lang: str) -> str:
    """`80 % väestöstä`, or `··` when the source gives no figure."""
    if row["target_value"] is None:
        return MISSING
    return f"{number(lang, row['target_value'])}\u00a0{label(lang, 'indicator_units', row['unit_code'])}"


def _figure_with_unit(row: dict, name: str, lang: str) -> str:
    """A figure of the nearest indicator in the indicator's own unit, or `··` when the material has none."""
    if row[name] is None:
        return MISSING
    return f"{figure(lang, row[name])}\u00a0{label(lang, 'indicator_units', row['figure_unit_code'])}"


def _match(row: dict, lang: str) -> list:
    """Same measure or not in bold, then which indicator, then the note."""
    parts: list = [html.Strong(label(lang, "target_matches", row["target_match_code"]))]
    if row["indicator_code"]:
        parts.append(html.Span(label(lang, "indicators", row["indicator_code"]), className="register-sub"))
    if row[f"note_{lang}"]:
        parts.append(html.Span(row[f"note_{lang}"], className="register-sub"))
    return parts


def definitions(rows: list[dict], lang: str):
    """Each indicator: what it measures, its unit and which way is towards the goal."""
    order = codes("indicators")
    columns = [
        column(lang, "indicator_code"),
        Column(say(lang, "benchmark.indicators.definition"), lambda row: row[f"definition_{lang}"]),
        column(lang, "unit_code"),
        column(lang, "direction_code"),
        column(lang, "framework_code"),
    ]
    listed = sorted(rows, key=lambda row: order.index(row["indicator_code"]))
    return stacked(columns, listed, caption=say(lang, "benchmark.indicators.table"))
