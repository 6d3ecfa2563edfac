"""The forms in which officers write numbers, days and yes or no, and what each of them means; never a guess.

A number is plain (`-1234.50`) or Finnish: spaces between thousands, a decimal comma, U+2212 for minus, and the unit
after it where the column has that unit. `1.347` may be thousands or decimals, so it is refused.
"""

import re
from datetime import date
from decimal import Decimal

EXACT_DIGITS = 15  # what a spreadsheet keeps of a number
SPACES = " \u00a0\u2007\u2009\u202f"
UNITS = {"EUR": r"(?:€|euroa|euro|eur)", "%": "%"}

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.([0-9]+))?")
_FINNISH = re.compile(
    rf"[-\u2212]?(?:0|[1-9][0-9]{{0,2}}([{SPACES}])[0-9]{{3}}(?:\1[0-9]{{3}})*|[1-9][0-9]*)(?:[.,]([0-9]+))?"
)
_DOTTED = re.compile(r"[-\u2212]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_NEARLY_A_NUMBER = re.compile(
    rf"(?:[-+\u2212\u2013]?[{SPACES}.,']*[0-9][{SPACES}0-9.,']*|\([0-9][ 0-9.,\u00a0]*\))(?:[eE][+-]?[0-9]+)?"
    rf"[{SPACES}]?(?:[€%]|euroa|euro|eur)?",
    re.IGNORECASE,
)
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FINNISH_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_SPAN = re.compile(r"[0-9]{4} ?[-–/] ?(?:[0-9]{4}|[0-9]{2})")
YES = frozenset(("true", "kyllä", "tosi", "ja", "sant", "yes"))
NO = frozenset(("false", "ei", "epätosi", "nej", "falskt", "no"))


class CellError(ValueError):
    """A cell breaks a rule: `rule` is its id, `wording` the sentences for it, `details` what those want to know."""

    def __init__(self, rule: str, wording: str | None = None, **details: str):
        super().__init__(rule)
        self.rule, self.wording, self.details = rule, wording, details


class Number(str):
    """A number as a spreadsheet keeps it, written plainly: its point is a decimal point for certain."""

    __slots__ = ()


class Faulty(str):
    """A cell of which the file itself says that it cannot be taken: an error, merged, a formula without value."""

    def __new__(cls, text: str, rule: str, **details: str):
        """The cell as it is shown, and the rule that it breaks."""
        made = super().__new__(cls, text)
        made.rule, made.details = rule, details
        return made


def decimal_number(text: str, *, scale: int, unit: str | None) -> Decimal:
    """The number that a cell says, with at most `scale` decimals. Raises CellError."""
    if isinstance(text, Number):
        match = _PLAIN.fullmatch(text)
        return _scaled(Decimal(text), len(match[1] or "") if match else 99, scale)
    bare = without_unit(text, unit)
    match = _FINNISH.fullmatch(bare)
    if not match:
        raise CellError(number_fault(text))
    places = len(match[2] or "")
    if places > scale and places == 3 and "." in bare:
        raise CellError("ambiguous-number")
    plain = bare.replace("\u2212", "-").replace(match[1] or " ", "").replace(",", ".")
    return _scaled(Decimal(plain), places, scale)


def _scaled(value: Decimal, places: int, scale: int) -> Decimal:
    if places > scale:
        raise CellError("decimals", scale=str(scale))
    return value


def whole_number(text: str, *, unit: str | None) -> int:
    """The whole number that a cell says. Raises CellError."""
    bare = text if isinstance(text, Number) else without_unit(text, unit)
    match = (_PLAIN if isinstance(text, Number) else _FINNISH).fullmatch(bare)
    if match and "." not in bare and "," not in bare:
        return int(bare.replace("\u2212", "-").replace(match[1] or " ", ""))
    if match and not isinstance(text, Number) and len(match[2]) == 3:
        raise CellError("ambiguous-number")
    is_part = bool(match) or bool(_SPAN.fullmatch(text))
    raise CellError("not-a-whole-number" if is_part else number_fault(text))


def without_unit(text: str, unit: str | None) -> str:
    """The number without the unit behind it, where the column has that unit."""
    if unit not in UNITS or text[-1:].isdigit():
        return text
    return re.sub(rf"(?<=[0-9])[{SPACES}]?{UNITS[unit]}$", "", text, flags=re.IGNORECASE)


def number_fault(text: str) -> str:
    """Which rule a text breaks that is not a number: one written in another way, or none at all."""
    if _DOTTED.fullmatch(text):
        return "ambiguous-number"
    return "number-format" if len(text) <= 60 and _NEARLY_A_NUMBER.fullmatch(text) else "not-a-number"


def day(text: str) -> date:
    """The day that a cell says: 2024-04-03 or 3.4.2024. Raises CellError."""
    iso, finnish = _ISO_DAY.fullmatch(text), _FINNISH_DAY.fullmatch(text)
    if isinstance(text, Number) or not (iso or finnish):
        raise CellError("date-format")
    year, month, number = iso.groups() if iso else reversed(finnish.groups())
    try:
        return date(int(year), int(month), int(number))
    except ValueError as error:
        raise CellError("date") from error


def yes_or_no(text: str) -> bool:
    """Yes or no in three languages, as true or false. Raises CellError."""
    word = text.casefold()
    if word not in YES and word not in NO:
        raise CellError("not-a-boolean")
    return word in YES


def is_plain(text: str, value) -> bool:
    """Whether a value stands in its cell in the plain form, so that nothing needs to be told of how it was read."""
    if isinstance(text, Number) or value is None:
        return not isinstance(value, str) or str(text) == value
    if isinstance(value, bool):
        return text == str(value).lower()
    if isinstance(value, Decimal | int):
        return bool(_PLAIN.fullmatch(text))
    return text == (value.isoformat() if isinstance(value, date) else value)
