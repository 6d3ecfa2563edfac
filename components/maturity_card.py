"""The card of the chosen cell: level, meaning, place in the group, phases, change, next action, who is further."""

from dash import html

from components.maturity_drawings import position
from components.maturity_view import MaturityView, short
from components.numbers import day, percent
from components.text import say, say_count
from data import catalogue


def card(view: MaturityView, row: dict | None, rows: list[dict], history: list[dict]) -> html.Div:
    """`row` is the chosen cell, None when none is; `rows` are those of its service in the group; `history` its own."""
    lang = view.lang
    if row is None:
        words = html.P(say(lang, "maturity.card.nothing"), className="map-card-quiet")
        return html.Div([html.H3(say(lang, "maturity.card.choose")), words], className="map-card map-card--empty")
    place, service = view.name("place", row["place_code"]), view.name("service", row["service_code"])
    stamped = [html.P(say(lang, "site.stamp.word"), className="card-stamp")] if view.is_example else []
    title = html.H3(f"{place} · {service}", className="map-card-quiet")
    body = _known(view, row, rows, history) if row["level"] is not None else _unknown(view, row)
    return html.Div([title, *stamped, *body, _links(view)], className="map-card maturity-card")


def _unknown(view: MaturityView, row: dict) -> list:
    """A cell without a value: which mark it has, and what that means."""
    mark = row["mark_code"]
    label = catalogue.current().codes["cell_marks"][mark][view.lang]
    return [
        html.P(label[:1].upper() + label[1:], className="maturity-level"),
        html.P(say(view.lang, f"maturity.card.why.{mark}")),
    ]


def _known(view: MaturityView, row: dict, rows: list[dict], history: list[dict]) -> list:
    lang, level = view.lang, row["level"]
    about = next(each for each in view.levels if each["level"] == level)
    group = view.group_by_key[(row["sector_code"], row["service_code"])]
    place = view.name("place", row["place_code"])
    parts = [
        html.P(
            [html.Strong(str(level), className="maturity-number"), html.Span(about[f"name_{lang}"])],
            className="maturity-level",
        ),
        html.P(_method(view, row), className="map-card-quiet"),
        position(level, group, place, lang),
        html.P(_within(group, lang), className="map-card-quiet"),
        html.P(about[f"description_{lang}"]),
        *_phases(view, row),
        html.H4(say(lang, "maturity.card.change")),
        html.P(change(history, lang)),
        html.H4(say(lang, "maturity.card.next")),
        html.P(_next(view, row, about)),
        *_further(view, row, rows),
    ]
    return parts


def _method(view: MaturityView, row: dict) -> str:
    lang, codes = view.lang, catalogue.current().codes
    told = {
        "method": codes["assessment_methods"][row["method_code"]][lang],
        "day": day(lang, row["assessed_on"]),
        "measure": codes["measures"][view.measure][lang],
        "value": percent(lang, row["value_pct"], decimals=0),
    }
    return say(lang, "maturity.card.method", **told)


def _within(group: dict, lang: str) -> str:
    """The group in words: how many are assessed, and its lowest, median and highest level."""
    levels = {name: str(group[f"{name}_level"]) for name in ("lowest", "median", "highest")}
    counts = {"assessed": str(group["assessed"]), "places": str(group["group_places"])}
    return say(lang, "maturity.card.within", **levels, **counts)


def _phases(view: MaturityView, row: dict) -> list:
    """The phases of the service and which of them are digital; only the depth over the process tells."""
    if view.measure != "digital_depth":
        return []
    lang, digital = view.lang, (row["digital_phases"] or "").split()
    items = []
    for phase in (each for each in view.phases if each["service_code"] == row["service_code"]):
        is_digital = str(phase["phase_number"]) in digital
        state = say(lang, "maturity.card.digital" if is_digital else "maturity.card.not_digital")
        name = html.Span(phase[f"name_{lang}"])
        items.append(html.Li([name, html.Span(state)], className="is-digital" if is_digital else None))
    return [html.H4(say(lang, "maturity.card.phases")), html.Ol(items, className="maturity-phases")]


def change(history: list[dict], lang: str) -> str:
    """What has changed since the assessment before, in words and with a sign; that the methods differ, if they do."""
    stated = [row for row in history if row["value_pct"] is not None]
    if len(stated) < 2:
        return say(lang, "maturity.change.first")
    before, now = stated[-2:]
    told = {"day": day(lang, before["assessed_on"])}
    if before["method_run"] != now["method_run"]:
        methods = catalogue.current().codes["assessment_methods"]
        both = {"before": methods[before["method_code"]][lang], "now": methods[now["method_code"]][lang]}
        return say(lang, "maturity.change.method", **told, **both)
    steps, points = now["level"] - before["level"], now["value_pct"] - before["value_pct"]
    if steps:
        way = "up" if steps > 0 else "down"
        return say_count(lang, f"maturity.change.{way}", count=abs(steps), **told)
    if points:
        way = "more" if points > 0 else "less"
        return say(
            lang, f"maturity.change.{way}", points=percent(lang, abs(points), decimals=0).rstrip("%").rstrip(), **told
        )
    return say(lang, "maturity.change.none", **told)


def _next(view: MaturityView, row: dict, about: dict) -> str:
    """The action of the level, and the first phase that is not digital yet."""
    lang, digital = view.lang, (row["digital_phases"] or "").split()
    action = about[f"action_{lang}"]
    waiting = [
        each[f"name_{lang}"]
        for each in view.phases
        if each["service_code"] == row["service_code"] and str(each["phase_number"]) not in digital
    ]
    if view.measure != "digital_depth" or not waiting:
        return action
    return f"{action} {say(lang, 'maturity.card.next_phase', phase=waiting[0])}"


def _further(view: MaturityView, row: dict, rows: list[dict]) -> list:
    """The municipalities of the group that have made the step from this level, by name, each a link to its cell."""
    lang = view.lang
    title = html.H4(say(lang, "maturity.card.further"))
    if row["level"] == 5:
        return [title, html.P(say(lang, "maturity.card.highest"))]
    codes = {each["place_code"] for each in rows if each["level"] is not None and each["level"] > row["level"]}
    found = [each for each in view.shown_places if each["place_code"] in codes]
    if not found:
        return [title, html.P(say(lang, "maturity.card.nobody"))]
    links = [
        html.Li(
            html.A(
                short(each, lang),
                href=view.choice.to_search(place=each["place_code"]),
                **{"aria-label": each[f"name_{lang}"]},
            )
        )
        for each in found
    ]
    return [title, html.Ul(links, className="maturity-further")]


def _links(view: MaturityView) -> html.P:
    lang = view.lang
    links = [
        html.A(say(lang, "maturity.card.over_time"), href="#maturity-history"),
        html.A(say(lang, "maturity.card.scale"), href="#maturity-scale"),
        html.A(say(lang, "maturity.card.clear"), href=view.choice.to_search(place=None, service=None) or "?"),
    ]
    return html.P(links, className="map-card-links")
