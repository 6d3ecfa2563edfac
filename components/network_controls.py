"""What the network page is asked: a programme, a municipality, a kind of link, a kind of owner, a year."""

from dash import html

from components.as_of import choice_list, hidden_choices
from components.filters import Filters
from components.inert import Inert
from components.numbers import is_missing
from components.tables import alphabet, alphabetical
from components.text import say
from data import catalogue

NAMES = ("focus", "municipality", "link_kind", "owner_kind", "year")


def controls(choice: Filters, programmes: list[dict], municipalities: list[dict]) -> Inert:
    """One plain form of five lists, and the way to take every choice back."""
    lang = choice.lang
    listed = {
        "focus": [(row["programme_code"], row[f"name_{lang}"]) for row in _by_name(programmes, lang)],
        "municipality": [(row["municipality_code"], row[f"name_{lang}"]) for row in alphabetical(municipalities, lang)],
        "link_kind": _codes("link_kinds", lang),
        "owner_kind": _codes("owner_kinds", lang),
        "year": [(year, year) for year in _years(programmes)],
    }
    form = html.Form(
        [
            *hidden_choices(choice, without=NAMES),
            *[_list(choice, name, options) for name, options in listed.items()],
            html.Button(say(lang, "controls.apply"), type="submit", className="button without-scripts"),
        ],
        method="get",
        action="",
        **{"aria-label": say(lang, "network.controls")},
    )
    return Inert(html.Div([form, *_clear(choice)], className="choices network-choices"))


def _by_name(rows: list[dict], lang: str) -> list[dict]:
    return sorted(rows, key=lambda row: alphabet(row[f"name_{lang}"]))


def _codes(codes: str, lang: str) -> list[tuple[str, str]]:
    return [(code, words[lang]) for code, words in catalogue.current().codes[codes].items()]


def _years(programmes: list[dict]) -> list[str]:
    """Every year from the first that a programme states to the last."""
    stated = [row[name].year for row in programmes for name in ("starts_latest", "ends_earliest")
              if not is_missing(row[name])]  # fmt: skip
    return [str(year) for year in range(min(stated), max(stated) + 1)] if stated else []


def _list(choice: Filters, name: str, options: list[tuple[str, str]]) -> html.Div:
    """A labelled list; the first entry is `all`, or none."""
    chosen = getattr(choice, name) or ""
    listed = [{"label": say(choice.lang, f"network.all.{name}"), "value": ""}]
    listed += [{"label": words, "value": code} for code, words in options]
    if chosen and chosen not in {code for code, _ in options}:
        listed.append({"label": chosen, "value": chosen})
    label = html.Label(say(choice.lang, f"network.choose.{name}"), htmlFor=f"network-{name.replace('_', '-')}")
    return html.Div(
        [label, choice_list(id=f"network-{name.replace('_', '-')}", name=name, options=listed, value=chosen)]
    )


def _clear(choice: Filters) -> list:
    """The way back from every choice of this page; nothing when none is made."""
    if not any(getattr(choice, name) for name in NAMES):
        return []
    return [html.A(say(choice.lang, "controls.clear"), href=choice.to_search(**dict.fromkeys(NAMES)) or "?")]
