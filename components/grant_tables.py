"""Tables of the grants page: the twins of its figures. Names link to the choice they stand for."""

from dash import html

from components.filters import Filters
from components.numbers import MISSING, money, span
from components.place_card import link
from components.tables import Column, alphabet, column, named, table, total_row
from components.text import say
from data import catalogue


def theme(row: dict, lang: str) -> str:
    """The theme's label, or that the source states none."""
    return _label("themes", row["theme_code"], lang)


def band(row: dict, lang: str) -> str:
    """The label of a band of amounts."""
    return _label("bands", row["band_code"], lang)


def region(row: dict, lang: str) -> str:
    """The region's name; several regions when a joint grant cannot be placed in one."""
    return row[f"name_{lang}"] or say(lang, "grants.several_regions")


def _label(codes: str, code: str | None, lang: str) -> str:
    return say(lang, "grants.unclassified") if code is None else catalogue.current().codes[codes][code][lang]


def amount(row: dict, lang: str) -> str:
    """The awarded amount; a ceiling is written as one, and an unstated amount as unstated."""
    if row["amount_state"] == "not_stated" or row["amount_eur"] is None:
        return say(lang, "common.not_stated")
    text = money(lang, row["amount_eur"])
    return say(lang, "grants.at_most", amount=text) if row["amount_state"] == "at_most" else text


def returned(row: dict, lang: str) -> str | None:
    """That a part was returned, and whether the source states how much; None when nothing is known to be."""
    return say(lang, f"grants.returned.{row['return_state']}") if row["return_state"] else None


def by_round(rows: list[dict], choice: Filters):
    """Awards, applications and appropriation by round, with totals."""
    lang = choice.lang
    columns = [
        named(lang, "name", say(lang, "grants.column.round"), link=_narrow(choice, "round", "round_code")),
        *[column(lang, name) for name in ("applications", "grants", "awarded_eur")],
        *([column(lang, "at_most_eur")] if any(row["at_most_eur"] for row in rows) else []),
    ]
    return summed(columns, rows, lang, ["applications", "grants", "awarded_eur"], "grants.by_round.table")


def by_theme(rows: list[dict], choice: Filters):
    """Awards by theme, each a link that narrows the page."""
    lang = choice.lang
    first = Column(
        say(lang, "grants.column.theme"), lambda row: _linked(choice, "theme", row["theme_code"], theme(row, lang))
    )
    columns = [first, column(lang, "grants"), column(lang, "awarded_eur")]
    return summed(columns, rows, lang, ["grants", "awarded_eur"], "grants.by_theme.table")


def by_band(rows: list[dict], choice: Filters):
    """Grants by size."""
    lang = choice.lang
    first = Column(
        say(lang, "grants.column.band"), lambda row: _linked(choice, "band", row["band_code"], band(row, lang))
    )
    columns = [first, column(lang, "grants"), column(lang, "awarded_eur")]
    return summed(columns, rows, lang, ["grants", "awarded_eur"], "grants.by_band.table")


def by_region(rows: list[dict], choice: Filters):
    """Awards by region in the chosen joint mode."""
    lang = choice.lang
    first = Column(
        say(lang, "grants.column.region"), lambda row: _linked(choice, "region", row["region_code"], region(row, lang))
    )
    columns = [first, column(lang, "grants"), column(lang, "municipalities"), column(lang, "awarded_eur")]
    return summed(columns, rows, lang, ["awarded_eur"], "grants.by_region.table")


def by_municipality(rows: list[dict], choice: Filters, awards: list[dict]):
    """Awards by municipality; a city region and an undivided joint grant are rows of their own."""
    lang = choice.lang
    together = {row["grant_id"]: _together(row, lang) for row in awards if row["is_joint"]}

    def shown(row: dict) -> str:
        return together.get(row["recipient_code"]) or row[f"name_{lang}"] or MISSING

    def name(row: dict):
        words = shown(row)
        if row["recipient_kind"] == "municipality":
            return link(choice, row["municipality_code"], words)
        kind = catalogue.current().codes["recipient_kinds"][row["recipient_kind"]][lang]
        return [words, html.Span(kind, className="register-sub")]

    columns = [Column(say(lang, "grants.column.recipient"), name), column(lang, "grants"), column(lang, "awarded_eur")]
    ordered = sorted(rows, key=lambda row: alphabet(shown(row)))
    return summed(columns, ordered, lang, ["awarded_eur"], "grants.by_municipality.table")


def _together(award: dict, lang: str) -> str:
    """Everybody who shares a joint grant, by name: `Lempäälä, Nokia, Ylöjärvi`."""
    return ", ".join(filter(None, (award[f"lead_{lang}"], award[f"partners_{lang}"])))


def _narrow(choice: Filters, facet: str, code: str):
    """For a row, the address of the page narrowed to it."""
    return lambda row: choice.to_search(page=1, **{facet: row[code]}) if row.get(code) else None


def _linked(choice: Filters, facet: str, code: str | None, words: str):
    return html.A(words, href=choice.to_search(page=1, **{facet: code})) if code else words


def summed(columns: list[Column], rows: list[dict], lang: str, names: list[str], caption: str):
    """A table with a total row under it; only the named columns are summed."""
    total = total_row(lang, rows, names)
    first = columns[0]
    labelled = Column(first.heading, lambda row: row["label"] if row.get("is_total") else first.cell(row))
    rest = [_blank_in_total(each, names) for each in columns[1:]]
    return table(
        [labelled, *rest],
        [*rows, total],
        caption=say(lang, caption),
        row_class=lambda row: "total" if row.get("is_total") else None,
    )


def _blank_in_total(each: Column, names: list[str]) -> Column:
    """The column with an empty cell in the total row when it is not one of the summed ones."""

    def cell(row: dict):
        try:
            return each.cell(row)
        except KeyError:
            return ""

    def is_negative(row: dict) -> bool:
        return not row.get("is_total") and each.is_negative(row)

    return Column(each.heading, cell, each.is_number, is_negative, each.sort)


def when(row: dict, lang: str) -> str:
    """When a grant was decided, as exactly as the source tells."""
    return span(lang, row["decided_earliest"], row["decided_latest"])
