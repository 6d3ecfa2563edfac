"""The commands that look back or go back: rollback, withdraw, history, diff."""

from argparse import Namespace
from dataclasses import asdict

from data import diff, journal, publish, release
from data.journal import Record
from data.messages import DONE, Voice


def rollback(chosen: Namespace, voice: Voice) -> int:
    """Back to the release before, or the one named."""
    back = publish.rollback(release.root(), chosen.id, by=chosen.by, reason=chosen.reason)
    voice.say("rolled_back", id=back.id)
    voice.give({"ok": True, "id": back.id})
    return DONE


def withdraw(chosen: Namespace, voice: Voice) -> int:
    """The release that waits for its hour is not served after all."""
    id = publish.withdraw(release.root(), by=chosen.by, reason=chosen.reason)
    voice.say("withdrawn", id=id)
    voice.give({"ok": True, "id": id})
    return DONE


def history(chosen: Namespace, voice: Voice) -> int:
    """Every decision, with what came of it; the operator sees what still waits, too."""
    root = release.root()
    past, took_effect = journal.records(root), release.history(root)
    in_use = took_effect[-1].number if took_effect and took_effect[-1].id == release.current_id(root) else None
    for record in past:
        _tell(record, voice)
        if record.number == in_use:
            voice.say("in_use")
    if not past:
        voice.say("no_history")
    voice.give([asdict(record) | {"is_in_use": record.number == in_use} for record in past])
    return DONE


def _tell(record: Record, voice: Voice) -> None:
    """One decision: when and what, the hour it waits for, what it changes, what came, who accepted what and why."""
    voice.say(f"record_{record.action}", number=record.number, at=record.at, id=record.id)
    if record.serves_from:
        voice.say("record_from", at=record.serves_from)
    for table, (added, changed, removed) in sorted((record.changes or {}).items()):
        voice.say("record_change", table=table, added=added, changed=changed, removed=removed)
    for each in record.received:
        voice.say("record_received", name=each["name"], place=each["place"], sha256=each["sha256"])
    for warning in record.warnings:
        voice.say("record_warning", warning=warning)
    for key in ("reason", "by"):
        if getattr(record, key):
            voice.say(f"record_{key}", **{key: getattr(record, key)})


def differences(chosen: Namespace, voice: Voice) -> int:
    """How the second release differs from the first, row by row."""
    found = diff.difference(release.root(), chosen.first, chosen.second)
    differing = diff.as_data(found)
    if not differing:
        voice.say("same")
    for each in differing:
        counts = {key: len(each[key]) for key in ("added", "removed", "changed")}
        voice.say("difference", table=each["table"], **counts)
        for column in each["columns_added"]:
            voice.say("column_added", column=column)
        for column in each["columns_removed"]:
            voice.say("column_removed", column=column)
        for line in diff.as_lines(each):
            voice.show(line)
    voice.give(differing)
    return DONE
