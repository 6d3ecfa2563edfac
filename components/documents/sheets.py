"""The sheets of a pack, before any kind of workbook: what the first one says, and the typed columns of each figure."""

from dataclasses import dataclass
from datetime import date

from components.documents import words
from components.documents.model import Figure, Pack
from components.downloads.columns import FileColumn, columns_of
from components.filters import LANGUAGES
from components.text import say


@dataclass(frozen=True)
class Sheet:
    """A data sheet: its name, what it answers, and its columns with exact values."""

    name: str
    question: str
    message: str
    columns: tuple[FileColumn, ...]
    is_example: bool


def sheets(pack: Pack) -> list[Sheet]:
    """One sheet for each figure: the rows of its answer, as they came."""
    return [
        Sheet(
            name=say(pack.lang, f"pack.sheet.{figure.code}"),
            question=figure.question,
            message=figure.message or "",
            columns=_columns(figure, pack.lang),
            is_example=figure.is_example,
        )
        for figure in pack.figures
    ]


def _columns(figure: Figure, lang: str) -> tuple[FileColumn, ...]:
    """The columns of the answer; of those that stand in three languages, the reader's own.

    Of example data the last column says so on every row, which stays with the rows that somebody filters and copies.
    """
    found = columns_of(figure.answer, lang=lang, with_labels=True)
    others = tuple(f"_{each}" for each in LANGUAGES if each != lang)
    stamp = FileColumn(
        "file_is_example", "text", None, say(lang, "site.stamp.word"), (words.stamp(lang),) * len(figure.answer.records)
    )
    return (*(each for each in found if not each.name.endswith(others)), *([stamp] if figure.is_example else []))


def explanation(pack: Pack) -> list[tuple[str, str | date]]:
    """What the first sheet says: a label and a value on each line, the day first."""
    lang = pack.lang

    def line(key: str, value) -> tuple[str, str | date]:
        return say(lang, f"downloads.{key}"), value

    stamp = [line("example", words.stamp(lang))] if any(each.is_example for each in pack.figures) else []
    until = [line("data_until", pack.data_until)] if pack.data_until else []
    return [
        line("as_of", pack.as_of),
        *([line("reconstructed", pack.reconstructed)] if pack.reconstructed else []),
        line("known_by", pack.known_by or say(lang, "downloads.latest")),
        *stamp,
        line("choices", pack.choices),
        line("compared", pack.compared),
        line("release", pack.release_id),
        (say(lang, "pack.fingerprint_label"), pack.fingerprint),
        *until,
        line("empty_cell", say(lang, "downloads.empty_cell_means")),
        *((say(lang, "pack.summary"), each) for each in pack.opening),
        *(
            line("source", " · ".join(each[part] for part in ("label", "title", "publisher", "url") if each[part]))
            for each in pack.sources
        ),
        (say(lang, "pack.fingerprint_label"), say(lang, "pack.check")),
    ]
