"""Where the programme was seen: municipalities on a map, with lists and tables in step with it."""

from dash import Input, Output, State, html

import queries
from components import map_controls, map_tables, map_view, participant_tables, participant_words
from components.heading import page_head
from components.map_classes import measure_of
from components.maturity_summary import is_published
from components.panel import panel
from components.text import say, words
from pages import ask, callback, choose, placed

KEY = "map"
SLUGS = words()[f"{KEY}.slug"]
MENU = 5
ADDRESS = (Input("url", "search"), State("url", "pathname"))
CANVAS = [Output("map-canvas", f"data-{name}") for name in ("letters", "drawing", "words")]
PARTS = [Output(f"map-{name}", "children") for name in ("top", "below", "side", "foot")]


def layout(choice) -> list:
    """Controls, the map with its list, then figures by region and theme and the register of participants."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        html.Div(show_coverage(*address), id="map-coverage"),
        html.Div(show_controls(*address), id="map-controls"),
        placed("map-places", whole, address),
        html.Div(
            [placed("map-by-region", show_by_region, address), placed("map-by-theme", show_by_theme, address)],
            className="two",
        ),
        placed("map-participants", show_participants, address),
    ]


def view_of(choice) -> map_view.MapView:
    """Everything that the map is drawn from: what is known of the places, their outlines on that day, the classes."""
    answer = ask("measures_by_place", choice, municipality=None)
    day = answer.rows()[0]["division_on"] if answer.records else choice.as_of
    boundaries = ask("shapes_by_place", choice, drawing="boundaries", as_of=day).rows()
    wanted = choice.drawing if choice.drawing != "boundaries" else None
    use = boundaries if choice.drawing == "boundaries" and boundaries else None
    return map_view.MapView(
        choice=choice,
        answer=answer,
        shapes=use or ask("shapes_by_place", choice, drawing=wanted, as_of=day).rows(),
        limits=ask("classes_by_measure", choice, measure=measure_of(choice)).rows() or levels_named(choice),
        regions={row["region_code"]: row[f"name_{choice.lang}"] for row in queries.table("regions").rows()},
        has_boundaries=bool(boundaries),
        published=published_levels(choice),
    )


def published_levels(choice):
    """The maturity of municipalities when that is what the map shows and it is published; otherwise None.

    Example data never stands on real names.
    """
    if measure_of(choice) != "maturity":
        return None
    answer = ask("levels_by_place", choice, measure=None)
    return answer if is_published(answer) else None


def levels_named(choice) -> list[dict]:
    """The levels as the classes of the map."""
    return [{**row, "class_number": row["level"]} for row in ask("levels_by_number", choice).rows()]


def grants_of(choice) -> list[dict]:
    """The chosen grants, whichever municipality is chosen: the card and the joint projects are drawn from them."""
    return ask("awards_by_grant", choice, municipality=None).rows()


def whole(search: str, pathname: str) -> list:
    """The panel of the map: its parts are drawn anew, its frame never."""
    choice = choose(search, pathname)
    view, grants = view_of(choice), grants_of(choice)
    left = html.Div([map_view.figure(view, grants), html.Div(map_view.below(view), id="map-below")])
    right = html.Div(map_view.side(view, grants), id="map-side")
    return [
        html.Div(map_view.top(view), id="map-top"),
        map_controls.find(choice, ask("municipalities_by_name", choice).rows()),
        html.Div([left, right], className="map-two"),
        html.Div(map_view.foot(view), id="map-foot"),
    ]


@callback(*CANVAS, Output("map-over", "children"), *ADDRESS, prevent_initial_call=True)
def show_paint(search: str, pathname: str):
    """What colours the outlines, and what lies on them: small, so that the map answers first."""
    choice = choose(search, pathname)
    view = view_of(choice)
    return *map_view.painted(view), map_view.over(view, grants_of(choice))


@callback(*PARTS, *ADDRESS, prevent_initial_call=True)
def show_parts(search: str, pathname: str):
    """What stands around the map: the answer, the legend, the card with the list, the table and the files."""
    choice = choose(search, pathname)
    view, grants = view_of(choice), grants_of(choice)
    return map_view.top(view), map_view.below(view), map_view.side(view, grants), map_view.foot(view)


@callback(Output("map-coverage", "children"), *ADDRESS, prevent_initial_call=True)
def show_coverage(search: str, pathname: str):
    """How many of the registered municipalities are named in the material."""
    choice = choose(search, pathname)
    return participant_words.coverage(ask("participants_by_kind", choice).rows(), choice.lang)


@callback(Output("map-controls", "children"), *ADDRESS, prevent_initial_call=True)
def show_controls(search: str, pathname: str):
    """What the map shows and what narrows it, with a chip for each restriction in force."""
    choice = choose(search, pathname)
    rounds = ask("grants_by_round", choice, **dict.fromkeys(choice.narrowed())).rows()
    places = ask("municipalities_by_name", choice).rows()
    return map_controls.controls(choice, map_controls.options(queries.table("regions").rows(), rounds, places))


@callback(Output("map-by-region", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_region(search: str, pathname: str):
    """Awards by region, each a link that narrows the page; one municipality's grants are no sum of a region."""
    choice = choose(search, pathname)
    answer = ask("grants_by_region", choice, municipality=None)
    table = map_tables.by_region(answer.rows(), choice)
    words = say(choice.lang, "grants.by_region.calculation")
    return panel(answer, choice=choice, key="map.by_region", table=table, calculation=words, is_quiet=True)


@callback(Output("map-by-theme", "children"), *ADDRESS, prevent_initial_call=True)
def show_by_theme(search: str, pathname: str):
    """Awards by theme, each a link that narrows the page."""
    choice = choose(search, pathname)
    answer = ask("grants_by_theme", choice)
    table, note = map_tables.by_theme(answer.rows(), choice), map_tables.whole_grants(choice)
    words = say(choice.lang, "grants.by_theme.calculation")
    return panel(answer, choice=choice, key="map.by_theme", table=table, note=note, calculation=words, is_quiet=True)


@callback(Output("map-participants", "children"), *ADDRESS, prevent_initial_call=True)
def show_participants(search: str, pathname: str):
    """The register of those who took part, narrowed by the same choices as the map."""
    choice = choose(search, pathname)
    answer = ask("participants_by_place", choice)
    if choice.municipality and not answer.records:
        return map_view.not_named(answer, choice)
    return panel(
        answer,
        choice=choice,
        key="map.participants",
        table=participant_tables.register(answer.rows(), choice),
        sentence=participant_words.total(answer.rows(), choice.lang),
        note=participant_words.not_stated_note(answer.rows(), choice.lang),
        calculation=say(choice.lang, "experiments.participants.calculation"),
    )
