"""What a file says about itself: question, dates, choices, release, sources, licence and how it was computed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from components.sources import known_until
from components.text import say, words
from data import catalogue

LICENCE = "CC-BY-4.0"
TIMES = ("as_of", "known_by")
_LISTS = {"status": "grant_statuses", "joint": "joint_modes", "release": None}


@dataclass(frozen=True)
class Explanation:
    """Everything a reader of the file needs to judge it; texts are in the reader's language, dates are dates."""

    lang: str
    question: str
    title: str
    params: Mapping
    choices: str
    release_id: str
    data_until: date | None
    tables: tuple[str, ...]
    sources: tuple[Mapping, ...]
    licence: str
    is_example: bool
    is_reconstructed: bool
    sql: str

    def meta(self) -> dict:
        """The same as plain values, dates in ISO form, for JSON and Parquet."""
        return {
            "question": self.question,
            "title": self.title,
            "lang": self.lang,
            "params": {name: _plain(value) for name, value in self.params.items()},
            "choices": self.choices,
            "release": self.release_id,
            "data_until": _plain(self.data_until),
            "kind": "example" if self.is_example else "real",
            "is_reconstructed": self.is_reconstructed,
            "tables": list(self.tables),
            "sources": [dict(source) for source in self.sources],
            "licence": self.licence,
            "sql": self.sql,
        }


def explain(
    answer,
    *,
    lang: str,
    names: Mapping[tuple[str, str], str],
    title: str | None = None,
    later: Collection[str] = (),
) -> Explanation:
    """The explanation of an answer. `names` has the names of places and programmes by (choice, code).

    `later`: tables with facts of the chosen day that became known after it; an answer that reads one is reconstructed.
    """
    known = catalogue.current()
    licences = sorted({known.tables[name].licence for name in answer.tables if name in known.tables} - {""})
    return Explanation(
        lang=lang,
        question=answer.question,
        title=title or title_of(answer.question, lang),
        params=dict(answer.params),
        choices=choices_sentence(answer.params, lang=lang, names=names),
        release_id=answer.release_id,
        data_until=known_until(answer.source_ids) or answer.data_until,
        tables=tuple(answer.tables),
        sources=tuple(told_source(each, lang) for each in known.sources if each in set(answer.source_ids)),
        licence=", ".join(licences) or LICENCE,
        is_example=answer.is_example,
        is_reconstructed=not set(later).isdisjoint(answer.tables),
        sql=answer.sql,
    )


def title_of(question: str, lang: str) -> str:
    """What a question asks or a table holds, in the reader's language; its own name when nobody has written that."""
    tables = catalogue.current().tables
    if question in tables:
        return tables[question].headings[lang]
    key = f"downloads.question.{question}"
    return say(lang, key) if key in words() else question


def asks(question: str, lang: str) -> str:
    """What the answer to a question is: the question as a sentence, and what one row of it is."""
    return say(lang, f"answers.{question}.question")


def takes(question: str, parameter: str, lang: str) -> str:
    """What a choice does in a question: in its own words where it means something else there than elsewhere."""
    own = f"answers.{question}.{parameter}"
    return say(lang, own if own in words() else f"interface.parameter.{parameter}")


def choices_sentence(params: Mapping, *, lang: str, names: Mapping[tuple[str, str], str]) -> str:
    """The choices in force, `Teema: … · Kunta: …`; dates are told elsewhere."""
    parts = [
        f"{_choice(name, lang)}: {names.get((name, value)) or _word(name, value, lang)}"
        for name, value in params.items()
        if value is not None and name not in TIMES
    ]
    return " · ".join(parts) or say(lang, "downloads.no_choices")


def _choice(name: str, lang: str) -> str:
    """What a choice is called."""
    facets = catalogue.current().codes.get("facets", {})
    if name in facets:
        return facets[name][lang]
    key = f"downloads.choice.{name}"
    return say(lang, key) if key in words() else name


def _word(name: str, value, lang: str) -> str:
    """What a chosen code means; the code itself when it has no list."""
    known = catalogue.current()
    column = known.columns.get(f"{name}_code")
    listed = known.codes.get(_LISTS.get(name) or (column.codes if column else None) or "", {})
    return listed[value][lang] if value in listed else str(value)


def told_source(source_id: str, lang: str) -> dict:
    """One source document as a file tells it."""
    source = catalogue.current().sources[source_id]
    return {
        "id": source_id,
        "label": source.labels[lang],
        "title": source.title,
        "publisher": source.publisher,
        "published": _plain(source.published_latest),
        "url": source.url,
        "licence": source.licence,
    }


def _plain(value):
    """A date as ISO text; anything else as it is."""
    return value.isoformat() if isinstance(value, date) else value
