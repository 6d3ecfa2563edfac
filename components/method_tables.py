"""Tables of the method page: reconciliation, who is not named, and the age of each table of the release."""

from dash import html

from components.numbers import MISSING, day, money, number, percent
from components.tables import Column, alphabetical, column, stacked, table
from components.text import say, sentence
from data import catalogue


def reconciliation(rows: list[dict], lang: str):
    """One row a rule: expected, computed, and whether they agree; an explained exception tells why."""
    columns = [
        Column(say(lang, "method.reconciliation.rule"), lambda row: _rule(row, lang)),
        Column(say(lang, "method.reconciliation.expected"), lambda row: _amount(row, "expected", lang), is_number=True),
        Column(say(lang, "method.reconciliation.computed"), lambda row: _amount(row, "computed", lang), is_number=True),
        Column(
            say(lang, "method.reconciliation.result"), lambda row: say(lang, f"method.reconciliation.{_state(row)}")
        ),
    ]
    return stacked(columns, rows, caption=say(lang, "method.reconciliation.table"))


def _rule(row: dict, lang: str):
    words = row[f"rule_{lang}"]
    if row["passed"] or not row["is_explained"]:
        return words
    return [words, html.Span(row[f"explanation_{lang}"], className="register-sub")]


def _state(row: dict) -> str:
    if row["passed"]:
        return "agrees"
    return "explained" if row["is_explained"] else "differs"


def _amount(row: dict, name: str, lang: str) -> str:
    written = {"EUR": money, "%": percent}.get(row["unit"], number)
    return written(lang, row[name])


def passed_words(rows: list[dict], lang: str):
    """How many rules agree and how many differ for a known reason."""
    agree = sum(1 for row in rows if row["passed"])
    explained = sum(1 for row in rows if not row["passed"] and row["is_explained"])
    return sentence(
        lang,
        "method.reconciliation.answer",
        agree=html.Strong(number(lang, agree)),
        rules=number(lang, len(rows)),
        explained=html.Strong(number(lang, explained)),
    )


def missing(rows: list[dict], lang: str):
    """Registered and named, by kind of participant."""
    kinds = catalogue.current().codes["recipient_kinds"]
    columns = [
        Column(say(lang, "method.missing.kind"), lambda row: kinds[row["participant_kind"]][lang]),
        column(lang, "registered"),
        column(lang, "named"),
    ]
    return table(columns, rows, caption=say(lang, "method.missing.table"))


def missing_words(rows: list[dict], lang: str):
    """`26 of 67 municipalities are named in the published material`."""
    known = {row["participant_kind"]: row for row in rows}
    row = known.get("municipality")
    if row is None or row["registered"] is None:
        return say(lang, "method.missing.unknown")
    return sentence(
        lang,
        "method.missing.answer",
        named=html.Strong(number(lang, row["named"])),
        registered=html.Strong(number(lang, row["registered"])),
    )


def terms(rows: list[dict], lang: str):
    """The glossary by the alphabet; each term has an anchor, `#term-<code>` with hyphens."""
    columns = [
        Column(say(lang, "method.terms.term"), lambda row: _term(row, lang)),
        Column(say(lang, "method.terms.definition"), lambda row: row[f"definition_{lang}"]),
    ]
    return table(columns, alphabetical(rows, lang), caption=say(lang, "method.terms.table"), is_stacked=True)


def _term(row: dict, lang: str) -> html.Span:
    return html.Span(row[f"name_{lang}"], id=f"term-{row['term_code']}".replace("_", "-"), className="term")


def freshness(release, lang: str):
    """Each table of the release: rows, real or example, and whether updates are promised."""
    tables = catalogue.current().tables
    rows = [
        {"name": name, "rows": described.rows, "table": tables[name], "kind": described.kind}
        for name, described in release.tables.items()
        if name in tables
    ]
    columns = [
        Column(say(lang, "method.freshness.table_name"), lambda row: row["table"].headings[lang]),
        Column(say(lang, "method.freshness.rows"), lambda row: number(lang, row["rows"]), is_number=True),
        Column(say(lang, "method.freshness.kind"), lambda row: say(lang, f"data.kind.{row['kind']}")),
        Column(say(lang, "method.freshness.interval"), lambda row: _interval(row["table"], lang)),
    ]
    until = day(lang, release.data_until) if release.data_until else MISSING
    return stacked(columns, rows, caption=say(lang, "method.freshness.table", day=until))


def _interval(described, lang: str) -> str:
    """How often a table is promised to be updated; closed material is not updated any more."""
    if not described.interval_days:
        return say(lang, "method.freshness.closed")
    return say(lang, "method.freshness.every", days=number(lang, described.interval_days))
