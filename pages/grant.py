"""One grant, at an address that lasts: who, for what, how much, what happened to it, and where that is said."""

from dash import Input, Output, State, html

import queries
from components import grant_card
from components.panel import panel
from components.text import say, words
from pages import PageNotFound, ask, callback, choose, placed

KEY = "grant"
SLUGS = words()["grants.slug"]
VARIABLE = "grant"
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def variables() -> list[str]:
    """Every grant there is, for the site map."""
    return [row["grant_id"] for row in queries.run("awards_by_grant").rows()]


def title(choice) -> str:
    """The project's title and lead, for the title bar. Raises PageNotFound for an unknown grant."""
    return grant_card.name(_grant(choice), choice.lang)


def _grant(choice) -> dict:
    """The grant of the address whatever the day and the programme; PageNotFound when there is none."""
    rows = ask(
        "awards_by_grant", choice, as_of=None, known_by=None, programme=None, **dict.fromkeys(choice.narrowed())
    ).rows()
    if not rows:
        raise PageNotFound(choice.grant)
    return rows[0]


def layout(choice) -> list:
    """The card of the grant, then its events and its recipients."""
    grant = _grant(choice)
    on_day = ask("awards_by_grant", choice, programme=None).rows()
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}/{choice.grant}"
    back = f"/{choice.lang}/{SLUGS[choice.lang]}{choice.to_search()}"
    return [
        html.P(html.A(say(choice.lang, "grant.back"), href=back), className="back"),
        grant_card.card(on_day[0] if on_day else grant, choice.lang, is_known=bool(on_day)),
        placed("grant-events", show_events, address),
        placed("grant-recipients", show_recipients, address),
    ]


@callback(Output("grant-events", "children"), *ADDRESS, prevent_initial_call=True)
def show_events(search: str, pathname: str):
    """What happened to the grant, event by event: signed amounts, or that the amount is not stated."""
    choice = choose(search, pathname)
    answer = ask("events_by_grant", choice, programme=None)
    return panel(
        answer,
        choice=choice,
        key="grant.events",
        table=grant_card.events(answer.rows(), choice.lang),
    )


@callback(Output("grant-recipients", "children"), *ADDRESS, prevent_initial_call=True)
def show_recipients(search: str, pathname: str):
    """Who received it; of a joint grant the equal split is a labelled calculation."""
    choice = choose(search, pathname)
    answer = ask("recipients_by_grant", choice, programme=None)
    return panel(
        answer,
        choice=choice,
        key="grant.recipients",
        table=grant_card.recipients(answer.rows(), choice),
        sentence=grant_card.share_words(answer.rows(), choice.lang),
    )
