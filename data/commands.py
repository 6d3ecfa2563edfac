"""What each command does: it calls the build or the releases, and tells what came of it."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from data import build, diff, problems, publish, release, template, template_workbook
from data.catalogue import CatalogueError, current, data_folder
from data.check_command import check, no_such_table
from data.map.command import boundaries
from data.messages import DONE, MISUSED, WRONG, Voice


def run(chosen: Namespace, voice: Voice) -> int:
    """Do the chosen command and give its exit code; every failure that can be told ends in one clean sentence."""
    try:
        return COMMANDS[chosen.command](chosen, voice)
    except build.Refused as refused:
        voice.show(problems.as_text(refused.problems, voice.lang))
        voice.say("refused")
        voice.give(problems.as_data(refused.problems) | {"ok": False})
        return WRONG
    except publish.PublishFailed as error:
        voice.complain("failed", why=error)
        return WRONG
    except release.ReleaseDamaged as error:
        voice.complain("damaged", why=error)
        return WRONG
    except release.ReleaseMissing as error:
        voice.complain("missing", why=error)
        return MISUSED
    except CatalogueError as error:
        voice.complain("unreadable", why=error)
        return WRONG


def _build(chosen: Namespace, voice: Voice) -> int:
    folder = data_folder()
    voice.say("checking", folder=folder)
    built = build.build(folder, accept_warnings=chosen.accept_warnings, by=chosen.by, tell=voice.say)
    if built.problems:
        voice.show(problems.as_text(built.problems, voice.lang))
    if built.is_up_to_date:
        voice.say("up_to_date", id=built.release.id)
    else:
        _tell_published(built, voice)
    voice.say("where", folder=built.release.folder)
    voice.give(_as_data(built))
    return DONE


def _tell_published(built: build.Built, voice: Voice) -> None:
    if built.moved_aside:
        voice.say("mended", aside=built.moved_aside.name)
    if built.was_there:
        voice.say("was_there")
    voice.say("published", id=built.release.id, data_until=built.release.data_until)


def _as_data(built: build.Built) -> dict:
    return {
        "ok": True,
        "id": built.release.id,
        "folder": str(built.release.folder),
        "data_until": str(built.release.data_until),
        "is_up_to_date": built.is_up_to_date,
        "was_there": built.was_there,
        "tables": {name: table.rows for name, table in built.release.tables.items()},
        "report": problems.as_data(built.problems),
    }


def _publish(chosen: Namespace, voice: Voice) -> int:
    if chosen.id is None:
        return _build(chosen, voice)
    published = publish.publish(release.root(), chosen.id, by=chosen.by)
    voice.say("published", id=published.id, data_until=published.data_until)
    voice.give({"ok": True, "id": published.id})
    return DONE


def _rollback(chosen: Namespace, voice: Voice) -> int:
    back = publish.rollback(release.root(), chosen.id, by=chosen.by)
    voice.say("rolled_back", id=back.id)
    voice.give({"ok": True, "id": back.id})
    return DONE


def _history(chosen: Namespace, voice: Voice) -> int:
    past = release.history(release.root())
    for record in past:
        voice.say(f"record_{record.action}", number=record.number, at=record.at, id=record.id)
        for warning in record.warnings:
            voice.say("record_warning", warning=warning)
        if record.by:
            voice.say("record_by", by=record.by)
        if record is past[-1] and record.id == release.current_id(release.root()):
            voice.say("in_use")
    if not past:
        voice.say("no_history")
    voice.give([asdict(record) for record in past])
    return DONE


def _diff(chosen: Namespace, voice: Voice) -> int:
    differences = diff.difference(release.root(), chosen.first, chosen.second)
    differing = diff.as_data(differences)
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


def _template(chosen: Namespace, voice: Voice) -> int:
    catalogue = current()
    table = catalogue.tables.get(chosen.table)
    if table is None or not table.delivery:
        return no_such_table(chosen.table, catalogue.tables, voice)
    if chosen.to and Path(chosen.to).exists():
        voice.complain("file_exists", name=chosen.to)
        return MISUSED
    suffix = Path(chosen.to or "").suffix.lower()
    if suffix not in ("", ".csv", ".xlsx"):
        voice.complain("form_which", name=chosen.to)
        return MISUSED
    voice.show(template.as_text(table, catalogue))
    voice.say("signs")
    if chosen.to:
        Path(chosen.to).parent.mkdir(parents=True, exist_ok=True)
        is_workbook = suffix == ".xlsx"
        form = (
            template_workbook.workbook(table, catalogue, voice.lang) if is_workbook else template.header(table).encode()
        )
        Path(chosen.to).write_bytes(form)
        voice.say("written", name=chosen.to)
    voice.give({"table": table.name, "header": template.header(table), "columns": template.columns(table, catalogue)})
    return DONE


COMMANDS: dict[str, Callable[[Namespace, Voice], int]] = {
    "build": _build,
    "check": check,
    "publish": _publish,
    "rollback": _rollback,
    "history": _history,
    "diff": _diff,
    "template": _template,
    "boundaries": boundaries,
}
