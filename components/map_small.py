"""The small map of the front page: the outlines of the map page coloured by awards, a picture that leads there."""

from dash import html

from components import map_picture
from components.filters import Filters
from components.map_classes import MEASURES, letter
from components.text import say, say_count

STEPS = set("12345")


def small_map(rows: list[dict], shapes: list[dict], limits: list[dict], choice: Filters) -> html.Figure | None:
    """Municipalities by what was awarded, with what kind of map it is and the way to the whole one; None without any.

    `rows` are of measures_by_place, `shapes` of shapes_by_place on that day, `limits` of the classes of awards.
    """
    lang = choice.lang
    by_code = {
        row["place_code"]: letter(row, MEASURES[0], limits) for row in rows if row["place_kind"] == "municipality"
    }
    if not shapes or not STEPS & set(by_code.values()):
        return None
    since = max(row["valid_from"] for row in shapes)
    letters = map_picture.letters_of(shapes, by_code)
    canvas = map_picture.canvas(shapes, letters, names={}, drawing=f"schematic {since}", words="{}")
    whole = html.A(say(lang, "map.small.open"), href=f"/{lang}/{say(lang, 'map.slug')}{choice.to_search()}")
    told = say(lang, "map.small.caption", year=str(rows[0]["division_on"].year))
    count = sum(each in STEPS for each in by_code.values())
    named = {"aria-label": say_count(lang, "map.small.told", count=count)}
    return html.Figure([canvas, html.Figcaption([told, " ", whole])], className="small-map", **named)
