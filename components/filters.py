"""What the reader has chosen, read from the address and written back to it. Pure Python; the address is the state."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import parse_qsl, urlencode

from data.catalogue import LANGUAGES

__all__ = ["ALL", "CHOICES", "DEFAULT_PROGRAMME", "LANGUAGES", "Filters"]

DEFAULT_PROGRAMME = "digikuntakokeilu"
ALL = "all"

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_DATE = re.compile(r"(19|20)[0-9][0-9]-[0-9][0-9]-[0-9][0-9]")
_PATTERNS = {
    "region": re.compile(r"[0-9]{2}"),
    "municipality": re.compile(r"[0-9]{3}"),
    "release": re.compile(r"[0-9a-f]{12}"),
    "against": re.compile(r"[0-9a-f]{12}"),
    "slide": re.compile(r"[1-9][0-9]?"),
    "share": re.compile(r"[a-z][a-z0-9-]{0,79}"),
    "embed": re.compile(r"[a-z][a-z0-9-]{0,79}"),
    "joint": re.compile(r"lead|equal|undivided"),
    "drawing": re.compile(r"schematic|tiles|boundaries"),
    "place": re.compile(r"[a-z]|[0-9]{3}"),
    "view": re.compile(r"sectors|services|place|service"),
    "sort": re.compile(r"-?[a-z_]{1,40}"),
    "year": re.compile(r"(19|20)[0-9]{2}"),
    "q": re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,80}"),
    "page": re.compile(r"[1-9][0-9]{0,3}"),
}
DATES = ("as_of", "known_by", "since")
MAX_SEARCH = 2_000


@dataclass(frozen=True)
class Filters:
    """Every choice a reader can make; None means not restricted. Codes are text, dates are dates.

    `problems` names the keys of the address that could not be understood: they are left out, and the page says so.
    `in_path` names the choice that stands in the path of the page (the grant of `/fi/avustukset/2018-nokia`): it is
    bound in questions and written into files' addresses, but never into the query string.
    """

    lang: str = "fi"
    as_of: date | None = None
    known_by: date | None = None
    since: date | None = None
    joint: str = "lead"
    programme: str | None = DEFAULT_PROGRAMME
    round: str | None = None
    theme: str | None = None
    region: str | None = None
    municipality: str | None = None
    status: str | None = None
    band: str | None = None
    role: str | None = None
    measure: str | None = None
    grant: str | None = None
    experiment: str | None = None
    q: str | None = None
    drawing: str | None = None
    indicator: str | None = None
    country: str | None = None
    life_event: str | None = None
    level: str | None = None
    sector: str | None = None
    service: str | None = None
    place: str | None = None
    size_class: str | None = None
    place_class: str | None = None
    view: str | None = None
    focus: str | None = None
    link_kind: str | None = None
    owner_kind: str | None = None
    year: str | None = None
    release: str | None = None
    sort: str | None = None
    against: str | None = None
    slide: int | None = None
    share: str | None = None
    embed: str | None = None
    page: int = 1
    problems: tuple[str, ...] = ()
    in_path: str | None = None

    @classmethod
    def from_search(cls, search: str | None, *, lang: str = "fi") -> "Filters":
        """The choices in a query string such as `?as_of=2017-12-31&round=2017`; unknown keys are passed over."""
        if len(search or "") > MAX_SEARCH:
            return cls(lang=lang, problems=("address",))
        chosen, problems = {}, []
        for key, text in parse_qsl((search or "").lstrip("?"), max_num_fields=100):
            if key not in CHOICES:
                continue
            try:
                chosen[key] = _read(key, text)
            except ValueError:
                problems.append(key)
        return cls(lang=lang, problems=tuple(dict.fromkeys(problems)), **chosen)

    def to_search(self, **changes) -> str:
        """The query string of these choices with some changed: without defaults, so equal states are equal text."""
        written = replace(self, **changes).written(without=(self.in_path,))
        return "?" + urlencode(written) if written else ""

    def written(self, *, only=None, without=()) -> dict[str, str]:
        """The choices that differ from their defaults, key -> text as it stands in the address."""
        keys = [key for key in (CHOICES if only is None else only) if key in CHOICES and key not in without]
        return {key: _write(key, getattr(self, key)) for key in keys if getattr(self, key) != DEFAULTS[key]}

    def for_question(self, names) -> dict:
        """The choices that a question declares as parameters, ready to be bound."""
        return {name: getattr(self, name) for name in names if name in CHOICES}

    def narrowed(self, names=("round", "theme", "region", "municipality", "role", "status", "band")) -> dict[str, str]:
        """The facets in force, key -> code: what the chips show and `reset` removes."""
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None and name != self.in_path}


def form_of(key: str) -> str:
    """The regular expression that the text of a choice must fit as a whole, as JavaScript reads it too."""
    return (_DATE if key in DATES else _PATTERNS.get(key, _CODE)).pattern


CHOICES = tuple(field.name for field in fields(Filters) if field.name not in ("lang", "problems", "in_path"))
DEFAULTS = {key: getattr(Filters(), key) for key in CHOICES}


def _read(key: str, text: str):
    """One value of the address in its own type; ValueError when it is not of the key's form."""
    if key in DATES:
        if not _DATE.fullmatch(text):
            raise ValueError(key)
        return date.fromisoformat(text)
    if not _PATTERNS.get(key, _CODE).fullmatch(text):
        raise ValueError(key)
    if key == "programme" and text == ALL:
        return None
    return int(text) if key in ("page", "slide") else text


def _write(key: str, value) -> str:
    if key == "programme" and value is None:
        return ALL
    return value.isoformat() if isinstance(value, date) else str(value)
