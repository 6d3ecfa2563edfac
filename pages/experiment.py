"""One experiment, at an address that lasts: what was tried, what came out, who took part, and what is not known."""

from dash import Input, Output, State, html

import queries
from components import experiment_card
from components.panel import panel
from components.text import say, words
from pages import PageNotFound, ask, callback, choose, placed

KEY = "experiment"
SLUGS = words()["experiments.slug"]
VARIABLE = "experiment"
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def variables() -> list[str]:
    """Every experiment there is, for the site map."""
    return [row["experiment_code"] for row in queries.run("experiments_by_code").rows()]


def title(choice) -> str:
    """The experiment's title, for the title bar. Raises PageNotFound for an unknown one."""
    return _experiment(choice)[f"title_{choice.lang}"]


def _experiment(choice) -> dict:
    """The experiment of the address whatever the day and the programme; PageNotFound when there is none."""
    anything = {"as_of": None, "known_by": None, "programme": None, **dict.fromkeys(choice.narrowed())}
    rows = ask("experiments_by_code", choice, **_taken(anything)).rows()
    if not rows:
        raise PageNotFound(choice.experiment)
    return rows[0]


def _taken(given: dict) -> dict:
    """Those of some choices that the question takes."""
    return {name: value for name, value in given.items() if name in queries.question("experiments_by_code").params}


def layout(choice) -> list:
    """The title, then the card and who took part."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}/{choice.experiment}"
    back = f"/{choice.lang}/{SLUGS[choice.lang]}{choice.to_search()}"
    return [
        html.P(html.A(say(choice.lang, "experiment.back"), href=back), className="back"),
        experiment_card.head(_experiment(choice), choice.lang),
        placed("experiment-told", show_told, address),
        placed("experiment-members", show_members, address),
    ]


@callback(Output("experiment-told", "children"), *ADDRESS, prevent_initial_call=True)
def show_told(search: str, pathname: str):
    """What the sources tell of the experiment, field by field, and what they do not."""
    choice = choose(search, pathname)
    answer = ask("experiments_by_code", choice, **_taken({"programme": None, **dict.fromkeys(choice.narrowed())}))
    grants = f"/{choice.lang}/{say(choice.lang, 'grants.slug')}"
    return panel(
        answer,
        choice=choice,
        key="experiment.told",
        table=experiment_card.facts(answer.rows()[0], choice, grants=grants) if answer.records else None,
    )


@callback(Output("experiment-members", "children"), *ADDRESS, prevent_initial_call=True)
def show_members(search: str, pathname: str):
    """Who took part, each name leading to the place."""
    choice = choose(search, pathname)
    answer = ask("members_by_experiment", choice)
    register = f"/{choice.lang}/{SLUGS[choice.lang]}"
    return panel(
        answer,
        choice=choice,
        key="experiment.members",
        is_quiet=True,
        table=experiment_card.members(answer.rows(), choice, register=register),
    )
