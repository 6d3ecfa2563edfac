"""The programmes around municipalities: 32 programmes and their links, and what reaches one municipality when."""

from dash import Input, Output, State, html

from components import network_controls, network_picture, network_tables, network_words, timeline
from components.heading import jumps, page_head
from components.panel import head, panel
from components.text import say, words
from pages import ask, callback, choose, placed

KEY = "network"
SLUGS = words()[f"{KEY}.slug"]
MENU = 8
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """The choices, then the same programmes and links three ways, and one municipality in time."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        html.Div(show_choices(*address), id="network-choices"),
        html.Div(whole(*address), id="network-panels"),
    ]


@callback(Output("network-panels", "children"), *ADDRESS, prevent_initial_call=True)
def show_panels(search: str, pathname: str):
    """Everything under the choices."""
    return whole(search, pathname)


def whole(search: str, pathname: str) -> list:
    """Ways to the panels and the panels; what reaches a municipality comes first once one is chosen."""
    choice = choose(search, pathname)
    ways, place = ("graph", "links", "sentences"), ("timeline", "clashes")
    order = (*place, *ways) if place_name(choice) else (*ways, *place)
    panels = [placed(f"{KEY}-{name}", PANELS[name], (search, pathname)) for name in order]
    return [jumps(choice.lang, KEY, order), *panels]


def unlinked(choice) -> list[dict]:
    """The programmes in view without a link in view."""
    return [row for row in ask("network_by_programme", choice).rows() if not row["links"]]


def place_name(choice) -> str | None:
    """The name of the chosen municipality; None when there is none of that code."""
    rows = ask("municipalities_by_name", choice).rows() if choice.municipality else []
    names = [row[f"name_{choice.lang}"] for row in rows if row["municipality_code"] == choice.municipality]
    return names[0] if names else None


def shown(answer, choice, name: str, **parts) -> list:
    """A panel of this page with its own words."""
    return panel(
        answer,
        choice=choice,
        key=f"{KEY}.{name}",
        **parts,
    )


@callback(Output("network-choices", "children"), *ADDRESS, prevent_initial_call=True)
def show_choices(search: str, pathname: str):
    """The lists that choose a programme or a municipality and that narrow the network."""
    choice = choose(search, pathname)
    every = ask("network_by_programme", choice, link_kind=None, owner_kind=None, year=None).rows()
    return network_controls.controls(choice, every, ask("municipalities_by_name", choice).rows())


def show_graph(search: str, pathname: str):
    """The network as a picture, with its programmes as the table."""
    choice = choose(search, pathname)
    answer, links = ask("network_by_programme", choice), ask("network_by_link", choice).rows()
    every = ask("network_by_programme", choice, year=None).rows()
    nodes = answer.rows()
    return shown(
        answer,
        choice,
        "graph",
        table=network_tables.programmes(nodes, choice),
        sentence=network_words.counted(nodes, links, choice.lang),
        state=network_words.chosen(nodes, links, choice, place_name(choice)),
        picture=network_picture.network(nodes, links, choice),
        note=network_words.left_out(choice, every),
        is_drawn=True,
    )


def show_links(search: str, pathname: str):
    """Every link as a row, with owners, years, the last check and the source."""
    choice = choose(search, pathname)
    answer = ask("network_by_link", choice)
    return shown(answer, choice, "links", table=network_tables.links(answer.rows(), unlinked(choice), choice))


def show_sentences(search: str, pathname: str):
    """Every link as a sentence."""
    choice = choose(search, pathname)
    answer = ask("network_by_link", choice)
    return shown(answer, choice, "sentences", table=network_words.sentences(answer.rows(), unlinked(choice), choice))


def without_place(answer, choice, name: str) -> list:
    """A panel about one municipality before one is chosen: its question, and what to do."""
    asked = html.P([html.A(say(choice.lang, "network.choose_place"), href="#network-municipality")])
    return [*head(answer, choice.lang, key=f"{KEY}.{name}"), html.Div(asked, className="empty")]


def show_timeline(search: str, pathname: str):
    """Programmes, calls, decisions, deadlines and duties of the chosen municipality on one line of time."""
    choice = choose(search, pathname)
    answer, name = ask("timeline_by_municipality", choice), place_name(choice)
    if not name:
        return without_place(answer, choice, "timeline")
    return shown(
        answer,
        choice,
        "timeline",
        table=timeline.things(answer.rows(), choice.lang),
        sentence=say(choice.lang, "network.timeline.answer", name=name),
        picture=timeline.timeline(answer.rows(), choice),
        note=network_words.missing_things(answer.rows(), choice.lang),
        is_drawn=True,
        has_picture_file=False,
    )


def show_clashes(search: str, pathname: str):
    """How many things reach the chosen municipality at once, quarter by quarter."""
    choice = choose(search, pathname)
    answer, name = ask("clashes_by_quarter", choice), place_name(choice)
    if not name:
        return without_place(answer, choice, "clashes")
    rows = answer.rows()
    return shown(
        answer,
        choice,
        "clashes",
        table=network_tables.clashes(rows, choice.lang),
        sentence=network_words.busiest(rows, choice.lang, name),
        picture=timeline.clash_bars(rows) if rows else None,
        note=html.P(say(choice.lang, "network.clashes.rule"), className="clash-rule"),
        is_drawn=True,
    )


PANELS = {
    "graph": show_graph,
    "links": show_links,
    "sentences": show_sentences,
    "timeline": show_timeline,
    "clashes": show_clashes,
}
