"""The only door to the data: `run` asks one question of one release. Everything a reader sees comes from here.

queries.pin(choice.release)                    # first thing in a request: its answers never mix releases
answer = queries.run("grants_by_region", as_of=date(2017, 12, 31))
answer.frame, answer.rows(), answer.meta()
"""

import threading
from collections.abc import Mapping
from contextlib import suppress
from contextvars import ContextVar
from pathlib import Path

from cachetools import LRUCache, cached

from data import release as releases
from queries import between, published, release_log
from queries.answer import Answer, answered
from queries.between import ReleaseChange
from queries.current import Follower, Opened, older
from queries.database import tables_read
from queries.errors import (
    AnswerTooLarge,
    BadParameter,
    NoData,
    QueriesBusy,
    QueryError,
    QueryFailed,
    QueryTooSlow,
    UnknownParameter,
    UnknownQuestion,
    UnknownRelease,
)
from queries.question import Column, Question, names, of_table, question

__all__ = [
    "Answer",
    "AnswerTooLarge",
    "BadParameter",
    "Column",
    "NoData",
    "QueriesBusy",
    "QueryError",
    "QueryFailed",
    "QueryTooSlow",
    "Question",
    "ReleaseChange",
    "UnknownParameter",
    "UnknownQuestion",
    "UnknownRelease",
    "cache_info",
    "changes_from",
    "compared_with",
    "earlier_releases",
    "forget",
    "last_publication",
    "names",
    "pin",
    "publications",
    "question",
    "release",
    "run",
    "sql",
    "status",
    "table",
    "tables",
    "unpin",
]

CACHE_SIZE = 4_096
WARMED = 64

_pinned: ContextVar[Opened | None] = ContextVar("pinned", default=None)
_answers: LRUCache = LRUCache(CACHE_SIZE, getsizeof=lambda answer: 1 + len(answer.records) // 100)
_computed = threading.Condition()


def run(name: str, **params: object) -> Answer:
    """The answer to a question; a parameter left out, or None, is not restricted.

    Asked of the pinned release, or else the one in use. Equal questions asked at once are computed once.
    Raises UnknownQuestion, UnknownParameter, BadParameter, NoData, QueryTooSlow, QueriesBusy, AnswerTooLarge and
    QueryFailed, all of them a QueryError.
    """
    asked = question(name)
    return _answered(_served(), asked, tuple(asked.bound(params).items()))


def table(name: str) -> Answer:
    """A whole table of the release as an answer, in the order of its key. Raises UnknownQuestion."""
    served = _served()
    if name not in served.release.tables:
        raise UnknownQuestion
    return _answered(served, of_table(served.release.tables[name]), ())


def sql(name: str) -> str:
    """The SQL of a question as its file has it, to be shown to readers."""
    return question(name).sql


def tables(name: str) -> tuple[str, ...]:
    """The tables that a question reads."""
    return tables_read(question(name).sql)


def release() -> releases.Release:
    """The release that `run` asks: the pinned one, or the one in use. Raises NoData."""
    return _served().release


def earlier_releases() -> list[tuple[str, str]]:
    """(id, day of publishing as text) of the other releases that there are, newest first."""
    return between.earlier(releases.root(), release().id)


def changes_from(release_id: str) -> tuple[ReleaseChange, ...]:
    """How the release that `run` asks differs from another, one line a row or value. Raises UnknownRelease."""
    return between.changes(releases.root(), release_id, release().id)


def compared_with(release_id: str) -> tuple[str, ...]:
    """The tables that `changes_from` compares. Raises UnknownRelease."""
    return between.tables(releases.root(), release_id, release().id)


def publications() -> tuple[published.Publication, ...]:
    """What has been published and may be seen, oldest first: the releases of `earlier_releases` and the one served."""
    return published.publications(releases.root(), [release().id, *(each[0] for each in earlier_releases())])


def last_publication() -> int:
    """The number of the last change of the release in use that the answers know of: part of every file's tag."""
    return _served().publications


def pin(release_id: str | None) -> None:
    """Until the next call in this context, `run` asks this release; with None the one that is in use right now.

    Call it first in every request: threads are used again, and so is their context. Raises UnknownRelease, and then
    the release in use is pinned. Without any data nothing is pinned, and `run` raises NoData.
    """
    unpin()
    with suppress(NoData):
        _pinned.set(_served())
    served = _pinned.get()
    if release_id is not None and (served is None or served.release.id != release_id):
        _pinned.set(older(releases.root(), release_id))


def unpin() -> None:
    """From now on `run` asks the release in use at each call."""
    _pinned.set(None)


def status() -> Mapping[str, str | None]:
    """For the health check: `state` (ok, stale, no_data), `release_id` served, `wanted_id` of CURRENT, `reason`."""
    return _follower(releases.root()).status()


def cache_info():
    """Hits, misses and size of the cache of answers."""
    return _answered.cache_info()


def forget() -> None:
    """Empty the cache of answers: for measurements. Answers never grow old by themselves, for releases never change."""
    _answered.cache_clear()


def _served() -> Opened:
    return _pinned.get() or _follower(releases.root()).current()


@cached({}, lock=threading.Lock())
def _follower(root: Path) -> Follower:
    return Follower(root, warm=_warm)


def _key(served: Opened, asked: Question, bound: tuple) -> tuple:
    """What an answer depends on; the log only where it is asked of: a rollback adds to it under the same release."""
    tells = set(tables_read(asked.sql)) & set(release_log.TABLES)
    return served.release.folder, asked.sql, bound, served.publications if tells else 0


@cached(_answers, key=_key, condition=_computed, info=True)
def _answered(served: Opened, asked: Question, bound: tuple) -> Answer:
    """One computation, kept under the release id (its folder's name), the question and the parameters."""
    return answered(asked, dict(bound), served.database.rows(asked.sql, dict(bound)), served.release)


def _warm(new: Opened) -> None:
    """Answer the last questions of the readers from a new release before they get it: no rush when it comes."""
    with _computed:
        recent = [(sql, bound) for _, sql, bound, _ in list(_answers)[-WARMED:]]
    asked = {each.sql: each for each in map(question, names())}
    for text, bound in recent:
        if text in asked:
            with suppress(QueryError):
                _answered(new, asked[text], bound)
