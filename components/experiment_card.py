"""The card of one experiment: every field, with what is not known said in words; and who took part."""

from dash import html

from components.filters import Filters
from components.numbers import day, is_missing, span
from components.participant_tables import coded, label, quiet, theme_cell
from components.places import place_link
from components.tables import Column, alphabetical, table
from components.text import say
from data import catalogue

TOLD = ("question", "change", "result", "lesson")


def head(row: dict, lang: str) -> html.Div:
    """The title, and under it who took part."""
    who = html.P(row[f"members_{lang}"], className="lead")
    return html.Div([html.H1(row[f"title_{lang}"]), who], className="page-head")


def facts(row: dict, choice: Filters, *, grants: str) -> html.Dl:
    """Question, change, result, lesson, state, nature, use, theme, evidence and grant. `grants`: path of grants."""
    lang = choice.lang
    values = {name: row[f"{name}_{lang}"] for name in TOLD}
    values |= {
        "state": _state(row, lang),
        "nature": coded("nature_code", row["nature_code"], lang),
        "use": _use(row, lang),
        "theme": theme_cell(row, lang),
        "evidence": coded("evidence_code", row["evidence_code"], lang),
        "grant": _grant(row, choice, grants),
        "known_since": day(lang, row["known_since"]),
    }
    return html.Dl([part for name, value in values.items() for part in _fact(lang, name, value)], className="facts")


def _fact(lang: str, name: str, value) -> list:
    """A name and its value; what is not known is said, and looks different."""
    told = quiet(say(lang, "common.not_stated"), is_known=False) if value is None else value
    return [html.Dt(say(lang, f"experiment.fact.{name}")), html.Dd(told)]


def _state(row: dict, lang: str):
    """The state, and when that came about; between two days the exact one is not known. None when no source tells."""
    if row["state_code"] == "not_stated":
        return None
    when = span(lang, row["state_earliest"], row["state_latest"])
    is_exact = is_missing(row["state_earliest"]) or row["state_earliest"] == row["state_latest"]
    key = "experiment.state_on" if is_exact else "experiment.state_when"
    return say(lang, key, state=label("state_code", row["state_code"], lang), when=when)


def _use(row: dict, lang: str):
    """Whether it is still in use, with the day that was checked; None when no source tells."""
    if row["use_code"] == "not_stated":
        return None
    words = label("use_code", row["use_code"], lang)
    if row["use_checked_on"] is None:
        return words
    return say(lang, "experiment.use_checked", use=words, day=day(lang, row["use_checked_on"]))


def _grant(row: dict, choice: Filters, grants: str):
    """A link to the grant that paid for it, or that none is known."""
    if row["grant_id"] is None:
        return quiet(say(choice.lang, "experiment.no_grant"), is_known=False)
    kept = choice.to_search(**dict.fromkeys(choice.narrowed()), sort=None, page=1)
    return html.A(say(choice.lang, "experiment.grant_link"), href=f"{grants}/{row['grant_id']}{kept}")


def members(rows: list[dict], choice: Filters, *, register: str):
    """Who took part: name, kind and region. `register`: path of the page whose register a name narrows."""
    lang, kinds = choice.lang, catalogue.current().codes["recipient_kinds"]

    def name(row: dict):
        link = place_link(row, choice)
        return html.A(row[f"name_{lang}"], href=link if link.startswith("/") else register + link)

    cells = {
        "name": name,
        "kind": lambda row: kinds[row["participant_kind"]][lang],
        "region": lambda row: row[f"region_{lang}"] or say(lang, "common.not_stated"),
    }
    columns = [Column(say(lang, f"experiment.members.{key}"), cell) for key, cell in cells.items()]
    return table(columns, alphabetical(rows, lang), caption=say(lang, "experiment.members.table"))
