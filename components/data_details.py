"""One table or question of the open data page: what it is, its columns, where it comes from, and its files."""

from collections.abc import Mapping

from dash import html

from components.downloads.explanation import asks, takes, title_of
from components.filters import Filters
from components.numbers import day, number
from components.open_data import PREFIX, Told
from components.panel_files import CUBE_NAMES, FORM_NAMES
from components.sources import in_order
from components.tables import Column, table
from components.text import say
from data import catalogue

KEY = "data"
# What stands in the long lists; a table or question shown alone has all.
SHORT = {form: FORM_NAMES[form] for form in ("csv", "xlsx")}


def table_details(told: Told, choice: Filters, *, is_open: bool) -> html.Details:
    """A table under its heading: rows and kind in sight, the rest when opened; everything when shown alone."""
    lang, described = choice.lang, told.table
    counted = say(lang, f"{KEY}.rows", rows=number(lang, told.rows))
    changed = day(lang, told.changed_on) if told.changed_on else say(lang, f"{KEY}.unknown")
    facts = [
        (say(lang, f"{KEY}.fact.licence"), told.licence.replace("-", "\u2011")),
        (say(lang, f"{KEY}.fact.owner"), catalogue.current().owner(described.owner)[lang]),
        (say(lang, f"{KEY}.fact.changed"), changed),
        (say(lang, f"{KEY}.fact.sources"), _sources(told, lang, is_linked=is_open)),
    ]
    if is_open:
        facts.append((say(lang, f"{KEY}.fact.interval"), interval(described.interval_days, lang)))
        facts.append((say(lang, f"{KEY}.fact.key"), html.Code(", ".join(described.key))))
    columns = [(name, _unit(name, None)) for name in described.columns]
    body = [
        html.P(described.row[lang]),
        table_files(told.name, lang) if is_open else files("tables", told.name, lang, SHORT),
        _facts(facts),
        _columns(columns, choice, told.name, named=described.headings[lang], is_open=is_open),
    ]
    summary = _summary(described.headings[lang], told.name, counted, lang, is_example=told.kind == "example")
    return html.Details([summary, *body], id=f"table-{told.name}", className="dataset", open=is_open or None)


def question_details(question, choice: Filters, *, is_example: bool, is_open: bool) -> html.Details:
    """A question under its name in words: what it asks, the choices it takes, its columns and files."""
    lang, title = choice.lang, title_of(question.name, choice.lang)
    choices = html.Code(", ".join(question.params)) if question.params else say(lang, f"{KEY}.no_choices")
    is_told = is_open and question.params
    facts = [] if is_told else [(say(lang, f"{KEY}.fact.choices"), choices)]
    if question.cube:
        facts.append((say(lang, f"{KEY}.fact.cube"), html.Code(", ".join(question.cube))))
    columns = [(column.name, column.unit) for column in question.columns]
    body = [
        html.P(asks(question.name, lang)),
        files("answers", question.name, lang, (CUBE_NAMES if question.cube else FORM_NAMES) if is_open else SHORT),
        *([_facts(facts)] if facts else []),
        *([_choice_table(question, lang, caption=say(lang, f"{KEY}.choices.of", name=title))] if is_told else []),
        _columns(columns, choice, question.name, named=title, is_open=is_open),
    ]
    summary = _summary(title, question.name, "", lang, is_example=is_example)
    return html.Details([summary, *body], id=f"answer-{question.name}", className="dataset", open=is_open or None)


def interval(days: int, lang: str) -> str:
    """How often a table is updated, as its entry promises; none is promised when it is nought."""
    return say(lang, f"{KEY}.interval.every", days=str(days)) if days else say(lang, f"{KEY}.interval.none")


def _summary(heading: str, name: str, counted: str, lang: str, *, is_example: bool) -> html.Summary:
    """The line that is always in sight: heading, machine name, number of rows, and the stamp of example data."""
    stamp = [html.Span(say(lang, f"{KEY}.kind.example"), className="stamp-word")] if is_example else []
    side = [html.Code(name), *([html.Span(counted)] if counted else []), *stamp]
    return html.Summary([html.Strong(heading), html.Span(side, className="dataset-side")])


def files(kind: str, name: str, lang: str, forms: Mapping[str, str] = FORM_NAMES) -> html.P:
    """Links to some forms of the file."""
    return html.P([part for link in _links(kind, name, lang, forms) for part in (link, " ")], className="files")


def table_files(name: str, lang: str) -> html.P:
    """Links to every form of a table, to how its CSV is read, and to its empty form where it is delivered."""
    links = _links("tables", name, lang, FORM_NAMES)
    links.append(html.A("CSVW", href=f"{PREFIX}/tables/{name}.csv-metadata.json", **{"aria-label": f"CSVW {name}"}))
    if catalogue.current().tables[name].delivery:
        links.append(html.A(say(lang, f"{KEY}.template"), href=f"{PREFIX}/templates/{name}.xlsx?lang={lang}"))
    return html.P([part for link in links for part in (link, " ")], className="files")


def _links(kind: str, name: str, lang: str, forms: Mapping[str, str]) -> list[html.A]:
    return [
        html.A(title, href=f"{PREFIX}/{kind}/{name}.{form}?lang={lang}", **{"aria-label": f"{title} {name}"})
        for form, title in forms.items()
    ]


def _facts(facts: list[tuple[str, object]]) -> html.Dl:
    return html.Dl([part for term, text in facts for part in (html.Dt(term), html.Dd(text))], className="dataset-facts")


def _sources(told: Told, lang: str, *, is_linked: bool):
    """The source documents of the rows, linked where they have an address; none when the table has none."""
    known = catalogue.current().sources
    children: list = []
    for source in in_order(told.sources):
        text = known[source].labels[lang]
        link = html.A(text, href=known[source].url, rel="external") if is_linked and known[source].url else text
        children += [", " if children else "", link]
    return html.Span([each for each in children if each] or say(lang, f"{KEY}.no_sources"))


def _unit(name: str, unit: str | None) -> str:
    """The unit of a column, or its type when the value has none."""
    column = catalogue.current().columns.get(name)
    return unit or (column.unit or column.type if column else "")


def _columns(columns: list[tuple[str, str | None]], choice: Filters, name: str, *, named: str, is_open: bool):
    """The columns: a table of what each is when this alone is shown, otherwise their names with the way to that."""
    lang = choice.lang
    if is_open:
        return _column_table(columns, lang, caption=say(lang, f"{KEY}.columns.of", name=named))
    names = ", ".join(each for each, _ in columns)
    more = html.A(say(lang, f"{KEY}.columns.more", name=named), href=choice.to_search(q=name))
    return html.P([say(lang, f"{KEY}.columns.names"), " ", html.Code(names), " ", more], className="column-names")


def _column_table(columns: list[tuple[str, str | None]], lang: str, *, caption: str):
    """The columns one by one: machine name, meaning, code list, type or unit."""
    known = catalogue.current().columns

    def heading(row) -> str:
        return known[row[0]].headings[lang] if row[0] in known else row[0]

    def codes(row):
        column = known.get(row[0])
        return html.Code(column.codes) if column and column.codes else html.Span("–", className="no-list")

    shown = [
        Column(say(lang, f"{KEY}.columns.name"), lambda row: html.Code(row[0])),
        Column(say(lang, f"{KEY}.columns.meaning"), heading),
        Column(say(lang, f"{KEY}.columns.codes"), codes),
        Column(say(lang, f"{KEY}.columns.unit"), lambda row: unit_words(_unit(row[0], row[1]), lang)),
    ]
    return table(shown, columns, caption=caption, is_stacked=True)


def _choice_table(question, lang: str, *, caption: str):
    """The choices that a question takes, one by one: the name in the address, and what it does."""
    shown = [
        Column(say(lang, f"{KEY}.choices.name"), html.Code),
        Column(say(lang, f"{KEY}.columns.meaning"), lambda name: takes(question.name, name, lang)),
    ]
    return table(shown, list(question.params), caption=caption, is_stacked=True)


def unit_words(unit: str, lang: str) -> str:
    """A unit or a type in words."""
    return say(lang, f"{KEY}.unit.{unit}" if unit != "%" else f"{KEY}.unit.percent")
