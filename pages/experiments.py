"""Who took part and what was tried: coverage, the register of participants, figures, and the experiments."""

from dash import Input, Output, State, html

from components import experiment_tables, experiment_words, participant_charts, participant_tables, participant_words
from components.charts import clickable, tall_for
from components.controls import facets, municipality_option
from components.heading import jumps, onward, page_head
from components.panel import panel
from components.text import words
from pages import ask, callback, choose, placed

KEY = "experiments"
SLUGS = words()[f"{KEY}.slug"]
MENU = 6
FACETS = ("role", "theme", "region", "municipality")
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """What is known by name first, then the lists that narrow, the participants and the experiments."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        onward(choice.lang, KEY, to="evaluation", panel="evaluation-fates"),
        html.Div(show_coverage(*address), id="experiments-coverage"),
        jumps(choice.lang, KEY, ("participants", "by_theme", "by_region", "register")),
        html.Div(show_facets(*address), id="experiments-facets"),
        placed("experiments-participants", show_participants, address),
        placed("experiments-by-theme", show_by_theme, address),
        placed("experiments-by-region", show_by_region, address),
        placed("experiments-register", show_register, address),
    ]


@callback(Output("experiments-coverage", "children"), *ADDRESS, prevent_initial_call=True)
def show_coverage(search: str, pathname: str):
    """How many of those who registered are named in the material."""
    choice = choose(search, pathname)
    return participant_words.coverage(ask("participants_by_kind", choice).rows(), choice.lang)


@callback(Output("experiments-facets", "children"), *ADDRESS, prevent_initial_call=True)
def show_facets(search: str, pathname: str):
    """The lists that narrow the participants and the experiments, and a chip for each restriction in force."""
    choice = choose(search, pathname)
    options = ask("choices_by_participation", choice).rows()
    if choice.municipality and choice.municipality not in {row["code"] for row in options}:
        options += municipality_option(ask("municipalities_by_name", choice).rows(), choice.municipality)
    return facets(choice, options, FACETS, ask("programmes_by_code", choice).rows(), what="participants")


@callback(Output("experiments-participants", "children"), *ADDRESS, prevent_initial_call=True)
def show_participants(search: str, pathname: str):
    """Every chosen participant as a row, sorted by the address."""
    choice = choose(search, pathname)
    answer = ask("participants_by_place", choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key="experiments.participants",
        table=participant_tables.register(rows, choice),
        sentence=participant_words.total(rows, choice.lang),
        note=participant_words.not_stated_note(rows, choice.lang),
    )


@callback(Output("experiments-by-theme", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_theme(search: str, pathname: str):
    """Participants by theme; a click on a bar narrows the page."""
    choice = choose(search, pathname)
    answer = ask("participants_by_theme", choice)
    table = participant_tables.by_theme(answer.rows(), choice)
    figure = participant_charts.by_theme(answer.rows(), choice.lang)
    return panel(
        answer,
        choice=choice,
        key="experiments.by_theme",
        is_quiet=True,
        table=table,
        sentence=participant_words.by_theme(answer.rows(), choice.lang),
        picture=clickable("experiments-by-theme", figure, table=table, lang=choice.lang, size="picture--low"),
    )


@callback(Output("experiments-by-region", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_region(search: str, pathname: str):
    """Participants by region, in the alphabetical order of the reader's language."""
    choice = choose(search, pathname)
    answer = ask("participants_by_region", choice)
    table = participant_tables.by_region(answer.rows(), choice)
    figure = participant_charts.by_region(answer.rows(), choice.lang)
    return panel(
        answer,
        choice=choice,
        key="experiments.by_region",
        is_quiet=True,
        table=table,
        sentence=participant_words.by_region(answer.rows(), choice.lang),
        picture=clickable(
            "experiments-by-region", figure, table=table, lang=choice.lang, size=tall_for(len(answer.records))
        ),
    )


@callback(Output("experiments-register", "children"), *ADDRESS, prevent_initial_call=True)
def show_register(search: str, pathname: str):
    """Every chosen experiment as a row that leads to its lasting page."""
    choice = choose(search, pathname)
    answer = ask("experiments_by_code", choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key="experiments.register",
        table=experiment_tables.register(rows, choice, detail=f"/{choice.lang}/{SLUGS[choice.lang]}"),
        sentence=experiment_words.told(rows, choice.lang),
        note=experiment_words.notes(rows, choice),
    )
