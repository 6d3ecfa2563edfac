"""The sentences of the costs page: each number comes from the answer of its own panel."""

from dash import html

from components.named_values import listed, named
from components.numbers import day, money, percent
from components.text import say, sentence
from data import catalogue


def strong(text: str) -> html.Strong:
    """A number inside a sentence."""
    return html.Strong(text)


def estimate(rows: list[dict], lang: str):
    """Did the outcome stay inside the estimates: shares of the original and of the later one, when known."""
    shares = {row["estimate_code"]: row["outcome_pct"] for row in rows}
    outcome = money(lang, rows[0]["outcome_eur"]) if rows else ""
    parts = {code: strong(percent(lang, share)) for code, share in shares.items()}
    if "continuation" in shares:
        return sentence(lang, "costs.estimate.answer.both", outcome=strong(outcome), **parts)
    if "original" in shares:
        return sentence(lang, "costs.estimate.answer.original", outcome=strong(outcome), **parts)
    return None


def estimate_drawn(rows: list[dict], years: list[dict], lang: str) -> list:
    """What the figure of the estimates draws: shares, the distance, both estimates and the cost of each year."""
    made = named(
        rows,
        "estimated_eur",
        lambda row: say(lang, f"costs.estimate.name.{row['estimate_code']}"),
        lambda value: money(lang, value),
    )
    spent = _by_year(years, "booked_eur", lang, lambda row: str(row["booked_year"]))
    said = _difference_from_original(rows, lang)
    said += [say(lang, "costs.estimate.estimated", listed=listed(lang, made))] if made else []
    said += [say(lang, "costs.estimate.by_year", listed=spent)] if spent else []
    return [*(estimate(rows, lang) or []), *[f" {each}" for each in said]]


def _difference_from_original(rows: list[dict], lang: str) -> list[str]:
    """How far the outcome is from the original estimate; nothing when it is on it, or one of them is not known."""
    original = [row for row in rows if row["is_original"] and row["outcome_eur"] is not None]
    away = sum(row["outcome_eur"] - row["estimated_eur"] for row in original)
    if not away:
        return []
    side = "over" if away > 0 else "under"
    return [say(lang, f"costs.estimate.difference.{side}", amount=money(lang, abs(away)))]


def _by_year(rows: list[dict], column: str, lang: str, name) -> str:
    """`185 874 € (2017) ja 215 466 € (2018)`; empty when no amount is stated."""
    return listed(lang, named(rows, column, name, lambda value: money(lang, value)))


def light(rows: list[dict], lang: str):
    """The light of the original estimate with its rule printed beside it; no rule, no light."""
    original = [row for row in rows if row["is_original"] and row["light_code"]]
    if not original:
        return None
    return html.P([light_word(original[0], lang), html.Span(rule(original[0], lang))], className="state")


def rule(row: dict, lang: str) -> str:
    """What each light means, by the limits of the delivery `light_rules`. `row`: the original estimate."""
    limits = {name: percent(lang, row[f"{name}_pct"], decimals=0) for name in ("limit", "near")}
    return say(lang, "costs.estimate.rule", **limits)


def light_word(row: dict, lang: str) -> html.Span:
    """A light: dot and word, by the row's `light_code`. Dot, diamond and square differ, so colour is not needed."""
    word = catalogue.current().codes["lights"][row["light_code"]][lang]
    return html.Span(word, className=f"light light--{row['light_code']}")


def bridge(rows: list[dict], lang: str):
    """Awarded, booked and total: three different facts, with the difference between the first two."""
    amounts = {row["step_code"]: row["amount_eur"] for row in rows if row["kind"] == "total"}
    if set(amounts) < {"awarded", "booked_grants", "total"}:
        return None
    parts = {code: strong(money(lang, amount)) for code, amount in amounts.items()}
    difference = strong(money(lang, amounts["awarded"] - amounts["booked_grants"]))
    return sentence(lang, "costs.bridge.answer", difference=difference, **parts)


def bridge_caption(rows: list[dict], lang: str) -> str:
    """What the hatching means; the return is told only when it is in view."""
    told = any(row["explained_code"] == "return_amount_not_stated" for row in rows)
    return say(lang, "costs.bridge.caption_return" if told else "costs.bridge.caption")


def budget(rows: list[dict], lang: str):
    """The total and the largest type of cost in the table, printed as far as the source prints them."""
    by_type = [row for row in rows if row["cost_type"] and row["booked_year"] is None]
    printed = [row for row in by_type if row["line"] == "printed_total"]
    totals = printed or [row for row in by_type if row["line"] == "computed_total"]
    if not totals:
        return None
    largest = max(totals, key=lambda row: row["amount_eur"])
    word = catalogue.current().codes["cost_types"][largest["cost_type"]][lang]
    grand = {row["line"]: row for row in rows if row["cost_type"] is None and row["booked_year"] is None}
    total = grand.get("printed_total") or grand["computed_total"]
    amounts = {"total": strong(money(lang, total["amount_eur"])), "amount": strong(money(lang, largest["amount_eur"]))}
    return sentence(lang, "costs.budget.answer", type=word, **amounts)


def rounding(rows: list[dict], lang: str):
    """Where printed and computed totals differ, by how much and why; nothing when they agree."""
    differing = [row for row in rows if row["rounding_eur"]]
    legend = say(lang, "costs.budget.no_row")
    if not differing:
        return html.P(legend, className="figure-note")
    listed = [html.Li(_difference(row, rows, lang)) for row in differing if row["line"] == "computed_total"]
    return html.Div(
        [html.P([html.Strong(say(lang, "costs.budget.rounding"))]), html.Ul(listed, className="mb-1"), html.P(legend)],
        className="note",
    )


def _difference(row: dict, rows: list[dict], lang: str) -> str:
    """One differing total: what the rows add up to and what the report prints."""
    printed = row["amount_eur"] - row["rounding_eur"]
    amounts = {"computed": money(lang, row["amount_eur"]), "printed": money(lang, printed)}
    if row["cost_type"]:
        name = catalogue.current().codes["cost_types"][row["cost_type"]][lang]
        return say(lang, "costs.budget.difference.type", name=name, **amounts)
    if row["booked_year"] is not None:
        return say(lang, "costs.budget.difference.year", year=str(int(row["booked_year"])), **amounts)
    return say(lang, "costs.budget.difference.all", **amounts)


def booked(rows: list[dict], lang: str):
    """Booked grants in all, and the year whose figure is negative, when there is one."""
    if not rows:
        return None
    total = strong(money(lang, sum(row["booked_eur"] for row in rows)))
    negative = [row for row in rows if row["booked_eur"] < 0]
    years = _by_year(rows, "booked_eur", lang, lambda row: str(row["year"]))
    each = [" ", say(lang, "costs.booked.by_year", listed=years)]
    if not negative:
        return [*sentence(lang, "costs.booked.answer.plain", total=total), *each]
    parts = {"year": str(int(negative[0]["year"])), "amount": strong(money(lang, negative[0]["booked_eur"]))}
    return [*sentence(lang, "costs.booked.answer.negative", total=total, **parts), *each]


def cumulative(rows: list[dict], lang: str):
    """How much had been booked by the end of the last year in view, and by the end of each before it."""
    if not rows:
        return None
    last = rows[-1]
    before = _by_year(rows[:-1], "cumulative_eur", lang, lambda row: day(lang, row["period_to"]))
    said = sentence(
        lang,
        "costs.cumulative.answer",
        day=day(lang, last["period_to"]),
        amount=strong(money(lang, last["cumulative_eur"])),
    )
    return [*said, " ", say(lang, "costs.cumulative.before", listed=before)] if before else said
