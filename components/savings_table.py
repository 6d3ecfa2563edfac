"""The twin of the savings picture: both estimates with their ends, dates and basis."""

from dash import html

from components.numbers import millions, span
from components.sources import source_numbers
from components.tables import Column, table
from components.text import say
from data import catalogue


def savings_basis(rows: list[dict], lang: str) -> html.Ul:
    """What each published range rests on, and its source; a basis that both means share is told once, without them."""
    told: dict[tuple, list[dict]] = {}
    for row in rows:
        told.setdefault((row["edition_code"], row[f"basis_{lang}"]), []).append(row)
    listed = [
        html.Li(
            [
                html.Strong(_published(alike, lang)),
                html.Br(),
                f"{alike[0][f'basis_{lang}']} ",
                *source_numbers(lang, alike[0]["source_ids"].split()),
            ]
        )
        for alike in told.values()
    ]
    return html.Ul(listed, className="bases")


def _published(alike: list[dict], lang: str) -> str:
    """Where ranges of one basis were given, after the means when the basis is of one means only."""
    codes, row = catalogue.current().codes, alike[0]
    edition = codes["editions"][row["edition_code"]][lang]
    return edition if len(alike) > 1 else f"{codes['means'][row['means_code']][lang]} · {edition}"


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
