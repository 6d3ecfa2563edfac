"""The command `check`: the deliveries of the data folder, some files in their place, or one file against any schema."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from data import build, marked, preview_words, problems, vetting
from data.catalogue import Catalogue, current, data_folder, load_schema
from data.catalogue_checks import schema_problems
from data.entries import Table
from data.intake import Received
from data.messages import DONE, HELD, MISUSED, WRONG, Misused, Voice
from data.preview import preview
from data.problems import Problem
from data.reading.headings import Headings
from data.reading.kinds import MAX_BYTES


def check(chosen: Namespace, voice: Voice) -> int:
    """Check what was chosen and tell what is wrong; nothing is published. Gives the exit code. Raises Misused."""
    if chosen.schema:
        return _against_schema(chosen, voice)
    if chosen.marked and (len(chosen.file) != 1 or not chosen.marked.endswith(".xlsx")):
        raise Misused("marked_which")
    return _in_their_place(chosen, voice)


def received(names: Sequence[str], table: str | None) -> dict[str, Received]:
    """Table -> file as it came: the table is the file's name, or the one told. Raises Misused."""
    if table and len(names) != 1:
        raise Misused("one_file_a_table", table=table)
    tables, found = current().tables, {}
    for name in names:
        of = table or Path(name).stem
        if of not in tables or not tables[of].delivery:
            raise no_such_table(of, tables, key="no_table_of_file")
        if of in found:
            raise Misused("table_twice", table=of)
        found[of] = Received(name, _content(name))
    return found


def no_such_table(name: str, tables, *, key: str = "no_such_table") -> Misused:
    """What is told when there is no such table: which are delivered."""
    delivered = sorted(each for each, table in tables.items() if table.delivery)
    return Misused(key, name=name, tables=", ".join(delivered))


def _in_their_place(chosen: Namespace, voice: Voice) -> int:
    """All deliveries, each file given standing for that of its table: all that is wrong, then all that would change."""
    files = received(chosen.file, chosen.table)
    assessed = build.assess(data_folder(), files, today=chosen.today)
    if chosen.marked:
        catalogue = assessed.given.catalogue
        _mark(chosen, voice, catalogue.tables[next(iter(files))], catalogue, assessed.problems)
    voice.show(problems.as_text(assessed.problems, voice.lang))
    if problems.refuses(assessed.problems):
        voice.give(problems.as_data(assessed.problems) | {"preview": None})
        return WRONG
    told = preview(assessed)
    voice.say("sound")
    preview_words.show(told, voice)
    voice.give(problems.as_data(assessed.problems) | {"preview": preview_words.as_data(told)})
    return HELD if assessed.warnings else DONE


def _against_schema(chosen: Namespace, voice: Voice) -> int:
    """One file as a table of the schema in a folder. Raises CatalogueError."""
    if len(chosen.file) != 2:
        raise Misused("schema_which")
    table, name = chosen.file
    schema = load_schema(Path(chosen.schema))
    unsound = list(schema_problems(schema))
    if unsound:
        voice.show(problems.as_text(unsound, voice.lang))
        voice.give(problems.as_data(unsound))
        return MISUSED
    if table not in schema.tables:
        raise no_such_table(table, schema.tables)
    vetted = vetting.vet(_content(name), file=name, table=table, catalogue=schema, today=chosen.today)
    if chosen.marked:
        _mark(chosen, voice, schema.tables[table], schema, vetted.problems)
    voice.show(problems.as_text(vetted.problems, voice.lang))
    if vetted.outcome != vetting.REFUSED:
        voice.say("would_take", rows=vetted.rows, sums=_as_sentence(vetted.sums))
    voice.give(vetting.as_data(vetted))
    return _end(vetted.problems, voice)


def _as_sentence(sums) -> str:
    return " · ".join(f"{name} {value}" for name, value in sums.items()) or "–"


def _content(name: str) -> bytes:
    """The bytes of a file, at most one more than may be read. Raises Misused when there is no such file."""
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        raise Misused("no_such_file", name=name) from None


def _mark(chosen: Namespace, voice: Voice, table: Table, catalogue: Catalogue, found: Sequence[Problem]) -> None:
    """Write the marked copy of the file that was given. Raises Misused when its name is taken."""
    name, to = chosen.file[-1], Path(chosen.marked)
    if to.exists():
        raise Misused("file_exists", name=str(to))
    own = [each for each in found if each.file == name]
    headings = Headings.of(table, catalogue)
    copy = marked.workbook(Path(name).read_bytes(), own, file=name, headings=headings, lang=voice.lang)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(copy)
    voice.say("marked", name=to)


def _end(found: Sequence[Problem], voice: Voice) -> int:
    if problems.refuses(found):
        return WRONG
    voice.say("sound")
    return HELD if any(each.severity == "warning" for each in found) else DONE


def day(text: str) -> date:
    """A day as 2026-11-25; ValueError, which argparse tells as misuse, for anything else."""
    return date.fromisoformat(text)
