"""The map put together: what one answer looks like in one measure and one drawing. Pure functions of rows."""

from dataclasses import dataclass
from functools import cached_property

from dash import html

from components import map_card, map_controls, map_list, map_picture, map_words
from components.filters import Filters
from components.inert import Inert
from components.map_classes import legend, letter, measure_of
from components.panel import empty, head, tools
from components.text import say

KEY, ANSWER = "map.places", "map-answer"


@dataclass(frozen=True)
class MapView:
    """What the parts of the map are drawn from: the answer, the outlines of its day, the classes of the measure.

    `regions` is code -> name in the reader's language; `has_boundaries`: the operator has given some for the day;
    `published` is the answer with the levels of maturity, when that is the measure and there are any: its files are
    the map's files then.
    """

    choice: Filters
    answer: object
    shapes: list[dict]
    limits: list[dict]
    regions: dict[str, str]
    has_boundaries: bool = False
    published: object = None

    @cached_property
    def rows(self) -> list[dict]:
        rows = self.answer.rows()
        levels = {row["place_code"]: row["level"] for row in self.published.rows()} if self.published else {}
        return [{**row, "level": levels.get(row["place_code"])} for row in rows] if levels else rows

    @property
    def measure(self) -> str:
        return measure_of(self.choice)

    @property
    def drawing(self) -> str:
        """The drawing that is shown; the schematic one stands in for boundaries that there are none of."""
        wanted = self.choice.drawing or map_controls.DRAWINGS[0]
        return wanted if wanted != "boundaries" or self.has_boundaries else map_controls.DRAWINGS[0]

    @cached_property
    def letters(self) -> dict[str, str]:
        """Municipality -> the letter of its class."""
        return {row["place_code"]: letter(row, self.measure, self.limits) for row in self.rows if _is_place(row)}

    @cached_property
    def groups(self) -> list:
        return legend("".join(self.letters.values()), self.measure, self.limits, self.choice.lang)

    @property
    def is_empty(self) -> bool:
        """True before the first day whose municipalities are known."""
        return not self.letters or not self.shapes


def _is_place(row: dict) -> bool:
    return row["place_kind"] == "municipality"


def top(view: MapView) -> list:
    """Question, answer in a sentence, coverage is the page's; the empty state when there is nothing to draw."""
    lang = view.choice.lang
    question = say(lang, f"{KEY}.question.{view.measure}")
    parts = head(view.answer, lang, key=KEY, question=question)
    if view.is_empty:
        return [*parts, empty(view.choice)]
    return [
        *parts,
        html.P(map_words.answer(view.rows, view.measure, view.choice), className="answer", id=ANSWER),
    ]


def painted(view: MapView) -> tuple[str, str, str]:
    """What the script colours and speaks with: one letter a municipality, which outlines these are, and its words."""
    if view.is_empty:
        return "", "", "{}"
    since = max(row["valid_from"] for row in view.shapes)
    words = map_words.spoken(view.rows, view.groups, view.measure, view.choice.lang)
    return map_picture.letters_of(view.shapes, view.letters), f"{view.drawing} {since}", words


def over(view: MapView, grants: list[dict]):
    """What lies on the outlines: joint projects, chosen places and names, those with a value first."""
    if view.is_empty:
        return None
    lang = view.choice.lang
    chosen = {"municipality": view.choice.municipality, "region": view.choice.region}
    if view.measure == "role" and view.choice.role == "regional_influencer":
        chosen["city_region"] = next((r["place_code"] for r in view.rows if r["place_kind"] == "city_region"), None)
    told = [row for row in view.rows if _is_place(row) and view.letters[row["place_code"]] not in "uxro"]
    told.sort(key=lambda row: (row["place_code"] != view.choice.municipality, -(row["inhabitants"] or 0)))
    named = [{"code": row["place_code"], "name": row[f"name_{lang}"]} for row in told]
    bordered = {code for code, each in view.letters.items() if each in "ns"}
    drawing = map_picture.overlay(view.shapes, joint=grants, chosen=chosen, named=named, bordered=bordered)
    return Inert(drawing)


def figure(view: MapView, grants: list[dict]) -> html.Figure:
    """The frame of the map: one stop of the tab key, outlines and overlay on each other, buttons to zoom."""
    lang = view.choice.lang
    letters, drawing, words = painted(view)
    names = {row["place_code"]: row[f"name_{lang}"] for row in view.rows if _is_place(row)}
    canvas = map_picture.canvas(view.shapes, letters, names=names, drawing=drawing, words=words)
    about = {"aria-label": say(lang, "map.frame"), "aria-describedby": "map-keys"}
    frame = html.Div(
        [canvas, html.Div(over(view, grants), id="map-over")],
        id="map-frame",
        className="map-frame",
        tabIndex="0",
        role="application",
        **about,
    )
    zoom = [
        html.Button(say(lang, f"map.zoom.{way}"), type="button", className="button button--quiet", **{"data-zoom": way})
        for way in ("in", "out", "whole")
    ]
    status = html.P(id="map-status", className="map-status", role="status")
    named = {} if view.is_empty else {"aria-labelledby": ANSWER}
    return html.Figure([frame, status, html.Div(zoom, className="map-zoom with-scripts")], **named)


def below(view: MapView) -> list:
    """Under the map: what kind of drawing it is, the way to the others, and the legend."""
    if view.is_empty:
        return []
    lang = view.choice.lang
    note = None
    if view.choice.drawing == "boundaries" and not view.has_boundaries:
        note = html.P(say(lang, "map.drawing.missing"), className="note")
    caption = html.P(map_words.caption(view.rows, view.measure, view.drawing, lang), className="map-caption")
    switch = map_controls.drawing_switch(view.choice, view.drawing, has_boundaries=view.has_boundaries)
    shown = [note, caption, switch, map_words.legend(view.groups, view.measure, lang)]
    return [each for each in shown if each is not None]


def side(view: MapView, grants: list[dict]) -> list:
    """Beside the map: the card of the chosen municipality and the list in step with the map."""
    if view.is_empty:
        return []
    code = view.choice.municipality
    row = next((each for each in view.rows if _is_place(each) and each["place_code"] == code), None)
    own = [each for each in grants if code and code in (each["municipality_codes"] or "").split()]
    card = map_card.card(row, own, view.choice, view.regions)
    return [card, map_list.beside(view.rows, view.choice, view.measure, view.letters)]


def foot(view: MapView):
    """The tools of the panel, with every place of the map as a sortable table."""
    if view.is_empty:
        return None
    lang = view.choice.lang
    return tools(
        view.published or view.answer,
        view.choice,
        key=KEY,
        question=say(lang, f"{KEY}.question.{view.measure}"),
        twin=map_list.twin(view.rows, view.choice, view.regions),
        is_drawn=True,
    )


def not_named(answer, choice: Filters) -> list:
    """The register when the chosen municipality is not in it: not named is not the same as not having taken part."""
    lang = choice.lang
    everybody = html.A(say(lang, "map.participants.all"), href=choice.to_search(municipality=None) or "?")
    words = html.Div([html.P(say(lang, "map.participants.not_named")), everybody], className="empty")
    return [*head(answer, lang, key="map.participants"), words]
