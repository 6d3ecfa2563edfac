"""The maturity of services in a pack: how many municipalities are assessed, lowest, median and highest level."""

from components.cost_words import strong
from components.numbers import MISSING, number
from components.tables import Column, column, table, value_text
from components.text import say, sentence


def answer(rows: list[dict], lang: str):
    """How many municipalities have assessed a service, of how many."""
    whole = [row for row in rows if row["sector_code"] is None]
    if not whole:
        return None
    told = {name: strong(number(lang, whole[0][name])) for name in ("assessed", "group_places")}
    return sentence(lang, "pack.maturity.answer", **told)


def by_sector(rows: list[dict], lang: str):
    """One line a sector: municipalities assessed, and the lowest, median and highest level; a small group is hidden."""

    def level(name: str):
        def cell(row: dict) -> str:
            if row["mark_code"]:
                return value_text(lang, "mark_code", row["mark_code"])
            return MISSING if row[name] is None else number(lang, row[name])

        return cell

    columns = [
        column(lang, "sector_code"),
        column(lang, "group_places"),
        column(lang, "assessed"),
        *(
            Column(say(lang, f"pack.maturity.{name}"), level(f"{name}_level"), is_number=True)
            for name in ("lowest", "median", "highest")
        ),
    ]
    sectors = sorted((row for row in rows if row["sector_code"] and not row["service_code"]), key=_code)
    return table(columns, sectors, caption=say(lang, "pack.maturity.table"))


def _code(row: dict) -> str:
    return row["sector_code"]
