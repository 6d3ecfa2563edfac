"""Tables of the costs page: the budget as printed, the bridge, and the twins of its figures."""

from dash import html

from components.numbers import MISSING, money, number, span
from components.tables import Column, column, table
from components.text import say
from data import catalogue


def estimates(rows: list[dict], lang: str):
    """Both estimates against the outcome: when made, how much, difference and share."""
    columns = [
        Column(say(lang, "costs.estimate.column"), lambda row: _estimate_name(row, lang)),
        Column(say(lang, "costs.estimate.made"), lambda row: span(lang, row["made_earliest"], row["made_latest"])),
        column(lang, "estimated_eur"),
        column(lang, "outcome_eur"),
        Column(
            _heading(lang, "difference_eur"),
            lambda row: money(lang, row["difference_eur"], signed=True),
            is_number=True,
        ),
        column(lang, "outcome_pct"),
    ]
    return table(columns, rows, caption=say(lang, "costs.estimate.table"))


def _heading(lang: str, name: str) -> str:
    return catalogue.current().columns[name].headings[lang]


def _estimate_name(row: dict, lang: str) -> str:
    return say(lang, f"costs.estimate.name.{row['estimate_code']}")


def bridge(rows: list[dict], lang: str):
    """The steps of the bridge: amount with sign, and what the source says of each."""
    columns = [
        Column(say(lang, "costs.bridge.column"), lambda row: _step(row, lang)),
        Column(
            _heading(lang, "amount_eur"),
            lambda row: money(lang, row["amount_eur"], signed=row["kind"] != "total"),
            is_number=True,
        ),
        Column(
            say(lang, "costs.bridge.explained"),
            lambda row: _explained(row, lang),
        ),
    ]
    return table(
        columns,
        rows,
        caption=say(lang, "costs.bridge.table"),
        row_class=lambda row: "total" if row["kind"] == "total" else None,
    )


def _explained(row: dict, lang: str) -> str:
    """What the source says of a difference; nothing for the steps that are the source's own numbers."""
    code = row["explained_code"]
    return catalogue.current().codes["explained_codes"][code][lang] if code else ""


def _step(row: dict, lang: str) -> str:
    label = catalogue.current().codes["bridge_steps"][row["step_code"]][lang]
    return f"{label} {int(row['booked_year'])}" if row["step_code"] == "not_booked" else label


def budget(rows: list[dict], lang: str):
    """The budget table: types down, years across, printed and computed totals; cells that differ are marked."""
    years = sorted({int(row["booked_year"]) for row in rows if row["booked_year"] is not None})
    present = {row["cost_type"] for row in rows}
    types = [code for code in catalogue.current().codes["cost_types"] if code in present]
    cells = {(row["line"], row["cost_type"], _year(row)): row for row in rows}
    is_whole = any(key[0] == "printed_total" and key[1] for key in cells)
    printed = "printed_total" if is_whole else "printed_partly"
    head = [
        html.Th(_heading(lang, "cost_type"), scope="col"),
        *[html.Th(str(year), scope="col", className="n") for year in years],
        html.Th(say(lang, f"costs.budget.{printed}"), scope="col", className="n headline"),
        html.Th(say(lang, "costs.budget.computed_total"), scope="col", className="n"),
    ]
    body = [_type_line(kind, years, cells, lang) for kind in types]
    body += [_total_line(line, years, cells, lang) for line in ("printed_total", "computed_total")]
    caption = say(lang, "costs.budget.table")
    inner = html.Table([html.Caption(caption), html.Thead(html.Tr(head)), html.Tbody(body)], className="numbers budget")
    return html.Div(inner, className="table-wrap", tabIndex="0", role="region", **{"aria-label": caption})


def _year(row: dict) -> int | None:
    return None if row["booked_year"] is None else int(row["booked_year"])


def _type_line(kind: str, years: list[int], cells: dict, lang: str) -> html.Tr:
    name = catalogue.current().codes["cost_types"][kind][lang]
    return html.Tr(
        [
            html.Th(name, scope="row"),
            *[_cell(cells.get(("booked", kind, year)), lang) for year in years],
            _cell(cells.get(("printed_total", kind, None)), lang, "headline"),
            _cell(cells.get(("computed_total", kind, None)), lang),
        ]
    )


def _total_line(line: str, years: list[int], cells: dict, lang: str) -> html.Tr:
    """The line of yearly totals, printed or computed; the grand total stands under its own column."""
    printed, computed = (html.Td("", className="headline"), html.Td(""))
    grand = _cell(cells.get((line, None, None)), lang, "headline" if line == "printed_total" else "")
    last = [grand, computed] if line == "printed_total" else [printed, grand]
    return html.Tr(
        [
            html.Th(say(lang, f"costs.budget.{line}"), scope="row"),
            *[_cell(cells.get((line, None, year)), lang) for year in years],
            *last,
        ],
        className="total" if line == "printed_total" else "computed",
    )


def _cell(row: dict | None, lang: str, extra: str = "") -> html.Td:
    """One amount without its unit (the caption has it): `··` when the source has no row, marked when it differs."""
    if row is None:
        return html.Td(MISSING, className=f"n quiet {extra}".strip(), title=say(lang, "costs.budget.no_row"))
    classes = ["n", extra, "neg" if row["amount_eur"] < 0 else ""]
    if row["line"] == "computed_total" and row["rounding_eur"]:
        classes.append("flag")
    return html.Td(number(lang, row["amount_eur"]), className=" ".join(filter(None, classes)))


def booked(rows: list[dict], lang: str):
    """Awarded minus booked by year, with the totals of the years whose books are in."""
    columns = [
        column(lang, "year", cell=lambda row: row.get("label") or str(int(row["year"]))),
        column(lang, "awarded_eur"),
        column(lang, "booked_eur"),
        column(lang, "difference_eur"),
    ]
    total = {name: sum(row[name] or 0 for row in rows) for name in ("awarded_eur", "booked_eur", "difference_eur")}
    listed = [*rows, {**total, "label": say(lang, "panel.total"), "is_total": True}]
    return table(
        columns,
        listed,
        caption=say(lang, "costs.booked.table"),
        row_class=lambda row: "total" if row.get("is_total") else None,
    )


def by_year(rows: list[dict], lang: str):
    """Printed total of each year and the running sum."""
    columns = [column(lang, "booked_year"), column(lang, "booked_eur"), column(lang, "cumulative_eur")]
    return table(columns, rows, caption=say(lang, "costs.cumulative.table"))
