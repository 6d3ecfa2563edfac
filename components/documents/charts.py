"""The charts of a pack as numbers: each is made of the rows of its own answer, and of nothing else."""

from components.documents.model import Chart, Mark
from components.numbers import millions, money, number
from components.text import say
from data import catalogue


def bridge(rows: list[dict], lang: str) -> Chart | None:
    """From awarded to total cost; what the source does not explain has a tone of its own."""
    tones = {"total": "total", "addition": "addition", "subtraction": "unexplained"}
    steps = catalogue.current().codes["bridge_steps"]
    marks = [
        Mark(
            label=_step(row, steps[row["step_code"]][lang]),
            start=float(row["starts_eur"]) if row["kind"] != "total" else 0.0,
            end=float(row["ends_eur"]),
            text=number(lang, row["amount_eur"], signed=row["kind"] != "total"),
            tone=tones[row["kind"]],
        )
        for row in rows
    ]
    return _chart("bridge", marks, say(lang, "pack.series.amount"))


def _step(row: dict, label: str) -> str:
    return f"{label} {int(row['booked_year'])}" if row["step_code"] == "not_booked" else label


def booked(rows: list[dict], lang: str) -> Chart | None:
    """Booked grants by year, as far as the books are in."""
    known = [row for row in rows if row["booked_eur"] is not None]
    marks = [Mark(str(row["year"]), float(row["booked_eur"]), number(lang, row["booked_eur"])) for row in known]
    return _chart("columns", marks, say(lang, "pack.series.booked"))


def rounds(rows: list[dict], lang: str) -> Chart | None:
    """Awards by round, as far as exact amounts are stated."""
    known = [row for row in rows if row["awarded_eur"] is not None]
    marks = [Mark(row[f"name_{lang}"], float(row["awarded_eur"]), number(lang, row["awarded_eur"])) for row in known]
    return _chart("columns", marks, say(lang, "pack.series.awarded"))


def cumulative(rows: list[dict], estimates: list[dict], lang: str) -> Chart | None:
    """Costs added up year by year, with the original estimate as a line that does not move."""
    marks = [
        Mark(str(row["booked_year"]), float(row["cumulative_eur"]), number(lang, row["cumulative_eur"])) for row in rows
    ]
    limits = {
        say(lang, "costs.estimate.original", amount=money(lang, row["estimated_eur"])): float(row["estimated_eur"])
        for row in estimates
        if row["is_original"]
    }
    return _chart("line", marks, say(lang, "pack.series.cumulative"), limits)


def estimates(rows: list[dict], lang: str) -> Chart | None:
    """Each estimate beside the outcome; nothing before the books are in."""
    known = [row for row in rows if row["outcome_eur"] is not None]
    if not known:
        return None
    outcome = known[0]["outcome_eur"]
    marks = [
        Mark(
            say(lang, f"costs.estimate.name.{row['estimate_code']}"),
            float(row["estimated_eur"]),
            number(lang, row["estimated_eur"]),
        )
        for row in known
    ]
    told = catalogue.current().columns["outcome_eur"].headings[lang]
    return _chart(
        "columns", [*marks, Mark(told, float(outcome), number(lang, outcome))], say(lang, "pack.series.amount")
    )


def savings(rows: list[dict], lang: str) -> Chart | None:
    """Both published estimates as ranges; never a sum, never beside money spent."""
    codes = catalogue.current().codes
    marks = [
        Mark(
            label=f"{codes['means'][row['means_code']][lang]} · {codes['editions'][row['edition_code']][lang]}",
            start=float(row["low_eur"]) / 1_000_000,
            end=float(row["high_eur"]) / 1_000_000,
            text=millions(lang, row["low_eur"], row["high_eur"]),
            tone="range",
        )
        for row in rows
    ]
    return _chart("ranges", marks, say(lang, "pack.series.range"), unit=say(lang, "front.savings.unit"))


def _chart(kind: str, marks: list[Mark], name: str, limits: dict | None = None, unit: str = "€") -> Chart | None:
    """The chart, or None when there is nothing to draw."""
    return Chart(kind, name, tuple(marks), limits or {}, unit) if marks else None
