"""The meeting pack: which questions it asks, and its files under /api/v1/pack.<form>. It has no address of a page.

The answers are those of the pages (`queries.run`); what becomes of them is decided in `components.documents`.
"""

from dataclasses import replace

import queries
from components import front_words
from components.as_of import latest_day
from components.brief import QUESTIONS as BRIEF
from components.brief import brief
from components.documents.figures import AGENDA, figures
from components.documents.fingerprint import fingerprint, recipe
from components.documents.model import Pack
from components.downloads.explanation import choices_sentence, told_source
from components.filters import Filters
from components.sources import in_order, number_of
from pages import ask
from pages.files import names_of

CONTENTS = tuple(AGENDA)
TAKEN = ("as_of", "known_by", "joint", "programme", "release")
_OPENING = (*BRIEF, "programmes_by_code")


def compose(choice: Filters, contents: tuple[str, ...] = CONTENTS) -> Pack:
    """The pack of some choices: the questions asked once, and everything that is the same in all its forms.

    `contents` are codes of the agenda (CONTENTS), in the order in which they come. The release must be pinned.
    """
    choice = replace(Filters(lang=choice.lang), **{name: getattr(choice, name) for name in TAKEN})
    release, lang = queries.release(), choice.lang
    asked = dict.fromkeys([*_OPENING, *(name for code in contents for name in AGENDA[code].questions)])
    answers = {name: ask(name, choice) for name in asked}
    latest = latest_day(ask("milestones_by_date", choice, as_of=None, known_by=None).rows(), release)
    made_by = recipe(_written(choice, contents, release.id))
    shown = figures(answers, contents, choice)
    ids = in_order({each for figure in shown for each in figure.answer.source_ids})
    params = choice.for_question(("programme", "joint"))
    return Pack(
        lang=lang,
        as_of=choice.as_of or latest,
        known_by=choice.known_by,
        release_id=release.id,
        data_until=release.data_until,
        choices=choices_sentence(params, lang=lang, names=names_of(params, lang=lang)),
        opening=_opening(answers, latest, choice),
        figures=shown,
        sources=tuple({**told_source(each, lang), "number": number_of(each)} for each in ids),
        fingerprint=fingerprint(made_by, answers.values()),
        recipe=made_by,
    )


def _written(choice: Filters, contents: tuple[str, ...], release_id: str) -> dict[str, str]:
    """Everything that decides what is in the pack, as text."""
    return {**choice.written(), "release": release_id, "lang": choice.lang, "contents": ",".join(contents)}


def _opening(answers: dict, latest, choice: Filters) -> tuple[str, ...]:
    """The day, then the brief: the same sentences as on the site."""
    rows = {name: answers[name].rows() for name in _OPENING}
    when = front_words.when_of(rows["programmes_by_code"], latest, choice)
    return (when, *(each.text for each in brief(rows, latest, choice)))
