"""The address of a place: the lasting page of a municipality, or the view narrowed to the place."""

import re
import unicodedata

from components.filters import Filters
from components.text import say


def municipality_path(lang: str, code: str, name: str) -> str:
    """The lasting address of a municipality: `/fi/kunta/536-nokia`. The code counts, the name is for the reader."""
    return f"/{lang}/{say(lang, 'municipality.slug')}/{code}-{in_address(name)}"


def in_address(name: str) -> str:
    """A name in the letters of an address: lower case, without accents, hyphens between words."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def place_link(row: dict, choice: Filters) -> str:
    """Where the name of a participant leads: a municipality to its page, other places to the view of their region.

    `row` has participant_kind, participant_code, region_code and name_fi/sv/en.
    """
    if row["participant_kind"] != "municipality":
        return choice.to_search(region=row["region_code"], municipality=None, page=1)
    kept = Filters(lang=choice.lang, as_of=choice.as_of, known_by=choice.known_by, release=choice.release)
    path = municipality_path(choice.lang, row["participant_code"], row[f"name_{choice.lang}"])
    return path + kept.to_search()
