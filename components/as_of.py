"""The band under the header: which day the page speaks of, what was known, and how fresh the data is."""

from datetime import date

import dash_bootstrap_components as dbc
from dash import html

from components.filters import Filters
from components.inert import Inert
from components.numbers import day
from components.text import say


def latest_day(milestones, release) -> date:
    """The day that the data speaks of: the programme's last milestone, or the latest fact of the release."""
    return max((row["happened_on"] for row in milestones), default=release.data_until)


def band(choice: Filters, milestones, release) -> Inert:
    """As-of control on the left, date of the data on the right. `milestones`: rows with `happened_on` and names."""
    lang, latest = choice.lang, latest_day(milestones, release)
    about = [
        html.Span(say(lang, "site.data_until", day=day(lang, latest))),
        *_newer(choice, latest, release.data_until),
        html.A(say(lang, "site.freshness"), href=f"/{lang}/{say(lang, 'method.slug')}#method-freshness"),
    ]
    chosen = html.P(as_of_sentence(choice, latest), className="print-only")
    parts = [_known_days(choice, milestones, latest), _any_day(choice), html.Div(about, className="about"), chosen]
    label = {"aria-label": say(lang, "site.as_of.label")}
    return Inert(html.Section(html.Div(parts, className="frame"), className="band", id="band", **label))


def _newer(choice: Filters, latest: date, until: date | None) -> list:
    """That other data reach further than the programme's last milestone, where the reader has chosen no day."""
    if choice.as_of or not until or until <= latest:
        return []
    return [html.Span(say(choice.lang, "site.data_newer", day=day(choice.lang, until)))]


def as_of_sentence(choice: Filters, latest: date) -> str:
    """The as-of date in words, for print and files."""
    return f"{say(choice.lang, 'site.as_of.label')} {day(choice.lang, choice.as_of or latest)}"


def _known_days(choice: Filters, milestones, latest: date) -> html.Form:
    """A list of the programme's own dates: choosing one asks everything of that day."""
    lang = choice.lang
    newest = say(lang, "site.as_of.latest", day=day(lang, latest))
    days = {row["happened_on"]: row[f"name_{lang}"] for row in milestones}
    days.pop(latest, None)
    days |= {date(year, 12, 31): None for year in range(min(days, default=latest).year, latest.year)}
    if choice.as_of:
        days.setdefault(choice.as_of, None)
    options = [{"label": newest, "value": ""}] + [
        {"label": day(lang, on) + (f" · {name}" if name else ""), "value": on.isoformat()}
        for on, name in sorted(days.items(), reverse=True)
    ]
    return html.Form(
        [
            *hidden_choices(choice, without=("as_of",)),
            html.Label(say(lang, "site.as_of.label"), htmlFor="as-of"),
            choice_list(
                id="as-of", name="as_of", options=options, value=choice.as_of.isoformat() if choice.as_of else ""
            ),
            html.Button(say(lang, "site.as_of.show"), type="submit", className="button button--small without-scripts"),
        ],
        method="get",
        action="",
    )


def _any_day(choice: Filters) -> html.Details:
    """Any date at all, and what was known by then."""
    lang = choice.lang

    def day_input(name: str, label: str, value: date | None) -> list:
        return [
            html.Label(say(lang, label), htmlFor=f"any-{name}"),
            dbc.Input(
                id=f"any-{name}",
                name=name,
                type="date",
                class_name="w-auto",
                value=value.isoformat() if value else "",
                min="1990-01-01",
                max="2099-12-31",
            ),
        ]

    form = html.Form(
        [
            *hidden_choices(choice, without=("as_of", "known_by")),
            *day_input("as_of", "site.as_of.day", choice.as_of),
            *day_input("known_by", "site.as_of.known_by", choice.known_by),
            html.Button(say(lang, "site.as_of.show"), type="submit", className="button button--small"),
        ],
        method="get",
        action="",
    )
    known = say(lang, "site.as_of.known", day=day(lang, choice.known_by)) if choice.known_by else None
    return html.Details([html.Summary(known or say(lang, "site.as_of.other")), form], id="any-day")


def choice_list(*, id: str, name: str, options: list[dict], value: str, class_name: str = "") -> Inert:
    """A list of choices: `options` are label and value, "" is `not restricted`; the value in force is selected."""
    listed = [html.Option(each["label"], value=each["value"], selected=each["value"] == value) for each in options]
    return Inert(html.Select(listed, id=id, name=name, className=f"form-select {class_name}".strip()))


def hidden_choices(choice: Filters, *, without: tuple[str, ...]) -> list:
    """The other choices of the address as hidden fields, so that a plain form keeps them."""
    left = choice.written(without=(*without, choice.in_path))
    return [dbc.Input(type="hidden", name=key, value=value) for key, value in left.items()]
