"""Why a figure changed: one tap opens the changes since the earlier day, a second one leads to the rows."""

from dash import html

from components.filters import Filters
from components.meeting_days import words
from components.meeting_tables import label, quantity, what
from components.meeting_words import rounding
from components.text import say, say_count

MOST = 6
# measure -> which changes move it: table and, of counts and costs, the fact.
MOVED_BY = {
    "total_cost": ("costs", None),
    "booked_grants": ("costs", "grants"),
    "awarded": ("grants", "award"),
    "municipalities_registered": ("counts", "municipalities_registered"),
    "municipalities_named": ("participants", "municipality"),
    "self_assessed": ("counts", "self_assessed"),
}


def changes_of(code: str, rows: list[dict]) -> list[dict]:
    """The changes that move a figure."""
    table, fact = MOVED_BY[code]
    return [row for row in rows if row["changed_table_code"] == table and fact in (None, row["fact_code"])]


def why(code: str, known, choice: Filters, rows_address: str) -> html.Details:
    """The changes since the earlier day, the rows behind the figure, and all changes."""
    lang, since = choice.lang, words(choice, known.days)["since"]
    found = changes_of(code, known.rows["changes_by_row"])
    told = (
        say_count(lang, "leadership.why.count", count=len(found), since=since)
        if found
        else say(lang, "leadership.why.none", since=since)
    )
    since_day = known.days.since
    meeting = f"/{lang}/{say(lang, 'meeting.slug')}{choice.to_search(since=since_day)}#meeting-changes"
    ways = [
        html.A(say(lang, "leadership.why.rows"), href=rows_address),
        " · ",
        html.A(say(lang, "leadership.why.all"), href=meeting),
    ]
    listed = html.Ul([html.Li(_change(row, choice)) for row in found[:MOST]]) if found else None
    note = rounding(found, known.then, known.figures, lang) if code == "total_cost" else None
    return html.Details(
        [html.Summary(say(lang, "leadership.why.title")), html.P(told), listed, note, html.P(ways)], className="why"
    )


def _change(row: dict, choice: Filters) -> list:
    """What changed, from what to what."""
    lang = choice.lang
    new, old = (quantity(lang, row["unit"], row[f"{side}_number"]) for side in ("new", "old"))
    if row["new_number"] is None:
        return [*what(row, choice)[:-1], ": ", label("change_kinds", row["change_kind_code"], lang)]
    kind = "new" if row["change_kind_code"] == "new" else "changed"
    told = {"value": new} if kind == "new" else {"old": old, "value": new}
    return [*what(row, choice)[:-1], ": ", say(lang, f"leadership.why.{kind}", **told)]
