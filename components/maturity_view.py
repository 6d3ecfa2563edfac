"""What the page of digital maturity is drawn from, and what its parts share: names, levels, the compared group."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from components.filters import ALL, Filters
from components.heatmap import LARGE
from components.tables import alphabet
from components.text import say
from data import catalogue

VIEWS = ("services", "sectors", "place", "service")
MEASURES = ("digital_depth", "solutions_in_use", "take_up")
DEFAULT_SIZE = "medium"


def compared(choice: Filters) -> Filters:
    """The choices with the group that is compared: middle-sized municipalities unless the reader has chosen another."""
    size = None if choice.size_class == ALL else choice.size_class or DEFAULT_SIZE
    return replace(choice, size_class=size, measure=measure_of(choice))


def measure_of(choice: Filters) -> str:
    """The measure of the address; the depth over the process when there is none or an unknown one."""
    return choice.measure if choice.measure in MEASURES else MEASURES[0]


def view_of(choice: Filters) -> str:
    """Which heatmap is shown; one over time needs the place or the service that it is about."""
    wanted = choice.view if choice.view in VIEWS else VIEWS[0]
    is_possible = {"place": choice.place, "service": choice.service}.get(wanted, True)
    return wanted if is_possible else VIEWS[0]


@dataclass(frozen=True)
class MaturityView:
    """One heatmap: what codes are called, and what has been asked so far: its answer and the figures of the group.

    `services`, `places` and `levels` are rows of their tables; `phases` are the phases of services.
    """

    choice: Filters
    is_example: bool
    services: list[dict]
    places: list[dict]
    levels: list[dict]
    phases: list[dict]
    answer: object = None
    group: list[dict] = field(default_factory=list)

    @property
    def lang(self) -> str:
        return self.choice.lang

    @property
    def view(self) -> str:
        return view_of(self.choice)

    @property
    def is_over_time(self) -> bool:
        return self.view in ("place", "service")

    @cached_property
    def is_large(self) -> bool:
        """True when there are so many municipalities and services that a cell is a letter, not a link."""
        return self.view == "services" and len(self.shown_places) * len(self.shown_services) > LARGE

    @property
    def measure(self) -> str:
        return measure_of(self.choice)

    @cached_property
    def rows(self) -> list[dict]:
        return self.answer.rows()

    @cached_property
    def level_names(self) -> dict[int, str]:
        return {row["level"]: row[f"name_{self.lang}"] for row in self.levels}

    @cached_property
    def group_by_key(self) -> dict[tuple, dict]:
        """(sector, service) -> the figures of the group; services and the whole are None where they are summed."""
        return {(row["sector_code"], row["service_code"]): row for row in self.group}

    @cached_property
    def shown_places(self) -> list[dict]:
        """The places of the group in the reader's order: by name, or by area and then by name."""
        size, kind = compared(self.choice).size_class, self.choice.place_class
        found = [
            row
            for row in self.places
            if size in (None, row["size_class_code"]) and kind in (None, row["place_class_code"])
        ]
        by_area = self.choice.sort == "area"
        area, name = f"area_{self.lang}", f"name_{self.lang}"
        return sorted(found, key=lambda row: (alphabet(row[area]) if by_area else (), alphabet(row[name])))

    @cached_property
    def shown_services(self) -> list[dict]:
        """The services of the chosen sector, or all: by sector and then by name."""
        order = list(catalogue.current().codes["sectors"])
        found = [row for row in self.services if self.choice.sector in (None, row["sector_code"])]
        return sorted(found, key=lambda row: (order.index(row["sector_code"]), alphabet(row[f"name_{self.lang}"])))

    def name(self, kind: str, code: str) -> str:
        """The name of a place, a service or a sector in the reader's language; the code when nobody knows it."""
        if kind == "sector":
            return catalogue.current().codes["sectors"].get(code, {}).get(self.lang, code)
        rows = self.places if kind == "place" else self.services
        return next((row[f"name_{self.lang}"] for row in rows if row[f"{kind}_code"] == code), code)

    def group_words(self) -> str:
        """The compared group in words: size class and type of municipality."""
        codes = catalogue.current().codes
        size, kind = compared(self.choice).size_class, self.choice.place_class
        parts = [codes["size_classes"].get(size, {}).get(self.lang, size)] if size else []
        parts += [codes["municipality_classes"].get(kind, {}).get(self.lang, kind)] if kind else []
        return " · ".join(parts) or say(self.lang, "maturity.group.all")


def short(row: dict, lang: str) -> str:
    """What heads the column of a place: the letter of an example, otherwise its name."""
    return row["place_code"].upper() if row["place_code"].isalpha() else row[f"name_{lang}"]
