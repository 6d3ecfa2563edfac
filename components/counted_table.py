"""Counted figures as a table: value, precision and the day each is about."""

from components.numbers import money, number, span
from components.tables import Column, stacked, value_text
from components.text import say
from data import catalogue


def counted_table(rows: list[dict], lang: str):
    """Every counted figure in the order of its code list; `rows` answer `key_figures_by_measure`."""
    order = list(catalogue.current().codes["measures"])

    def value(row: dict) -> str:
        return money(lang, row["value"]) if row["unit"] == "EUR" else number(lang, row["value"])

    columns = [
        Column(say(lang, "pack.figures.measure"), lambda row: value_text(lang, "measure_code", row["measure_code"])),
        Column(say(lang, "pack.figures.value"), value, is_number=True),
        Column(
            say(lang, "pack.figures.precision"), lambda row: value_text(lang, "qualifier_code", row["qualifier_code"])
        ),
        Column(say(lang, "pack.figures.day"), lambda row: span(lang, row["counted_earliest"], row["counted_latest"])),
    ]
    listed = sorted(rows, key=lambda row: order.index(row["measure_code"]))
    return stacked(columns, listed, caption=say(lang, "pack.figures.table"))
