"""Lists of the open data page: the tables of the release and the questions that may be asked of them."""

from dash import html

from components.numbers import number
from components.panel import FORM_NAMES
from components.tables import Column, table
from components.text import say
from data import catalogue


def tables(release, lang: str) -> html.Section:
    """One row a table: what a row is, how many rows, real or example, licence, files."""
    described = catalogue.current().tables
    rows = [{"name": name, "file": file} for name, file in release.tables.items() if name in described]
    columns = [
        Column(say(lang, "data.column.table"), lambda row: _table_name(row["name"], described, lang)),
        Column(say(lang, "data.column.rows"), lambda row: number(lang, row["file"].rows), is_number=True),
        Column(say(lang, "data.column.kind"), lambda row: say(lang, f"data.kind.{row['file'].kind}")),
        Column(say(lang, "data.column.licence"), lambda row: described[row["name"]].licence.replace("-", "\u2011")),
        Column(say(lang, "data.column.files"), lambda row: _files("tables", row["name"], lang)),
    ]
    listed = table(columns, rows, caption=say(lang, "data.tables.table"))
    return _list("data-tables", say(lang, "data.tables.question"), listed)


def _table_name(name: str, described, lang: str) -> list:
    words = f"{described[name].row[lang]} · {name}"
    return [described[name].headings[lang], html.Span(words, className="register-sub")]


def questions(found, lang: str) -> html.Section:
    """One row a question: its name, what it asks, the choices it takes, files."""
    columns = [
        Column(say(lang, "data.column.question"), lambda each: html.Code(each.name)),
        Column(say(lang, "data.column.asks"), lambda each: html.Span(each.title, lang="en")),
        Column(say(lang, "data.column.choices"), lambda each: ", ".join(each.params) or "–"),
        Column(say(lang, "data.column.files"), lambda each: _files("answers", each.name, lang)),
    ]
    listed = table(columns, list(found), caption=say(lang, "data.questions.table"))
    return _list("data-questions", say(lang, "data.questions.question"), listed)


def _files(kind: str, name: str, lang: str) -> html.Span:
    links = [
        html.A(title, href=f"/api/v1/{kind}/{name}.{form}?lang={lang}", **{"aria-label": f"{title} {name}"})
        for form, title in FORM_NAMES.items()
    ]
    return html.Span([part for link in links for part in (link, " ")], className="files")


def _list(identity: str, question: str, listed) -> html.Section:
    heading = html.H2(question, id=f"{identity}-question")
    return html.Section(
        [heading, listed], id=identity, className="panel", **{"aria-labelledby": f"{identity}-question"}
    )
