"""The meeting pack: which questions it asks, and its files under /api/v1/pack.<form>. It has no address of a page.

The answers are those of the pages (`queries.run`); what becomes of them is decided in `components.documents`.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import queries
from components import front_words
from components.as_of import latest_day
from components.brief import QUESTIONS as BRIEF
from components.brief import brief
from components.documents.figures import AGENDA, contents_for, figures
from components.documents.fingerprint import fingerprint, recipe
from components.documents.meeting import DECISIONS, MEASURES
from components.documents.model import Pack
from components.documents.shown import BOTH_DAYS, DECIDED, TABLE, THEN
from components.downloads.explanation import choices_sentence, told_source
from components.filters import Filters
from components.meeting_days import words as told_days
from components.notices import reconstructed
from components.pack_links import TAKEN
from components.sources import in_order, number_of
from components.text import say
from pages import ask
from pages.files import names_of
from pages.meetings import between, days_of, later_of, milestones

CONTENTS = tuple(AGENDA)
_OPENING = (*BRIEF, "programmes_by_code")


def compose(choice: Filters, contents: tuple[str, ...] | None = None) -> Pack:
    """The pack of some choices: the questions asked once, and everything that is the same in all its forms.

    `contents` are codes of figures (CONTENTS), in the order in which they come; None = as the meeting's agenda has
    them. The release must be pinned.
    """
    choice = replace(Filters(lang=choice.lang), **{name: getattr(choice, name) for name in TAKEN})
    release, dated = queries.release(), between(choice)
    made_by = recipe(_written(choice, contents, release.id))
    contents = contents or _of_agenda(dated)
    answers = _answers([*_OPENING, *(name for code in contents for name in AGENDA[code].questions)], choice, dated)
    shown = figures(answers, contents, dated)
    params = choice.for_question(("programme", "joint"))
    later = later_of(choice)
    return Pack(
        lang=choice.lang,
        as_of=dated.as_of,
        known_by=choice.known_by,
        release_id=release.id,
        data_until=release.data_until,
        choices=choices_sentence(params, lang=choice.lang, names=names_of(params, lang=choice.lang)),
        compared=say(choice.lang, "meeting.compare.days", **told_days(choice, days_of(choice))),
        reconstructed=reconstructed(choice, later),
        opening=_opening(answers, latest_day(milestones(choice), release), choice),
        figures=shown,
        sources=_sources(shown, choice.lang),
        fingerprint=fingerprint(made_by, answers.values()),
        recipe=made_by,
    )


def _of_agenda(dated: Filters) -> tuple[str, ...]:
    """What the agenda of the meeting chooses; everything when there was no meeting yet."""
    return contents_for(row["panel_code"] for row in ask("agenda_by_item", dated).rows())


def _answers(names: Iterable[str], choice: Filters, dated: Filters) -> dict:
    """Question -> answer; with decisions among them also the key figures of each day that a decision names."""
    found = {name: _answer(name, choice, dated) for name in dict.fromkeys(names)}
    decided = found[DECISIONS].rows() if DECISIONS in found else []
    days = sorted({row["figure_as_of"] for row in decided if row["figure_as_of"]})
    return found | {f"{DECIDED}{on}": ask(MEASURES, choice, as_of=on) for on in days}


def _answer(name: str, choice: Filters, dated: Filters):
    """One answer, asked of the days that the start of its name tells."""
    if name.startswith(TABLE):
        return queries.table(name.removeprefix(TABLE))
    if name.startswith(THEN):
        return ask(name.removeprefix(THEN), choice, as_of=dated.since or date.min)
    if name.startswith(BOTH_DAYS):
        return ask(name.removeprefix(BOTH_DAYS), dated)
    return ask(name, choice)


def _sources(shown: tuple, lang: str) -> tuple[dict, ...]:
    """Every source of the figures with its number."""
    ids = in_order({each for figure in shown for each in figure.answer.source_ids})
    return tuple({**told_source(each, lang), "number": number_of(each)} for each in ids)


def _written(choice: Filters, contents: tuple[str, ...] | None, release_id: str) -> dict[str, str]:
    """Everything that decides what is in the pack, as text; without contents the agenda of the release decides."""
    chosen = {"contents": ",".join(contents)} if contents else {}
    return {**choice.written(), "release": release_id, "lang": choice.lang, **chosen}


def _opening(answers: dict, latest: date, choice: Filters) -> tuple[str, ...]:
    """The day, then the brief: the same sentences as on the site. `latest`: the latest day of the data."""
    rows = {name: answers[name].rows() for name in _OPENING}
    when = front_words.when_of(rows["programmes_by_code"], latest, choice)
    return (when, *(each.text for each in brief(rows, latest, choice)))
