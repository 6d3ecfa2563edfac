"""Tables of the page of the meeting: what changed, then and now, lights, decisions and the agenda."""

from dash import html

from components.cost_words import light_word
from components.filters import Filters
from components.meeting_days import Days, words
from components.numbers import MISSING, day, money, number
from components.sources import number_links
from components.tables import Column, column, stacked, table
from components.text import say
from data import catalogue

FACTS = {"grants": "event_kinds", "costs": "cost_types", "estimates": "estimates", "counts": "measures"}
FACTS |= {"participants": "recipient_kinds"}
STATES = {"grants": "amount_states", "counts": "qualifiers", "participants": "roles", "decisions": "decision_statuses"}
SHOWN = (
    *("total_cost", "booked_grants", "awarded", "awarded_minus_booked", "grants_awarded", "recipients_municipalities"),
    *("municipalities_registered", "municipalities_named", "self_assessed"),
)


def label(codes: str, code: str, lang: str) -> str:
    """A code of a list in words."""
    return catalogue.current().codes[codes][code][lang]


def quantity(lang: str, unit: str | None, value, *, signed: bool = False) -> str:
    """A number in its unit; `··` when there is none."""
    write = money if unit == "EUR" else number
    return write(lang, value, signed=signed)


def _state(row: dict, side: str, lang: str) -> str:
    """One side of a change: the number, or the state where no number is stated; "none" before what is new."""
    if row["change_kind_code"] == {"old": "new", "new": "removed"}[side]:
        return say(lang, "meeting.changes.nothing")
    value, code = row.get(f"{side}_number"), row[f"{side}_code"]
    if value is not None:
        return quantity(lang, row["unit"], value)
    codes = STATES.get(row.get("changed_table_code", "decisions"))
    return label(codes, code, lang) if code and codes else MISSING


def what(row: dict, choice: Filters):
    """What a change is about: a grant by its lead and linked, a cost by type and year, a count, a participant."""
    lang, table_code = choice.lang, row["changed_table_code"]
    text = label(FACTS[table_code], row["fact_code"], lang)
    if row["booked_year"]:
        text = f"{text} {row['booked_year']}"
    name = row[f"name_{lang}"]
    said = [f"{name}: {text}" if name else text]
    if row["grant_id"]:
        address = f"/{lang}/{say(lang, 'grants.slug')}/{row['grant_id']}"
        said = [html.A(name or row["grant_id"], href=address), f": {text}"]
    return [*said, html.Span(label("changed_tables", table_code, lang), className="register-sub")]


def changes(rows: list[dict], choice: Filters, days: Days):
    """One line a change: what, kind, before, now, difference, day, known since, reason, source."""
    lang = choice.lang
    columns = [
        Column(say(lang, "meeting.changes.what"), lambda row: what(row, choice)),
        Column(say(lang, "meeting.changes.kind"), lambda row: label("change_kinds", row["change_kind_code"], lang)),
        Column(heading(lang, "old_number"), lambda row: _state(row, "old", lang), is_number=True),
        Column(heading(lang, "new_number"), lambda row: _state(row, "new", lang), is_number=True),
        Column(
            heading(lang, "difference_number"),
            lambda row: quantity(lang, row["unit"], row["difference_number"], signed=True),
            is_number=True,
        ),
        Column(say(lang, "meeting.changes.day"), lambda row: day(lang, row["about_on"])),
        column(lang, "known_since"),
        Column(say(lang, "meeting.changes.reason"), lambda row: row[f"note_{lang}"] or say(lang, "common.not_stated")),
        Column(say(lang, "panel.source_of"), lambda row: number_links(lang, row["source_ids"])),
    ]
    caption = say(lang, "meeting.changes.table", **words(choice, days))
    return stacked(columns, rows, caption=caption)


def heading(lang: str, name: str) -> str:
    """The heading of a column of the catalogue."""
    return catalogue.current().columns[name].headings[lang]


def figures(then: dict, now: dict, choice: Filters, days: Days):
    """Then, now and the change; a figure that was not known then has no change."""
    lang, told = choice.lang, words(choice, days)

    def change(row: dict) -> str:
        old, new = then.get(row["measure_code"], {}).get("value"), row["value"]
        return quantity(lang, row["unit"], None if None in (old, new) else new - old, signed=True)

    rows = [now[code] for code in SHOWN if code in now]
    columns = [
        column(lang, "measure_code"),
        Column(
            told["since"],
            lambda row: quantity(lang, row["unit"], then.get(row["measure_code"], {}).get("value")),
            is_number=True,
        ),
        Column(told["until"], lambda row: quantity(lang, row["unit"], row["value"]), is_number=True),
        Column(heading(lang, "difference_number"), change, is_number=True),
    ]
    caption = say(lang, "meeting.figures.table", **told)
    return table(columns, rows, caption=caption, row_class=lambda row: "figures", is_stacked=True)


def lights(rows: list[dict], lang: str):
    """One line a meeting: outcome, both lights with their shares, and the age of the original one."""

    def light(name: str):
        code = f"{name}_light_code"
        return lambda row: light_word({"light_code": row[code]}, lang) if row[code] else MISSING

    def meeting(row: dict) -> str:
        told = {"number": str(row["meeting_number"]), "day": day(lang, row["held_on"])}
        return say(lang, "meeting.lights.meeting", **told)

    columns = [
        Column(heading(lang, "meeting_number"), meeting),
        column(lang, "outcome_eur"),
        column(lang, "original_pct"),
        Column(heading(lang, "original_light_code"), light("original")),
        column(lang, "latest_pct"),
        Column(heading(lang, "latest_light_code"), light("latest")),
        column(lang, "same_meetings"),
    ]
    return stacked(columns, list(reversed(rows)), caption=say(lang, "meeting.lights.table"))


def decisions(rows: list[dict], values: dict, choice: Filters):
    """Open ones first: what, who, when, state, and the figure then and now. `values`: (measure, day or None) -> row."""
    lang = choice.lang

    def figure(row: dict):
        if not row["measure_code"]:
            return MISSING
        old, new = values.get((row["measure_code"], row["figure_as_of"])), values.get((row["measure_code"], None))
        unit = (new or old or {}).get("unit")
        unknown = say(lang, "meeting.decisions.unknown")
        shown = [quantity(lang, unit, each["value"]) if each else unknown for each in (old, new)]
        name = label("measures", row["measure_code"], lang)
        parts = {"name": name, "day": day(lang, row["figure_as_of"]), "then": shown[0], "now": shown[1]}
        text = say(lang, "meeting.decisions.figure", **parts)
        address = panel_address(choice, row["panel_code"], row["figure_as_of"])
        return html.A(text, href=address) if address else text

    columns = [
        Column(say(lang, "meeting.decisions.wording"), lambda row: row[f"wording_{lang}"]),
        Column(say(lang, "meeting.decisions.made"), lambda row: _made(row, lang)),
        column(lang, "owner_role_code"),
        Column(heading(lang, "due_on"), lambda row: _due(row, lang)),
        column(lang, "decision_status_code"),
        Column(say(lang, "meeting.decisions.then_and_now"), figure),
    ]
    return stacked(columns, rows, caption=say(lang, "meeting.decisions.table"))


def _made(row: dict, lang: str) -> str:
    number_of = str(row["meeting_number"])
    return say(lang, "meeting.decisions.made_at", number=number_of, day=day(lang, row["decided_on"]))


def _due(row: dict, lang: str) -> str:
    due = day(lang, row["due_on"])
    return say(lang, "meeting.decisions.late", day=due) if row["is_overdue"] else due


def panel_address(choice: Filters, panel_code: str | None, as_of) -> str | None:
    """Where a panel stands on a given day: its page is the first word of its code."""
    if not panel_code:
        return None
    slug = say(choice.lang, f"{panel_code.split('-')[0]}.slug")
    kept = Filters(lang=choice.lang, programme=choice.programme, release=choice.release)
    return f"/{choice.lang}/{slug}{kept.to_search(as_of=as_of)}#{panel_code}"
