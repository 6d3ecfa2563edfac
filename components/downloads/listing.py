"""What there is to download, for programs: each question and table with its columns and its files in four forms."""

from components.downloads import FORMS
from components.downloads.explanation import asks, takes, title_of
from data import catalogue


def listed_question(question, *, lang: str) -> dict:
    """One question: `question` has name, params and columns (name, unit, text)."""
    return {
        "name": question.name,
        "title": title_of(question.name, lang),
        "question": asks(question.name, lang),
        "params": {name: takes(question.name, name, lang) for name in question.params},
        "columns": [_column(each.name, each.unit, lang) | {"text": each.text} for each in question.columns],
        "files": _files("answers", question.name),
    }


def listed_table(name: str, *, rows: int, kind: str, lang: str) -> dict:
    """One table of the release: what a row is, owner, licence and columns are the catalogue's."""
    known = catalogue.current()
    table = known.tables.get(name)
    columns = [known.columns[each] for each in table.columns if each in known.columns] if table else []
    return {
        "name": name,
        "title": title_of(name, lang),
        "row": table.row[lang] if table else "",
        "kind": kind,
        "owner": known.owner(table.owner)[lang] if table else "",
        "licence": table.licence if table else "",
        "rows": rows,
        "columns": [_column(each.name, each.unit or each.type, lang) for each in columns],
        "files": _files("tables", name),
        **({"template": f"/api/v1/templates/{name}.xlsx"} if table and table.delivery else {}),
    }


def _column(name: str, unit: str | None, lang: str) -> dict:
    """A column's name, unit and heading."""
    known = catalogue.current().columns.get(name)
    return {"name": name, "unit": unit, "heading": known.headings[lang] if known else name}


def _files(kind: str, name: str) -> dict[str, str]:
    """Where the files are, by form."""
    return {form: f"/api/v1/{kind}/{name}.{form}" for form in FORMS}
