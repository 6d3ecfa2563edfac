"""The heatmaps of the benchmark page: pure functions of rows. Every heading and cell leads one step deeper."""

from dash import html

from components.benchmark_choices import (
    COUNTRIES,
    SCORED,
    address,
    country_of,
    indicator_of,
    indicators,
    life_event_of,
)
from components.filters import Filters
from components.heatmap import Cell, Group, Head, heatmap
from components.scores import codes, exactness, label, legend, period, score_cell
from components.text import say

LEVELS = ("central", "regional", "local")
COMPARED = ("fi", "eu27")
ACROSS = {"countries": "country", "indicators": "indicator"}
DIMENSIONS = ("user_centricity", "transparency", "key_enablers", "cross_border")


def _heads(lang: str, name: str, listed, href) -> list[Head]:
    return [Head(each, label(lang, name, each), href=href(each)) for each in listed]


def _grid(
    choice: Filters, classes, identity: str, rows, columns, cells, *, corner: str, key: str, years: str = "", **more
) -> html.Div:
    """Legend and heatmap; the grid's name is the text key's caption, with the years when all figures are of them."""
    lang = choice.lang
    shown = heatmap(
        identity,
        rows=rows,
        columns=columns,
        cells=cells,
        corner=say(lang, f"benchmark.corner.{corner}"),
        caption=say(lang, f"benchmark.{key}.caption", **({"period": years} if years else {})),
        **more,
    )
    return html.Div([legend(lang, classes, cells.values()), shown], className="score-grid")


def countries(rows: list[dict], choice: Filters, classes: list[dict]) -> html.Div:
    """Indicator × country, the latest period: a row chooses the indicator, a column the country, a cell both."""
    lang, latest = choice.lang, [row for row in rows if row["is_latest"]]
    own = {(row["indicator_code"], row["country_code"]): row["score_points"] for row in latest}
    decimals = exactness(own.values())
    chosen = (indicator_of(choice), country_of(choice)) if choice.indicator or choice.country else None
    cells = {
        (indicator, country): score_cell(
            lang,
            own.get((indicator, country)),
            classes,
            of=label(lang, "indicators", indicator),
            at=label(lang, "countries", country),
            decimals=decimals,
            href=address(choice, to="by-life-event", indicator=indicator, country=country),
            is_chosen=(indicator, country) == chosen,
        )
        for indicator in indicators()
        for country in COUNTRIES
    }
    heads = [_indicator_head(choice, each) for each in indicators()]
    columns = _heads(lang, "countries", COUNTRIES, lambda each: address(choice, to="one-country", country=each))
    return _grid(
        choice,
        classes,
        "countries-grid",
        heads,
        columns,
        cells,
        corner="indicator",
        key="countries",
        years=period(latest[0]),
    )


def _indicator_head(choice: Filters, indicator: str) -> Head:
    """An indicator; a whole dimension says that it is one."""
    sub = say(choice.lang, "benchmark.dimension") if indicator in DIMENSIONS else None
    href = address(choice, to="by-life-event", indicator=indicator)
    return Head(indicator, label(choice.lang, "indicators", indicator), href=href, sub=sub)


def life_events(rows: list[dict], choice: Filters, classes: list[dict]) -> html.Div:
    """Life event × country for one indicator, each life event in the year it was last measured."""
    heads, cells = _by_event(rows, choice, classes, "countries", COUNTRIES, chosen=country_of(choice), to="over-time")
    columns = _heads(choice.lang, "countries", COUNTRIES, lambda each: address(choice, to="one-country", country=each))
    return _grid(choice, classes, "life-events-grid", heads, columns, cells, corner="life_event", key="by_life_event")


def _by_event(rows, choice: Filters, classes, across: str, listed, *, chosen: str, to: str) -> tuple[list[Head], dict]:
    """The life events that were measured, and their scores by (life event, code of the list `across`)."""
    lang, kind = choice.lang, ACROSS[across]
    latest = [row for row in rows if row["is_latest"] and row[f"{kind}_code"] in listed]
    own = {(row["life_event_code"], row[f"{kind}_code"]): row["score_points"] for row in latest}
    years = {row["life_event_code"]: period(row) for row in latest}
    decimals = exactness(own.values())
    cells = {
        (event, each): score_cell(
            lang,
            own.get((event, each)),
            classes,
            of=label(lang, "life_events", event),
            at=label(lang, across, each),
            decimals=decimals,
            href=address(choice, to=to, **{"life_event": event, kind: each}),
            is_chosen=(event, each) == (life_event_of(choice), chosen),
        )
        for event in years_first(years)
        for each in listed
    }
    return [_event_head(choice, event, years[event]) for event in years_first(years)], cells


def years_first(years: dict[str, str]) -> list[str]:
    """The life events that have been measured, in the order of their list."""
    return [each for each in codes("life_events") if each in years]


def _event_head(choice: Filters, event: str, year: str) -> Head:
    """A life event leads to its services."""
    href = address(choice, to="services", life_event=event)
    return Head(
        event, label(choice.lang, "life_events", event), href=href, sub=say(choice.lang, "benchmark.year", year=year)
    )


def one_country(rows: list[dict], choice: Filters, classes: list[dict]) -> html.Div:
    """Life event × the six indicators that services are scored on, for one country."""
    heads, cells = _by_event(rows, choice, classes, "indicators", SCORED, chosen=indicator_of(choice), to="services")
    columns = _heads(
        choice.lang, "indicators", SCORED, lambda each: address(choice, to="by-life-event", indicator=each)
    )
    return _grid(choice, classes, "one-country-grid", heads, columns, cells, corner="life_event", key="one_country")


def levels(rows: list[dict], choice: Filters, classes: list[dict]) -> html.Div:
    """Indicator × (level of government, country): Finland and EU27, and the chosen country when it is another."""
    lang = choice.lang
    shown = list(dict.fromkeys([*COMPARED, country_of(choice)]))
    own = {(row["indicator_code"], row["government_level_code"], row["country_code"]): row for row in rows}
    listed = [each for each in indicators() if any(key[0] == each for key in own)]
    decimals = exactness(row["score_points"] for row in rows)
    columns = [
        Head(f"{level}-{country}", label(lang, "countries", country), sub=say(lang, f"benchmark.levels.short.{level}"))
        for level in LEVELS
        for country in shown
    ]
    cells = {
        (indicator, f"{level}-{country}"): score_cell(
            lang,
            own.get((indicator, level, country), {}).get("score_points"),
            classes,
            of=label(lang, "indicators", indicator),
            at=f"{label(lang, 'countries', country)}, {label(lang, 'government_levels', level)}",
            decimals=decimals,
        )
        for indicator in listed
        for level in LEVELS
        for country in shown
    }
    heads = _heads(lang, "indicators", listed, lambda each: address(choice, to="by-life-event", indicator=each))
    groups = [Group(say(lang, f"benchmark.levels.short.{level}"), _counts(own, listed, level)) for level in LEVELS]
    over = say(lang, "benchmark.levels.over_scores"), say(lang, "benchmark.levels.over_services")
    grid = _grid(
        choice,
        classes,
        "levels-grid",
        heads,
        columns,
        cells,
        corner="indicator",
        key="levels",
        years=period(rows[0]),
        groups=groups,
        over=over,
    )
    grid.className = "score-grid score-grid--levels"
    return grid


def _counts(own: dict, listed: list[str], level: str) -> dict[str, Cell]:
    """How many services of Finland each figure of a level rests on; `··` where the material does not tell."""
    found = {each: own.get((each, level, "fi"), {}).get("scored_services") for each in listed}
    return {each: Cell("··" if count is None else str(count)) for each, count in found.items()}
