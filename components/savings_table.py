"""The twin of the savings picture: both estimates with their ends, dates and basis."""

from dash import html

from components.numbers import millions, span
from components.sources import source_numbers
from components.tables import Column, table
from components.text import say
from data import catalogue


def savings_basis(rows: list[dict], lang: str) -> html.Ul:
    """What each published range rests on, and its source; the same basis is told once."""
    codes, told = catalogue.current().codes, {}
    for row in rows:
        told.setdefault((row["edition_code"], row[f"basis_{lang}"]), row)
    listed = [
        html.Li(
            [
                html.Strong(codes["editions"][row["edition_code"]][lang]),
                html.Br(),
                f"{row[f'basis_{lang}']} ",
                *source_numbers(lang, row["source_ids"].split()),
            ]
        )
        for row in told.values()
    ]
    return html.Ul(listed, className="bases")


def savings_table(rows: list[dict], lang: str):
    """One row an estimate: edition, means, range, when published, basis."""
    codes = catalogue.current().codes
    columns = [
        Column(say(lang, "front.savings.means"), lambda row: codes["means"][row["means_code"]][lang]),
        Column(say(lang, "front.savings.edition"), lambda row: codes["editions"][row["edition_code"]][lang]),
        Column(
            say(lang, "front.savings.range"),
            lambda row: millions(lang, row["low_eur"], row["high_eur"]),
            is_number=True,
        ),
        Column(say(lang, "front.savings.published"), lambda row: span(lang, None, row["published_latest"])),
        Column(say(lang, "front.savings.basis"), lambda row: row[f"basis_{lang}"]),
    ]
    return table(columns, rows, caption=say(lang, "front.savings.table"))
