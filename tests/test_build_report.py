"""The report of what is wrong: complete in three languages, grouped, truly counted, and safe to print."""

import json
import re
import string
from pathlib import Path

from data import problems
from data.problems import Problem
from tests import tiny

LANGUAGES = ("fi", "sv", "en")
PROGRAM = Path(problems.__file__).parent
RULES = {name: entry for name, entry in problems._words().items() if name != "report"}


def test_every_rule_says_what_is_wrong_and_how_to_mend_it_in_three_languages():
    for name, entry in RULES.items():
        assert set(entry) == {*LANGUAGES, *(f"mend_{lang}" for lang in LANGUAGES)}, name
        assert len({entry[lang] for lang in LANGUAGES}) == 3, name


def test_the_three_languages_of_a_sentence_want_the_same_facts():
    for name, entry in RULES.items():
        for prefix in ("", "mend_"):
            fields = [{f[1] for f in string.Formatter().parse(entry[prefix + lang]) if f[1]} for lang in LANGUAGES]
            assert fields[0] == fields[1] == fields[2], name


def test_every_rule_is_used_and_every_rule_used_has_its_sentences():
    code = "".join(path.read_text() for path in PROGRAM.rglob("*.py"))
    assert [name for name in RULES if f'"{name}"' not in code] == []
    used = re.findall(r'Problem\([^()]*?, "([a-z-]+)"', code) + re.findall(r'CellError\("([a-z-]+)"', code)
    assert set(used) <= set(RULES)
    assert len(set(used)) > 30


def test_a_line_says_where_what_and_how(folder):
    tiny.edit(folder, "raw/gifts.csv", "2001;10;", "2001;10%;")
    text = problems.as_text(tiny.problems(folder), "en")
    assert text.splitlines() == [
        "ERROR raw/gifts.csv · row 2 · G amount_eur [number-format]",
        "    The number 10% cannot be read for certain as it is written.",
        "    Write the number in digits with a decimal comma and a minus: -1234,50",
        "Errors: 1. Warnings: 0. Notes: 0.",
    ]


def test_the_text_of_a_sum_is_the_catalogues_own(folder):
    tiny.edit(folder, "raw/totals.csv", "2001;30;", "2001;31;")
    assert "Årets gåvor är tillsammans den tryckta summan. Ställe: 2001." in problems.as_text(
        tiny.problems(folder), "sv"
    )


def test_the_same_report_can_be_read_by_a_program(folder):
    tiny.edit(folder, "raw/gifts.csv", "2001;10;", "2001;10%;")
    told = json.loads(json.dumps(problems.as_data(tiny.problems(folder))))
    (line,) = told["lines"]
    assert (told["ok"], told["count"], told["errors"], told["warnings"]) == (False, 1, 1, 0)
    assert {key: line[key] for key in ("file", "row", "column", "value", "rule", "severity", "count", "rows")} == {
        "file": "raw/gifts.csv",
        "row": 2,
        "column": "amount_eur",
        "value": "10%",
        "rule": "number-format",
        "severity": "error",
        "count": 1,
        "rows": [2],
    }
    assert line["what"]["fi"] == "Lukua 10% ei voi lukea varmasti näin kirjoitettuna."
    assert set(line["mend"]) == set(LANGUAGES)


def test_invisible_characters_are_shown_by_their_number():
    assert problems.visible("8\u200b37\u202e\u00a0x") == "8[U+200B]37[U+202E][U+00A0]x"


def test_a_long_value_is_cut():
    assert problems.visible("x" * 500) == "x" * 80 + "…"


def test_personal_data_are_never_repeated_in_the_report(folder):
    tiny.edit(folder, "raw/gifts.csv", ";Palautus;", ";Nimi 131052-308T;")
    found = tiny.problems(folder)
    assert [(each.row, each.rule) for each in found] == [(5, "personal-data")]
    assert "131052" not in problems.as_text(found, "fi") + json.dumps(problems.as_data(found))


def test_up_to_ten_of_a_kind_are_told_one_by_one():
    found = [Problem("a.csv", "not-a-number", row=row, column="x", value="y") for row in range(2, 12)]
    assert [line.rows for line in problems.lines(found)] == [(row,) for row in range(2, 12)]


def test_many_of_a_kind_are_one_line_with_a_true_count():
    found = [Problem("a.csv", "not-a-number", row=row, column="x", value="y") for row in range(2, 3002)]
    (line,) = problems.lines(found)
    assert (line.count, line.rows) == (3000, tuple(range(2, 12)))
    text = problems.as_text(found, "fi")
    assert "3000 kohtaa, ensimmäiset rivit: 2, 3, 4" in text
    assert text.endswith("Virheitä: 3000. Varoituksia: 0. Huomautuksia: 0.")


def test_a_report_has_at_most_a_thousand_lines_and_says_how_many_there_are():
    found = [Problem("a.csv", "not-a-number", row=row, column=f"x{row}", value="y") for row in range(2, 1502)]
    assert len(problems.lines(found)) == 1000
    assert "1000 places are shown; there are 1500 in all." in problems.as_text(found, "en")


def test_lines_come_in_the_order_of_the_files_and_rows():
    found = [Problem(file, "missing-value", row=row, column="x") for file, row in (("b", 3), ("b", 2), ("a", 9))]
    assert [(line.problem.file, line.rows) for line in problems.lines(found)] == [("a", (9,)), ("b", (2,)), ("b", (3,))]


def test_braces_in_a_value_are_only_text():
    assert "{row} {0}" in Problem("a.csv", "not-a-number", row=2, column="x", value="{row} {0}").texts("en")[0]
