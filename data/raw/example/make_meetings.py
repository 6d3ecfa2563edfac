"""Makes the example meetings: 13 made-up dates, their agendas and a few made-up decisions, always the same.

    python data/raw/example/make_meetings.py [folder]

The steering group met 13 times, but no source tells when or what it decided. The figures that the decisions speak of
are real. The real files `data/raw/meetings.csv`, `meeting_items.csv` and `decisions.csv` take the place of these.
"""

import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED, SOURCE, PROGRAMME = 2016, "tilannekuva-esimerkki", "digikuntakokeilu"
FIRST, LAST, MEETINGS = date(2016, 9, 6), date(2019, 3, 19), 13
# panel, name in three languages; a shorter agenda leaves out what is only looked at when a year or the programme ends
ITEMS = (
    ("meeting-figures", "Tilannekatsaus", "Lägesöversikt", "The situation"),
    (
        "meeting-changes",
        "Muutokset edellisen kerran jälkeen",
        "Ändringar sedan förra gången",
        "Changes since last time",
    ),
    ("meeting-lights", "Kustannusten valo", "Kostnadernas ljus", "The light of the costs"),
    ("costs-estimate", "Kustannukset ja arvio", "Kostnader och uppskattning", "Costs and estimate"),
    ("costs-cumulative", "Kustannukset vuosittain", "Kostnader per år", "Costs by year"),
    ("costs-budget", "Kustannukset lajeittain", "Kostnader per slag", "Costs by type"),
    ("costs-bridge", "Avustuksista kustannuksiin", "Från understöd till kostnader", "From grants to costs"),
    ("costs-booked", "Kirjatut avustukset", "Bokförda understöd", "Grants booked"),
    ("grants-by-round", "Avustukset hauittain", "Understöd per ansökningsomgång", "Grants by round"),
    ("grants-register", "Avustusten luettelo", "Förteckning över understöden", "Register of grants"),
    ("grants-by-municipality", "Avustukset kunnittain", "Understöd per kommun", "Grants by municipality"),
    ("map-by-region", "Avustukset maakunnittain", "Understöd per landskap", "Grants by region"),
    ("method-missing", "Osallistujat", "Deltagare", "Participants"),
    ("experiments-register", "Kokeilut", "Försök", "Experiments"),
    ("maturity-levels", "Palvelujen digitaalisuus", "Hur digitala tjänsterna är", "How digital the services are"),
    ("meeting-assessments", "Uudet arvioinnit", "Nya bedömningar", "New assessments"),
    ("front-savings", "Arviot säästöistä", "Uppskattningar av inbesparingar", "Estimates of savings"),
    (
        "benefits-ledger",
        "Hyödyt: lupaus, mittaus, varmistus",
        "Nytta: löfte, mätning, bekräftelse",
        "Benefits: promise, measurement, confirmation",
    ),
    ("method-reconciliation", "Lukujen täsmäytys", "Avstämning av talen", "Reconciliation of the figures"),
    ("meeting-decisions", "Päätökset ja niiden toimeenpano", "Beslut och verkställighet", "Decisions and actions"),
    ("meeting-decision-changes", "Muuttuneet päätökset", "Ändrade beslut", "Changed decisions"),
)
WHOLE = (7, 12, 13)
AT_TIMES = {
    *("costs-cumulative", "costs-budget", "costs-bridge", "costs-booked", "grants-by-municipality", "map-by-region"),
    *("method-missing", "front-savings", "benefits-ledger", "method-reconciliation"),
}
# code, decided at meeting, done at meeting (None = still open), days to the due date, role, measure, panel, wording
DECISIONS = (
    (
        *("first-round", 4, 6, 217, "ministry", "grants_awarded", "grants-by-round"),
        "Ensimmäisen haun avustukset julkistetaan syksyllä 2017.",
        "Understöden i den första ansökningsomgången offentliggörs hösten 2017.",
        "The grants of the first round are announced in autumn 2017.",
    ),
    (
        *("follow-estimate", 7, 13, 400, "chair", "total_cost", "costs-estimate"),
        "Kustannuksia verrataan joka kokouksessa alkuperäiseen arvioon.",
        "Kostnaderna jämförs vid varje möte med den ursprungliga uppskattningen.",
        "Costs are measured against the original estimate at every meeting.",
    ),
    (
        *("explain-difference", 8, None, 90, "ministry", "awarded_minus_booked", "costs-booked"),
        "Selvitetään, miksi myönnetty ja kirjattu avustus eroavat.",
        "Det utreds varför beviljade och bokförda understöd skiljer sig åt.",
        "Find out why the grants awarded and the grants booked differ.",
    ),
    (
        *("self-assessment", 9, 13, 240, "association", "self_assessed", "maturity-levels"),
        "Kuntia pyydetään arvioimaan palvelujensa digitalisoinnin aste.",
        "Kommunerna ombeds bedöma hur digitala deras tjänster är.",
        "Municipalities are asked to assess how digital their services are.",
    ),
    (
        *("name-participants", 11, None, 200, "secretary", "municipalities_named", "experiments-participants"),
        "Ilmoittautuneiden kuntien nimet kootaan luetteloksi.",
        "Namnen på de anmälda kommunerna sammanställs i en förteckning.",
        "The names of the registered municipalities are put together in a list.",
    ),
    (
        *("final-cost", 12, None, 150, "ministry", "total_cost", "costs-budget"),
        "Ohjelman lopulliset kustannukset raportoidaan, kun kirjanpito on valmis.",
        "Programmets slutliga kostnader rapporteras när bokföringen är klar.",
        "The final costs of the programme are reported when the books are closed.",
    ),
)


def days() -> list[date]:
    """The made-up dates: about every eleven weeks, on a weekday."""
    chance, step = random.Random(SEED), (LAST - FIRST) / (MEETINGS - 1)
    found = [FIRST + step * place + timedelta(days=chance.randint(-6, 6)) for place in range(1, MEETINGS - 1)]
    return [each - timedelta(days=max(0, each.weekday() - 4)) for each in (FIRST, *found, LAST)]


def code(number: int) -> str:
    """The code of a meeting."""
    return f"meeting-{number:02d}"


def told(day: date) -> dict:
    """Where a row comes from and since when it is known."""
    return {"source_id": SOURCE, "known_since": day.isoformat()}


def meetings() -> list[dict]:
    """One row a meeting."""
    return [
        {
            "meeting_code": code(number),
            "programme_code": PROGRAMME,
            "meeting_number": number,
            "held_on": day.isoformat(),
        }
        | told(day)
        for number, day in enumerate(days(), start=1)
    ]


def agenda(number: int) -> list[tuple[str, ...]]:
    """The items of a meeting in their order."""
    return [item for item in ITEMS if number in WHOLE or item[0] not in AT_TIMES]


def items() -> list[dict]:
    """The agenda of each meeting: the whole one when a year or the programme ends, otherwise a shorter one."""
    return [
        {"meeting_code": code(number), "item_number": place, "name_fi": fi, "name_sv": sv, "name_en": en}
        | {"panel_code": panel}
        | told(day)
        for number, day in enumerate(days(), start=1)
        for place, (panel, fi, sv, en) in enumerate(agenda(number), start=1)
    ]


def decisions() -> list[dict]:
    """One row for each state of a decision: open from its meeting, done from a later one."""
    found = []
    for name, made, done, due, role, measure, panel, fi, sv, en in DECISIONS:
        held = days()[made - 1]
        for status, number in (("open", made), ("done", done)):
            if number is None:
                continue
            reported = days()[number - 1]
            row = {"decision_code": name, "reported_on": reported.isoformat(), "meeting_code": code(made)}
            row |= {"wording_fi": fi, "wording_sv": sv, "wording_en": en, "owner_role_code": role}
            row |= {"due_on": (held + timedelta(days=due)).isoformat(), "decision_status_code": status}
            found.append(
                row | {"measure_code": measure, "figure_as_of": held.isoformat(), "panel_code": panel} | told(reported)
            )
    return sorted(found, key=lambda row: (row["decision_code"], row["reported_on"]))


def write(folder: Path) -> None:
    """The three deliveries as files."""
    for name, rows in {"meetings": meetings(), "meeting_items": items(), "decisions": decisions()}.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0], delimiter=";", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
