"""The controls of the page of maturity: the compared group, the measure, the sector, one place, the view and order."""

from dash import html

from components.as_of import choice_list, hidden_choices
from components.filters import ALL, Filters
from components.inert import still
from components.maturity_view import DEFAULT_SIZE, MEASURES, MaturityView, measure_of, view_of
from components.text import say
from data import catalogue

NAMES = ("size_class", "place_class", "sector", "measure")


def controls(view: MaturityView) -> html.Div:
    """A form of lists, then two rows of links: what is shown, and in which order."""
    choice, lang = view.choice, view.lang
    lists = [_sizes(choice), _classes(choice), _sector(choice), _measure(choice), _place(view)]
    apply = html.Button(say(lang, "controls.apply"), type="submit", className="button without-scripts")
    form = html.Form(
        [*hidden_choices(choice, without=(*NAMES, "place", "page")), *lists, apply],
        method="get",
        action="",
        **{"aria-label": say(lang, "maturity.controls.label")},
    )
    return still(html.Div([form, _views(view), *_order(view)], className="choices maturity-choices"))


def _listed(name: str, options: list[tuple[str, str]], value: str, lang: str, words: str | None = None) -> html.Div:
    label = html.Label(say(lang, f"maturity.controls.{words or name}"), htmlFor=f"maturity-{name}")
    listed = [{"value": each, "label": called} for each, called in options]
    return html.Div([label, choice_list(id=f"maturity-{name}", name=name, options=listed, value=value)])


def _sizes(choice: Filters) -> html.Div:
    """The size class; an address without one compares middle-sized municipalities."""
    codes = catalogue.current().codes["size_classes"]
    options = [("" if code == DEFAULT_SIZE else code, words[choice.lang]) for code, words in codes.items()]
    options.append((ALL, say(choice.lang, "maturity.controls.all_sizes")))
    chosen = "" if choice.size_class == DEFAULT_SIZE else choice.size_class or ""
    return _listed("size_class", options, chosen, choice.lang)


def _classes(choice: Filters) -> html.Div:
    codes = catalogue.current().codes["municipality_classes"]
    options = [("", say(choice.lang, "maturity.controls.all_classes"))]
    options += [(code, words[choice.lang]) for code, words in codes.items()]
    return _listed("place_class", options, choice.place_class or "", choice.lang)


def _sector(choice: Filters) -> html.Div:
    codes = catalogue.current().codes["sectors"]
    options = [("", say(choice.lang, "maturity.controls.all_sectors"))]
    options += [(code, words[choice.lang]) for code, words in codes.items()]
    return _listed("sector", options, choice.sector or "", choice.lang)


def _measure(choice: Filters) -> html.Div:
    codes = catalogue.current().codes["measures"]
    options = [("" if code == MEASURES[0] else code, codes[code][choice.lang]) for code in MEASURES]
    chosen = measure_of(choice)
    return _listed("measure", options, "" if chosen == MEASURES[0] else chosen, choice.lang)


def _place(view: MaturityView) -> html.Div:
    """One municipality of the group: on a phone it is the one whose levels are listed."""
    options = [("", say(view.lang, "maturity.controls.no_place"))]
    options += [(row["place_code"], row[f"name_{view.lang}"]) for row in view.shown_places]
    words = "place_example" if view.is_example else None
    return _listed("place", options, view.choice.place or "", view.lang, words)


def _views(view: MaturityView) -> html.Div:
    """Which heatmap: services, sectors, and over time when there is a place or a service to show."""
    choice, lang, shown = view.choice, view.lang, view_of(view.choice)
    ways = [
        ("services", None, say(lang, "maturity.view.services")),
        ("sectors", "sectors", say(lang, "maturity.view.sectors")),
    ]
    if choice.place:
        ways.append(("place", "place", say(lang, "maturity.view.place", place=view.name("place", choice.place))))
    if choice.service:
        ways.append(
            ("service", "service", say(lang, "maturity.view.service", service=view.name("service", choice.service)))
        )
    links = [
        html.A(words, href=choice.to_search(view=to) or "?", **({"aria-current": "true"} if name == shown else {}))
        for name, to, words in ways
    ]
    return _line(say(lang, "maturity.view.label"), links)


def _order(view: MaturityView) -> list:
    """By name or by area: never by level."""
    choice, lang = view.choice, view.lang
    if view.view == "place":
        return []
    by_area = choice.sort == "area"
    links = [
        html.A(
            say(lang, f"maturity.order.{name}"),
            href=choice.to_search(sort=to) or "?",
            **({"aria-current": "true"} if by_area == (to == "area") else {}),
        )
        for name, to in (("name", None), ("area", "area"))
    ]
    return [_line(say(lang, "maturity.order.label"), links)]


def _line(label: str, links: list) -> html.Div:
    switch = html.Div(links, className="switch", role="group", **{"aria-label": label})
    return html.Div([html.Span(label, className="switch-label"), switch], className="switch-line")
