"""The evaluation of experiments: findings, kinds of result by theme, what became of results, and cards of outputs."""

from dash import html

from components.facts import facts
from components.filters import Filters
from components.inert import Inert
from components.numbers import is_missing, number, percent, span
from components.participant_tables import coded, described, quiet, theme_cell
from components.sources import number_links
from components.tables import Column, column, table
from components.text import say
from data import catalogue

NO_USE = ("no_result", "not_stated")


def _label(codes: str, code: str, lang: str) -> str:
    return catalogue.current().codes[codes][code][lang]


def findings(rows: list[dict], lang: str):
    """One row a finding in the order of the kinds: kind, the finding, the share that mentioned it, source."""
    order = list(catalogue.current().codes["finding_kinds"])
    cells = {
        "finding": lambda row: row[f"finding_{lang}"],
        "kind": lambda row: _label("finding_kinds", row["finding_kind_code"], lang),
        "share": lambda row: _share(row, lang),
        "sources": lambda row: number_links(lang, row["source_ids"]),
    }
    ordered = sorted(rows, key=lambda row: order.index(row["finding_kind_code"]))
    return table(
        [described(lang, f"evaluation.column.{name}", cell) for name, cell in cells.items()],
        ordered,
        caption=say(lang, "evaluation.findings.table"),
        row_class=lambda row: "described",
        is_stacked=True,
    )


def _share(row: dict, lang: str):
    if is_missing(row["mentioned_pct"]):
        return quiet(say(lang, "common.not_stated"), is_known=False)
    return percent(lang, row["mentioned_pct"])


def factors(rows: list[dict], lang: str) -> Inert:
    """What helped and what hindered, side by side; the table has the rest."""
    columns = []
    for kind in ("success_factor", "obstacle"):
        items = [html.Li(row[f"finding_{lang}"]) for row in rows if row["finding_kind_code"] == kind]
        told = html.Ul(items) if items else html.P(say(lang, "common.not_stated"))
        columns.append(html.Div([html.H3(say(lang, f"evaluation.factors.{kind}")), told]))
    return Inert(html.Div(columns, className="two factors"))


def matrix(rows: list[dict], lang: str):
    """Themes by kind of result sought; in each cell the experiments, and of how many the outcome is told."""
    themes = [*catalogue.current().codes["themes"], None]
    found = {(row["theme_code"], row["result_kind_code"]): row for row in rows}
    lines = [{"theme_code": theme} for theme in themes if any(key[0] == theme for key in found)]
    columns = [Column(say(lang, "evaluation.column.theme"), lambda row: theme_cell(row, lang))]
    columns += [
        _kind(kind, words[lang], found, lang) for kind, words in catalogue.current().codes["result_kinds"].items()
    ]
    caption = say(lang, "evaluation.results.table")
    return table(columns, lines, caption=caption, row_class=lambda row: "described", is_stacked=True)


def _kind(kind: str, words: str, found: dict, lang: str) -> Column:
    """The column of a kind of result, whose name stands again in each cell on a phone."""

    def cell(row: dict) -> list:
        return [html.Span(words, className="cell-label"), *_cell(found.get((row["theme_code"], kind)), lang)]

    return Column(words, cell)


def _cell(row: dict | None, lang: str) -> list:
    """How many experiments, and under it of how many the outcome is told."""
    if not row:
        return [number(lang, 0)]
    told = say(lang, "evaluation.results.told", count=number(lang, row["told_outcomes"]))
    return [number(lang, row["experiments"]), html.Span(told, className="register-sub")]


def fate_counts(rows: list[dict], lang: str) -> html.Dl:
    """How many experiments had each fate; zero of a use means that the sources name none, and says so."""
    counts = {code: sum(row["fate_code"] == code for row in rows) for code in catalogue.current().codes["fates"]}
    return facts([(_label("fates", code, lang), _named(code, count, lang)) for code, count in counts.items()])


def _named(code: str, count: int, lang: str) -> str:
    is_use = code not in NO_USE
    return say(lang, "evaluation.fates.none_named") if is_use and not count else number(lang, count)


def fate_words(rows: list[dict], lang: str) -> str:
    """Of how many experiments the sources tell the outcome and the use: the numbers of the page of experiments."""
    counts = {
        "told": sum(row["state_code"] != "not_stated" for row in rows),
        "absent": sum(row["fate_code"] == "no_result" for row in rows),
        "used": sum(row["fate_code"] not in NO_USE for row in rows),
    }
    return say(lang, "evaluation.fates.answer", **{name: number(lang, count) for name, count in counts.items()})


def fates(rows: list[dict], choice: Filters, *, detail: str):
    """One row an experiment: title, theme, what became of its results, what the source tells. `detail`: path."""
    lang = choice.lang
    cells = {
        "experiment": lambda row: html.A(row[f"title_{lang}"], href=f"{detail}/{row['experiment_code']}"),
        "theme": lambda row: theme_cell(row, lang),
        "fate": lambda row: coded("fate_code", row["fate_code"], lang),
        "told": lambda row: _told(row[f"result_{lang}"], lang),
        "sources": lambda row: number_links(lang, row["source_ids"]),
    }
    return table(
        [described(lang, f"evaluation.column.{name}", cell) for name, cell in cells.items()],
        sorted(rows, key=lambda row: (row["fate_code"] == "not_stated", row["experiment_code"])),
        caption=say(lang, "evaluation.fates.table"),
        row_class=lambda row: "described",
        is_stacked=True,
    )


def _told(text: str | None, lang: str):
    return quiet(say(lang, "common.not_stated"), is_known=False) if is_missing(text) else text


def cards(rows: list[dict], lang: str) -> Inert:
    """One card an output: what was built, who may copy it, who did; what no source tells is said."""
    return Inert(html.Ul([html.Li(_card(row, lang)) for row in rows], className="output-cards"))


def _card(row: dict, lang: str) -> list:
    told = {
        "built": row[f"built_{lang}"],
        "may": coded("copy_right_code", row["copy_right_code"], lang),
        "did": _told(row[f"copied_{lang}"], lang),
        "published": _published(row, lang),
        "sources": html.Span(number_links(lang, row["source_ids"])),
    }
    listed = [(say(lang, f"evaluation.card.{name}"), value) for name, value in told.items()]
    return [html.H3(row[f"name_{lang}"]), facts(listed)]


def _published(row: dict, lang: str):
    days = row["published_earliest"], row["published_latest"]
    return quiet(span(lang, *days), is_known=not is_missing(days[1]))


def outputs(rows: list[dict], lang: str):
    """The twin of the cards: one row an output."""
    columns = [
        Column(say(lang, "evaluation.column.output"), lambda row: row[f"name_{lang}"]),
        Column(say(lang, "evaluation.card.built"), lambda row: row[f"built_{lang}"]),
        column(lang, "copy_right_code", heading=say(lang, "evaluation.card.may")),
        Column(say(lang, "evaluation.card.did"), lambda row: _told(row[f"copied_{lang}"], lang)),
        Column(say(lang, "evaluation.card.published"), lambda row: _published(row, lang)),
    ]
    return table(columns, rows, caption=say(lang, "evaluation.outputs.table"), is_stacked=True)
