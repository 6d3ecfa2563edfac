"""Deliveries read and examined together, some of them brought by a command: what is wrong, and what they lose."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from data import catalogue as catalogues
from data import deliveries, intake
from data.catalogue import Catalogue, CatalogueError
from data.drops import drop_problems
from data.problems import Problem, refuses
from data.release import Release, ReleaseMissing, newest_good


class Refused(Exception):
    """The deliveries were refused, and nothing was published: `problems` says why."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__(f"{len(problems)}")
        self.problems = problems


@dataclass(frozen=True)
class Input:
    """The catalogue and the deliveries as they were read, and the id of the release they make."""

    catalogue: Catalogue
    deliveries: deliveries.Deliveries
    id: str


@dataclass(frozen=True)
class Assessed:
    """Deliveries read and examined: what is wrong with them, what they lose, and the release they are held against."""

    given: Input
    examined: deliveries.Examined
    drops: tuple[Problem, ...]
    before: Release | None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is told of the deliveries."""
        return (*self.examined.problems, *self.drops)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What holds the deliveries until somebody accepts it."""
        return tuple(each for each in self.problems if each.severity == "warning")


def read(folder: Path, files: Mapping[str, intake.Received] = {}) -> Input:
    """The catalogue and the deliveries of a data folder, `files` (table -> received) in the place of theirs.

    Raises Refused when the catalogue cannot be read.
    """
    late = {Path(place).stem: each for place, each in intake.unsettled(folder).items()}
    brought = late | dict(files)
    suffixes = {name: Path(each.name).suffix.lower() for name, each in brought.items()}
    try:
        catalogue = deliveries.decided(folder, catalogues.load(catalogues.home(folder)), suffixes)
    except CatalogueError as error:
        raise Refused((Problem(error.file, "catalogue-unreadable", details={"why": error.why}),)) from error
    found = deliveries.collect(folder, catalogue)
    new = {catalogue.tables[name].delivery: each.content for name, each in brought.items()}
    others = {place for name in new for place in deliveries.forms_of(folder, name)}  # what a brought file replaces
    strangers = tuple(place for place in found.strangers if place not in others)
    found = deliveries.Deliveries({**found.contents, **new}, strangers)
    return Input(catalogue, found, deliveries.identify(catalogue, found))


def assess(folder: Path, files: Mapping[str, intake.Received] = {}, *, today: date | None = None) -> Assessed:
    """Read and examine all deliveries together, and hold them against the release in use. Raises Refused as `read`.

    `today` is the day of reading, which some rules look at; None is the real one.
    """
    given = read(folder, files)
    examined = _named(deliveries.examine(given.catalogue, given.deliveries, today=today), given, files)
    try:
        before = newest_good(folder / "releases")
    except ReleaseMissing:
        before = None
    is_whole = before is not None and not refuses(examined.problems)
    drops = tuple(drop_problems(examined.tables, examined.data_until, before)) if is_whole else ()
    return Assessed(given, examined, drops, before)


def _named(examined: deliveries.Examined, given: Input, files: Mapping[str, intake.Received]) -> deliveries.Examined:
    """The same with the problems of brought files under the names that these came with."""
    names = {given.catalogue.tables[table].delivery: each.name for table, each in files.items()}
    return replace(
        examined, problems=tuple(replace(each, file=names.get(each.file, each.file)) for each in examined.problems)
    )
