"""What one cell says: the grammar of numbers, dates, codes and plain text. Nothing is guessed and nothing is rounded.

`parse` gives the value or raises CellError with the rule that was broken; numbers become Decimal or int, never float.
What a cell may look like besides the plain form (`1 347,50 €`, `3.4.2024`, a municipality's name) is in `data.forms`.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from data import forms, personal
from data.entries import CENTS, Column, Texts
from data.forms import CellError, Faulty, Number
from data.letters import hidden_in, odd_letters
from data.registers import Register

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
MAX_INTEGER = Decimal(2**53 - 1)  # the largest whole number that a browser and Excel keep exactly
MAX_DECIMAL = Decimal("99999999999999.99")  # DECIMAL(16,2); with more decimals, a tenth for each
EDGES = " \t\r\n\u00a0\u2007\u202f"

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
_FIXED_DIGITS = re.compile(r"\[0-9\]\{([0-9])\}")
_EXCEL_ERROR = re.compile(r"#(?:N/A|[A-ZÅÄÖ0-9/]+[!?])", re.IGNORECASE)
_MISSING = frozenset(("-", "–", "—", "\u2212", ".", "..", "...", "…", ":"))
_NOTHING = frozenset(("n/a", "na", "nan", "null", "none", "inf", "-inf"))
_TOTALS = frozenset(
    ("yhteensä", "kaikki yhteensä", "summa", "koko maa", "totalt", "sammanlagt", "hela landet", "total")
)
_NUMERIC = ("integer", "decimal", "year")

__all__ = ["CellError", "Faulty", "Number", "Setting", "parse", "tidy"]


@dataclass(frozen=True)
class Setting:
    """What a cell is read against besides its column: code lists, registers and the day on which it is read."""

    codes: Mapping[str, Mapping[str, Texts]] = field(default_factory=dict)
    registers: Mapping[str, Register] = field(default_factory=dict)
    today: date = LAST_DAY


def tidy(text: str) -> str:
    """The cell without spaces at its edges, its letters composed (ä as one character, not two)."""
    if text.isascii():
        return text if isinstance(text, Number | Faulty) else text.strip(EDGES)
    return unicodedata.normalize("NFC", text.strip(EDGES))


def parse(column: Column, text: str, setting: Setting | None = None):
    """The value of a tidy cell: str, int, Decimal, date or bool; None when empty. Raises CellError."""
    if isinstance(text, Faulty) and (text.rule != "percent-format" or column.type in _NUMERIC):
        raise CellError(text.rule, **text.details)
    if not text:
        return None
    setting = setting or Setting()
    hidden = hidden_in(text, allowed="\n" if column.type == "text" else "")
    if hidden:
        raise CellError("control-character", found=", ".join(hidden))
    if _EXCEL_ERROR.fullmatch(text):
        raise CellError("excel-error")
    is_code = bool(column.codes) and text in setting.codes.get(column.codes, ())
    if text.casefold() in _MISSING and not is_code:
        raise CellError("missing-value", wording="missing-mark")
    if text.casefold() in _NOTHING and not is_code:
        raise CellError(*(("not-a-number",) if column.type in _NUMERIC else ("missing-value", "missing-mark")))
    return _PARSERS[column.type](column, text, setting)


def is_total(text: str) -> bool:
    """Whether a cell says that its row adds up others."""
    return text.casefold().rstrip(" :") in _TOTALS


def _text(column: Column, text: str, setting: Setting) -> str:
    _exact(text)
    if is_total(text) and not column.is_name:
        raise CellError("totals-row")
    odd = None if column.is_name else odd_letters(text)
    if odd:
        raise CellError(odd[0], **odd[1])
    _refuse_personal(text)
    if len(text) > column.max_length:
        raise CellError("too-long", length=str(len(text)), limit=str(column.max_length))
    if len(text) < column.min_length:
        raise CellError("too-short", length=str(len(text)), limit=str(column.min_length))
    if column.pattern and not re.fullmatch(column.pattern, text):
        raise CellError("pattern", pattern=column.pattern)
    return str(text)


def _exact(text: str) -> None:
    """Raise `precision` for a number so long that a spreadsheet has lost its last digits."""
    if isinstance(text, Number) and len(text.lstrip("-").replace(".", "")) > forms.EXACT_DIGITS:
        raise CellError("precision")


def _refuse_personal(text: str) -> None:
    kind = personal.kind_of(text)
    if kind:
        raise CellError("personal-data", wording=kind)


def _code(column: Column, text: str, setting: Setting) -> str:
    codes = setting.codes.get(column.codes) if column.codes else None
    if codes is not None and text in codes:
        return str(text)
    _exact(text)
    if is_total(text):
        raise CellError("totals-row")
    if text.startswith("*"):
        raise CellError("footnote-row")
    _refuse_personal(text)
    if column.register in setting.registers:
        return _registered(setting.registers[column.register], text)
    if codes is not None:
        return _listed(column, text, codes)
    return _patterned(column.pattern or _CODE.pattern, text)


def _registered(register: Register, text: str) -> str:
    code = register.code(text)
    if code is None:
        raise CellError("unknown-municipality")
    return code


def _listed(column: Column, text: str, codes: Mapping[str, Texts]) -> str:
    """The code of a list that a cell means: its word in some language, or the code without its leading zeros."""
    meant = {code for code, words in codes.items() if text.casefold() in {word.casefold() for word in words.values()}}
    meant |= {code for code in codes if text.isdigit() and code.isdigit() and text == code.lstrip("0")}
    if len(meant) == 1:
        return meant.pop()
    raise CellError("unknown-code", allowed=", ".join(codes), list=column.codes or "")


def _patterned(pattern: str, text: str) -> str:
    fixed = _FIXED_DIGITS.fullmatch(pattern)
    padded = text.zfill(int(fixed[1])) if fixed and text.isascii() and text.isdigit() else text
    if not re.fullmatch(pattern, padded):
        raise CellError("code-format", pattern=pattern)
    return str(padded)


def _integer(column: Column, text: str, setting: Setting) -> int:
    value = forms.whole_number(text, unit=column.unit)
    _limit(column, Decimal(value), -MAX_INTEGER, MAX_INTEGER)
    return value


def _year(column: Column, text: str, setting: Setting) -> int:
    if not (text.isascii() and text.isdigit()):
        raise CellError("not-a-whole-number")
    last = LAST_DAY.year if column.ahead is None else setting.today.year + column.ahead
    _limit(column, Decimal(text), FIRST_DAY.year, last)
    return int(text)


def _decimal(column: Column, text: str, setting: Setting) -> Decimal:
    value = forms.decimal_number(text, scale=column.scale, unit=column.unit)
    most = MAX_DECIMAL.scaleb(CENTS - column.scale)
    _limit(column, value, -most, most)
    return value.quantize(Decimal(1).scaleb(-column.scale))


def _date(column: Column, text: str, setting: Setting) -> date:
    value = forms.day(text)
    _limit(column, value, FIRST_DAY, LAST_DAY)
    return value


def _boolean(column: Column, text: str, setting: Setting) -> bool:
    return forms.yes_or_no(text)


def _limit(column: Column, value, lowest, highest) -> None:
    """Raise `range` when a value is outside the column's limits, or what can be kept exactly."""
    least = lowest if column.min is None else max(lowest, column.min)
    most = highest if column.max is None else min(highest, column.max)
    if not least <= value <= most:
        raise CellError("range", least=str(least), most=str(most))


_PARSERS: Mapping[str, Callable] = {
    "text": _text,
    "code": _code,
    "integer": _integer,
    "year": _year,
    "decimal": _decimal,
    "date": _date,
    "boolean": _boolean,
}
