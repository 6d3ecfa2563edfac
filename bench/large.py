"""A delivery of 310 municipalities and 120 services: the example's own form, made of numbers, for measuring only."""

import random
import shutil
from pathlib import Path

from data import build
from data.catalogue import PROGRAM

PLACES, SERVICES = 310, 120
DAYS = ("2018-02-01", "2018-09-01")
STATES = {0: "not_applicable", 1: "not_stated"}  # of seventeen cells one each; one more is not assessed
SOURCE = "tilannekuva-esimerkki"


def publish(folder: Path, *, places: int = PLACES, services: int = SERVICES) -> None:
    """A release in `folder` whose assessments are these; all other deliveries are those in git."""
    skipped = shutil.ignore_patterns("boundaries.csv", "*.py")
    shutil.copytree(PROGRAM / "raw", folder / "raw", ignore=skipped)
    example = folder / "raw" / "example"
    _rewrite(folder / "raw" / "services.csv", [_service(each) for each in range(services)])
    _rewrite(
        folder / "raw" / "service_phases.csv",
        [f"{_code(each)};1;V;F;P;{SOURCE};2018-01-31" for each in range(services)],
    )
    _rewrite(example / "assessed_places.csv", [_place(each) for each in range(places)])
    _rewrite(example / "assessments.csv", list(_assessments(places, services)))
    build.build(folder)


def _rewrite(path: Path, lines: list[str]) -> None:
    head = path.read_text("utf-8-sig").split("\n", 1)[0]
    path.write_text("\n".join([head, *lines]) + "\n", "utf-8")


def _code(number: int) -> str:
    """Codes of services have letters only: `s_aa`, `s_ab` …"""
    return f"s_{chr(97 + number // 26)}{chr(97 + number % 26)}"


def _service(number: int) -> str:
    sector = ("central", "education", "environment")[number % 3]
    return f"{_code(number)};{sector};Palvelu {number};Tjänst {number};Service {number};{SOURCE};2018-01-31"


def _place(number: int) -> str:
    names = f"Esimerkkikunta {number};Exempelkommun {number};Example municipality {number}"
    area = "area-1;Esimerkkimaakunta 1;Exempellandskap 1;Example region 1"
    return f"{number:03};{names};medium;urban;{area};{SOURCE};2018-01-31"


def _assessments(places: int, services: int):
    """On each day every cell has another level than the day before; the marks stay where they are."""
    chance = random.Random(1)  # noqa: S311
    for place in range(places):
        for service in range(services):
            level = chance.randrange(5)
            kind = (place + 5 * service) % 17
            for turn, day in enumerate(DAYS):
                if kind != 2:
                    state = STATES.get(kind, "assessed")
                    value = str((level + turn) % 5 * 20 + 10) if state == "assessed" else ""
                    yield f"{place:03};{_code(service)};digital_depth;{day};self;{state};{value};;{SOURCE};{day}"
