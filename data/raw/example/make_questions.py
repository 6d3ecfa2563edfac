"""Makes the example questions of readers: made up, always the same; what the answers say of the figures is true.

    python data/raw/example/make_questions.py [folder]

The real file `data/raw/public_questions.csv` takes the place of this one. Nobody asked these questions. They are dated
before the final report, so they ask only of what was known before it: grants of 2017 and 2018, and participants.
"""

import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED, SOURCE, FIRST = 306, "tilannekuva-esimerkki", date(2019, 1, 14)
# code, panel, days to the answer (None = still open), question and answer in three languages
QUESTIONS = (
    (
        *("two-projects", "grants-by-round", 5),
        "Miksi vuonna 2018 on 12 avustusta, vaikka Kuntaliiton uutinen laskee 14 hanketta?",
        "Varför finns det 12 understöd år 2018, fast Kommunförbundets nyhet räknar 14 projekt?",
        "Why are there 12 grants in 2018 when the news of the Association counts 14 projects?",
        "Kangasniemi ja Seinäjoki saivat kumpikin yhden avustuksen kahteen hankkeeseen. "
        "Laskemme avustukset kerran; kokeilut ovat omia rivejään.",
        "Kangasniemi och Seinäjoki fick var sitt understöd för två projekt. "
        "Vi räknar understöden en gång; försöken står på egna rader.",
        "Kangasniemi and Seinäjoki each received one grant for two projects. "
        "We count the grants once; the experiments have rows of their own.",
    ),
    (
        *("joint-shares", "grants-by-municipality", 9),
        "Paljonko kukin kunta sai yhteishankkeen avustuksesta?",
        "Hur mycket fick varje kommun av understödet till ett samprojekt?",
        "How much of a joint grant did each municipality get?",
        "Osuuksia ei ole kerrottu lähteissä, joten emme jaa summaa. "
        "Tasajako on valittavissa, ja se on merkitty laskelmaksi.",
        "Andelarna uppges inte i källorna, så vi delar inte upp beloppet. "
        "En jämn fördelning kan väljas, och den är märkt som en kalkyl.",
        "The sources do not state the shares, so we do not divide the amount. "
        "An equal split can be chosen, and it is marked as a calculation.",
    ),
    (
        *("missing-names", "experiments-participants", None),
        "Mitkä ovat ne ilmoittautuneet kunnat, joiden nimeä ei mainita?",
        "Vilka är de anmälda kommuner som inte nämns vid namn?",
        "Which are the registered municipalities that are not named?",
        *("", "", ""),
    ),
)
NAMES = ("question_code", "asked_on", "panel_code", "question_fi", "question_sv", "question_en")
NAMES += ("answer_fi", "answer_sv", "answer_en", "answered_on", "source_id", "known_since")


def rows() -> list[dict]:
    """A row when a question was published, and a second one when it was answered."""
    chance, found, asked = random.Random(SEED), [], FIRST
    for code, panel, days, *words in QUESTIONS:
        first = dict(zip(NAMES, (code, asked.isoformat(), panel, *words[:3], "", "", "", ""), strict=False))
        found.append(first | told(asked))
        if days is not None:
            answered = asked + timedelta(days=days)
            answer = dict(zip(NAMES[6:9], words[3:], strict=True)) | {"answered_on": answered.isoformat()}
            found.append(first | answer | told(answered))
        asked += timedelta(days=chance.randint(18, 40))
    return sorted(found, key=lambda row: (row["question_code"], row["known_since"]))


def told(day: date) -> dict:
    """Where a row comes from and since when it is known."""
    return {"source_id": SOURCE, "known_since": day.isoformat()}


def write(folder: Path) -> None:
    """The delivery as a file."""
    with (folder / "public_questions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, NAMES, delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
