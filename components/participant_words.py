"""The sentences on participants: each number comes from the answer of its own panel."""

from dash import html

from components import participant_tables
from components.cost_words import strong
from components.named_values import extremes, listed, named, range_of
from components.numbers import number
from components.text import say, say_count, sentence

KINDS = ("municipality", "region", "city_region")


def participants(lang: str, count) -> str:
    """`28 osallistujaa`: a count of participants in words."""
    return say_count(lang, "participants.count", count=int(count))


def coverage(rows: list[dict], lang: str):
    """How many of the registered are named, by kind: `rows` answer participants_by_kind; None when nobody is."""
    kinds = {row["participant_kind"]: row for row in rows}
    if not any(row["named"] for row in rows):
        return None
    if not all(kind in kinds and kinds[kind]["registered"] for kind in KINDS):
        return html.P(say(lang, "participants.coverage.unknown"), className="coverage")
    parts = {f"{kind}_named": strong(number(lang, kinds[kind]["named"])) for kind in KINDS}
    parts |= {f"{kind}_registered": strong(number(lang, kinds[kind]["registered"])) for kind in KINDS}
    return html.P(sentence(lang, "participants.coverage.known", **parts), className="coverage")


def total(rows: list[dict], lang: str):
    """How many participants are in view, by kind."""
    counts = {kind: sum(1 for row in rows if row["participant_kind"] == kind) for kind in KINDS}
    said = [say_count(lang, f"participants.{kind}", count=count) for kind, count in counts.items() if count]
    return sentence(
        lang, "participants.register.answer", count=strong(participants(lang, len(rows))), kinds=", ".join(said)
    )


def not_stated_note(rows: list[dict], lang: str):
    """Said when no source tells when anybody in view joined."""
    if not rows or any(row["joined_latest"] is not None for row in rows):
        return None
    return html.P(say(lang, "participants.register.joined_note"), className="note")


def by_theme(rows: list[dict], lang: str) -> str:
    """The themes with the most and the fewest participants; each of them when they are alike or one."""
    known = [row for row in rows if row["theme_code"]] or rows
    values = named(
        known, "participants", lambda row: participant_tables.theme(row, lang), lambda value: number(lang, value)
    )
    ends, own = extremes(lang, values), say(lang, "participants.by_theme.answer")
    if ends:
        return f"{say(lang, 'participants.by_theme.extremes', **ends)} {own}"
    return f"{say(lang, 'participants.by_theme.listed', listed=listed(lang, values))} {own}"


def by_region(rows: list[dict], lang: str) -> str:
    """From how many regions participants are known, and how many each has: none is named."""
    own = say(lang, "participants.by_region.answer")
    known = [row for row in rows if row["region_code"]]
    values = named(known, "participants", lambda row: row["region_code"], lambda value: number(lang, value))
    if not values:
        return own
    said = say_count(lang, "participants.by_region.spread", count=len(values), **range_of(values))
    return f"{said} {own}"
