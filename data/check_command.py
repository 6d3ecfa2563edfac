"""The command `check`: the deliveries of the data folder, some files in their place, or one file against any schema."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from data import build, deliveries, marked, problems, vetting
from data.catalogue import Catalogue, data_folder, load_schema
from data.catalogue_checks import schema_problems
from data.entries import Table
from data.messages import DONE, MISUSED, WARNED, WRONG, Voice
from data.problems import Problem
from data.reading.headings import Headings
from data.reading.kinds import MAX_BYTES


def check(chosen: Namespace, voice: Voice) -> int:
    """Check what was chosen and tell what is wrong; nothing is published. Gives the exit code."""
    if chosen.schema:
        return _against_schema(chosen, voice)
    if chosen.marked and len(chosen.file) != 1:
        voice.complain("marked_which")
        return MISUSED
    return _in_their_place(chosen, voice)


def no_such_table(name: str, tables, voice: Voice) -> int:
    """Tell which tables there are, and give the exit code."""
    voice.complain("no_such_table", name=name, tables=", ".join(sorted(tables)))
    return MISUSED


def _in_their_place(chosen: Namespace, voice: Voice) -> int:
    """All deliveries, each file given standing for that of the table it is named after."""
    given = build.read(data_folder())
    catalogue, contents = given.catalogue, dict(given.deliveries.contents)
    for name in chosen.file:
        table = catalogue.tables.get(Path(name).stem)
        if table is None or not table.delivery:
            return no_such_table(Path(name).stem, catalogue.tables, voice)
        content = _content(name, voice)
        if content is None:
            return MISUSED
        contents.pop(table.delivery, None)
        catalogue = catalogue.delivered({table.name: name})
        contents[name] = content
    examined = deliveries.examine(catalogue, replace(given.deliveries, contents=contents), today=chosen.today)
    if chosen.marked and not _mark(chosen, voice, catalogue.tables[Path(name).stem], catalogue, examined.problems):
        return MISUSED
    voice.show(problems.as_text(examined.problems, voice.lang))
    voice.give(problems.as_data(examined.problems))
    return _end(examined.problems, voice)


def _against_schema(chosen: Namespace, voice: Voice) -> int:
    """One file as a table of the schema in a folder. Raises CatalogueError."""
    if len(chosen.file) != 2:
        voice.complain("schema_which")
        return MISUSED
    table, name = chosen.file
    schema = load_schema(Path(chosen.schema))
    unsound = list(schema_problems(schema))
    if unsound:
        voice.show(problems.as_text(unsound, voice.lang))
        voice.give(problems.as_data(unsound))
        return MISUSED
    if table not in schema.tables:
        return no_such_table(table, schema.tables, voice)
    content = _content(name, voice)
    if content is None:
        return MISUSED
    vetted = vetting.vet(content, file=name, table=table, catalogue=schema, today=chosen.today)
    if chosen.marked and not _mark(chosen, voice, schema.tables[table], schema, vetted.problems):
        return MISUSED
    voice.show(problems.as_text(vetted.problems, voice.lang))
    if vetted.outcome != vetting.REFUSED:
        voice.say("would_take", rows=vetted.rows, sums=_as_sentence(vetted.sums))
    voice.give(vetting.as_data(vetted))
    return _end(vetted.problems, voice)


def _as_sentence(sums) -> str:
    return " · ".join(f"{name} {value}" for name, value in sums.items()) or "–"


def _content(name: str, voice: Voice) -> bytes | None:
    """The bytes of a file, at most one more than may be read; None, and a word of it, when there is no such file."""
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        voice.complain("no_such_file", name=name)
        return None


def _mark(chosen: Namespace, voice: Voice, table: Table, catalogue: Catalogue, found: Sequence[Problem]) -> bool:
    """Write the marked copy of the file that was given; False, and a word of it, when its name is taken."""
    name, to = chosen.file[-1], Path(chosen.marked)
    if to.exists():
        voice.complain("file_exists", name=to)
        return False
    own = [each for each in found if each.file == name]
    headings = Headings.of(table, catalogue)
    copy = marked.workbook(Path(name).read_bytes(), own, file=name, headings=headings, lang=voice.lang)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(copy)
    voice.say("marked", name=to)
    return True


def _end(found: Sequence[Problem], voice: Voice) -> int:
    if problems.refuses(found):
        return WRONG
    voice.say("sound")
    return WARNED if any(each.severity == "warning" for each in found) else DONE


def day(text: str) -> date:
    """A day as 2026-11-25; ValueError, which argparse tells as misuse, for anything else."""
    return date.fromisoformat(text)
