"""What the material says of a figure for leaders: its target, path and trend by year, owner and next review."""

from dash import html

from components import cost_words
from components.meeting_tables import label
from components.numbers import day, money, percent
from components.tables import Column, table
from components.text import say, say_count


def original(known) -> dict | None:
    """The original estimate with an outcome; None when nothing is booked or estimated yet."""
    rows = known.rows["estimates_against_outcome"]
    return next((row for row in rows if row["is_original"] and row["outcome_eur"] is not None), None)


def light(known, lang: str) -> list | None:
    """The light of the costs and its rule with both limits."""
    row = original(known)
    if row is None or not row["light_code"]:
        return None
    return [cost_words.light_word(row, lang), " ", cost_words.rule(row, lang)]


def target(code: str, known, lang: str) -> str:
    """The target in a sentence where the material states one."""
    row = original(known)
    if code == "total_cost" and row:
        share = percent(lang, row["outcome_pct"])
        return say(lang, "leadership.target.estimate", amount=money(lang, row["estimated_eur"]), share=share)
    rounds = [row for row in _rounds(known) if row["appropriation_eur"] is not None]
    if code == "awarded" and rounds:
        return " ".join(_appropriation(row, lang) for row in rounds)
    if code == "municipalities_named" and "municipalities_registered" in known.figures:
        count = int(known.figures["municipalities_registered"]["value"])
        return say_count(lang, "leadership.target.whole", count=count)
    return say(lang, "leadership.target.none")


def _appropriation(row: dict, lang: str) -> str:
    amounts = {"amount": money(lang, row["appropriation_eur"]), "awarded": money(lang, row["awarded_eur"])}
    return say(lang, "leadership.target.appropriation", year=str(row["round_year"]), **amounts)


def _rounds(known) -> list[dict]:
    return [row for row in known.rows["grants_by_round"] if row["awarded_eur"] is not None]


def outcomes(code: str, known) -> dict[int, float]:
    """The outcome of each year; empty for a figure that is not counted by year."""
    return {year: float(outcome) for year, _, outcome in steps(code, known)}


def steps(code: str, known) -> list[tuple]:
    """(year, planned, outcome) of a figure in euros; planned is None where the source states none."""
    if code == "total_cost":
        return [(row["booked_year"], None, row["booked_eur"]) for row in known.rows["costs_by_year"]]
    if code == "awarded":
        return [(row["round_year"], row["appropriation_eur"], row["awarded_eur"]) for row in _rounds(known)]
    if code == "booked_grants":
        rows = [row for row in known.rows["booked_grants_by_year"] if row["booked_eur"] is not None]
        return [(row["year"], row["awarded_eur"], row["booked_eur"]) for row in rows]
    return []


def trend(code: str, known, lang: str) -> list:
    """The picture in words: each year with its outcome."""
    points = [
        say(lang, "leadership.trend.point", year=str(year), value=money(lang, outcome))
        for year, _, outcome in steps(code, known)
    ]
    return [html.P(say(lang, "leadership.trend.line", points=", ".join(points)), className="trend")] if points else []


def path(code: str, known, lang: str) -> list:
    """Planned against outcome by year, folded; nothing for a figure that is not counted by year."""
    found = steps(code, known)
    if not found:
        return []
    unknown = say(lang, "leadership.path.not_stated")
    columns = [
        Column(say(lang, "leadership.path.year"), lambda row: str(row[0])),
        Column(say(lang, _planned(code)), lambda row: unknown if row[1] is None else money(lang, row[1]), True),
        Column(say(lang, "leadership.path.outcome"), lambda row: money(lang, row[2]), True),
    ]
    title = say(lang, "leadership.path.title")
    caption = f"{title} · {label('measures', code, lang)}"
    return [html.Details([html.Summary(title), table(columns, found, caption=caption).children])]


def _planned(code: str) -> str:
    """What stands beside the outcome: for booked grants it is what was awarded in the year."""
    return "front.figure.awarded" if code == "booked_grants" else "leadership.path.planned"


def owner(known, lang: str) -> str:
    """The programme's owner, or that no source names it."""
    return label("owners", known.owner, lang) if known.owner else say(lang, "common.not_stated")


def review(code: str, known, lang: str) -> html.P:
    """The due date of the nearest open decision on the figure, and who answers for it; stamped when an example."""
    dated = [
        row
        for row in known.rows["decisions_by_meeting"]
        if row["measure_code"] == code and not row["is_closed"] and row["due_on"] and row["due_on"] >= known.days.until
    ]
    if not dated:
        return html.P(say(lang, "leadership.review_none"))
    row = min(dated, key=lambda each: each["due_on"])
    role = label("owner_roles", row["owner_role_code"], lang)
    said = [say(lang, "leadership.review", day=day(lang, row["due_on"]), role=role)]
    if known.has_example_reviews:
        said += [" ", html.Strong(say(lang, "site.stamp.word"), className="stamp stamp--inline")]
    return html.P(said)
