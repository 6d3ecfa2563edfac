"""Every word of the data in three languages: headings, descriptions, code labels, rules, and the texts in the rows."""

import csv
import re
import tomllib
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "data"
LANGUAGES = ("fi", "sv", "en")
NAMES_OF_LANGUAGES = {
    "fi": {"fi": "suomeksi", "sv": "ruotsiksi", "en": "englanniksi"},
    "sv": {"fi": "på finska", "sv": "på svenska", "en": "på engelska"},
    "en": {"fi": "in Finnish", "sv": "in Swedish", "en": "in English"},
}
# Names of projects and services that are the same in every language.
PROPER_NAMES = {"D9", "DIGIOPE", "DigiLab", "Helmi", "KIRA-digi", "KunTeko", "Lämpiö", "Suomidigi"}
# A place often has the same name in two or three languages.
TABLES_OF_PLACES = {"municipalities", "regions"}


def read(path: Path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def toml(name: str) -> dict:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


COLUMNS, TABLES, SOURCES, RULES = (toml(f"{name}.toml") for name in ("columns", "tables", "sources", "rules"))
IN_GIT = [name for name, table in TABLES.items() if table["kind"] == "real" and "may_be_absent" not in table]
ROWS = {name: read(DATA / "raw" / f"{name}.csv") for name in IN_GIT}
CODES = {path.stem: read(path) for path in sorted((DATA / "codes").glob("*.csv"))}


def triples():
    """Every (place, fi, sv, en) that a reader can meet: headings, code labels, sources, rules, cells."""
    for name, entry in {**COLUMNS, **TABLES, **SOURCES}.items():
        yield (name, *(entry[lang] for lang in LANGUAGES))
    for name, table in TABLES.items():
        yield (f"{name}.row", *(table["row"][lang] for lang in LANGUAGES))
        for each in table.get("sums", []):
            yield (each["id"], *(each[lang] for lang in LANGUAGES))
    for rule in RULES["rule"]:
        yield (rule["id"], *(rule[lang] for lang in LANGUAGES))
        if "explained_fi" in rule:
            yield (rule["id"], *(rule[f"explained_{lang}"] for lang in LANGUAGES))
    for name, rows in CODES.items():
        for row in rows:
            yield (f"{name}.{row['code']}", *(row[lang] for lang in LANGUAGES))
    yield from triples_of_rows()


def triples_of_rows():
    for name, rows in ROWS.items():
        stems = [column[:-3] for column in TABLES[name]["columns"] if column.endswith("_fi")]
        for row in rows:
            for stem in stems:
                cells = [row[f"{stem}_{lang}"] for lang in LANGUAGES]
                if any(cells):
                    yield (f"{name}.{stem}", *cells)


def test_no_text_is_missing_in_any_language():
    assert [place for place, *texts in triples() if not all(text.strip() for text in texts)] == []


def test_no_finnish_text_stands_for_its_translation():
    words = re.compile(r"[^\W\d_]{3,}")
    untranslated = [
        place
        for place, fi, sv, en in triples()
        if place.split(".")[0] not in TABLES_OF_PLACES
        and words.search(fi)
        and not set(re.split(r"; ", fi)) <= PROPER_NAMES
        and fi in (sv, en)
    ]
    assert untranslated == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_heading_of_text_in_one_language_names_the_language(lang):
    pattern = re.compile(r".+_(fi|sv|en)")
    named = {name: match.group(1) for name in COLUMNS if (match := pattern.fullmatch(name))}
    assert [name for name, of in named.items() if NAMES_OF_LANGUAGES[lang][of] not in COLUMNS[name][lang]] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_columns_of_a_table_have_the_same_heading(lang):
    headings = {name: [COLUMNS[column][lang] for column in table["columns"]] for name, table in TABLES.items()}
    assert {name: each for name, each in headings.items() if len(set(each)) != len(each)} == {}


def test_numbers_in_texts_have_no_breaking_spaces():
    broken = re.compile(r"\d [€%]|\d \d{3}(?!\d)")
    assert [(place, text) for place, *texts in triples() for text in texts if broken.search(text)] == []
