"""Makes the example assessments: 23 made-up municipalities, always the same.

    python data/raw/example/make_assessments.py [folder]

No value here comes from any municipality. The real files `data/raw/assessed_places.csv` and `data/raw/assessments.csv`,
when they are there, take the place of these as a whole.
"""

import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED, SOURCE, KNOWN = 2020, "tilannekuva-esimerkki", "2018-01-31"
SIZES = "mmmmmmmmmmsssssssssllll"  # A–J medium, K–S small, T–W large
CLASSES = {
    "s": ("rural", "rural", "semi_urban"),
    "m": ("semi_urban", "urban", "semi_urban", "rural"),
    "l": ("urban",),
}
SIZE_CODES = {"s": "small", "m": "medium", "l": "large"}
MEASURES = ("digital_depth", "solutions_in_use", "take_up")
FAVOURED = {
    "library": 28,
    "permits": 15,
    "early_education": 15,
    "basic_education": 12,
    "premises": -15,
    "business": -25,
}
NEVER_ASSESSED = ("e", "n", "s")
RARELY_ASSESSED = {"business": 0.12}
NOT_APPLICABLE = {"b": ("upper_secondary",), "g": ("upper_secondary",), "k": ("upper_secondary",), "m": ("planning",)}
ROUNDS = (date(2018, 2, 1), date(2018, 6, 1), date(2018, 10, 1), date(2019, 2, 1))
LATER_METHODS = {"c": "audited", "f": "remote", "l": "remote", "t": "audited", "u": "audited"}
TARGETS = (("2018-01-31", 20), ("2019-03-31", 40), ("2020-12-31", 60), ("2023-12-31", 80))


def places() -> list[dict]:
    """Example municipalities A–W with size class, type and one of four made-up areas."""
    found = []
    for place, size in enumerate(SIZES):
        letter, area = chr(ord("A") + place), place % 4 + 1
        found.append(
            {
                "place_code": letter.lower(),
                "name_fi": f"Esimerkkikunta {letter}",
                "name_sv": f"Exempelkommun {letter}",
                "name_en": f"Example municipality {letter}",
                "size_class_code": SIZE_CODES[size],
                "place_class_code": CLASSES[size][place % len(CLASSES[size])],
                "area_code": f"area-{area}",
                "area_fi": f"Esimerkkimaakunta {area}",
                "area_sv": f"Exempellandskap {area}",
                "area_en": f"Example region {area}",
                "source_id": SOURCE,
                "known_since": KNOWN,
            }
        )
    return found


def phases() -> dict[str, int]:
    """Service -> how many phases its process has, as `data/raw/service_phases.csv` says."""
    with (HERE.parent / "service_phases.csv").open(encoding="utf-8", newline="") as file:
        counted: dict[str, int] = {}
        for row in csv.DictReader(file, delimiter=";"):
            counted[row["service_code"]] = counted.get(row["service_code"], 0) + 1
        return counted


def assessments() -> list[dict]:
    """Every assessment, in the order of the key."""
    chance, found = random.Random(SEED), []
    for place in places():
        code = place["place_code"]
        start = {"small": 12, "medium": 24, "large": 38}[place["size_class_code"]] + chance.randint(-12, 14)
        days = [each + timedelta(days=chance.randint(0, 24)) for each in ROUNDS]
        taken = sorted(chance.sample(days, chance.choice((2, 3, 3, 4))))
        for service, count in phases().items():
            found += of_service(chance, code, service, count, start + FAVOURED.get(service, 0), taken)
    return sorted(found, key=lambda row: [row[name] for name in ("place_code", "service_code", "measure_code")])


def of_service(chance, place: str, service: str, phases: int, start: int, days: list[date]) -> list[dict]:
    """The assessments of one service of a place: none, without values, or a path that mostly rises."""
    start += chance.randint(-14, 14)
    has_been = chance.random() < RARELY_ASSESSED.get(service, 0.93)
    is_silent = chance.random() < 0.05
    if place in NEVER_ASSESSED or not has_been:
        return []
    found, own = [], start
    for day in days:
        own += chance.choice((-8, 0, 3, 6, 10, 16))
        own = min(100, max(3, own))
        method = LATER_METHODS.get(place, "self") if day == days[-1] else "self"
        state = "assessed"
        if service in NOT_APPLICABLE.get(place, ()):
            state = "not_applicable"
        elif is_silent and day == days[-1]:
            state = "not_stated"
        found += [one(chance, place, service, phases, own, day, method, state, each) for each in MEASURES]
    return found


def one(chance, place: str, service: str, phases: int, own: int, day: date, method: str, state: str, measure: str):
    """One row: the depth is counted from the phases that are digital, the others vary around it."""
    row = {"place_code": place, "service_code": service, "measure_code": measure, "assessed_on": day.isoformat()}
    row |= {"method_code": method, "assessment_state": state, "value_pct": "", "digital_phases": ""}
    spread = chance.randint(-18, 12)
    if state == "assessed" and measure == "digital_depth":
        digital = min(phases, round(own / 100 * phases))
        row["value_pct"] = f"{100 * digital / phases:.2f}".rstrip("0").rstrip(".")
        row["digital_phases"] = " ".join(str(each) for each in range(1, digital + 1))
    elif state == "assessed":
        row["value_pct"] = str(min(100, max(0, own + spread)))
    known = day + timedelta(days=14)
    return row | {"source_id": SOURCE, "known_since": known.isoformat()}


def targets() -> list[dict]:
    """A made-up path: the same for each measure."""
    return [
        {"measure_code": each, "target_on": day, "value_pct": value, "source_id": SOURCE, "known_since": KNOWN}
        for each in MEASURES
        for day, value in TARGETS
    ]


def write(folder: Path) -> None:
    """The three deliveries as files."""
    tables = {"assessed_places": places(), "assessments": assessments(), "maturity_targets": targets()}
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0], delimiter=";", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
