"""Letters that are not what they seem: those that cannot be seen, were read wrongly before, or are of two alphabets."""

import re
import unicodedata

from data.problems import is_hidden

_READ_WRONG = re.compile("Ã[\u0080-\u00bf‚-™]|Â[\u0080-\u00bf]|â€")
_WORD = re.compile(r"\w+")
_ALIKE = frozenset(("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"))


def hidden_in(text: str, *, allowed: str) -> list[str]:
    """The numbers of the characters that cannot be seen; plain printable ASCII has none."""
    if text.isascii() and text.isprintable():
        return []
    return sorted({f"U+{ord(char):04X}" for char in text if is_hidden(char) and char not in allowed})


def odd_letters(text: str) -> tuple[str, dict[str, str]] | None:
    """The rule that the letters of a text break, with its details; None when they are what they seem."""
    if text.isascii():
        return None
    if _READ_WRONG.search(text):
        return "double-encoded", {}
    mixed = [word for word in _WORD.findall(text) if _is_mixed(word)]
    return ("mixed-script", {"word": mixed[0]}) if mixed else None


def _is_mixed(word: str) -> bool:
    """Whether Latin letters stand in one word with Greek or Cyrillic ones that look the same."""
    scripts = {unicodedata.name(char, "").split(" ")[0] for char in word if char.isalpha()}
    return "LATIN" in scripts and bool(scripts & _ALIKE)
