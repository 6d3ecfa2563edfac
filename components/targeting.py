"""How grants stood against the criteria of the KUNIT release: money by criterion, and each grant by each of them."""

from collections.abc import Iterable
from decimal import Decimal

import dash_svg as svg
from dash import html

from components.benchmark_choices import switch
from components.filters import Filters
from components.inert import Inert
from components.numbers import is_missing, money, number
from components.participant_tables import described, quiet
from components.tables import Column, column, table
from components.text import say
from data import catalogue


def _codes(name: str) -> dict:
    return catalogue.current().codes[name]


def _stated(values: Iterable) -> list[Decimal]:
    return [value for value in values if not is_missing(value)]


def amount(row: dict, lang: str) -> str:
    """What was awarded; a ceiling is said to be one and is never added to it."""
    said = [] if is_missing(row["awarded_eur"]) else [money(lang, row["awarded_eur"])]
    if not is_missing(row["at_most_eur"]):
        said.append(say(lang, "evaluation.at_most", amount=money(lang, row["at_most_eur"])))
    return ", ".join(said) or say(lang, "common.not_stated")


def total(rows: list[dict]) -> dict:
    """All that was awarded under one criterion, exact amounts and ceilings apart."""
    sums = {name: _stated(row[name] for row in rows) for name in ("awarded_eur", "at_most_eur")}
    return {name: sum(values) if values else None for name, values in sums.items()}


def _grouped(rows: list[dict]) -> dict[str, list[dict]]:
    """Criterion -> its rows, both in the order of their lists of codes."""
    order = list(_codes("judgements"))
    listed = sorted(rows, key=lambda row: order.index(row["judgement_code"]))
    groups = {code: [row for row in listed if row["criterion_code"] == code] for code in _codes("criteria")}
    return {code: group for code, group in groups.items() if group}


def programme_switch(choice: Filters, programmes: list[dict]) -> html.Div:
    """Whose grants are held against the criteria: each programme that gave any, and all of them."""
    named = [(row["programme_code"], row[f"name_{choice.lang}"]) for row in programmes]
    listed = [*named, (None, say(choice.lang, "controls.all.programme"))]
    links = [
        (words, (choice.to_search(programme=code) or "?") + "#evaluation-targeting", code == choice.programme)
        for code, words in listed
    ]
    return switch(choice.lang, "evaluation.programme", links)


def criteria(rows: list[dict], lang: str) -> Inert:
    """For each criterion one bar of all the money, its parts in words, the total, and the rule."""
    return Inert(
        html.Div([_criterion(code, group, lang) for code, group in _grouped(rows).items()], className="criteria")
    )


def _criterion(code: str, rows: list[dict], lang: str) -> html.Section:
    parts = [
        html.Li(
            [
                _swatch(row["judgement_code"]),
                say(
                    lang,
                    "evaluation.targeting.part",
                    judgement=_codes("judgements")[row["judgement_code"]][lang],
                    amount=amount(row, lang),
                    grants=number(lang, row["grants"]),
                ),
            ]
        )
        for row in rows
    ]
    whole = say(lang, "evaluation.targeting.total", amount=amount(total(rows), lang))
    rule = say(lang, "evaluation.targeting.rule", rule=rows[0][f"text_{lang}"])
    return html.Section(
        [
            html.H3(_codes("criteria")[code][lang]),
            _bar(rows),
            html.Ul([*parts, html.Li(html.Strong(whole))], className="criterion-parts"),
            html.P(rule, className="clash-rule"),
        ]
    )


def _bar(rows: list[dict]) -> html.Div:
    """All the money of a criterion as one bar, its parts by pattern and colour."""
    name = "awarded_eur" if _stated(row["awarded_eur"] for row in rows) else "at_most_eur"
    whole = sum(_stated(row[name] for row in rows)) or Decimal(1)
    parts, left = [], Decimal(0)
    for row in rows:
        width = Decimal(0) if is_missing(row[name]) else 100 * Decimal(row[name]) / whole
        parts.append(_rect(f"{left:.3f}%", f"{width:.3f}%", row["judgement_code"]))
        left += width
    drawn = svg.Svg(parts, width="100%", height="22", className="criterion-bar")
    return html.Div(drawn, **{"aria-hidden": "true"})


def _rect(x: str, width: str, judgement: str) -> svg.Rect:
    return svg.Rect(x=x, y="1", width=width, height="20", className=f"judged judged--{judgement}")


def _swatch(judgement: str) -> svg.Svg:
    """The sample of a part beside its words."""
    return svg.Svg(
        _rect("1", "24", judgement), width="26", height="22", className="criterion-swatch", **{"aria-hidden": "true"}
    )


def by_criterion(rows: list[dict], lang: str):
    """The twin: one row a criterion and judgement."""
    columns = [
        column(lang, "criterion_code"),
        column(lang, "judgement_code"),
        column(lang, "grants"),
        Column(say(lang, "evaluation.column.amount"), lambda row: amount(row, lang), is_number=True),
        Column(say(lang, "evaluation.column.rule"), lambda row: row[f"text_{lang}"]),
    ]
    listed = [row for group in _grouped(rows).values() for row in group]
    return table(columns, listed, caption=say(lang, "evaluation.targeting.table"), is_stacked=True)


def by_grant(rows: list[dict], choice: Filters, *, detail: str):
    """One row a grant: project, amount, and its judgement by each criterion. `detail`: path of grants."""
    lang, grants = choice.lang, {}
    for row in rows:
        grants.setdefault(row["grant_id"], {**row, "judged": {}})["judged"][row["criterion_code"]] = row
    listed = list(grants.values())
    columns = [
        described(lang, "evaluation.column.grant", lambda row: _project(row, lang, detail)),
        described(lang, "evaluation.column.amount", lambda row: amount(row, lang)),
    ]
    for code in _codes("criteria"):
        columns.append(_judged(code, lang))
    caption = say(lang, "evaluation.judgements.table")
    return table(columns, listed, caption=caption, row_class=lambda row: "described", is_stacked=True)


def _project(row: dict, lang: str, detail: str) -> list:
    title = row[f"title_{lang}"]
    words = say(lang, "grants.untitled") if is_missing(title) else title
    round_words = f"{say(lang, 'grants.column.round')} {row['round_code']}"
    return [html.A(words, href=f"{detail}/{row['grant_id']}"), html.Span(round_words, className="register-sub")]


def _judged(code: str, lang: str) -> Column:
    """The column of one criterion, whose name stands again in each cell on a phone."""
    words = _codes("criteria")[code][lang]

    def cell(row: dict) -> list:
        found = row["judged"].get(code)
        return [html.Span(words, className="cell-label"), *(_judgement(found, lang) if found else ["–"])]

    return Column(words, cell)


def _judgement(row: dict, lang: str) -> list:
    """The judgement in words, and what in the purpose it rests on."""
    code, grounds = row["judgement_code"], row[f"grounds_{lang}"]
    said = [quiet(_codes("judgements")[code][lang], is_known=code != "cannot_be_judged")]
    return said if is_missing(grounds) else [*said, html.Span(grounds, className="register-sub")]
