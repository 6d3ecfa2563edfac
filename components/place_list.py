"""The list of all municipalities by letter, and the regions that it can be narrowed to."""

from itertools import groupby

from dash import html

from components.as_of import choice_list, hidden_choices
from components.filters import Filters
from components.inert import Inert
from components.numbers import day
from components.place_card import link
from components.tables import alphabetical
from components.text import say, say_count


def regions(rows: list[dict], choice: Filters) -> html.Div:
    """The list of regions as a form: the address tells which one is chosen."""
    lang = choice.lang
    names = {row["region_code"]: row[f"region_{lang}"] for row in rows if row["region_code"]}
    ordered = alphabetical([{"code": code, f"name_{lang}": name} for code, name in names.items()], lang)
    options = [{"label": say(lang, "controls.all.region"), "value": ""}] + [
        {"label": row[f"name_{lang}"], "value": row["code"]} for row in ordered
    ]
    field = [
        html.Label(say(lang, "controls.facet.region"), htmlFor="facet-region"),
        choice_list(id="facet-region", name="region", options=options, value=choice.region or ""),
    ]
    button = html.Button(say(lang, "controls.apply"), type="submit", className="button without-scripts")
    hidden = hidden_choices(choice, without=("region", "municipality", "page"))
    label = {"aria-label": say(lang, "municipalities.narrow")}
    return html.Div(
        html.Form([*hidden, html.Div(field), button], method="get", action="", **label), className="choices"
    )


def counted(rows: list[dict], choice: Filters) -> str:
    """How many municipalities there were on the day, and what is told of the merged ones."""
    there = [row for row in rows if not _is_former(row, choice)]
    words = say_count(choice.lang, "municipalities.list.answer", count=len(there))
    return words if len(there) == len(rows) else f"{words} {say(choice.lang, 'municipalities.list.former')}"


def _is_former(row: dict, choice: Filters) -> bool:
    return row["valid_to"] is not None and (choice.as_of is None or row["valid_to"] < choice.as_of)


def by_letter(rows: list[dict], choice: Filters) -> Inert:
    """Names under their first letters, in columns."""
    lang = choice.lang
    groups = groupby(alphabetical(rows, lang), key=lambda row: row[f"name_{lang}"][0].upper())
    return Inert(html.Div([_letter(letter, list(named), choice) for letter, named in groups], className="by-letter"))


def _letter(letter: str, rows: list[dict], choice: Filters) -> html.Div:
    return html.Div([html.H3(letter), html.Ul([_entry(row, choice) for row in rows])], className="letter")


def _entry(row: dict, choice: Filters) -> html.Li:
    """One municipality; a merged one with its successor."""
    name = link(choice, row["municipality_code"], row[f"name_{choice.lang}"])
    if not _is_former(row, choice):
        return html.Li(name)
    parts = {"successor": row[f"merged_into_{choice.lang}"], "day": day(choice.lang, row["merged_on"])}
    return html.Li([name, html.Span(say(choice.lang, "municipalities.list.merged", **parts), className="register-sub")])
