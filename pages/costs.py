"""What the programme cost, what was promised and where the money went."""

from dash import Input, Output, State, html

from components import cost_tables, cost_words
from components.bridge_chart import bridge
from components.charts import columns, picture
from components.cost_charts import cumulative_line, estimate_bar
from components.heading import page_head
from components.numbers import money
from components.panel import panel
from components.text import say, words
from pages import ask, callback, choose, placed

KEY = "costs"
SLUGS = words()[f"{KEY}.slug"]
MENU = 3
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """The panels of the page, each drawn by its own callback."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        placed("costs-estimate", show_estimate, address),
        placed("costs-bridge", show_bridge, address),
        placed("costs-budget", show_budget, address),
        html.Div(
            [
                placed("costs-booked", show_booked, address),
                placed("costs-cumulative", show_cumulative, address),
            ],
            className="two",
        ),
    ]


@callback(Output("costs-estimate", "children"), *ADDRESS, prevent_initial_call=True)
def show_estimate(search: str, pathname: str):
    """Outcome against both estimates; the light looks at the original one, for ever."""
    choice = choose(search, pathname)
    answer, years = ask("estimates_against_outcome", choice), ask("costs_by_year", choice)
    table = cost_tables.estimates(answer.rows(), choice.lang)
    figure = estimate_bar(years.rows(), answer.rows(), choice.lang)
    return panel(
        answer,
        choice=choice,
        key="costs.estimate",
        table=table,
        sentence=cost_words.estimate_drawn(answer.rows(), years.rows(), choice.lang),
        state=cost_words.light(answer.rows(), choice.lang),
        picture=picture(
            "costs-estimate",
            figure,
            table=table,
            caption=say(choice.lang, "costs.estimate.caption"),
            size="picture--low",
        ),
    )


@callback(Output("costs-bridge", "children"), *ADDRESS, prevent_initial_call=True)
def show_bridge(search: str, pathname: str):
    """From awarded grants to total cost, with what the source does not explain."""
    choice = choose(search, pathname)
    answer = ask("cost_bridge", choice)
    rows = answer.rows()
    table = cost_tables.bridge(rows, choice.lang)
    return panel(
        answer,
        choice=choice,
        key="costs.bridge",
        table=table,
        sentence=cost_words.bridge(rows, choice.lang),
        picture=picture(
            "costs-bridge",
            bridge(rows, choice.lang) if rows else {},
            table=table,
            caption=cost_words.bridge_caption(rows, choice.lang),
            size="picture--tall",
        ),
    )


@callback(Output("costs-budget", "children"), *ADDRESS, prevent_initial_call=True)
def show_budget(search: str, pathname: str):
    """The budget table as printed, with computed totals beside the printed ones and the rounding on the table."""
    choice = choose(search, pathname)
    answer = ask("budget_by_type_and_year", choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key="costs.budget",
        table=cost_tables.budget(rows, choice.lang),
        sentence=cost_words.budget(rows, choice.lang),
        note=cost_words.rounding(rows, choice.lang),
    )


@callback(Output("costs-booked", "children"), *ADDRESS, prevent_initial_call=True)
def show_booked(search: str, pathname: str):
    """Awarded against booked grants by year; the negative year hangs below zero."""
    choice = choose(search, pathname)
    answer = ask("booked_grants_by_year", choice)
    rows = [row for row in answer.rows() if row["booked_eur"] is not None]
    table = cost_tables.booked(answer.rows(), choice.lang)
    figure = columns(
        [str(row["year"]) for row in rows],
        [float(row["booked_eur"]) for row in rows],
        [money(choice.lang, row["booked_eur"]) for row in rows],
        unit="€",
    )
    return panel(
        answer,
        choice=choice,
        key="costs.booked",
        table=table,
        sentence=cost_words.booked(rows, choice.lang),
        picture=picture("costs-booked", figure, table=table, caption=say(choice.lang, "costs.booked.caption")),
    )


@callback(Output("costs-cumulative", "children"), *ADDRESS, prevent_initial_call=True)
def show_cumulative(search: str, pathname: str):
    """Costs added up year by year, with the original estimate."""
    choice = choose(search, pathname)
    answer, estimates = ask("costs_by_year", choice), ask("estimates_against_outcome", choice)
    rows = answer.rows()
    table = cost_tables.by_year(rows, choice.lang)
    return panel(
        answer,
        choice=choice,
        key="costs.cumulative",
        table=table,
        sentence=cost_words.cumulative(rows, choice.lang),
        picture=picture(
            "costs-cumulative",
            cumulative_line(rows, estimates.rows(), choice.lang) if rows else {},
            table=table,
            caption=say(choice.lang, "costs.cumulative.caption"),
        ),
    )
