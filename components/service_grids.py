"""The 92 services of Finland × six indicators: one heatmap a life event, folded, so that all are on the page."""

from dash import html

from components.benchmark_choices import SCORED, address, life_event_of
from components.filters import Filters
from components.heatmap import Cell, Head, heatmap
from components.scores import codes, exactness, label, legend, score_cell
from components.text import say, say_count

MARKS = {"not_applicable": "not_applicable", "not_stated": "not_stated", "scored": "not_stated"}


def services(rows: list[dict], choice: Filters, classes: list[dict]) -> html.Div:
    """Legend, then each life event with its services: the chosen one is open, or the first."""
    by_event = _grouped(rows)
    cells = {event: _cells(found, choice, classes) for event, found in by_event.items()}
    wanted = life_event_of(choice)
    opened = wanted if wanted in by_event else next(iter(by_event), None)
    folded = [_event(event, found, cells[event], choice, is_open=event == opened) for event, found in by_event.items()]
    every = [cell for found in cells.values() for cell in found.values()]
    return html.Div([legend(choice.lang, classes, every), *folded], className="score-grid score-grid--services")


def _grouped(rows: list[dict]) -> dict[str, dict[str, dict[str, dict]]]:
    """Life event -> service -> indicator -> row, in the order of the list and of the numbers of the source."""
    found: dict[str, dict[str, dict[str, dict]]] = {}
    for event in codes("life_events"):
        own = sorted((row for row in rows if row["life_event_code"] == event), key=lambda row: row["service_number"])
        for row in own:
            found.setdefault(event, {}).setdefault(row["benchmark_service_code"], {})[row["indicator_code"]] = row
    return found


def _cells(found: dict, choice: Filters, classes: list[dict]) -> dict[tuple[str, str], Cell]:
    lang, cells = choice.lang, {}
    decimals = exactness(row["score_points"] for own in found.values() for row in own.values())
    for service, own in found.items():
        for indicator, row in own.items():
            cells[service, indicator] = score_cell(
                lang,
                row["score_points"],
                classes,
                of=row[f"name_{lang}"],
                at=label(lang, "indicators", indicator),
                decimals=decimals,
                mark=MARKS[row["score_state_code"]],
                is_chosen=indicator == choice.indicator and row["life_event_code"] == choice.life_event,
            )
    return cells


def _event(event: str, found: dict, cells: dict, choice: Filters, *, is_open: bool) -> html.Details:
    lang = choice.lang
    columns = [
        Head(each, label(lang, "indicators", each), href=address(choice, to="by-life-event", indicator=each))
        for each in SCORED
    ]
    name = label(lang, "life_events", event)
    grid = heatmap(
        f"services-{event.replace('_', '-')}-grid",
        rows=[_service_head(next(iter(own.values())), lang) for own in found.values()],
        columns=columns,
        cells=cells,
        corner=say(lang, "benchmark.corner.service"),
        caption=say(lang, "benchmark.services.caption", event=name),
    )
    count = html.Span(say_count(lang, "benchmark.services.count", count=len(found)), className="score-count")
    summary = html.Summary([html.Span(name, className="score-event"), " ", count])
    return html.Details([summary, grid], open=is_open, id=f"services-{event.replace('_', '-')}", className="score-fold")


def _service_head(row: dict, lang: str) -> Head:
    """A service: its number and name, and beneath them what kind it is and who provides it."""
    level = row["government_level_code"]
    provider = label(lang, "government_levels", level) if level else say(lang, "benchmark.services.level_not_stated")
    sub = f"{label(lang, 'service_types', row['service_type_code'])} · {provider} · {row['measured_year']}"
    return Head(row["benchmark_service_code"], f"{row['service_number']} {row[f'name_{lang}']}", sub=sub)
