"""Every word is said in three languages, with the same values in its sentences."""

import re
import tomllib
from pathlib import Path

import pytest

import queries
from components import text

PLACEHOLDER = re.compile(r"\{(\w+)\}")
CALL = re.compile(r'(?:say|say_count|sentence)\(\s*[\w.]+,\s*f?"([a-z0-9_.{}\[\]\'()]+)"')
ROOT = Path(__file__).parent.parent


def test_every_key_has_three_languages_and_none_is_empty():
    slugs = {key for key in text.words() if key.endswith(".slug")}
    empty = [key for key, said in text.words().items() if not all(said.values()) and key not in slugs]
    assert empty == []


def test_a_sentence_has_the_same_values_in_every_language():
    differing = [
        key
        for key, said in text.words().items()
        if len({frozenset(PLACEHOLDER.findall(words)) for words in said.values()}) != 1
    ]
    assert differing == []


def test_a_count_has_both_plural_forms():
    ones = {key.removesuffix(".one") for key in text.words() if key.endswith(".one")}
    assert {key for key in ones if f"{key}.other" not in text.words()} == set()


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 avustusta"), (1, "1 avustus"), (2, "2 avustusta"), (21, "21 avustusta")]
)
def test_finnish_plurals_follow_the_count(count, words):
    assert text.say_count("fi", "grants.count", count=count) == words


def test_every_key_written_in_the_program_exists():
    written = {
        key
        for path in [*ROOT.glob("components/**/*.py"), *ROOT.glob("pages/*.py")]
        for key in CALL.findall(path.read_text("utf-8"))
    }
    families = {
        re.compile(re.sub(r"\{[^}]*\}", "[a-z0-9_.]+", key.replace(".", r"\.")) + r"(\.one|\.other)?")
        for key in written
    }
    missing = sorted(each.pattern for each in families if not any(each.fullmatch(key) for key in text.words()))
    assert missing == []


def test_components_in_a_sentence_stand_in_their_places():
    assert text.sentence("fi", "grants.register.answer", count="A", amount="B") == [
        "Näkymässä on ",
        "A",
        ", yhteensä ",
        "B",
        ".",
    ]


def test_every_question_has_its_name_in_words():
    assert [name for name in queries.names() if f"downloads.question.{name}" not in text.words()] == []


def test_every_question_is_told_in_words():
    assert [name for name in queries.names() if f"answers.{name}.question" not in text.words()] == []


def test_the_english_of_a_question_begins_as_its_sql():
    said = {name: text.say("en", f"answers.{name}.question") for name in queries.names()}
    assert [name for name, words in said.items() if not words.startswith(f"{queries.question(name).title} ")] == []


def test_every_choice_of_a_question_is_told_in_words():
    untold = {
        (name, choice)
        for name in queries.names()
        for choice in queries.question(name).params
        if not text.words().keys() & {f"answers.{name}.{choice}", f"interface.parameter.{choice}"}
    }
    assert untold == set()


def test_no_words_are_kept_of_a_question_or_choice_that_is_not_there():
    asked = {
        f"answers.{name}.{part}" for name in queries.names() for part in ("question", *queries.question(name).params)
    }
    assert {key for key in text.words() if key.startswith("answers.")} - asked == set()


def test_no_file_of_words_repeats_a_key():
    for path in text.FOLDER.glob("*.toml"):
        tomllib.loads(path.read_text("utf-8"))


def test_a_missing_language_is_named(tmp_path, monkeypatch):
    (tmp_path / "a.toml").write_text('[b]\nfi = "x"\nsv = "y"\n', "utf-8")
    monkeypatch.setattr(text, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"a\.b"):
        text.words.__wrapped__()
