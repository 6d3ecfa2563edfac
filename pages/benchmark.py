"""Finland's public services in the EU benchmark: countries, life events, services, levels, time, DESI and targets."""

from dash import Input, Output, State, html

import queries
from components import (
    benchmark_choices,
    benchmark_grids,
    benchmark_lines,
    benchmark_tables,
    benchmark_words,
    service_grids,
)
from components.charts import picture
from components.heading import page_head
from components.panel import panel
from components.score_panel import score_panel, scored_panel
from components.text import say, words
from pages import ask, callback, choose, placed

KEY = "benchmark"
SLUGS = words()[f"{KEY}.slug"]
IN_FOOTER = True
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """From the whole to one service, then levels, time, DESI, targets and what the indicators mean."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        html.P(say(choice.lang, "benchmark.years"), className="coverage"),
        placed("benchmark-countries", show_countries, address),
        placed("benchmark-by-life-event", show_by_life_event, address),
        placed("benchmark-one-country", show_one_country, address),
        placed("benchmark-services", show_services, address),
        placed("benchmark-levels", show_levels, address),
        placed("benchmark-over-time", show_over_time, address),
        placed("benchmark-desi", show_desi, address),
        placed("benchmark-targets", show_targets, address),
        placed("benchmark-indicators", show_indicators, address),
    ]


def classes() -> list[dict]:
    """The five classes of a score."""
    return queries.run("score_classes_by_number").rows()


def shown(answer, choice, name: str, **parts) -> list:
    """A panel of this page with its own words; what it says is a heatmap or a figure with its table."""
    return panel(answer, choice=choice, key=f"{KEY}.{name}", **parts)


def drawn(answer, choice, name: str, **parts) -> list:
    """A heatmap of this page with the table of its scores as the twin; `names`: the codes that its rows are of."""
    return scored_panel(answer, choice=choice, key=f"{KEY}.{name}", classes=classes(), **parts)


@callback(Output("benchmark-countries", "children"), *ADDRESS, prevent_initial_call=True)
def show_countries(search: str, pathname: str):
    """Every indicator in Finland, the EU and three neighbours, the latest period."""
    choice = choose(search, pathname)
    answer = ask("benchmark_scores_by_country", choice, indicator=None, country=None)
    said = benchmark_words.countries(answer.rows(), choice.lang)
    names = "indicator_code", "country_code"
    return drawn(answer, choice, "countries", names=names, grid=benchmark_grids.countries, sentence=said)


@callback(Output("benchmark-by-life-event", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_life_event(search: str, pathname: str):
    """One indicator in each life event and country."""
    choice = choose(search, pathname)
    indicator = benchmark_choices.indicator_of(choice)
    answer = ask("benchmark_scores_by_life_event", choice, indicator=indicator, country=None, life_event=None)
    return drawn(
        answer,
        choice,
        "by_life_event",
        names=("life_event_code", "country_code"),
        grid=benchmark_grids.life_events,
        sentence=benchmark_words.life_events(answer.rows(), choice),
        before=benchmark_choices.indicator_list(choice),
    )


@callback(Output("benchmark-one-country", "children"), *ADDRESS, prevent_initial_call=True)
def show_one_country(search: str, pathname: str):
    """Six indicators in each life event of one country."""
    choice = choose(search, pathname)
    country = benchmark_choices.country_of(choice)
    answer = ask("benchmark_scores_by_life_event", choice, indicator=None, country=country, life_event=None)
    return drawn(
        answer,
        choice,
        "one_country",
        names=("life_event_code", "indicator_code"),
        grid=benchmark_grids.one_country,
        sentence=benchmark_words.one_country(choice),
        before=benchmark_choices.country_switch(choice),
    )


@callback(Output("benchmark-services", "children"), *ADDRESS, prevent_initial_call=True)
def show_services(search: str, pathname: str):
    """The services of Finland on six indicators, one fold a life event."""
    choice = choose(search, pathname)
    level = benchmark_choices.level_of(choice)
    answer = ask("service_scores_by_service", choice, indicator=None, life_event=None, level=level)
    counts = benchmark_choices.counted(ask("services_by_level", choice, life_event=None).rows())
    rows = answer.rows()
    return score_panel(
        answer,
        choice=choice,
        key="benchmark.services",
        grid=lambda: service_grids.services(rows, choice, classes()),
        table=lambda: benchmark_tables.services(rows, choice.lang),
        sentence=benchmark_words.services(rows, choice.lang),
        before=benchmark_choices.level_switch(choice, counts),
        note=benchmark_words.informational(rows, choice.lang),
    )


@callback(Output("benchmark-levels", "children"), *ADDRESS, prevent_initial_call=True)
def show_levels(search: str, pathname: str):
    """Central, regional and local government, Finland against the EU, with the number of services behind."""
    choice = choose(search, pathname)
    answer = ask("benchmark_scores_by_level", choice, indicator=None, country=None, level=None)
    services = ask("services_by_level", choice, life_event=None).rows()
    return drawn(
        answer,
        choice,
        "levels",
        names=("indicator_code", "government_level_code", "country_code"),
        grid=benchmark_grids.levels,
        sentence=benchmark_words.levels(answer.rows(), choice.lang),
        before=benchmark_words.local_caveat(services, choice.lang),
    )


@callback(Output("benchmark-over-time", "children"), *ADDRESS, prevent_initial_call=True)
def show_over_time(search: str, pathname: str):
    """The chosen indicator over time, in all life events or in the chosen one; methods are never joined."""
    choice = choose(search, pathname)
    event = benchmark_choices.life_event_of(choice)
    question = "benchmark_scores_by_life_event" if event else "benchmark_scores_by_country"
    answer = ask(question, choice, indicator=benchmark_choices.indicator_of(choice), country=None)
    rows, lang = answer.rows(), choice.lang
    table = benchmark_tables.scores(rows, lang, names=("country_code",), caption=say(lang, "benchmark.over_time.table"))
    figure = benchmark_lines.countries(rows, lang) if rows else {}
    return shown(
        answer,
        choice,
        "over_time",
        table=table,
        sentence=benchmark_words.over_time(rows, choice) if rows else None,
        before=benchmark_choices.all_events(choice),
        picture=picture("benchmark-over-time", figure, table=table, caption=say(lang, "benchmark.over_time.caption")),
        note=html.P(say(lang, "benchmark.over_time.note"), className="score-note"),
    )


@callback(Output("benchmark-desi", "children"), *ADDRESS, prevent_initial_call=True)
def show_desi(search: str, pathname: str):
    """The figures of the DESI index for Finland and the EU, with the one long series drawn."""
    choice = choose(search, pathname)
    answer = ask("desi_scores_by_indicator", choice)
    rows, lang = answer.rows(), choice.lang
    table = benchmark_tables.desi(rows, lang)
    figure = benchmark_lines.egov_users(rows, lang)
    caption = say(lang, "benchmark.desi.caption")
    return shown(
        answer,
        choice,
        "desi",
        table=table,
        sentence=benchmark_words.desi(rows, lang),
        picture=picture("benchmark-desi", figure, table=table, caption=caption) if figure else None,
        before=benchmark_tables.latest_desi(rows, lang) if figure else None,
    )


@callback(Output("benchmark-targets", "children"), *ADDRESS, prevent_initial_call=True)
def show_targets(search: str, pathname: str):
    """Targets for 2030 beside the nearest indicator, and whether the two may be compared."""
    choice = choose(search, pathname)
    answer = ask("targets_by_indicator", choice)
    rows = answer.rows()
    table = benchmark_tables.targets(rows, choice.lang)
    return shown(answer, choice, "targets", table=table, sentence=benchmark_words.targets(rows, choice.lang))


@callback(Output("benchmark-indicators", "children"), *ADDRESS, prevent_initial_call=True)
def show_indicators(search: str, pathname: str):
    """What each indicator measures, in which unit and direction."""
    choice = choose(search, pathname)
    answer = ask("indicators_by_framework", choice)
    return shown(answer, choice, "indicators", table=benchmark_tables.definitions(answer.rows(), choice.lang))
