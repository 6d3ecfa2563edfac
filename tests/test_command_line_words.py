"""What the command line can say: every sentence in three languages, and none that is never said."""

import re
import string
from pathlib import Path

from data import messages

LANGUAGES = ("fi", "sv", "en")
PROGRAM = Path(messages.__file__).parent


def test_every_sentence_is_there_in_three_languages_with_the_same_facts():
    for key, entry in messages._words().items():
        assert set(entry) == set(LANGUAGES), key
        fields = [{field[1] for field in string.Formatter().parse(entry[lang]) if field[1]} for lang in LANGUAGES]
        assert fields[0] == fields[1] == fields[2], key


def test_every_sentence_is_said_somewhere():
    code = "".join(path.read_text() for path in PROGRAM.rglob("*.py"))
    said = set(re.findall(r'"([a-z_]+)"', code))
    derived = ("help_", "record_", "form_", "marked_", "preview_rule_")
    assert [key for key in messages._words() if key not in said and not key.startswith(derived)] == []
