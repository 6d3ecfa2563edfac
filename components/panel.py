"""A panel: one question as its heading, the answer in a sentence, the picture, its table, sources, SQL and files."""

from dataclasses import replace

import flask
from dash import html

from components.calculation import calculated
from components.filters import Filters
from components.inert import Inert, still
from components.numbers import day
from components.panel_files import files
from components.sources import known_until, origin, source_line
from components.text import say


def panel(
    answer,
    *,
    choice: Filters,
    key: str,
    table,
    sentence=None,
    state=None,
    picture=None,
    note=None,
    before=None,
    calculation: str | None = None,
    is_drawn: bool = False,
    is_quiet: bool = False,
    has_picture_file: bool = True,
) -> list:
    """The children of a panel's section. `key` is its text key (`<page>.<panel>`); without a picture the table shows.

    `calculation`: the formula in words, where it is not the text key's own.
    `is_drawn`: the picture is our own SVG, which stays without scripts.
    `is_quiet`: another panel of the page already says that there is nothing.
    `has_picture_file`: the picture can be saved as PNG and SVG; a list or cards in its place cannot.
    An answer without rows gives the empty state: one sentence of why and one link of what to do.
    """
    top = head(answer, choice.lang, key=key)
    if not answer.records:
        return [] if is_quiet else [*top, empty(choice)]
    shown = [picture] if picture is not None else [table]
    said = Inert(html.P(sentence, className="answer", id=f"{_identity(key)}-answer")) if sentence else None
    _name(picture, f"{_identity(key)}-{'answer' if sentence else 'question'}")
    lines = [said, state, before, *shown, note]
    twin = None if picture is None else table
    foot = tools(
        answer,
        choice,
        key=key,
        twin=twin,
        calculation=calculation,
        is_drawn=is_drawn,
        has_picture=twin is not None and has_picture_file,
    )
    return still([*top, *[line for line in lines if line is not None], foot])


def _name(picture, identity: str) -> None:
    """A figure has what says its message as its name: the answer of its panel, or the question when there is none."""
    if isinstance(picture, html.Figure):
        setattr(picture, "aria-labelledby", identity)


def head(answer, lang: str, *, key: str, question: str | None = None) -> list:
    """The top of a panel: its question (the text key's, or one that depends on a choice) and the stamp of examples."""
    heading = html.H2(question or say(lang, f"{key}.question"), id=f"{_identity(key)}-question")
    return [heading, *stamp(lang, answer.is_example)]


def tools(
    answer,
    choice: Filters,
    *,
    key: str,
    question: str | None = None,
    twin=None,
    calculation: str | None = None,
    is_drawn: bool = False,
    has_picture: bool = False,
    filed: str | None = None,
) -> Inert:
    """The foot of a panel: its table twin, how it was computed, its files, the link to this view, its sources.

    `filed`: the question whose files are offered, with the same parameters, when a picture has an answer of its own.
    """
    lang, identity = choice.lang, _identity(key)
    asked = question or say(lang, f"{key}.question")
    formula = calculation or say(lang, f"{key}.calculation")
    details = [
        _disclosure(say(lang, "panel.calculation"), calculated(answer, choice, formula), f"{identity}-sql"),
    ]
    if twin is not None:
        details.insert(
            0, _disclosure(say(lang, "panel.table"), twin, f"{identity}-table", None if is_drawn else "twin")
        )
    parts = [
        *details,
        files(
            replace(answer, question=filed, cube=()) if filed else answer,
            choice,
            asked,
            has_picture=has_picture,
            identity=identity,
        ),
        _link(lang, identity, asked),
        _share(choice, identity, asked),
        origin([*source_line(lang, answer.source_ids), _until(lang, answer)], answer.source_ids),
    ]
    return Inert(html.Div(parts, className="tools"))


def _link(lang: str, identity: str, question: str) -> html.A:
    """The link to this very panel, named by its question."""
    label = {"aria-label": say(lang, "panel.link_of", question=question)}
    return html.A(say(lang, "panel.link"), href=f"#{identity}", className="copy-link", **label)


def _share(choice: Filters, identity: str, question: str) -> html.A:
    """The way to what can be taken along of the panel; `data-leave` makes it a new page."""
    label = {"aria-label": say(choice.lang, "panel.share_of", question=question), "data-leave": "true"}
    return html.A(
        say(choice.lang, "panel.share"), href=choice.to_search(share=identity), className="share-link", **label
    )


def _identity(key: str) -> str:
    """The anchor of a panel: its text key as an id."""
    return key.replace(".", "-").replace("_", "-")


def section(identity: str, children: list) -> html.Section:
    """The place of a panel on its page; `identity` is its anchor and the output of its callback."""
    return html.Section(children, id=identity, className="panel", **{"aria-labelledby": f"{identity}-question"})


def stamp(lang: str, is_example: bool) -> list:
    """The violet stamp of example data; nothing for real data."""
    if not is_example:
        return []
    words = [html.Strong(say(lang, "site.stamp.word")), " ", say(lang, "site.stamp.reason")]
    return [html.P(words, className="stamp")]


def empty(choice: Filters) -> html.Div:
    """The empty state: why there is nothing, and the way out."""
    day = "known_by" if choice.known_by else "as_of" if choice.as_of else None
    why = f"panel.empty.{day}" if day else "panel.empty.title"
    way_out = html.A(say(choice.lang, "panel.empty.reset"), href=reset(choice))
    return html.Div([html.P(say(choice.lang, why)), way_out], className="empty")


def failed(choice: Filters) -> list:
    """What stands in the place of a panel that could not be drawn: no detail, and the way to try again."""
    flask.g.has_failed = True
    again = html.A(say(choice.lang, "panel.error.again"), href=choice.to_search() or "?")
    return [html.Div([html.P(say(choice.lang, "panel.error.title")), again], className="empty", role="alert")]


def reset(choice: Filters) -> str:
    """The address of the same page without any restriction."""
    return Filters(lang=choice.lang, release=choice.release).to_search() or "?"


def _disclosure(summary: str, content, identity: str, classes: str | None = None) -> html.Details:
    return html.Details([html.Summary(summary), content], id=identity, className=classes)


def _until(lang: str, answer) -> str:
    """`· tiedot 31.3.2019`: when the latest of the answer's sources was published."""
    until = known_until(answer.source_ids)
    return " · " + say(lang, "panel.until", day=day(lang, until)) if until else ""
