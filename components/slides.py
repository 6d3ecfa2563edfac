"""The presentation: the panels of a page one at a time, by plain links; `assets/slides.js` adds the keys.

Every panel is in the page at once, and all but one are hidden: once opened, the presentation needs no connection.
"""

from dash import dcc, html

from components.filters import Filters
from components.inert import Inert
from components.text import say

FITS = 8  # rows of a table that a screen shows whole


def slides(panels: list[tuple], choice: Filters, about: str) -> html.Div:
    """The panels as slides, each with its item of the agenda (a row, or None); a number past the last shows the last.

    `about` stands on each slide: which days are compared.
    """
    count = len(panels)
    shown = min(choice.slide or 1, count)
    return html.Div(
        [
            _slide(
                [*_item(item, choice.lang), panel],
                _foot(place, count, choice, " ".join([about, *_rows(panel, choice.lang)])),
                is_shown=place == shown,
            )
            for place, (panel, item) in enumerate(panels, start=1)
        ],
        className="slides",
        id="slides",
    )


def _item(item: dict | None, lang: str) -> list:
    """The number and the name of the item of the agenda, over its panel."""
    if item is None:
        return []
    told = {"number": str(item["item_number"]), "name": item[f"name_{lang}"]}
    return [html.P(say(lang, "meeting.slides.item", **told), className="slide-item")]


def _rows(panel, lang: str) -> list:
    """How many rows the longest table of a panel has, when a screen may cut it; what is closed up is not counted."""
    count = max((_count(each) for each in _open(panel) if isinstance(each, html.Tbody)), default=0)
    return [say(lang, "meeting.slides.rows", count=str(count))] if count > FITS else []


def _open(node):
    """A component and all in it, without what is closed up."""
    if isinstance(node, (list, tuple)):
        for each in node:
            yield from _open(each)
    elif hasattr(node, "_traverse") and not isinstance(node, html.Details):
        yield node
        yield from _open(getattr(node, "children", None))


def _count(body: html.Tbody) -> int:
    return len(body.children) if isinstance(body.children, list) else 1


def _slide(parts: list, foot: html.Nav, *, is_shown: bool) -> html.Div:
    return html.Div(
        [*map(_whole, parts), Inert(foot)],
        className="slide",
        **({} if is_shown else {"hidden": True}),
    )


def _whole(part):
    """A part without a figure as one component: twenty panels are in the page at once."""
    is_drawn = any(isinstance(each, dcc.Graph) for each in part._traverse())
    return part if is_drawn else Inert(part)


def _foot(place: int, count: int, choice: Filters, about: str) -> html.Nav:
    """Back, "2 / 6", on, full screen and the way out."""
    lang = choice.lang

    def step(key: str, to: int):
        text = say(lang, f"meeting.slides.{key}")
        if not 1 <= to <= count:
            return html.Span(text, className="slide-step", **{"aria-disabled": "true"})
        return html.A(text, href=choice.to_search(slide=to), className="slide-step", **{"data-slide": str(to)})

    progress = say(lang, "meeting.slides.progress", place=str(place), count=str(count))
    full = html.Button(
        say(lang, "meeting.slides.full"),
        type="button",
        className="slide-step with-scripts",
        **{"data-full-screen": "true"},
    )
    parts = [
        step("back", place - 1),
        html.Span(progress, className="slide-progress", **{"aria-current": "step"}),
        step("on", place + 1),
        html.Span(about, className="slide-about"),
        full,
        html.A(say(lang, "meeting.slides.end"), href=choice.to_search(slide=None) or "?", className="slide-step"),
    ]
    return html.Nav(parts, className="slide-foot", **{"aria-label": say(lang, "meeting.slides.label")})
