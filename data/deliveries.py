"""All deliveries together: read, checked, related, summed and reconciled; all that is wrong is told at once."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from data import delivery, quality, quick, registers, staging
from data.catalogue import Catalogue
from data.catalogue_checks import catalogue_problems
from data.cells import Setting
from data.check import Checked, check
from data.entries import LANGUAGES, Table
from data.evidence import Source
from data.problems import Problem, refuses
from data.reading import TABULAR
from data.reading.headings import Headings
from data.relations import reference_problems
from data.sums import reconcile, sum_problems

SCHEMA_VERSION = 1
RECONCILIATION, SOURCES = "reconciliation", "sources"
MADE_FROM = {RECONCILIATION: "rules.toml", SOURCES: "sources.toml"}


@dataclass(frozen=True)
class Deliveries:
    """The bytes of every delivery by its place, such as `raw/grants.csv`, and what else lies among them."""

    contents: Mapping[str, bytes]
    strangers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Examined:
    """The tables that are free of faults, ready to be written, and every problem in the others."""

    tables: Mapping[str, pa.Table]
    problems: tuple[Problem, ...]
    data_until: date | None


def decided(folder: Path, catalogue: Catalogue, brought: Mapping[str, str] = {}) -> Catalogue:
    """The catalogue as the deliveries of a data folder decide it: the form of each, whether examples stand in.

    `brought`: table -> suffix of files that are not in the folder yet; they are never examples.
    """
    stand_ins = [name for name, table in catalogue.tables.items() if table.example_stands_in]
    real = catalogue.replaced([name for name in stand_ins if name in brought or forms_of(folder, f"raw/{name}.csv")])
    places = {table.name: forms_of(folder, table.delivery) for table in real.tables.values() if table.delivery}
    new = {name: _in_form(real.tables[name].delivery, suffix) for name, suffix in brought.items()}
    return real.delivered({name: each[0] for name, each in places.items() if each} | new)


def forms_of(folder: Path, place: str) -> list[str]:
    """The files in which a delivery lies, CSV first: there should be one at the most."""
    return [each for suffix in TABULAR if (folder / (each := _in_form(place, suffix))).is_file()]


def _in_form(place: str, suffix: str) -> str:
    """The place of a delivery in another form; one that is no table's form is looked at as CSV, by its content."""
    return place.removesuffix(Path(place).suffix) + (suffix if suffix in TABULAR else ".csv")


def collect(folder: Path, catalogue: Catalogue) -> Deliveries:
    """The deliveries in a data folder, read once, so that what is checked is what is published."""
    places = {table.delivery for table in catalogue.tables.values() if table.delivery}
    found = {path.relative_to(folder).as_posix(): path for path in _files(folder / "raw")}
    contents = {place: path.read_bytes() for place, path in found.items() if place in places}
    stand_ins = [table.name for table in catalogue.tables.values() if table.example_stands_in]
    idle = {f"raw/example/{name}{suffix}" for name in stand_ins for suffix in TABULAR}
    return Deliveries(contents, tuple(sorted(found.keys() - places - idle)))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix.lower() in TABULAR)


def identify(catalogue: Catalogue, deliveries: Deliveries) -> str:
    """The id of the release that these deliveries make: the same bytes of data and catalogue give the same id.

    The version of DuckDB is part of it, because another version may write other bytes.
    """
    parts = {"schema_version": str(SCHEMA_VERSION), "engine": engine()}
    parts |= {f"catalogue/{path.name}": sha256(path.read_bytes()) for path in catalogue.files()}
    parts |= {place: sha256(content) for place, content in deliveries.contents.items()}
    told = "".join(f"{name}\0{part}\n" for name, part in sorted(parts.items()))
    return sha256(told.encode())[:12]


def engine() -> str:
    """The engine that writes the files, with its version."""
    return f"duckdb {duckdb.__version__}"


def sha256(content: bytes) -> str:
    """The sha256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def examine(catalogue: Catalogue, deliveries: Deliveries, *, today: date | None = None) -> Examined:
    """Check everything there is, and tell all that is wrong. `tables` are all there only when nothing is refused."""
    problems = [*catalogue_problems(catalogue)]
    if refuses(problems):
        return Examined({}, tuple(problems), None)
    problems += _strangers(catalogue, deliveries)
    checked: dict[str, Checked] = {}
    setting = Setting(catalogue.codes, {}, today or date.today())
    for table in sorted(catalogue.tables.values(), key=lambda each: each.name != registers.MUNICIPALITIES):
        if table.delivery in deliveries.contents:
            checked[table.name] = _checked(deliveries.contents[table.delivery], table, catalogue, setting)
        elif table.may_be_absent:
            checked[table.name] = Checked(table, table.delivery, (), ())
        elif table.delivery:
            problems.append(Problem(table.delivery, "missing-file", details={"table": table.name}))
        if not setting.registers:
            setting = replace(setting, registers=_registers(checked))
    problems += [problem for each in checked.values() for problem in each.problems]
    problems += reference_problems(checked, catalogue)
    return _compute(checked, catalogue, problems)


def _checked(content: bytes, table: Table, catalogue: Catalogue, setting: Setting) -> Checked:
    """The rows of one delivery: at once when all of it is plain, otherwise cell by cell."""
    at_once = quick.check(content, table, catalogue, setting)
    if at_once:
        return at_once
    read = delivery.read(content, file=table.delivery, headings=Headings.of(table, catalogue))
    return check(read, table, catalogue, setting)


def _registers(checked: Mapping[str, Checked]) -> dict[str, registers.Register]:
    """The registers as the deliveries make them; the program's own municipalities where none are delivered."""
    delivered = checked.get(registers.MUNICIPALITIES)
    rows = [values for _, values in delivered.rows] if delivered else None
    return {registers.MUNICIPALITIES: registers.municipalities(rows)}


def _compute(checked: Mapping[str, Checked], catalogue: Catalogue, problems: list[Problem]) -> Examined:
    """Stage the sound tables, run the sums and the rules over them, and add the tables that the build makes."""
    unsound = {problem.file for problem in problems if problem.severity == "error"}
    sound = {name: each for name, each in checked.items() if each.file not in unsound}
    tables = {name: each.arrow(catalogue) for name, each in sound.items()}
    sources = [_source_row(source) for source in catalogue.sources.values()]
    tables[SOURCES] = staging.as_arrow(sources, catalogue.tables[SOURCES], catalogue)
    faulty = set(catalogue.tables) - set(tables) - {name for name, table in catalogue.tables.items() if table.sql}
    with staging.connect(tables) as connection:
        problems += sum_problems(connection, sound, faulty - {RECONCILIATION})
        rows, failed = reconcile(connection, catalogue.rules, faulty - {RECONCILIATION})
        tables |= _made(connection, catalogue, tables)
    tables[RECONCILIATION] = staging.as_arrow(rows, catalogue.tables[RECONCILIATION], catalogue)
    tables |= quality.tables(tables, catalogue)
    return Examined(tables, (*problems, *failed), _data_until(sound))


def _made(connection, catalogue: Catalogue, tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables that the build makes by SQL of tables that are sound; the same text runs over any number of rows."""
    found = {}
    for table in catalogue.tables.values():
        if table.sql and connection.get_table_names(table.sql) <= {*tables, *found}:
            rows = connection.sql(table.sql).to_arrow_table()
            found[table.name] = rows.select(table.columns).cast(staging.arrow_schema(table, catalogue))
            connection.register(table.name, found[table.name])
    return found


def _data_until(sound: Mapping[str, Checked]) -> date | None:
    """The latest day on which anything real became known."""
    real = [each for each in sound.values() if each.table.kind == "real" and "known_since" in each.table.columns]
    return max((day for each in real for day in each.different("known_since") if day), default=None)


def _strangers(catalogue: Catalogue, deliveries: Deliveries) -> Iterator[Problem]:
    """Files among the deliveries that are no table's, or that lie where only the other kind of data may."""
    for place in deliveries.strangers:
        table = catalogue.tables.get(Path(place).stem)
        if table and table.delivery and Path(place).parent == Path(table.delivery).parent:
            yield Problem(place, "two-files", details={"other": table.delivery})
        elif table and table.delivery:
            right = Path(table.delivery).with_suffix(Path(place).suffix).as_posix()
            yield Problem(place, "wrong-folder", details={"right": right})
        else:
            yield Problem(place, "unknown-file")


def _source_row(source: Source) -> dict:
    names = ("source_id", "title", "language", "publisher", "published_earliest", "published_latest", "url", "licence")
    return {name: getattr(source, name) for name in names} | {
        f"label_{lang}": source.labels[lang] for lang in LANGUAGES
    }
