"""Municipalities by code and by the name that stands in an address, for the pages that lead to them."""

import re

import queries
from components.filters import LANGUAGES
from components.places import in_address
from pages import PageNotFound

_CODED = re.compile(r"([0-9]{3})(-.*)?")


def codes() -> list[str]:
    """Every municipality there has been since 2016."""
    return [row["municipality_code"] for row in _rows()]


def named(code: str) -> dict:
    """The municipality of a code with its names; PageNotFound when there is none."""
    for row in _rows():
        if row["municipality_code"] == code:
            return row
    raise PageNotFound(code)


def coded(text: str) -> str:
    """The code in `536-nokia` or `536`, or that of a name in any language; PageNotFound for a name nobody has."""
    found = _CODED.fullmatch(text)
    if found:
        return found[1]
    for row in _rows():
        if text in {in_address(row[f"name_{lang}"]) for lang in LANGUAGES}:
            return row["municipality_code"]
    raise PageNotFound(text)


def written(choice, lang: str) -> str:
    """`536-nokia`: the code, and the name in the language of the address. PageNotFound for an unknown code."""
    return f"{choice.municipality}-{in_address(named(choice.municipality)[f'name_{lang}'])}"


def _rows() -> list[dict]:
    return queries.run("municipalities_by_name").rows()
