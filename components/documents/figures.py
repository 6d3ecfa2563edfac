"""The figures of a pack: each asks its questions and shows them as its page does; the agenda chooses among them."""

from collections.abc import Iterable, Mapping

from components.documents import meeting, programme
from components.documents.model import Figure, Grid
from components.documents.plain import grid_of, lines_of, text_of
from components.documents.shown import Shown
from components.filters import Filters
from components.numbers import number
from components.sources import in_order, number_of
from components.text import say
from data import catalogue

# Every figure in the order of a pack without an agenda.
AGENDA: dict[str, Shown] = {**meeting.FIGURES, **programme.FIGURES}


def contents_for(panel_codes: Iterable[str | None]) -> tuple[str, ...]:
    """The figures that an agenda chooses, in its order: what the panels of its items show, the agenda itself first."""
    chosen = [code for panel in panel_codes for code, shown in AGENDA.items() if shown.shows(panel)]
    return tuple(dict.fromkeys(["agenda", *chosen])) if chosen else tuple(AGENDA)


def figures(answers: Mapping, contents: tuple[str, ...], choice: Filters) -> tuple[Figure, ...]:
    """The chosen figures; `answers` is question -> answer. One that has nothing to say is left out."""
    rows = {name: answer.rows() for name, answer in answers.items()}
    found = [(code, AGENDA[code], answers[AGENDA[code].questions[0]]) for code in contents]
    return tuple(
        _figure(code, shown, main, rows, choice) for code, shown, main in found if main.records or shown.tells_none
    )


def _figure(code: str, shown: Shown, main, rows: Mapping, choice: Filters) -> Figure:
    lang = choice.lang
    said, noted = shown.message(rows, choice), [shown.note(rows, choice), _cut(shown, main, lang)]
    listed = {**rows, shown.questions[0]: rows[shown.questions[0]][: shown.most]}
    grid = grid_of(shown.table(listed, choice)) if main.records else Grid("", (), ())
    return Figure(
        code=code,
        question=say(lang, f"{shown.key}.question"),
        message=text_of(said) or None,
        notes=tuple(line for each in noted for line in lines_of(each)),
        calculation=say(lang, f"{shown.key}.calculation"),
        grid=grid,
        chart=shown.chart(rows, choice) if main.records else None,
        answer=main,
        sources=tuple(
            (number_of(each), catalogue.current().sources[each].labels[lang]) for each in in_order(main.source_ids)
        ),
        brief=_brief(shown, rows, len(grid.rows)),
    )


def _brief(shown: Shown, rows: Mapping, count: int) -> tuple[int, ...] | None:
    """Which rows slides show of a table of `count` rows; None when they show them all."""
    chosen = shown.brief(rows) if count else None
    return None if chosen is None else tuple(place for place in chosen if place < count)


def _cut(shown: Shown, main, lang: str) -> str | None:
    """That a list is longer than what paper has of it; None when it is whole."""
    if shown.most is None or len(main.records) <= shown.most:
        return None
    return say(lang, "pack.cut", shown=number(lang, shown.most), rows=number(lang, len(main.records)))
