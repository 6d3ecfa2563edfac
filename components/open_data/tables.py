"""The tables of a release as its descriptions tell them: the catalogue's words beside what this release has."""

from collections.abc import Callable, Mapping
from datetime import date

from components.open_data import FileMark, Span, Told
from data import catalogue

# When something became known is not the time that a row speaks of.
NOT_SPOKEN_OF = ("known_since",)


def told_tables(
    release,
    *,
    since: Mapping[str, date],
    span: Callable[[str], Span],
    mark: Callable[[str, str], FileMark],
) -> list[Told]:
    """Every table of the release that the catalogue describes, by name.

    `since`: the day since which each is as it is; `span`: the first and last day that a table speaks of; `mark`: the
    length and hash of the file of a table in a form.
    """
    described = catalogue.current().tables
    return [
        _told(described[name], file, since.get(name), span, mark)
        for name, file in sorted(release.tables.items())
        if name in described
    ]


def _told(table, file, changed_on: date | None, span, mark) -> Told:
    return Told(
        table=table,
        rows=file.rows,
        kind=file.kind,
        licence=file.licence,
        sources=tuple(source for source in file.sources if source in catalogue.current().sources),
        changed_on=changed_on,
        span=lambda: span(table.name),
        mark=lambda form: mark(table.name, form),
    )


def span_of(answer) -> Span:
    """The first and the last day that the dates and years of a table's rows speak of; None when they speak of none."""
    days = []
    for place, column in enumerate(answer.columns):
        values = [record[place] for record in answer.records if record[place] is not None]
        if column.unit == "date" and column.name not in NOT_SPOKEN_OF:
            days += [value for value in values if isinstance(value, date)]
        elif column.unit == "year":
            days += [end for year in values for end in (date(year, 1, 1), date(year, 12, 31))]
    return min(days, default=None), max(days, default=None)
