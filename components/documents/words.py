"""What every document says of itself and of a figure, in the reader's language."""

from components.documents.model import Chart, Figure, Pack
from components.numbers import day
from components.text import say


def identity(pack: Pack) -> list[str]:
    """What each page prints: the day, whether it is reconstructed, what was known, the release and the fingerprint."""
    known = [say(pack.lang, "pack.known_by", day=day(pack.lang, pack.known_by))] if pack.known_by else []
    as_of = "pack.as_of_reconstructed" if pack.reconstructed else "pack.as_of"
    return [
        say(pack.lang, as_of, day=day(pack.lang, pack.as_of)),
        *known,
        say(pack.lang, "pack.release", release=pack.release_id),
        say(pack.lang, "pack.fingerprint", fingerprint=pack.fingerprint),
    ]


def title(figure: Figure) -> str:
    """The message of a figure; its question when no sentence can be said."""
    return figure.message or figure.question


def sources(figure: Figure, lang: str) -> str:
    """The sources of a figure by number and label, on one line."""
    return " · ".join(say(lang, "pack.source", number=str(number), label=label) for number, label in figure.sources)


def instead_of_chart(chart: Chart, lang: str) -> str:
    """The chart in words: every mark with its number."""
    values = "; ".join([*(f"{mark.label}: {mark.text}" for mark in chart.marks), *chart.limits])
    return say(lang, "pack.chart", name=chart.name, values=values)


def stamp(lang: str) -> str:
    """The words of the stamp of example data."""
    return f"{say(lang, 'site.stamp.word')} · {say(lang, 'site.stamp.reason')}"
