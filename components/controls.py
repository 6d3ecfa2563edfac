"""Controls that write the address: facet lists, chips, switches, paging.

They are plain links and GET forms, so they work without scripts.
"""

from dash import html

from components.as_of import choice_list, hidden_choices
from components.filters import ALL, DEFAULT_PROGRAMME, Filters
from components.inert import still
from components.numbers import number
from components.tables import alphabet
from components.text import say
from data import catalogue


def facets(
    choice: Filters, options: list[dict], names: tuple[str, ...], programmes: list[dict], *, what: str = "grants"
) -> html.Div:
    """The programme, one list a facet, the chips of what is chosen, and the way to remove them all.

    `options`: rows with facet, code, name_fi/sv/en (None for code lists) and, in the column `what`, how many are behind
    the choice. `programmes`: rows with programme_code and name_fi/sv/en.
    """
    form = html.Form(
        [
            *hidden_choices(choice, without=(*names, "programme", "page")),
            _programme(choice, programmes),
            *[_facet(choice, name, [row for row in options if row["facet"] == name], what) for name in names],
            html.Button(say(choice.lang, "controls.apply"), type="submit", className="button without-scripts"),
        ],
        method="get",
        action="",
        **{"aria-label": say(choice.lang, f"controls.facets.{what}")},
    )
    return still(html.Div([form, *chips(choice, options)], className="choices"))


def _facet(choice: Filters, name: str, options: list[dict], what: str) -> html.Div:
    """A labelled list of one facet's values with how many are behind each; the first is `all`."""
    listed = [{"label": say(choice.lang, f"controls.all.{name}"), "value": ""}] + [
        {"label": f"{option_name(choice.lang, row)} ({number(choice.lang, row[what])})", "value": row["code"]}
        for row in _ordered(choice.lang, name, options)
    ]
    chosen = getattr(choice, name) or ""
    if chosen and chosen not in {row["code"] for row in options}:
        listed.append({"label": chosen, "value": chosen})
    return html.Div(
        [
            html.Label(say(choice.lang, f"controls.facet.{name}"), htmlFor=f"facet-{name}"),
            choice_list(id=f"facet-{name}", name=name, options=listed, value=chosen),
        ]
    )


def _programme(choice: Filters, programmes: list[dict]) -> html.Div:
    """The list of programmes; the one that the site starts from stands for an address without a programme."""
    lang = choice.lang
    listed = [
        {
            "label": row[f"name_{lang}"],
            "value": "" if row["programme_code"] == DEFAULT_PROGRAMME else row["programme_code"],
        }
        for row in programmes
    ]
    listed.append({"label": say(lang, "controls.all.programme"), "value": ALL})
    chosen = choice.written(only=("programme",)).get("programme", "")
    return html.Div(
        [
            html.Label(say(lang, "controls.facet.programme"), htmlFor="facet-programme"),
            choice_list(id="facet-programme", name="programme", options=listed, value=chosen),
        ]
    )


def municipality_option(municipalities: list[dict], code: str) -> list[dict]:
    """A municipality with nothing behind it as a value of its facet, so that lists and chips name it."""
    found = ({**row, "participants": 0} for row in municipalities if row["municipality_code"] == code)
    return [{**row, "facet": "municipality", "code": code} for row in found]


def _ordered(lang: str, name: str, options: list[dict]) -> list[dict]:
    """Places by the alphabet, rounds by code, codes in the order of their list."""
    if name in ("region", "municipality"):
        return sorted(options, key=lambda row: alphabet(row[f"name_{lang}"]))
    codes = catalogue.current().columns[f"{name}_code"].codes
    order = list(catalogue.current().codes[codes]) if codes else sorted(row["code"] for row in options)
    return sorted(options, key=lambda row: order.index(row["code"]))


def option_name(lang: str, row: dict) -> str:
    """The reader's word for a value of a facet: the place's name, or the label of the code."""
    if row[f"name_{lang}"] is not None:
        return row[f"name_{lang}"]
    codes = catalogue.current().columns[f"{row['facet']}_code"].codes
    return catalogue.current().codes[codes][row["code"]][lang]


def chips(choice: Filters, options: list[dict]) -> list:
    """A chip for each restriction in force; following it removes the restriction."""
    words = {(row["facet"], row["code"]): option_name(choice.lang, row) for row in options}
    found = [_chip(choice, name, words.get((name, code), code)) for name, code in choice.narrowed().items()]
    if found:
        cleared = choice.to_search(page=1, **dict.fromkeys(choice.narrowed())) or "?"
        found.append(html.A(say(choice.lang, "controls.clear"), href=cleared))
    return found


def _chip(choice: Filters, name: str, value: str) -> html.A:
    return html.A(
        [
            html.Span(say(choice.lang, f"controls.facet.{name}")),
            html.Strong(value),
            html.Span(say(choice.lang, "controls.remove"), className="visually-quiet"),
            html.Span("×", className="cross", **{"aria-hidden": "true"}),
        ],
        href=choice.to_search(page=1, **{name: None}) or "?",
        className="chip",
    )


def joint_switch(choice: Filters) -> html.Div:
    """How a joint grant is shown: three links, one of them in force. The total is the same in each."""
    modes = catalogue.current().codes["joint_modes"]
    links = [
        html.A(
            modes[mode][choice.lang],
            href=choice.to_search(joint=mode) or "?",
            **({"aria-current": "true"} if choice.joint == mode else {}),
        )
        for mode in ("lead", "equal", "undivided")
    ]
    label = say(choice.lang, "controls.joint")
    return html.Div(
        [
            html.Span(label, className="switch-label"),
            html.Div(links, className="switch", role="group", **{"aria-label": label}),
        ],
        className="switch-line",
    )


def paging(choice: Filters, *, rows: int, size: int) -> html.Nav | None:
    """Links to the previous and next page of a register; nothing when it fits on one."""
    last = max(1, -(-rows // size))
    if last == 1:
        return None
    here = min(choice.page, last)
    place = say(choice.lang, "controls.page", page=str(here), last=str(last))
    before = html.A(say(choice.lang, "controls.previous"), href=choice.to_search(page=here - 1)) if here > 1 else None
    after = html.A(say(choice.lang, "controls.next"), href=choice.to_search(page=here + 1)) if here < last else None
    links = [part for part in (before, html.Span(place), after) if part is not None]
    return html.Nav(links, className="pages", **{"aria-label": say(choice.lang, "controls.pages")})
