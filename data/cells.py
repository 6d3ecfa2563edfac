"""What one cell says: the grammar of numbers, dates, codes and plain text. Nothing is guessed and nothing is rounded.

`parse` gives the value or raises CellError with the rule that was broken; numbers become Decimal or int, never float.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from data import personal
from data.entries import CENTS, Column, Texts
from data.problems import is_hidden

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
MAX_INTEGER = Decimal(2**53 - 1)  # the largest whole number that a browser and Excel keep exactly
MAX_DECIMAL = Decimal("99999999999999.99")  # DECIMAL(16,2); with more decimals, a tenth for each
EDGES = " \t\u00a0\u2007\u202f"

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.([0-9]+))?")
_NEARLY_A_NUMBER = re.compile(
    r"(?:[-+\u2212\u2013]?[ .,'\u00a0\u2007\u202f]*[0-9][ 0-9.,'\u00a0\u2007\u202f]*|\([0-9][ 0-9.,\u00a0]*\))"
    r"(?:[eE][+-]?[0-9]+)?[ \u00a0]?[€%]?"
)
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
_EXCEL_ERROR = re.compile(r"#(?:N/A|[A-ZÅÄÖ0-9/]+[!?])", re.IGNORECASE)
_MISSING = frozenset(
    ("-", "–", "—", "\u2212", ".", "..", "...", "…", ":", "n/a", "na", "nan", "null", "none", "inf", "-inf")
)
_TOTALS = frozenset(
    ("yhteensä", "kaikki yhteensä", "summa", "koko maa", "totalt", "sammanlagt", "hela landet", "total")
)
_READ_WRONG = re.compile("Ã[\u0080-\u00bf‚-™]|Â[\u0080-\u00bf]|â€")
_WORD = re.compile(r"\w+")


class CellError(ValueError):
    """A cell breaks a rule: `rule` is its id in `problems.toml`, `details` what its sentences want to know."""

    def __init__(self, rule: str, **details: str):
        super().__init__(rule)
        self.rule, self.details = rule, details


def tidy(text: str) -> str:
    """The cell without spaces at its edges, its letters composed (ä as one character, not two)."""
    return unicodedata.normalize("NFC", text.strip(EDGES))


def parse(column: Column, text: str, codes: dict[str, Texts] | None = None):
    """The value of a tidy cell: str, int, Decimal, date or bool; None when empty. Raises CellError."""
    if not text:
        return None
    hidden = _hidden(text, allowed="\n" if column.type == "text" else "")
    if hidden:
        raise CellError("control-character", found=", ".join(hidden))
    if _EXCEL_ERROR.fullmatch(text):
        raise CellError("excel-error")
    if text.casefold() in _MISSING and not (codes and text in codes):
        raise CellError("missing-mark")
    return _PARSERS[column.type](column, text, codes)


def _hidden(text: str, *, allowed: str) -> list[str]:
    """The numbers of the characters that cannot be seen; plain printable ASCII has none."""
    if text.isascii() and text.isprintable():
        return []
    return sorted({f"U+{ord(char):04X}" for char in text if is_hidden(char) and char not in allowed})


def _text(column: Column, text: str, codes) -> str:
    if text.casefold() in _TOTALS:
        raise CellError("totals-row")
    if _READ_WRONG.search(text):
        raise CellError("double-encoded")
    mixed = [word for word in _WORD.findall(text) if _is_mixed(word)]
    if mixed:
        raise CellError("mixed-script", word=mixed[0])
    kind = personal.kind_of(text)
    if kind:
        raise CellError(kind)
    if len(text) > column.max_length:
        raise CellError("too-long", length=str(len(text)), limit=str(column.max_length))
    if column.pattern and not re.fullmatch(column.pattern, text):
        raise CellError("pattern", pattern=column.pattern)
    return text


def _is_mixed(word: str) -> bool:
    """Whether Latin letters stand in one word with Greek or Cyrillic ones that look the same."""
    scripts = {unicodedata.name(char, "").split(" ")[0] for char in word if char.isalpha()}
    return "LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})


def _code(column: Column, text: str, codes) -> str:
    if codes is not None and text in codes:
        return text
    if text.casefold() in _TOTALS:
        raise CellError("totals-row")
    if text.startswith("*"):
        raise CellError("footnote-row")
    kind = personal.kind_of(text)
    if kind:
        raise CellError(kind)
    if codes is not None:
        raise CellError("unknown-code", allowed=", ".join(codes), list=column.codes or "")
    if not re.fullmatch(column.pattern or _CODE.pattern, text):
        raise CellError("code-format", pattern=column.pattern or _CODE.pattern)
    return text


def _integer(column: Column, text: str, codes) -> int:
    if not _INTEGER.fullmatch(text):
        raise CellError("not-a-whole-number" if _DECIMAL.fullmatch(text) else _number_fault(text))
    _limit(column, Decimal(text), -MAX_INTEGER, MAX_INTEGER)
    return int(text)


def _decimal(column: Column, text: str, codes) -> Decimal:
    match = _DECIMAL.fullmatch(text)
    if not match:
        raise CellError(_number_fault(text))
    places = len(match[1] or "")
    if places > column.scale:
        raise CellError("ambiguous-number" if places == 3 else "decimals", scale=str(column.scale))
    value, most = Decimal(text), MAX_DECIMAL.scaleb(CENTS - column.scale)
    _limit(column, value, -most, most)
    return value.quantize(Decimal(1).scaleb(-column.scale))


def _number_fault(text: str) -> str:
    """Which rule a text breaks that is not a number: one written in another way, or none at all."""
    return "number-format" if len(text) <= 60 and _NEARLY_A_NUMBER.fullmatch(text) else "not-a-number"


def _date(column: Column, text: str, codes) -> date:
    match = _DATE.fullmatch(text)
    if not match:
        raise CellError("date-format")
    try:
        value = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise CellError("no-such-day") from error
    _limit(column, value, FIRST_DAY, LAST_DAY)
    return value


def _boolean(column: Column, text: str, codes) -> bool:
    if text not in ("true", "false"):
        raise CellError("not-a-boolean")
    return text == "true"


def _limit(column: Column, value, lowest, highest) -> None:
    """Raise `range` when a value is outside the column's limits, or what can be kept exactly."""
    least = lowest if column.min is None else max(lowest, column.min)
    most = highest if column.max is None else min(highest, column.max)
    if not least <= value <= most:
        raise CellError("range", least=str(least), most=str(most))


_PARSERS = {"text": _text, "code": _code, "integer": _integer, "decimal": _decimal, "date": _date, "boolean": _boolean}
