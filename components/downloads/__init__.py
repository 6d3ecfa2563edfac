"""Files of exactly what is shown: one answer as CSV, XLSX, Parquet or JSON, and as JSON-stat where it is a cube."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from components.downloads import cube, delimited, objects, parquet, workbook
from components.downloads.columns import columns_of
from components.downloads.explanation import explain

FORMS = ("csv", "xlsx", "parquet", "json")
CUBE = "jsonstat"
MIMETYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "jsonstat": "application/json",
}
_WRITERS = {"csv": delimited.write, "xlsx": workbook.write, "parquet": parquet.write, "json": objects.write}
_FOR_READERS = ("csv", "xlsx")


def write(
    answer,
    form: str,
    *,
    lang: str,
    names: Mapping[tuple[str, str], str] | None = None,
    title: str | None = None,
    later: Collection[str] = (),
    dimensions: tuple[str, ...] = (),
) -> bytes:
    """The answer as a file: the same rows in the same order, the same bytes for the same answer.

    `answer` has question, params, columns (name, unit), records, release_id, sql, tables, source_ids, is_example
    and data_until. CSV and XLSX have the words of coded columns in `lang` beside the codes; Parquet and JSON have codes
    only. `names` has names of places and programmes by (choice, code), `later` the tables with facts learned after the
    chosen day, `dimensions` those of a cube, for its JSON-stat file.
    KeyError when there is no such form, cube.NotACubeError when the answer is not a cube.
    """
    columns = columns_of(answer, lang=lang, with_labels=form in _FOR_READERS)
    told = explain(answer, lang=lang, names=names or {}, title=title, later=later)
    return cube.write(columns, told, dimensions) if form == CUBE else _WRITERS[form](columns, told)


def ordered(answer, sort: str | None):
    """The answer in the reader's order: a column's name, `-` in front for descending; not stated comes last."""
    names = [column.name for column in answer.columns]
    place = names.index(column) if (column := (sort or "").removeprefix("-")) in names else None
    if place is None:
        return answer
    stated = [record for record in answer.records if record[place] is not None]
    missing = [record for record in answer.records if record[place] is None]
    stated.sort(key=lambda record: record[place], reverse=sort.startswith("-"))
    return replace(answer, records=(*stated, *missing))


def file_name(answer, form: str) -> str:
    """A name that tells what the file is: question, as-of date and release."""
    as_of = answer.params.get("as_of")
    day = as_of.isoformat() if isinstance(as_of, date) else "latest"
    return f"{answer.question}_{day}_{answer.release_id}.{form}"
