"""What the page of the meeting says in sentences."""

from collections import Counter

from dash import html

from components.cost_words import light_word, strong
from components.filters import Filters
from components.meeting_days import Days, words
from components.numbers import money, number, percent
from components.text import say, say_count, sentence
from data import catalogue

LAST_MEETINGS = 2


def changes(rows: list[dict], choice: Filters, days: Days) -> list:
    """How many changes of which kind; "No changes" in words when there is none."""
    lang = choice.lang
    if not rows:
        return [say(lang, "meeting.changes.none", **words(choice, days))]
    told = {"kinds": kinds(rows, lang), **words(choice, days)}
    return [say_count(lang, "meeting.changes.count", count=len(rows), **told)]


def kinds(rows: list[dict], lang: str) -> str:
    """How many changes of each kind there are, in the order of the code list."""
    counted = Counter(row["change_kind_code"] for row in rows)
    codes = [code for code in catalogue.current().codes["change_kinds"] if counted[code]]
    return ", ".join(say(lang, f"meeting.changes.kinds.{code}", count=number(lang, counted[code])) for code in codes)


def rounding(rows: list[dict], then: dict, now: dict, lang: str) -> html.P | None:
    """That the changed rows of costs add up to another sum than the change of the printed total; nothing when equal.

    `then` and `now`: key figures of the two days by measure. A difference larger than a euro a row is no rounding.
    """
    moved = [row["difference_number"] or 0 for row in rows if row["changed_table_code"] == "costs"]
    old, new = (day.get("total_cost", {}).get("value") for day in (then, now))
    if not moved or new is None:
        return None
    total, change = sum(moved), new - (old or 0)
    if not 0 < abs(total - change) <= len(moved):
        return None
    parts = {"rows": money(lang, total, signed=True), "change": money(lang, change, signed=True)}
    said = [say(lang, "meeting.changes.rounding", **parts), say(lang, "costs.budget.rounding")]
    return html.P(" ".join(said), className="figure-note")


def figures(then: dict, now: dict, choice: Filters) -> list:
    """Total cost then and now; that nothing was known of it, when so."""
    lang = choice.lang
    new, old = (day.get("total_cost", {}).get("value") for day in (now, then))
    if new is None:
        return [say(lang, "meeting.figures.unknown")]
    if old is None:
        return sentence(lang, "meeting.figures.first", now=strong(money(lang, new)))
    parts = {"then": money(lang, old), "now": strong(money(lang, new))}
    return sentence(lang, "meeting.figures.answer", change=strong(money(lang, new - old, signed=True)), **parts)


def lights(rows: list[dict], lang: str) -> list | None:
    """The light at the latest meeting and its age; both lights when they disagree."""
    lit = [row for row in rows if row["original_light_code"]]
    if not lit:
        return None
    row = lit[-1]
    said = say_count(lang, "meeting.lights.age", count=row["same_meetings"], number=str(row["meeting_number"]))
    if row["latest_light_code"] in (None, row["original_light_code"]):
        return [said]
    parts = {"original": percent(lang, row["original_pct"]), "latest": percent(lang, row["latest_pct"])}
    return [said, " ", html.Strong(say(lang, "meeting.lights.disagree", **parts))]


def light_rule(rows: list[dict], rules: list[dict], lang: str) -> html.Div | None:
    """The lights at the latest meeting with the text of the rule, as the delivery has it; no rule, no light."""
    lit = [row for row in rows if row["original_light_code"]]
    texts = [rule[f"text_{lang}"] for rule in rules if rule["measure_code"] == "outcome_against_estimate"]
    if not lit or not texts:
        return None
    parts = [light_word({"light_code": lit[-1]["original_light_code"]}, lang)]
    shown = [html.P([say(lang, "meeting.lights.original"), " ", *parts], className="state")]
    if lit[-1]["latest_light_code"]:
        latest = light_word({"light_code": lit[-1]["latest_light_code"]}, lang)
        shown.append(html.P([say(lang, "meeting.lights.latest"), " ", latest], className="state"))
    return html.Div([*shown, html.P(texts[0], className="light-rule")])


def decisions(rows: list[dict], meetings: list[dict], lang: str) -> list | None:
    """What the last two meetings decided, how many decisions are open, and how many of them overdue."""
    if not rows:
        return None
    made = Counter(row["meeting_number"] for row in rows)
    said = [_decided(row["meeting_number"], made, lang) for row in meetings[: -LAST_MEETINGS - 1 : -1]]
    still = [row for row in rows if not row["is_closed"]]
    overdue = sum(row["is_overdue"] for row in still)
    said.append(say_count(lang, "meeting.decisions.open", count=len(still)))
    return [" ".join([*said, *([say_count(lang, "meeting.decisions.overdue", count=overdue)] if overdue else [])])]


def _decided(meeting: int, made: Counter, lang: str) -> str:
    """How many decisions a meeting made."""
    if not made[meeting]:
        return say(lang, "meeting.decisions.at.none", number=str(meeting))
    return say_count(lang, "meeting.decisions.at", count=made[meeting], number=str(meeting))


def agenda(rows: list[dict], lang: str) -> str | None:
    """Whose agenda it is."""
    return say(lang, "meeting.agenda.answer", number=str(rows[0]["meeting_number"])) if rows else None
