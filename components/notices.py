"""What a reader must know before reading a page: bad choices, an older or stale release, facts learned later."""

from dash import html

from components.filters import DATES, Filters
from components.numbers import day
from components.text import say, say_count, words


def notices(choice: Filters, status, later=()) -> list:
    """What the reader must know before reading: bad choices in the address, an older release, a stale one.

    `status` is `queries.status()`. `later`: how many facts of the chosen day became known after it, by table: then the
    page is a reconstruction.
    """
    found = []
    if choice.problems:
        found.append(_notice(say(choice.lang, "site.notice.problems", keys=_named(choice))))
    if choice.release:
        found.append(_lasting(choice, status["release_id"]))
    elif status["state"] == "stale":
        found.append(_notice(say(choice.lang, "site.notice.stale")))
    return [*found, *_notice_of_later(choice, later)]


def _named(choice: Filters) -> str:
    """The choices that were not understood: as the lists on the page call them, and as the address does."""
    return ", ".join(_name(choice.lang, name) for name in choice.problems)


def _name(lang: str, name: str) -> str:
    if name in DATES:
        return say(lang, "site.notice.problem_day", name=name)
    key = f"controls.facet.{name}"
    return f"{say(lang, key)} ({name})" if key in words() else name


def _lasting(choice: Filters, current: str | None) -> html.Div:
    """That a lasting link is shown; when the data have changed since, what has changed and the way to the newest."""
    lang = choice.lang
    newest = html.A(say(lang, "site.notice.release_current"), href=choice.to_search(release=None) or "?")
    if choice.release == current:
        return html.Div(
            [say(lang, "site.notice.release_same", release=choice.release), " ", newest],
            className="notice notice--plain",
            role="status",
        )
    meeting = f"/{lang}/{say(lang, 'meeting.slug')}{Filters(lang=lang, against=choice.release).to_search()}"
    changed = html.A(say(lang, "site.notice.release_changed"), href=f"{meeting}#meeting-releases")
    return _notice([say(lang, "site.notice.release", release=choice.release), " ", changed, " ", newest])


def reconstructed(choice: Filters, later) -> str | None:
    """That what is shown is put together of facts learned later; None when it is not."""
    if not later or not choice.as_of:
        return None
    count, last = sum(row["known_later"] for row in later), max(row["known_last"] for row in later)
    told = {"day": day(choice.lang, choice.as_of), "last": day(choice.lang, last)}
    return say_count(choice.lang, "site.notice.reconstructed", count=count, **told)


def _notice_of_later(choice: Filters, later) -> list:
    """The same on a page, with the way to what was known then."""
    text = reconstructed(choice, later)
    if text is None:
        return []
    only = html.A(say(choice.lang, "site.notice.only_known"), href=choice.to_search(known_by=choice.as_of))
    return [html.Div([text, " ", only], className="notice notice--plain", role="status")]


def _notice(children) -> html.Div:
    return html.Div(children, className="notice", role="status")
