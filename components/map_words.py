"""What the map says in words: the answer above it, the caption and the legend beneath it, what its script speaks."""

import json
from statistics import median

from dash import html

from components.cost_words import strong
from components.filters import Filters
from components.inert import Inert
from components.map_classes import MapClass, value_text
from components.map_picture import swatch
from components.maturity_summary import to_example
from components.numbers import day, money
from components.text import say, say_count, sentence


def answer(rows: list[dict], measure: str, choice: Filters) -> list:
    """The answer to the map's question: who, how much, and what belongs to no municipality."""
    lang = choice.lang
    places = [row for row in rows if row["place_kind"] == "municipality" and not row["is_outside"]]
    if measure == "maturity":
        return _of_maturity(places, lang)
    if measure in ("role", "theme"):
        count = sum(row["role_code"] is not None for row in places)
        return [say_count(lang, "map.answer.participants", count=count)]
    lead = _per_inhabitant(places, lang) if measure == "per_inhabitant" else []
    return [*lead, *_of_grants(rows, places, lang), *_joint(places, choice)]


def _per_inhabitant(places: list[dict], lang: str) -> list:
    """Lowest, median and highest of the municipalities that have an amount: never which one has the most."""
    values = sorted(row["per_inhabitant_eur"] for row in places if row["per_inhabitant_eur"] is not None)
    if not values:
        return []
    parts = {"low": values[0], "median": median(values), "high": values[-1]}
    told = {name: strong(money(lang, round(value, 2))) for name, value in parts.items()}
    return [*sentence(lang, "map.answer.per_inhabitant", **told), " "]


def _joint(places: list[dict], choice: Filters) -> list:
    """Where a joint grant stands in the chosen mode, when there is one in view."""
    if not any(row["joint_grants"] for row in places) or choice.joint == "undivided":
        return []
    return [" ", say(choice.lang, "map.answer.equal" if choice.joint == "equal" else "map.answer.whole_at_lead")]


def _of_maturity(places: list[dict], lang: str) -> list:
    """How many have a published level; when none has, that is said and the way to the example is shown."""
    count = sum(bool(row.get("level")) for row in places)
    if count:
        return [say_count(lang, "map.answer.maturity_levels", count=count)]
    return [say(lang, "map.answer.maturity"), " ", to_example(lang)]


def _of_grants(rows: list[dict], places: list[dict], lang: str) -> list:
    leads = sum(row["lead_grants"] > 0 for row in places)
    joint = sum(row["grants"] > 0 and not row["lead_grants"] for row in places)
    parts = [say_count(lang, "map.answer.leads", count=leads), " "]
    if joint:
        parts += [say_count(lang, "map.answer.joint", count=joint), " "]
    amounts = [row["awarded_eur"] for row in places if row["awarded_eur"] is not None]
    if not amounts:
        return [*parts, say(lang, "map.answer.no_amounts")]
    elsewhere = sum(row["awarded_eur"] or 0 for row in rows if row["place_kind"] != "municipality")
    parts += sentence(lang, "map.answer.amount", amount=strong(money(lang, sum(amounts))))
    if elsewhere:
        off = {"off": money(lang, elsewhere), "total": money(lang, elsewhere + sum(amounts))}
        parts += [" ", *sentence(lang, "map.answer.elsewhere", **{key: strong(text) for key, text in off.items()})]
    return parts


def caption(rows: list[dict], measure: str, drawing: str, lang: str) -> list:
    """What kind of drawing it is, of which day, and how it is used by keyboard."""
    places = [row for row in rows if row["place_kind"] == "municipality"]
    about = {"day": day(lang, places[0]["division_on"]), "municipalities": str(len(places))}
    parts = [say(lang, f"map.drawing.{drawing}"), say(lang, "map.division", **about)]
    counted = {row["counted_on"] for row in places if row["counted_on"]}
    if measure == "per_inhabitant" and counted:
        parts.append(say(lang, "map.counted", day=", ".join(day(lang, each) for each in sorted(counted))))
    keys = html.Span(say(lang, "map.keys"), id="map-keys", className="with-scripts")
    return [html.Span(" ".join(parts)), " ", keys]


def legend(groups: list[list[MapClass]], measure: str, lang: str) -> Inert:
    """The classes with samples and member counts; a line parts what is known from what cannot be known."""
    head = html.Tr([html.Th(say(lang, f"map.legend.{measure}"), scope="col"), html.Th(say(lang, "map.legend.members"))])
    bodies = [
        html.Tbody(
            [
                html.Tr(
                    [html.Th([swatch(each.letter), html.Span(each.label)], scope="row"), html.Td(str(each.members))]
                )
                for each in group
            ]
        )
        for group in groups
    ]
    caption_ = html.Caption(say(lang, "map.legend.caption"), className="visually-quiet")
    return Inert(html.Div(html.Table([caption_, html.Thead(head), *bodies], className="map-legend")))


def spoken(rows: list[dict], groups: list[list[MapClass]], measure: str, lang: str) -> str:
    """JSON for the script: what each letter means, the values of places that have one, and its own sentences."""
    values = {
        row["place_code"]: text
        for row in rows
        if row["place_kind"] == "municipality" and (text := value_text(row, measure, lang))
    }
    labels = {each.letter: each.label for group in groups for each in group}
    own = {name: say(lang, f"map.spoken.{name}") for name in ("chosen", "cleared", "zoomed")}
    return json.dumps({"labels": labels, "values": values, **own}, ensure_ascii=False)
