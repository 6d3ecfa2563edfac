"""Addresses of places: `/fi/kunta/536-nokia`."""

import re
import unicodedata

from components.text import say


def municipality_path(lang: str, code: str, name: str) -> str:
    """The path of a municipality's page: its code, and its name for the reader's eye."""
    return f"/{lang}/{say(lang, 'municipality.slug')}/{code}-{in_address(name)}"


def in_address(name: str) -> str:
    """A name in the letters of an address: lower case, without accents, hyphens between words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
