"""Tables of savings and benefits: classes of evidence, the ledger, unused results, and benefits other than money."""

from dataclasses import replace

from dash import html

from components.brief import counted_benefits
from components.evidence import CLASSES, HAPPENED, SUMMABLE, amount, total
from components.filters import Filters
from components.numbers import money, number, span
from components.sources import number_links
from components.tables import Column, column, table
from components.text import say, say_count
from data import catalogue

LEDGER = ("promise", "measured", "audited")
UNUSED = ("not_in_use", "no_result")


def classes(rows: list[dict], lang: str):
    """One row a class, those without a statement too: what it is, how many statements, and a sum only where one is."""
    kinds = catalogue.current().codes["evidence_classes"]
    columns = [
        Column(_heading(lang, "evidence_class_code"), lambda row: kinds[row["code"]][lang]),
        Column(say(lang, "benefits.classes.meaning"), lambda row: say(lang, f"benefits.classes.means.{row['code']}")),
        labelled(Column(say(lang, "benefits.classes.count"), lambda row: _none_or(lang, len(row["rows"])), True)),
        Column(say(lang, "benefits.classes.sum"), lambda row: _sum(row, lang), is_number=True),
    ]
    listed = [{"code": code, "rows": [row for row in rows if row["evidence_class_code"] == code]} for code in CLASSES]
    return table(columns, listed, caption=say(lang, "benefits.classes.table"), is_stacked=True)


def classes_words(rows: list[dict], lang: str) -> list:
    """How many statements of a class there are, and how many benefits are measured and audited."""
    told = {code: _told(lang, len(_codes(rows, code))) for code in ("measured", "audited")}
    return [
        say_count(
            lang, "benefits.classes.answer", count=sum(row["evidence_class_code"] in CLASSES for row in rows), **told
        )
    ]


def ledger(rows: list[dict], choice: Filters):
    """One row a benefit: its promise, measurement, confirmation and what happened, or that none is told; its use."""
    lang = choice.lang
    columns = [
        Column(say(lang, "benefits.ledger.benefit"), lambda row: [_name(row, choice), _kind(row, lang)]),
        *[_step(lang, code) for code in (*LEDGER, HAPPENED)],
        labelled(Column(_heading(lang, "use_code"), lambda row: _word("uses", row["use_code"], lang))),
        Column(say(lang, "panel.source_of"), lambda row: number_links(lang, row["source_ids"])),
    ]
    return table(columns, _by_benefit(rows), caption=say(lang, "benefits.ledger.table"), is_stacked=True)


def ledger_words(rows: list[dict], lang: str) -> list:
    """The numbers of the brief: promises without a measurement, and benefits measured."""
    measured, promised = counted_benefits(rows)
    return [say_count(lang, "benefits.ledger.answer", count=promised, measured=_told(lang, measured))]


def unused(rows: list[dict], choice: Filters):
    """Results that the source says are not in use or never came, with its words and day."""
    lang = choice.lang
    columns = [
        Column(say(lang, "benefits.ledger.benefit"), lambda row: _name(row, choice)),
        Column(say(lang, "benefits.unused.told"), lambda row: dated(row, lang)),
        Column(say(lang, "panel.source_of"), lambda row: number_links(lang, row["source_ids"])),
    ]
    return table(columns, _not_in_use(rows), caption=say(lang, "benefits.unused.table"), is_stacked=True)


def unused_words(rows: list[dict], lang: str) -> list:
    """How many results are left unused; that none is reported, when so."""
    count = len({row["benefit_code"] for row in _not_in_use(rows)})
    return [say_count(lang, "benefits.unused.answer", count=count) if count else say(lang, "benefits.none")]


def other(rows: list[dict], lang: str):
    """One row a kind of benefit that is not money: what was promised, estimated and measured of it."""
    kinds = [code for code in catalogue.current().codes["benefit_kinds"] if code != "money"]
    columns = [Column(_heading(lang, "benefit_kind_code"), lambda row: _word("benefit_kinds", row["code"], lang))]
    for code in ("promise", "study_estimate", "measured"):
        columns.append(
            labelled(
                Column(_word("evidence_classes", code, lang), lambda row, code=code: _listed(row["rows"], code, lang))
            )
        )
    listed = [{"code": code, "rows": [row for row in rows if row["benefit_kind_code"] == code]} for code in kinds]
    return table(columns, listed, caption=say(lang, "benefits.other.table"), is_stacked=True)


def dated(row: dict, lang: str) -> str:
    """What the source says, with its day; "by" where only the latest day is known."""
    key = "dated" if row["stated_earliest"] else "dated_by"
    day = span(lang, row["stated_earliest"], row["stated_latest"])
    return say(lang, f"benefits.{key}", statement=row[f"statement_{lang}"], day=day)


def _by_benefit(rows: list[dict]) -> list[dict]:
    """One row a benefit that was promised or measured, with the statements of each class under its name."""
    found: dict[str, dict] = {}
    for row in rows:
        kept = found.setdefault(row["benefit_code"], dict(row))
        kept.setdefault(row["evidence_class_code"], []).append(row)
        kept["use_code"] = row["use_code"] if row["use_code"] != "not_stated" else kept["use_code"]
    return [row for row in found.values() if any(code in row for code in LEDGER)]


def _step(lang: str, code: str) -> Column:
    def cell(row: dict):
        return [html.Div(dated(each, lang)) for each in row.get(code, ())] or say(lang, "benefits.none")

    return labelled(Column(_word("evidence_classes", code, lang), cell))


def labelled(each: Column) -> Column:
    """A column whose cells repeat its heading where a phone stacks them, hidden elsewhere."""

    def cell(row: dict) -> list:
        shown = each.cell(row)
        label = html.Span(each.heading, className="stacked-label")
        return [label, *(shown if isinstance(shown, list) else [shown])]

    return replace(each, cell=cell, classes="labelled")


def _name(row: dict, choice: Filters):
    """The benefit; linked to its grant when it was promised for one."""
    lang = choice.lang
    if not row["grant_id"]:
        return row[f"name_{lang}"]
    path = f"/{lang}/{say(lang, 'grants.slug')}/{row['grant_id']}{choice.to_search()}"
    return html.A(row[f"name_{lang}"], href=path)


def _kind(row: dict, lang: str) -> html.Span:
    """The kind of a benefit, under its name."""
    return html.Span(_word("benefit_kinds", row["benefit_kind_code"], lang), className="register-sub")


def _not_in_use(rows: list[dict]) -> list[dict]:
    return [row for row in rows if row["use_code"] in UNUSED and row["is_newest"]]


def _codes(rows: list[dict], evidence_class: str) -> set[str]:
    return {row["benefit_code"] for row in rows if row["evidence_class_code"] == evidence_class}


def _listed(rows: list[dict], code: str, lang: str):
    """The names of the benefits of a class, one a line; that none is reported, when so."""
    names = {row["benefit_code"]: row[f"name_{lang}"] for row in rows if row["evidence_class_code"] == code}
    return [html.Div(name) for name in names.values()] or say(lang, "benefits.none")


def _sum(row: dict, lang: str) -> str:
    """The total of a class that makes one; estimates and promises make none, whatever their amounts."""
    if row["code"] not in SUMMABLE:
        return say(lang, "benefits.classes.not_summed")
    found = total([each for each in map(amount, row["rows"]) if each is not None])
    return money(lang, found.high_eur) if found else say(lang, "benefits.none")


def _told(lang: str, count: int) -> str:
    """A count inside a sentence, or that none is reported."""
    return number(lang, count) if count else say(lang, "benefits.none_told")


def _none_or(lang: str, count: int) -> str:
    return number(lang, count) if count else say(lang, "benefits.none")


def _heading(lang: str, name: str) -> str:
    return column(lang, name).heading


def _word(codes: str, code: str, lang: str) -> str:
    return catalogue.current().codes[codes][code][lang]
