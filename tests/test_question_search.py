"""What is found by a reader's own words, however they are written."""

import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from tests.handful import PLACES, grants, named

LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
TURKU = {"municipality_code": "853", **named(fi="Turku", sv="Åbo"), "languages_code": "fi", "valid_from": "2016-01-01"}
TERM = {"term_code": "return", **named(fi="Palautus", sv="Återbetalning"), **named("definition", fi="Nokia antoi")}
PROGRAMME = {"programme_code": "p", **named(fi="Digiohjelma"), **named("summary", fi="Kokeiluja kunnissa")}
EXPERIMENTS = [
    {"experiment_code": "puhe", **named("title", fi=title), "known_since": day}
    for title, day in (("Puhe vanha", "2017-01-01"), ("Puheentunnistus", "2018-01-01"))
]


@pytest.fixture
def find(handful):
    """The hits of some words in a handful of places, one grant, one programme and one term."""
    given_tables = grants({"id": "2017-seutuvaraamo", "to": ["536", "418"], "eur": 5})
    given_tables["municipalities"] = [*PLACES["municipalities"], TURKU]
    ask = handful(given_tables | {"terms": [TERM], "programmes": [PROGRAMME], "experiments": EXPERIMENTS})

    def hits(text: str | None) -> list[tuple]:
        return [(row["hit_kind"], row["code"], row["match_code"]) for row in ask("search_by_text", q=text).rows()]

    return hits


def test_the_same_name_comes_before_what_only_mentions_it(find):
    assert find("NOKIA") == [("municipality", "536", "exact"), ("grant", "2017-seutuvaraamo", "word")]


@pytest.mark.parametrize("text", ["Åbo", "abo", "ÅBO ", "853", "turku"])
def test_a_name_is_found_in_any_language_and_by_its_code(find, text):
    assert find(text) == [("municipality", "853", "exact")]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("nok", ("municipality", "536", "prefix")),
        ("kia", ("municipality", "536", "part")),
        ("nokai", ("municipality", "536", "typo")),
        ("hame", ("region", "07", "word")),
        ("tampereen seutu", ("city_region", "tampere", "exact")),
        ("varaamo", ("grant", "2017-seutuvaraamo", "part")),
        ("aterbetalning", ("term", "return", "exact")),
        ("puheentunistus", ("experiment", "puhe", "typo")),
        ("digiohjelma", ("programme", "p", "exact")),
        ("kokeiluja", ("programme", "p", "word")),
    ],
)
def test_each_kind_is_found_by_name_start_part_and_typing_error(find, text, hit):
    assert find(text)[0] == hit


def test_every_word_must_be_met(find):
    assert find("nokia seutuvaraamo") == [("grant", "2017-seutuvaraamo", "word")]
    near = find("nokia zzzz")
    assert ("municipality", "536", "near") in near
    assert {match for *_, match in near} == {"near"}


def test_without_a_hit_the_nearest_names_are_told(find):
    assert find("hollolanseutu")[0] == ("municipality", "098", "near")
    assert find("xxxxxx") == []


@pytest.mark.parametrize("text", [None, "%", "_", "'", '"', "😀", "-- ;", "\\", "​"])
def test_signs_alone_find_nothing(find, text):
    assert find(text) == []


@pytest.mark.parametrize("text", ["ä" * 80, "a " * 40, "%_" * 40, "'; DROP TABLE grants; --", "😀" * 80, "nokia" * 16])
def test_hostile_words_are_answered_soon(release_dir, text):
    queries.pin(None)
    started = time.perf_counter()
    assert len(queries.run("search_by_text", q=text).records) <= 50
    assert time.perf_counter() - started < 4


def test_words_that_are_too_long_or_broken_are_refused(release_dir):
    for text in ("a" * 81, "a\nb", ""):
        with pytest.raises(queries.BadParameter):
            queries.run("search_by_text", q=text)


@cache
def names() -> tuple[tuple[str, str], ...]:
    """(code, name) of every municipality whose name has at least six letters, in Finnish and in Swedish."""
    rows = queries.run("municipalities_by_name").rows()
    pairs = {(row["municipality_code"], row[f"name_{lang}"]) for row in rows for lang in ("fi", "sv")}
    return tuple(sorted(pair for pair in pairs if len(pair[1]) >= 6))


def mistyped(name: str, kind: str, at: int, letter: str) -> str:
    """A name with one letter wrong, missing, doubled with another, or two letters in each other's place."""
    at = at % len(name)
    if kind == "swapped":
        at = min(at, len(name) - 2)
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return {
        "wrong": name[:at] + letter + name[at + 1 :],
        "missing": name[:at] + name[at + 1 :],
        "extra": name[:at] + letter + name[at:],
    }[kind]


@given(
    st.integers(0, 10_000),
    st.sampled_from(["wrong", "missing", "extra", "swapped"]),
    st.integers(0, 40),
    st.sampled_from(LETTERS),
)
@settings(max_examples=60, deadline=None)
def test_a_municipality_is_found_in_spite_of_a_typing_error(release_dir, which, kind, at, letter):
    queries.pin(None)
    code, name = names()[which % len(names())]
    text = mistyped(name, kind, at, letter)
    found = [(row["hit_kind"], row["code"]) for row in queries.run("search_by_text", q=text).rows()]
    assert ("municipality", code) in found, text
