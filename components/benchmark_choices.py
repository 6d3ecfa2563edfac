"""What the benchmark page is asked for: one indicator, one country, one life event, one level; and their controls."""

from dash import html

from components.as_of import choice_list, hidden_choices
from components.filters import Filters
from components.scores import codes, label
from components.text import say
from data import catalogue

COUNTRIES = ("fi", "eu27", "dk", "ee", "se")
FIRST_COUNTRY = COUNTRIES[0]
SCORED = (
    *("online_availability", "mobile_friendliness", "transparency_of_delivery"),
    *("eid", "edocuments", "prefilled_forms"),
)
FIRST_INDICATOR = "overall"
LAST_INDICATOR = "cross_border_edocuments"
LEVELS = ("central", "regional", "local", "not_stated")


def indicators() -> list[str]:
    """The indicators of the benchmark in their own order: the whole, then each dimension and its parts."""
    listed = codes("indicators")
    return listed[: listed.index(LAST_INDICATOR) + 1]


def indicator_of(choice: Filters) -> str:
    """The indicator of the address; the overall score when there is none or an unknown one."""
    return choice.indicator if choice.indicator in indicators() else FIRST_INDICATOR


def country_of(choice: Filters) -> str:
    """The country of the address; Finland when there is none or an unknown one."""
    return choice.country if choice.country in COUNTRIES else FIRST_COUNTRY


def life_event_of(choice: Filters) -> str | None:
    """The life event of the address; None when there is none or an unknown one."""
    return choice.life_event if choice.life_event in codes("life_events") else None


def level_of(choice: Filters) -> str | None:
    """The level of government of the address; None = all."""
    return choice.level if choice.level in LEVELS else None


def address(choice: Filters, *, to: str | None = None, **changes) -> str:
    """Where a choice leads on this page, and to which of its panels; defaults are not written."""
    plain = {"indicator": FIRST_INDICATOR, "country": FIRST_COUNTRY}
    written = {name: None if plain.get(name) == value else value for name, value in changes.items()}
    return (choice.to_search(**written) or "?") + (f"#benchmark-{to}" if to else "")


def indicator_list(choice: Filters) -> html.Form:
    """A list of all indicators of the benchmark, as a plain form."""
    lang, present = choice.lang, indicator_of(choice)
    options = [
        {"label": label(lang, "indicators", each), "value": "" if each == FIRST_INDICATOR else each}
        for each in indicators()
    ]
    chosen = "" if present == FIRST_INDICATOR else present
    return html.Form(
        [
            *hidden_choices(choice, without=("indicator",)),
            html.Label(catalogue.current().columns["indicator_code"].headings[lang], htmlFor="benchmark-indicator"),
            choice_list(id="benchmark-indicator", name="indicator", options=options, value=chosen),
            html.Button(say(lang, "controls.apply"), type="submit", className="button without-scripts"),
        ],
        method="get",
        action="",
        className="score-choice",
    )


def switch(lang: str, name: str, links: list[tuple[str, str, bool]]) -> html.Div:
    """Links of which one is in force: text, address, whether it is. `name` is the text key of what they choose."""
    shown = [
        html.A(text, href=to, **({"aria-current": "true"} if is_present else {})) for text, to, is_present in links
    ]
    words = say(lang, name)
    group = html.Div(shown, className="switch", role="group", **{"aria-label": words})
    return html.Div([html.Span(words, className="switch-label"), group], className="switch-line")


def country_switch(choice: Filters) -> html.Div:
    """Which country's life events are shown."""
    present = country_of(choice)
    links = [
        (label(choice.lang, "countries", each), address(choice, country=each), each == present) for each in COUNTRIES
    ]
    return switch(choice.lang, "benchmark.country.label", links)


def level_switch(choice: Filters, counts: dict[str | None, int]) -> html.Div:
    """Which level's services are shown, each with the number of its services; None = all."""
    present = level_of(choice)
    links = []
    for each in (None, *LEVELS):
        name = f"benchmark.level.{each or 'all'}"
        text = say(choice.lang, name, count=str(counts.get(each, 0)))
        links.append((text, address(choice, level=each), each == present))
    return switch(choice.lang, "benchmark.level.label", links)


def counted(rows: list[dict]) -> dict[str | None, int]:
    """Services by level of government; those without a stated level under `not_stated`, all of them under None."""
    counts: dict[str | None, int] = {None: sum(row["benchmarked"] for row in rows)}
    for row in rows:
        level = row["government_level_code"] or "not_stated"
        counts[level] = counts.get(level, 0) + row["benchmarked"]
    return counts


def all_events(choice: Filters) -> html.Div | None:
    """The way back from one life event to all of them."""
    event = life_event_of(choice)
    if not event:
        return None
    links = [
        (say(choice.lang, "benchmark.over_time.all_events"), address(choice, to="over-time", life_event=None), False),
        (label(choice.lang, "life_events", event), address(choice, to="over-time", life_event=event), True),
    ]
    return switch(choice.lang, "benchmark.over_time.of", links)
