"""The heatmaps of digital maturity over time: one municipality's services, or one service's municipalities."""

from datetime import date

from dash import html

from components.heatmap import Cell, Head, heatmap
from components.maturity_grid import IDENTITY, cell, sections_of
from components.maturity_view import MaturityView
from components.numbers import day
from components.text import say


def over_time(view: MaturityView) -> html.Div:
    """One place's services, or one service's places, as they stood at the end of each quarter."""
    choice, lang, is_place = view.choice, view.lang, view.view == "place"
    kind, other = ("service", "place") if is_place else ("place", "service")
    listed = view.shown_services if is_place else view.shown_places
    rows = [
        Head(
            row[f"{kind}_code"],
            row[f"name_{lang}"],
            href=choice.to_search(**{"view": kind, "place": None, "service": None, kind: row[f"{kind}_code"]}),
        )
        for row in listed
    ]
    days = quarters([row["assessed_on"] for row in view.rows])
    columns = [Head(each.isoformat(), day(lang, each)) for each in days]
    cells = {}
    for head in rows:
        own = [row for row in view.rows if row[f"{kind}_code"] == head.key]
        for each in days:
            latest = next((row for row in reversed(own) if row["assessed_on"] <= each), None)
            if latest:
                cells[(head.key, each.isoformat())] = _cell_of_day(view, latest, head, each, is_last=each == days[-1])
    about = view.name(other, getattr(choice, other))
    return heatmap(
        IDENTITY,
        rows=rows,
        columns=columns,
        cells=cells,
        corner=say(lang, f"maturity.grid.{kind}"),
        caption=say(lang, "maturity.grid.over_time", what=about),
        sections=sections_of(view) if is_place else None,
    )


def _cell_of_day(view: MaturityView, row: dict, head: Head, on: date, *, is_last: bool) -> Cell:
    spoken = say(view.lang, "maturity.spoken.day", what=head.label, day=day(view.lang, on))
    choice = view.choice
    is_chosen = is_last and (choice.place, choice.service) == (row["place_code"], row["service_code"])
    to = choice.to_search(place=row["place_code"], service=row["service_code"])
    return cell(view, row, spoken=spoken, href=to, is_chosen=is_chosen)


def quarters(days: list[date]) -> list[date]:
    """The last day of each quarter in which there are assessments, and of those between; at most the last twelve."""
    if not days:
        return []
    first, last = min(days), max(days)
    numbers = range(first.year * 4 + (first.month - 1) // 3, last.year * 4 + (last.month - 1) // 3 + 1)
    return [date((each + 1) // 4, (each + 1) % 4 * 3 + 1, 1) - date.resolution for each in numbers][-12:]
