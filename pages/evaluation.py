"""What the experiments led to, what others can reuse, and how the grants stood against the later criteria."""

from dash import Input, Output, State, html

from components import evaluation_view, targeting
from components.filters import DEFAULT_PROGRAMME
from components.heading import folded, jumps, page_head
from components.panel import panel
from components.text import say, words
from pages import ask, callback, choose, placed

KEY = "evaluation"
SLUGS = words()[f"{KEY}.slug"]
IN_FOOTER = True
ADDRESS = (Input("url", "search"), State("url", "pathname"))
EVALUATED = DEFAULT_PROGRAMME  # the evaluation and the experiments are of this programme, whichever grants are shown
PANELS = ("factors", "results", "fates", "outputs", "targeting", "judgements")


def layout(choice) -> list:
    """The external evaluation, the results, what can be reused, then the money against the criteria."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        jumps(choice.lang, KEY, PANELS),
        placed("evaluation-factors", show_factors, address),
        placed("evaluation-results", show_results, address),
        placed("evaluation-fates", show_fates, address),
        placed("evaluation-outputs", show_outputs, address),
        placed("evaluation-targeting", show_targeting, address),
        placed("evaluation-judgements", show_judgements, address),
    ]


def shown(answer, choice, name: str, *, sentence=None, **parts) -> list:
    """A panel of this page with its own words; its pictures are lists and cards: no script, no file."""
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.{name}",
        sentence=sentence or say(choice.lang, f"{KEY}.{name}.answer"),
        is_drawn=True,
        has_picture_file=False,
        **parts,
    )


@callback(Output("evaluation-factors", "children"), *ADDRESS, prevent_initial_call=True)
def show_factors(search: str, pathname: str):
    """What helped and what hindered, with every finding in the table."""
    choice = choose(search, pathname)
    answer = ask("findings_by_kind", choice, programme=EVALUATED)
    table, picture = (draw(answer.rows(), choice.lang) for draw in (evaluation_view.findings, evaluation_view.factors))
    return shown(answer, choice, "factors", table=table, picture=picture)


@callback(Output("evaluation-results", "children"), *ADDRESS, prevent_initial_call=True)
def show_results(search: str, pathname: str):
    """Themes by kind of result sought."""
    choice = choose(search, pathname)
    answer = ask("results_by_theme", choice, programme=EVALUATED)
    return shown(answer, choice, "results", table=evaluation_view.matrix(answer.rows(), choice.lang))


@callback(Output("evaluation-fates", "children"), *ADDRESS, prevent_initial_call=True)
def show_fates(search: str, pathname: str):
    """What became of the results of each experiment."""
    choice = choose(search, pathname)
    answer = ask("fates_by_experiment", choice, programme=EVALUATED)
    rows, lang = answer.rows(), choice.lang
    listed = evaluation_view.fates(rows, choice, detail=f"/{lang}/{say(lang, 'experiments.slug')}")
    return shown(
        answer,
        choice,
        "fates",
        table=folded(say(lang, "evaluation.fates.table"), listed, identity="evaluation-fates-rows"),
        sentence=evaluation_view.fate_words(rows, lang),
        before=evaluation_view.fate_counts(rows, lang),
    )


@callback(Output("evaluation-outputs", "children"), *ADDRESS, prevent_initial_call=True)
def show_outputs(search: str, pathname: str):
    """A card for each thing that others could use."""
    choice = choose(search, pathname)
    answer = ask("outputs_by_code", choice)
    table, picture = (draw(answer.rows(), choice.lang) for draw in (evaluation_view.outputs, evaluation_view.cards))
    return shown(answer, choice, "outputs", table=table, picture=picture)


@callback(Output("evaluation-targeting", "children"), *ADDRESS, prevent_initial_call=True)
def show_targeting(search: str, pathname: str):
    """All the money against each criterion, with its rule."""
    choice = choose(search, pathname)
    answer = ask("targeting_by_criterion", choice)
    rows = answer.rows()
    return shown(
        answer,
        choice,
        "targeting",
        table=targeting.by_criterion(rows, choice.lang),
        before=targeting.programme_switch(choice, ask("programmes_by_code", choice).rows()),
        picture=targeting.criteria(rows, choice.lang),
        note=html.P(say(choice.lang, "evaluation.targeting.note"), className="note"),
    )


@callback(Output("evaluation-judgements", "children"), *ADDRESS, prevent_initial_call=True)
def show_judgements(search: str, pathname: str):
    """Each grant against each criterion."""
    choice = choose(search, pathname)
    answer = ask("judgements_by_grant", choice)
    detail = f"/{choice.lang}/{say(choice.lang, 'grants.slug')}"
    listed = targeting.by_grant(answer.rows(), choice, detail=detail)
    title = say(choice.lang, "evaluation.judgements.table")
    return shown(answer, choice, "judgements", table=folded(title, listed, identity="evaluation-judgements-rows"))
