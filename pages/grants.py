"""Which grants were awarded, to whom and for what: figures, a register with facets, and the joint-grant switch."""

from dash import Input, Output, State, html

from components import grant_charts, grant_tables, grant_words
from components.charts import clickable, tall_for
from components.controls import facets, joint_switch, municipality_option
from components.heading import onward, page_head
from components.panel import panel
from components.register import register
from components.tables import alphabetical
from components.text import say, words
from pages import ask, callback, choose, placed

KEY = "grants"
SLUGS = words()[f"{KEY}.slug"]
MENU = 4
FACETS = ("round", "theme", "region", "municipality", "status", "band")
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """Facets first, then the register, then the figures of the chosen grants."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        onward(choice.lang, KEY, to="evaluation", panel="evaluation-targeting"),
        html.Div(show_facets(*address), id="grants-facets"),
        placed("grants-register", show_register, address),
        placed("grants-by-round", show_by_round, address),
        html.Div(
            [
                placed("grants-by-theme", show_by_theme, address),
                placed("grants-by-band", show_by_band, address),
            ],
            className="two",
        ),
        placed("grants-by-region", show_by_region, address),
        placed("grants-by-municipality", show_by_municipality, address),
    ]


@callback(Output("grants-facets", "children"), *ADDRESS, prevent_initial_call=True)
def show_facets(search: str, pathname: str):
    """The lists that narrow the grants, and a chip for each restriction in force."""
    choice = choose(search, pathname)
    options = ask("choices_by_facet", choice).rows()
    if choice.municipality and choice.municipality not in {row["code"] for row in options}:
        options += municipality_option(ask("municipalities_by_name", choice).rows(), choice.municipality)
    return facets(choice, options, FACETS, ask("programmes_by_code", choice).rows())


@callback(Output("grants-register", "children"), *ADDRESS, prevent_initial_call=True)
def show_register(search: str, pathname: str):
    """Every chosen grant as a row, sorted and paged by the address."""
    choice = choose(search, pathname)
    answer = ask("awards_by_grant", choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key="grants.register",
        table=register(rows, choice, detail=f"/{choice.lang}/{SLUGS[choice.lang]}"),
        sentence=grant_words.total(rows, choice),
        note=grant_words.notes(rows, choice),
    )


@callback(Output("grants-by-round", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_round(search: str, pathname: str):
    """Awards by round; a click on a bar narrows the page to that round."""
    choice = choose(search, pathname)
    answer = ask("grants_by_round", choice)
    rows = answer.rows()
    table = grant_tables.by_round(rows, choice)
    figure = grant_charts.by_round(rows, choice.lang)
    return panel(
        answer,
        choice=choice,
        key="grants.by_round",
        is_quiet=True,
        table=table,
        sentence=grant_words.by_round(rows, choice.lang),
        picture=clickable(
            "grants-by-round",
            figure,
            table=table,
            lang=choice.lang,
            caption=say(choice.lang, "grants.by_round.caption"),
        ),
        note=grant_words.incomplete_note(rows, choice.lang),
    )


@callback(Output("grants-by-theme", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_theme(search: str, pathname: str):
    """Awards by theme, in the order of the code list."""
    choice = choose(search, pathname)
    answer = ask("grants_by_theme", choice)
    rows = answer.rows()
    table = grant_tables.by_theme(rows, choice)
    figure = grant_charts.by_theme(rows, choice.lang)
    return panel(
        answer,
        choice=choice,
        key="grants.by_theme",
        is_quiet=True,
        table=table,
        sentence=grant_words.by_theme(rows, choice.lang),
        picture=clickable("grants-by-theme", figure, table=table, lang=choice.lang, size="picture--low"),
    )


@callback(Output("grants-by-band", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_band(search: str, pathname: str):
    """How large the grants were: bands, median, smallest and largest."""
    choice = choose(search, pathname)
    answer, amounts = ask("grants_by_amount_band", choice), ask("grant_amounts_by_programme", choice)
    rows = answer.rows()
    table = grant_tables.by_band(rows, choice)
    figure = grant_charts.by_band(rows, choice.lang)
    return panel(
        answer,
        choice=choice,
        key="grants.by_band",
        is_quiet=True,
        table=table,
        sentence=grant_words.by_band(rows, amounts.rows(), choice.lang),
        picture=clickable("grants-by-band", figure, table=table, lang=choice.lang, size="picture--low"),
    )


@callback(Output("grants-by-region", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_region(search: str, pathname: str):
    """Awards by region in the alphabetical order of the reader's language."""
    choice = choose(search, pathname)
    answer = ask("grants_by_region", choice)
    rows = alphabetical(answer.rows(), choice.lang)
    table = grant_tables.by_region(rows, choice)
    figure = grant_charts.by_region(rows, choice.lang)
    return panel(
        answer,
        choice=choice,
        key="grants.by_region",
        is_quiet=True,
        table=table,
        before=joint_switch(choice),
        sentence=grant_words.by_region(rows, choice),
        picture=clickable("grants-by-region", figure, table=table, lang=choice.lang, size=tall_for(len(rows))),
    )


@callback(Output("grants-by-municipality", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_municipality(search: str, pathname: str):
    """Awards by municipality in the chosen joint mode: the total never changes."""
    choice = choose(search, pathname)
    answer = ask("grants_by_municipality", choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key="grants.by_municipality",
        is_quiet=True,
        table=grant_tables.by_municipality(rows, choice, ask("awards_by_grant", choice).rows()),
        before=joint_switch(choice),
        sentence=grant_words.same_total(rows, choice),
    )
