"""The sentences of the grants pages: each number comes from the answer of its own panel."""

from dash import html

from components import grant_tables
from components.cost_words import strong
from components.filters import Filters
from components.named_values import Named, extremes, listed, named, range_of
from components.numbers import money, number
from components.text import say, say_count, sentence


def grants(lang: str, count) -> str:
    """`12 avustusta`: a count of grants in words."""
    return say_count(lang, "grants.count", count=int(count))


def total(rows: list[dict], choice: Filters):
    """How many grants and how much in all, of those in view. At-most amounts are never part of the sum.

    Of one municipality's grants it says that the sum is that of whole joint projects.
    """
    lang = choice.lang
    exact = [row for row in rows if row["amount_state"] == "exact"]
    if not exact:
        return sentence(lang, "grants.register.at_most", count=strong(grants(lang, len(rows))))
    amount = strong(money(lang, sum(row["amount_eur"] for row in exact)))
    if len(exact) < len(rows):
        parts = {"all": strong(grants(lang, len(rows))), "count": number(lang, len(exact))}
        return sentence(lang, "grants.register.answer_mixed", amount=amount, **parts)
    is_of_one = choice.municipality and any(row["is_joint"] for row in exact)
    key = "grants.register.answer_of_one" if is_of_one else "grants.register.answer"
    return sentence(lang, key, count=strong(grants(lang, len(exact))), amount=amount)


def at_most_note(rows: list[dict], lang: str):
    """Said when some amounts are ceilings: they stand in the table but in no sum."""
    if not any(row["amount_state"] == "at_most" for row in rows):
        return None
    return html.P(say(lang, "grants.register.at_most_note"), className="note")


def notes(rows: list[dict], choice: Filters):
    """What must be known to read the register: ceilings, and whole amounts of joint projects of one municipality."""
    of_one = choice.municipality and any(row["is_joint"] for row in rows)
    own = html.P(say(choice.lang, "grants.register.municipality_note"), className="note") if of_one else None
    found = [note for note in (own, at_most_note(rows, choice.lang)) if note is not None]
    return html.Div(found) if found else None


def _awarded(rows: list[dict], lang: str, name) -> list[Named]:
    """What was awarded, in the order of the rows; those whose source states a ceiling only are left out."""
    return named(rows, "awarded_eur", name, lambda value: money(lang, value))


def by_round(rows: list[dict], lang: str):
    """What was awarded in each round, then grants against applications when these are known of every round."""
    values = _awarded(rows, lang, lambda row: row["round_code"])
    if not values:
        said = say(lang, "grants.amounts_unknown")
    else:
        said = say(lang, "grants.by_round.awarded", listed=listed(lang, values))
    return [said, *_applications(rows, lang)]


def _applications(rows: list[dict], lang: str) -> list:
    known = [row for row in rows if row["applications"] is not None]
    if not rows or len(known) != len(rows):
        return []
    counts = {
        "applications": strong(number(lang, sum(row["applications"] for row in rows))),
        "grants": strong(grants(lang, sum(row["grants"] for row in rows))),
    }
    return [" ", *sentence(lang, "grants.by_round.answer", **counts)]


def by_theme(rows: list[dict], lang: str) -> str:
    """The themes with the largest and the smallest sum; each of them when they are alike or one."""
    values = _awarded(rows, lang, lambda row: grant_tables.theme(row, lang))
    own = say(lang, "grants.by_theme.answer")
    if not values:
        return f"{say(lang, 'grants.amounts_unknown')} {own}"
    ends = extremes(lang, values)
    if ends:
        return f"{say(lang, 'grants.by_theme.extremes', **ends)} {own}"
    return f"{say(lang, 'grants.by_theme.awarded', listed=listed(lang, values))} {own}"


def by_band(rows: list[dict], amounts: list[dict], lang: str) -> list:
    """How many grants each band has, after the median, the smallest and the largest of `amounts`."""
    values = named(rows, "grants", lambda row: grant_tables.band(row, lang), lambda value: number(lang, value))
    said = say(lang, "grants.by_band.listed", listed=listed(lang, values))
    return [*(sizes(amounts, lang) or []), " ", said]


def by_region(rows: list[dict], choice: Filters) -> list:
    """The total in the joint mode, then how many regions have an amount and how large these are: none is named."""
    lang, total_words = choice.lang, same_total(rows, choice, key="joint_region")
    values = _awarded([row for row in rows if row["region_code"]], lang, lambda row: row[f"name_{lang}"])
    words = total_words if isinstance(total_words, list) else [total_words]
    if not values:
        return words
    return [*words, " ", say_count(lang, "grants.by_region.awarded", count=len(values), **range_of(values))]


def incomplete_note(rows: list[dict], lang: str):
    """Rounds of which only a part of the grants is named in the sources: `14 / 24`."""
    partial = [row for row in rows if row["awarded_grants"] and row["listed_grants"] != row["awarded_grants"]]
    if not partial:
        return None
    listed = [
        html.Li(
            say(
                lang,
                "grants.by_round.incomplete",
                round=row[f"name_{lang}"],
                listed=number(lang, row["listed_grants"]),
                awarded=number(lang, row["awarded_grants"]),
            )
        )
        for row in partial
    ]
    return html.Div(
        [html.P(say(lang, "grants.by_round.incomplete_lead")), html.Ul(listed, className="mb-0")], className="note"
    )


def sizes(rows: list[dict], lang: str):
    """Median, smallest and largest grant in view."""
    if not rows or rows[0]["median_eur"] is None:
        return None
    amounts = {name: strong(money(lang, rows[0][f"{name}_eur"])) for name in ("median", "smallest", "largest")}
    return sentence(lang, "grants.by_band.answer", **amounts)


def same_total(rows: list[dict], choice: Filters, *, key: str = "joint"):
    """The total in the chosen joint mode, with what the mode means for municipalities or (`joint_region`) regions."""
    exact = [row["awarded_eur"] for row in rows if row["awarded_eur"] is not None]
    if not exact:
        return say(choice.lang, "grants.joint.none")
    mode = f"grants.{key if choice.joint == 'undivided' else 'joint'}.{choice.joint}"
    return sentence(choice.lang, mode, amount=strong(money(choice.lang, sum(exact))))
