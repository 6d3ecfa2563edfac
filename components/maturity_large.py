"""The heatmap of many municipalities and services: one letter a cell, which a script colours."""

from dash import html

from components.heatmap import Head
from components.heatmap_large import LETTERS, heatmap_large, shape_of
from components.maturity_grid import IDENTITY
from components.maturity_view import MaturityView
from components.text import say
from data import catalogue


def grid(view: MaturityView) -> html.Div:
    """Municipality × service as one letter a cell: so many municipalities have a row each, where a name has room."""
    lang, (rows, columns) = view.lang, heads(view)
    place, service = "{row}", "{column}"  # the script puts the names of the cell there
    what = say(lang, "maturity.spoken.pair", place=place, what=service)
    marks = catalogue.current().codes["cell_marks"]
    spoken = {
        str(level): say(lang, "maturity.spoken.level", what=what, level=str(level), name=name)
        for level, name in view.level_names.items()
    }
    spoken |= {
        letter: say(lang, "maturity.spoken.mark", what=what, mark=marks[mark][lang]) for mark, letter in LETTERS.items()
    }
    return heatmap_large(
        IDENTITY,
        rows=rows,
        columns=columns,
        letters=letters_of(view),
        spoken=spoken,
        corner=say(lang, "maturity.grid.place"),
        caption=caption_of(view),
        chooses=("place", "service"),
    )


def heads(view: MaturityView) -> tuple[list[Head], list[Head]]:
    """The headings of a large heatmap: municipalities down, services across."""
    choice, name = view.choice, f"name_{view.lang}"
    rows, columns = (
        [Head(row[code], row[name], href=choice.to_search(**{"view": kind, kind: row[code]})) for row in rows]
        for kind, (code, rows) in zip(("place", "service"), listed(view), strict=True)
    )
    return rows, columns


def caption_of(view: MaturityView) -> str:
    return say(view.lang, "maturity.grid.caption", group=view.group_words())


def letters_of(view: MaturityView) -> str:
    """One letter a cell, row by row, from the letters of each service in the order of the codes of municipalities."""
    by_service = {row["service_code"]: row["letters"] for row in view.rows}
    lines = map("".join, zip(*(by_service[row["service_code"]] for row in view.shown_services), strict=True))
    by_place = dict(zip(sorted(row["place_code"] for row in view.shown_places), lines, strict=True))
    return "".join(by_place[row["place_code"]] for row in view.shown_places)


def painted(view: MaturityView) -> tuple[str, str]:
    """What the script of a large heatmap colours it by: its letters, and which table they are of."""
    keys = [[row[code] for row in rows] for code, rows in listed(view)]
    return letters_of(view), shape_of(*keys, caption_of(view))


def listed(view: MaturityView) -> tuple[tuple[str, list[dict]], ...]:
    """What stands down and across, each with the name of its code."""
    return ("place_code", view.shown_places), ("service_code", view.shown_services)
