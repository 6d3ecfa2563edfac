"""Tables and sentences of the quality page: ages against promises, open questions, and cells left empty."""

from dash import html

from components.numbers import MISSING, day, number
from components.tables import Column, column, stacked, value_text
from components.text import say, say_count, sentence

KEY = "quality"


def _table_name(row: dict, lang: str) -> list:
    """The name of a table; one of examples says so beneath."""
    is_example = row["table_kind_code"] == "example"
    kind = [html.Span(value_text(lang, "table_kind_code", "example"), className="register-sub")] if is_example else []
    return [row[f"table_name_{lang}"], *kind]


def examples_note(rows: list[dict], lang: str) -> html.P | None:
    """Which rows are examples; None when the rows are not of tables, or all are real."""
    is_mixed = any(row.get("table_kind_code") == "example" for row in rows)
    return html.P(say(lang, f"{KEY}.examples"), className="note") if is_mixed else None


def _named(lang: str) -> Column:
    return Column(say(lang, f"{KEY}.table_name"), lambda row: _table_name(row, lang))


def ages(rows: list[dict], lang: str):
    """One row a table: its newest fact, its age, the promise, and whether it is kept."""
    columns = [
        _named(lang),
        column(lang, "newest_on"),
        column(lang, "age_days"),
        Column(say(lang, f"{KEY}.ages.promise"), lambda row: _promise(row, lang)),
        column(lang, "age_state_code"),
    ]
    on = day(lang, rows[0]["compared_on"]) if rows and rows[0]["compared_on"] else MISSING
    return stacked(columns, rows, caption=say(lang, f"{KEY}.ages.table", day=on))


def _promise(row: dict, lang: str) -> str:
    days = row["interval_days"]
    return say(lang, f"{KEY}.ages.every", days=number(lang, days)) if days else say(lang, f"{KEY}.ages.none")


def ages_words(rows: list[dict], lang: str):
    """How many tables are promised to be updated, and how many of them are late."""
    promised = [row for row in rows if row["interval_days"]]
    late = [row for row in promised if row["age_state_code"] == "late"]
    counts = {"tables": len(rows), "promised": len(promised), "late": len(late)}
    told = {name: html.Strong(number(lang, count)) for name, count in counts.items()}
    return sentence(lang, f"{KEY}.ages.answer" if promised else f"{KEY}.ages.all_closed", **told)


def open_questions(rows: list[dict], lang: str):
    """One row an open question: how many, out of how many."""
    columns = [column(lang, name) for name in ("open_question_code", "open_count", "open_of")]
    return stacked(columns, rows, caption=say(lang, f"{KEY}.open.table"))


def open_words(rows: list[dict], lang: str) -> str:
    """How many kinds of open questions there are."""
    return say_count(lang, f"{KEY}.open.answer", count=len(rows))


def gaps(rows: list[dict], lang: str):
    """One row a column that may be empty: how many cells, how many of them empty, how full."""
    columns = [
        Column(say(lang, f"{KEY}.gaps.column"), lambda row: row[f"column_name_{lang}"]),
        _named(lang),
        *(column(lang, name) for name in ("column_cells", "empty_cells", "stated_pct")),
    ]
    return stacked(columns, rows, caption=say(lang, f"{KEY}.gaps.table"))


def gaps_words(rows: list[dict], lang: str):
    """How many of the columns are full after all."""
    full = sum(row["empty_cells"] == 0 for row in rows)
    counts = {"columns": len(rows), "full": full}
    return sentence(
        lang, f"{KEY}.gaps.answer", **{name: html.Strong(number(lang, each)) for name, each in counts.items()}
    )
