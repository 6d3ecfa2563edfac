"""What each command does: it calls the build or the releases, and tells what came of it."""

import re
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from data import build, commands_history, problems, publish, release, template, template_workbook
from data.catalogue import CatalogueError, current, data_folder
from data.check_command import check, no_such_table, received
from data.intake import Received
from data.map.command import boundaries
from data.messages import DONE, HELD, MISUSED, WRONG, Misused, Voice, progress


def run(chosen: Namespace, voice: Voice) -> int:
    """Do the chosen command and give its exit code; every failure that can be told ends in one clean sentence."""
    try:
        return COMMANDS[chosen.command](chosen, voice)
    except Misused as error:
        voice.complain(error.key, **error.facts)
        return MISUSED
    except build.Refused as refused:
        is_held = isinstance(refused, build.Held)
        voice.show(problems.as_text(refused.problems, voice.lang))
        voice.say("held" if is_held else "refused")
        voice.give(problems.as_data(refused.problems) | {"ok": False, "is_held": is_held})
        return HELD if is_held else WRONG
    except build.WaitsForHour as error:
        voice.complain("waits_beside", id=error.waiting.id, at=error.waiting.serves_from.isoformat())
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
    return _publish_all(chosen, voice, {})


def _publish_all(chosen: Namespace, voice: Voice, files: dict[str, Received]) -> int:
    """Check and publish the deliveries, some of them brought by this command."""
    if chosen.accept_warnings and not chosen.by:
        raise Misused("accept_without_name")
    folder = data_folder()
    voice.say("checking", folder=folder)
    decided = {"accept_warnings": chosen.accept_warnings, "by": chosen.by, "reason": chosen.reason}
    with progress(voice) as tell:
        built = build.build(folder, files=files, embargo=chosen.embargo, tell=tell, **decided)
    if built.problems:
        voice.show(problems.as_text(built.problems, voice.lang))
    if built.is_up_to_date and not built.serves_from:
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
    if built.serves_from:
        voice.say("waits", id=built.release.id, at=built.serves_from.isoformat())
    else:
        voice.say("published", id=built.release.id, data_until=built.release.data_until)


def _as_data(built: build.Built) -> dict:
    return {
        "ok": True,
        "id": built.release.id,
        "folder": str(built.release.folder),
        "data_until": str(built.release.data_until),
        "serves_from": built.serves_from and built.serves_from.isoformat(),
        "is_up_to_date": built.is_up_to_date,
        "was_there": built.was_there,
        "tables": {name: table.rows for name, table in built.release.tables.items()},
        "report": problems.as_data(built.problems),
    }


def _publish(chosen: Namespace, voice: Voice) -> int:
    """Files into use, or an earlier release by its id; without either the same as build."""
    names = chosen.file
    if not (len(names) == 1 and re.fullmatch("[0-9a-f]{12}", names[0]) and not Path(names[0]).exists()):
        return _publish_all(chosen, voice, received(names, chosen.table))
    published = publish.publish(release.root(), names[0], by=chosen.by, reason=chosen.reason)
    voice.say("published", id=published.id, data_until=published.data_until)
    voice.give({"ok": True, "id": published.id})
    return DONE


def _template(chosen: Namespace, voice: Voice) -> int:
    catalogue = current()
    table = catalogue.tables.get(chosen.table)
    if table is None or not table.delivery:
        raise no_such_table(chosen.table, catalogue.tables)
    if chosen.to and Path(chosen.to).exists():
        raise Misused("file_exists", name=chosen.to)
    suffix = Path(chosen.to or "").suffix.lower()
    if suffix not in ("", ".csv", ".xlsx"):
        raise Misused("form_which", name=chosen.to)
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
    "rollback": commands_history.rollback,
    "withdraw": commands_history.withdraw,
    "history": commands_history.history,
    "diff": commands_history.differences,
    "template": _template,
    "boundaries": boundaries,
}
