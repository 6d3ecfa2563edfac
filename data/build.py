"""Deliveries become a release: everything is checked, then everything is published, or nothing is.

build(folder) -> Built, or Refused with every problem; the release in use changes only at the very end.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data import catalogue as catalogues
from data import deliveries, journal, parquet, publish, staging
from data.catalogue import Catalogue, CatalogueError
from data.drops import drop_problems
from data.problems import Problem, refuses
from data.release import Release, ReleaseDamaged, ReleaseMissing, current_id, newest_good, open_verified

Tell = Callable[..., None]


class Refused(Exception):
    """The deliveries were refused, and nothing was published: `problems` says why."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__(f"{len(problems)}")
        self.problems = problems


@dataclass(frozen=True)
class Built:
    """What a build came to: the release in use now, and the warnings and notes on the way to it."""

    release: Release
    problems: tuple[Problem, ...] = ()
    is_up_to_date: bool = False
    was_there: bool = False
    moved_aside: Path | None = None


@dataclass(frozen=True)
class Input:
    """The catalogue and the deliveries as they were read, and the id of the release they make."""

    catalogue: Catalogue
    deliveries: deliveries.Deliveries
    id: str


def silent(key: str, **facts) -> None:
    """What is told of the progress when nobody listens."""


def read(folder: Path) -> Input:
    """The catalogue and the deliveries of a data folder. Raises Refused when the catalogue cannot be read."""
    try:
        catalogue = deliveries.decided(folder, catalogues.load(catalogues.home(folder)))
    except CatalogueError as error:
        raise Refused((Problem(error.file, "catalogue-unreadable", details={"why": error.why}),)) from error
    found = deliveries.collect(folder, catalogue)
    return Input(catalogue, found, deliveries.identify(catalogue, found))


def build(
    folder: Path, *, accept_warnings: bool = False, by: str | None = None, tell: Tell = silent, after=publish.nothing
) -> Built:
    """Check the deliveries of a data folder and publish them. Raises Refused, publish.PublishFailed.

    Nothing is done when the release in use is already the one they make, and whole. `by` is who accepted the warnings.
    """
    given, root = read(folder), folder / "releases"
    current = _current(root, given.id)
    if current:
        return Built(current, is_up_to_date=True)
    examined = deliveries.examine(given.catalogue, given.deliveries)
    if refuses(examined.problems):
        raise Refused(examined.problems)
    with publish.locked(root):
        current = _current(root, given.id)
        if current:
            return Built(current, is_up_to_date=True)
        told = [problem for problem in examined.problems if problem.severity != "warning"]
        warnings = (*(each for each in examined.problems if each.severity == "warning"), *_warnings(root, examined))
        if warnings and not accept_warnings:
            raise Refused((*told, *warnings))
        stored = publish.store(root, given.id, lambda staged: _write(staged, given, examined, tell), after=after)
        _point(root, stored, warnings, by=by, after=after)
        return Built(stored.release, (*told, *warnings), False, stored.was_there, stored.moved_aside)


def _point(root: Path, stored: publish.Stored, warnings, *, by: str | None, after: publish.Step) -> None:
    """Make the stored release the one in use; when a damaged one in its place was, it is told as mended."""
    is_mended = stored.moved_aside is not None and _points_to(root, stored.release.id)
    accepted = {"warnings": [*dict.fromkeys(f"{each.file} {each.rule}" for each in warnings)], "by": by}
    action = journal.MEND if is_mended else journal.PUBLISH
    publish.point(root, stored.release, action=action, after=after, **accepted)


def _current(root: Path, id: str) -> Release | None:
    """The release in use when it has this id and is whole."""
    try:
        return open_verified(root) if current_id(root) == id else None
    except (ReleaseMissing, ReleaseDamaged):
        return None


def _points_to(root: Path, id: str) -> bool:
    try:
        return current_id(root) == id
    except (ReleaseMissing, ReleaseDamaged):
        return False


def _warnings(root: Path, examined: deliveries.Examined):
    try:
        return drop_problems(examined.tables, examined.data_until, newest_good(root))
    except ReleaseMissing:
        return ()


def _write(folder: Path, given: Input, examined: deliveries.Examined, tell: Tell) -> bytes:
    """Write and verify every table in `folder`, and give the bytes of its release.json."""
    entries = {}
    with parquet.engine() as connection:
        for name, rows in sorted(examined.tables.items()):
            entries[name] = _write_table(connection, folder, given, name, rows)
            tell("table", table=name, rows=rows.num_rows)
    told = {
        "id": given.id,
        "schema_version": deliveries.SCHEMA_VERSION,
        "engine": deliveries.engine(),
        "data_until": examined.data_until.isoformat() if examined.data_until else None,
        "tables": entries,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _write_table(connection, folder: Path, given: Input, name: str, rows) -> dict:
    """Write and verify one table, and give its entry of release.json."""
    table, path = given.catalogue.tables[name], folder / f"{name}.parquet"
    columns = staging.schema(table, given.catalogue)
    parquet.write(connection, rows, path, key=table.key)
    parquet.verify(connection, path, parquet.Expected(columns, rows.num_rows, table.key, table.optional))
    return {
        "file": path.name,
        **parquet.digest(path),
        "rows": rows.num_rows,
        "kind": table.kind,
        **_origin(name, given),
        "columns": columns,
        "key": table.key,
        "sources": _sources(rows),
        "licence": table.licence,
    }


def _origin(name: str, given: Input) -> dict[str, str]:
    """The delivery a table was made from and its sha256; for a table of the build's own, the catalogue's file.

    A delivery that may be absent, and is, counts as a file without bytes.
    """
    place = given.catalogue.tables[name].delivery
    if place:
        return {"delivery": place, "delivery_sha256": deliveries.sha256(given.deliveries.contents.get(place, b""))}
    made_from = deliveries.MADE_FROM.get(name)
    file = given.catalogue.folder / made_from if made_from else catalogues.DERIVED
    return {"delivery": file.name, "delivery_sha256": deliveries.sha256(file.read_bytes())}


def _sources(rows) -> list[str]:
    """The documents that a table's rows come from."""
    columns = [name for name in rows.column_names if name == "source_id" or name.endswith("_source_id")]
    return sorted({value for name in columns for value in rows[name].unique().to_pylist() if value})
