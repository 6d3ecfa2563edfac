"""The list beside the map, in step with it, and the twin: every place of the map as a sortable table."""

from operator import itemgetter

from dash import html

from components.controls import paging
from components.filters import Filters
from components.map_classes import CODED, value_text
from components.map_picture import swatch
from components.numbers import day
from components.sorting import in_order, sort_links, spelt
from components.tables import Column, alphabetical, column, table
from components.text import say
from data import catalogue

PAGE_SIZE = 40


def listed(rows: list[dict], choice: Filters) -> list[dict]:
    """The rows of the list by name: the whole chosen region, or else every place of which something is known."""
    known = [row for row in rows if not row["is_outside"] and _is_known(row, choice)]
    return alphabetical(known, choice.lang)


def _is_known(row: dict, choice: Filters) -> bool:
    if choice.region and row["region_code"] == choice.region:
        return True
    return bool(row["grants"] or row["role_code"])


def beside(rows: list[dict], choice: Filters, measure: str, letters: dict[str, str]):
    """The list: sample of the class, name that chooses the place, its part in the programme, its value."""
    lang = choice.lang

    def name(row: dict):
        if row["place_kind"] != "municipality":
            kind = catalogue.current().codes["recipient_kinds"][row["place_kind"]][lang]
            return [html.Span(row[f"name_{lang}"]), html.Span(kind, className="register-sub")]
        link = html.A(row[f"name_{lang}"], href=_choosing(choice, row["place_code"]), **_mark(choice, row))
        return html.Span([swatch(letters[row["place_code"]]), link], className="map-item")

    columns = [
        Column(say(lang, "map.list.place"), name),
        Column(say(lang, "map.list.part"), lambda row: part(row, lang)),
        Column(
            say(lang, f"map.list.value.{measure}"),
            lambda row: value_text(row, measure, lang),
            is_number=measure not in CODED,
        ),
    ]
    caption = say(lang, "map.list.region" if choice.region else "map.list.known")
    chosen = choice.municipality
    return table(
        columns,
        listed(rows, choice),
        caption=caption,
        row_class=lambda row: "is-chosen" if chosen and row["place_code"] == chosen else None,
        is_stacked=True,
    )


def _choosing(choice: Filters, code: str) -> str:
    """The address with a place chosen; with the choice taken back when it is chosen already."""
    return choice.to_search(municipality=None if choice.municipality == code else code, page=1) or "?"


def _mark(choice: Filters, row: dict) -> dict:
    is_chosen = choice.municipality == row["place_code"]
    return {"data-code": row["place_code"], **({"aria-current": "true"} if is_chosen else {})}


def part(row: dict, lang: str) -> str:
    """What a place did, in two or three words: applicant, in a joint grant, named, or not named."""
    if row["place_kind"] == "joint_grant":
        return say(lang, "map.part.joint_grant")
    if row["lead_grants"]:
        return say(lang, "map.part.lead_joint" if row["joint_grants"] else "map.part.lead")
    if row["grants"]:
        return say(lang, "map.part.joint")
    return say(lang, "map.part.named" if row["role_code"] else "map.part.not_named")


def twin(rows: list[dict], choice: Filters, regions: dict[str, str]) -> html.Div:
    """Every place as a row, sorted by the address, 40 a page. `regions` is code -> name."""
    lang = choice.lang
    named = [{**row, "region_name": regions.get(row["region_code"])} for row in alphabetical(rows, lang)]
    ordered = in_order(named, choice, _keys(lang), first="place")
    last = max(1, -(-len(ordered) // PAGE_SIZE))
    start = (min(choice.page, last) - 1) * PAGE_SIZE
    shown = table(
        _columns(lang),
        ordered[start : start + PAGE_SIZE],
        caption=say(lang, "map.twin.caption"),
        sort_link=sort_links(choice, first="place"),
    )
    return html.Div([shown, paging(choice, rows=len(ordered), size=PAGE_SIZE)])


def _keys(lang: str) -> dict:
    """What each column of the twin is sorted by; names of their own, for the page has other tables."""
    facts = ("role_code", "grants", "awarded_eur", "per_inhabitant_eur", "inhabitants")
    by_fact = {f"place_{name}": itemgetter(name) for name in facts}
    return {
        "place": lambda row: spelt(row[f"name_{lang}"]),
        "place_region": lambda row: spelt(row["region_name"]),
        **by_fact,
    }


def _columns(lang: str) -> list[Column]:
    return [
        Column(say(lang, "map.list.place"), lambda row: row[f"name_{lang}"], sort="place"),
        Column(say(lang, "map.twin.region"), lambda row: row["region_name"] or "", sort="place_region"),
        Column(say(lang, "map.list.part"), lambda row: part(row, lang)),
        column(lang, "role_code", sort="place_role_code"),
        column(lang, "theme_code"),
        column(lang, "grants", sort="place_grants"),
        column(lang, "awarded_eur", sort="place_awarded_eur"),
        column(lang, "per_inhabitant_eur", sort="place_per_inhabitant_eur"),
        column(lang, "inhabitants", sort="place_inhabitants"),
        Column(say(lang, "map.twin.counted"), lambda row: day(lang, row["counted_on"])),
    ]
