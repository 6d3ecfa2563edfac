"""The controls of the map: what it shows, which drawing, how a joint grant counts, what narrows it, finding a name."""

import dash_bootstrap_components as dbc
from dash import html

from components.as_of import choice_list, hidden_choices
from components.controls import chips, joint_switch
from components.filters import Filters
from components.inert import Inert, still
from components.map_classes import AMOUNTS, MEASURES, measure_of
from components.tables import alphabetical
from components.text import say
from data import catalogue

FACETS = ("region", "theme", "role", "round")
DRAWINGS = ("schematic", "tiles", "boundaries")


def controls(choice: Filters, options: list[dict]) -> html.Div:
    """A form of lists and the chips of what is chosen. `options`: rows with facet, code and name_fi/sv/en."""
    lang, codes = choice.lang, catalogue.current().codes
    measures = [{"label": codes["map_measures"][each][lang], "value": each} for each in MEASURES]
    measures[0]["value"] = ""
    chosen = measure_of(choice)
    lists = [_labelled("measure", measures, "" if chosen == MEASURES[0] else chosen, lang)]
    lists += [_facet(choice, name, [row for row in options if row["facet"] == name]) for name in FACETS]
    apply = html.Button(say(lang, "controls.apply"), type="submit", className="button without-scripts")
    form = html.Form(
        [*hidden_choices(choice, without=("measure", *FACETS, "page")), *lists, apply],
        method="get",
        action="",
        **{"aria-label": say(lang, "map.controls")},
    )
    switch = joint_switch(choice) if chosen in AMOUNTS else None
    found = [part for part in (form, html.Div(chips(choice, options), className="chips"), switch) if part is not None]
    return still(html.Div(found, className="choices map-choices"))


def _labelled(name: str, options: list[dict], value: str, lang: str) -> html.Div:
    label = html.Label(say(lang, f"controls.facet.{name}"), htmlFor=f"facet-{name}")
    return html.Div([label, choice_list(id=f"facet-{name}", name=name, options=options, value=value)])


def _facet(choice: Filters, name: str, options: list[dict]) -> html.Div:
    lang = choice.lang
    ordered = alphabetical(options, lang) if name == "region" else options
    listed = [{"label": say(lang, f"controls.all.{name}"), "value": ""}]
    listed += [{"label": row[f"name_{lang}"], "value": row["code"]} for row in ordered]
    return _labelled(name, listed, getattr(choice, name) or "", lang)


def options(regions: list[dict], rounds: list[dict], municipalities: list[dict]) -> list[dict]:
    """What may be chosen: every region, round and municipality by its name, every theme and role by its label."""
    named = [("region", "region_code", regions), ("round", "round_code", rounds)]
    named.append(("municipality", "municipality_code", municipalities))
    found = [{**row, "facet": facet, "code": row[key]} for facet, key, rows in named for row in rows]
    for facet in ("theme", "role"):
        labels = catalogue.current().codes[f"{facet}s"]
        found += [
            {"facet": facet, "code": code, **{f"name_{lang}": text for lang, text in texts.items()}}
            for code, texts in labels.items()
        ]
    return found


def drawing_switch(choice: Filters, present: str, *, has_boundaries: bool) -> html.Div:
    """Which drawing: three links, or two when the operator has given no boundaries for the day."""
    lang, names = choice.lang, catalogue.current().codes["drawings"]
    links = [
        html.A(
            names[each][lang],
            href=choice.to_search(drawing=None if each == DRAWINGS[0] else each) or "?",
            **({"aria-current": "true"} if each == present else {}),
        )
        for each in DRAWINGS
        if each != "boundaries" or has_boundaries
    ]
    label = say(lang, "map.drawing.label")
    switch = html.Div(links, className="switch", role="group", **{"aria-label": label})
    return html.Div([html.Span(label, className="switch-label"), switch], className="switch-line")


def find(choice: Filters, municipalities: list[dict]) -> Inert:
    """A field that finds a municipality by its Finnish, Swedish or former name; without scripts it leads to search."""
    lang = choice.lang
    field = dbc.Input(
        id="map-find", name="q", type="search", list="map-names", autocomplete="off", maxlength=80, required=True
    )
    names = {}
    for row in alphabetical(municipalities, lang):
        for each in ("fi", "sv"):
            names.setdefault(row[f"name_{each}"], row["merged_into_code"] or row["municipality_code"])
    listed = html.Datalist(
        [html.Option(value=name, **{"data-code": code}) for name, code in names.items()], id="map-names"
    )
    form = html.Form(
        [
            html.Label(say(lang, "map.find.label"), htmlFor="map-find"),
            html.Div([field, html.Button(say(lang, "map.find.button"), type="submit", className="button")]),
            listed,
        ],
        method="get",
        action=f"/{lang}/{say(lang, 'search.slug')}",
        className="search map-find",
    )
    return Inert(form)
