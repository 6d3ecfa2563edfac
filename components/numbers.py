"""Numbers and dates as a reader in Finland writes them: `1 234 567,8 €`, `79,1 %`, `29.9.2017`, minus U+2212."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import isnan

from babel.dates import format_date
from babel.numbers import format_decimal

from components.text import say

NBSP = "\u00a0"
MINUS = "\u2212"
MISSING = "··"
_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_FI"}
_DATES = {"fi": "d.M.y", "sv": "d.M.y", "en": f"d{NBSP}MMM{NBSP}y"}
_MONTHS = {"fi": "LLLL y", "sv": "LLLL y", "en": "LLLL y"}
_SEASONS = {3: "spring", 6: "summer", 9: "autumn"}


def is_missing(value) -> bool:
    """True for what is not stated: None, NaN and NaT, as they come out of a table."""
    return value is None or value != value or (isinstance(value, float) and isnan(value))


@lru_cache(maxsize=8_192)
def number(lang: str, value, *, decimals: int = 0, signed: bool = False) -> str:
    """A number with NBSP between thousands and a decimal comma; `··` when missing, `+` in front when signed."""
    if is_missing(value):
        return MISSING
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(abs(Decimal(str(value))), pattern, locale=_LOCALES[lang])
    rounded = round(Decimal(str(value)), decimals)
    sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
    return sign + text


def money(lang: str, value, *, signed: bool = False) -> str:
    """Euros: whole ones without decimals, others to the cent."""
    if is_missing(value):
        return MISSING
    decimals = 0 if Decimal(str(value)) == int(value) else 2
    return f"{number(lang, value, decimals=decimals, signed=signed)}{NBSP}€"


def millions(lang: str, low, high) -> str:
    """A range of euros in millions, e.g. `81–230 milj. €`."""
    return say(
        lang,
        "common.millions_range",
        low=number(lang, Decimal(str(low)) / 1_000_000),
        high=number(lang, Decimal(str(high)) / 1_000_000),
    )


def percent(lang: str, value, *, decimals: int = 1) -> str:
    """A share given in percent units: 79.1 -> `79,1 %`."""
    return MISSING if is_missing(value) else f"{number(lang, value, decimals=decimals)}{NBSP}%"


def day(lang: str, value: date | None) -> str:
    """One date: `31.3.2019` in Finnish and Swedish, `31 Mar 2019` in English."""
    return MISSING if is_missing(value) else format_date(value, _DATES[lang], locale=_LOCALES[lang])


def span(lang: str, earliest: date | None, latest: date | None) -> str:
    """When something happened as exactly as it is known: a day, a month, a season, a year or between two days."""
    if is_missing(latest):
        return say(lang, "common.not_stated")
    if is_missing(earliest) or earliest == latest:
        return day(lang, latest)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return str(latest.year)
    season = _season(earliest, latest)
    if season:
        return say(lang, f"common.{season}", year=str(latest.year))
    if earliest.day == 1 and _ends_month(latest) and (earliest.year, earliest.month) == (latest.year, latest.month):
        return format_date(latest, _MONTHS[lang], locale=_LOCALES[lang])
    return f"{day(lang, earliest)}–{day(lang, latest)}"


def _season(earliest: date, latest: date) -> str | None:
    """The season that a span of three whole months is, when it is one."""
    whole = earliest.day == 1 and _ends_month(latest) and earliest.year == latest.year
    return _SEASONS.get(earliest.month) if whole and latest.month == earliest.month + 2 else None


def _ends_month(value: date) -> bool:
    """True on the last day of a month."""
    return date.fromordinal(value.toordinal() + 1).day == 1
