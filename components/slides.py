"""The presentation: the panels of a page one at a time, by plain links; `assets/slides.js` adds the keys.

Every panel is in the page at once, and all but one are hidden: once opened, the presentation needs no connection.
"""

from dash import html

from components.filters import Filters
from components.inert import Inert
from components.text import say


def slides(panels: list, choice: Filters, about: str) -> html.Div:
    """The panels as slides; a number past the last shows the last. `about` stands on each: which days are compared."""
    count = len(panels)
    shown = min(choice.slide or 1, count)
    return html.Div(
        [
            _slide(panel, _foot(place, count, choice, about), is_shown=place == shown)
            for place, panel in enumerate(panels, start=1)
        ],
        className="slides",
        id="slides",
    )


def _slide(panel, foot: html.Nav, *, is_shown: bool) -> html.Div:
    return html.Div(
        [panel, Inert(foot)],
        className="slide",
        **({} if is_shown else {"hidden": True}),
    )


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
