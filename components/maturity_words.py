"""What the page of maturity says in sentences, and the tables that say the same as its pictures."""

from dash import html

from components.cost_words import strong
from components.maturity_grid import phone_place
from components.maturity_view import MaturityView
from components.numbers import day, number, percent
from components.tables import Column, column, stacked, table
from components.text import say, say_count, sentence
from data import catalogue


def coverage(view: MaturityView) -> list:
    """How many of the group are assessed."""
    whole = view.group_by_key.get((None, None))
    if whole is None:
        return []
    told = {"share": strong(f"{whole['assessed']}/{whole['group_places']}"), "group": view.group_words()}
    return sentence(view.lang, "maturity.coverage", **told)


def assessed_for_real(view: MaturityView, counts: list[dict]) -> list:
    """Beside an example, what is known of real assessments, in a paragraph of its own: `counts` are key figures."""
    real = counted_for_real(counts)
    if not (view.is_example and real):
        return []
    return [html.P(counted_words(real, view.lang), className="answer")]


def counted_for_real(counts: list[dict]) -> list[dict]:
    """The row that tells how many municipalities assessed themselves; none when it is not known."""
    return [row for row in counts if row["measure_code"] == "self_assessed"]


def counted_words(real: list[dict], lang: str) -> str:
    """How many municipalities assessed themselves, by when, and that no result is public."""
    if not real:
        return say(lang, "maturity.assessed.unknown")
    (row,) = real
    month = f"{row['counted_latest'].month}/{row['counted_latest'].year}"
    return say(lang, "maturity.coverage_real", count=number(lang, row["value"]), month=month)


def on_phone(view: MaturityView) -> list:
    """A phone shows one municipality at a time: which one it is, and where another is chosen."""
    code = None if view.is_over_time or view.is_large else phone_place(view)
    if code is None:
        return []
    return [html.P(say(view.lang, "maturity.levels.phone", place=view.name("place", code)), className="heat-phone")]


def twin(view: MaturityView):
    """Every cell of the heatmap as a row: where, level, value, why not, when and how; of a large one every service."""
    if view.is_large:
        return of_group(view)
    lang = view.lang
    columns = [Column(say(lang, "maturity.grid.place"), lambda row: view.name("place", row["place_code"]))]
    if view.view == "sectors":
        columns += [column(lang, "sector_code"), column(lang, "services"), column(lang, "assessed")]
    else:
        columns.append(
            Column(say(lang, "maturity.grid.service"), lambda row: view.name("service", row["service_code"]))
        )
    columns += [level(view.level_names, lang), value(lang)]
    if view.view != "sectors":
        columns += [column(lang, "assessed_on"), column(lang, "method_code")]
    return table(columns, view.rows, caption=say(lang, "maturity.twin", group=view.group_words()))


def of_group(view: MaturityView):
    """A large heatmap service by service: coverage, lowest, median and highest of the group. Its cells are the file."""
    lang = view.lang

    def figure(name: str) -> Column:
        def cell(row: dict) -> str:
            return say(lang, "maturity.grid.hidden") if row["mark_code"] else str(row[f"{name}_level"])

        return Column(say(lang, f"maturity.grid.{name}"), cell, is_number=True)

    columns = [
        Column(say(lang, "maturity.grid.service"), lambda row: view.name("service", row["service_code"])),
        column(lang, "sector_code"),
        Column(say(lang, "maturity.grid.assessed"), lambda row: f"{row['assessed']}/{row['group_places']}"),
        *map(figure, ("lowest", "median", "highest")),
    ]
    rows = [view.group_by_key.get((row["sector_code"], row["service_code"])) for row in view.shown_services]
    caption = say(lang, "maturity.twin_large", group=view.group_words())
    return table(columns, [row for row in rows if row], caption=caption)


def level(names: dict[int, str], lang: str) -> Column:
    """The level with its name, or the mark of why there is none."""

    def cell(row: dict) -> str:
        if row["level"] is None:
            return catalogue.current().codes["cell_marks"][row["mark_code"]][lang]
        return f"{row['level']} {names[row['level']]}"

    return Column(catalogue.current().heading("level", lang), cell)


def value(lang: str) -> Column:
    """The value as a share, nothing where a mark says why there is none."""
    heading = catalogue.current().heading("value_pct", lang)
    return Column(
        heading,
        lambda row: "" if row["value_pct"] is None else percent(lang, row["value_pct"]),
        is_number=True,
    )


def history(rows: list[dict], names: dict[int, str], lang: str):
    """The assessments of one service in order: day, level, value, method."""
    columns = [column(lang, "assessed_on"), level(names, lang), value(lang), column(lang, "method_code")]
    return table(columns, rows, caption=say(lang, "maturity.history.table"))


def path(rows: list[dict], lang: str) -> str | None:
    """The answer to how a service has changed: the first and the last value, and how many times the method changed."""
    stated = [row for row in rows if row["value_pct"] is not None]
    if not stated:
        return say(lang, "maturity.history.nothing")
    first, last = stated[0], stated[-1]
    told = {
        "from_day": day(lang, first["assessed_on"]),
        "to_day": day(lang, last["assessed_on"]),
        "from_value": percent(lang, first["value_pct"], decimals=0),
        "to_value": percent(lang, last["value_pct"], decimals=0),
    }
    said = say_count(lang, "maturity.history.answer", count=len(stated), **told)
    is_broken = last["method_run"] != first["method_run"]
    return f"{said} {say(lang, 'maturity.history.broken')}" if is_broken else said


def scale(rows: list[dict], lang: str):
    """What each level means, from which value, and the next action."""

    def name(row: dict):
        return html.Span([html.Strong(str(row["level"])), " ", row[f"name_{lang}"]])

    def values(row: dict) -> str:
        high = min(row["to_pct"], 100)
        key = "maturity.scale.range_last" if row["to_pct"] > 100 else "maturity.scale.range"
        return say(lang, key, low=number(lang, row["from_pct"]), high=number(lang, high))

    columns = [
        Column(catalogue.current().heading("level", lang), name),
        Column(catalogue.current().heading("value_pct", lang), values, classes="unbroken"),
        Column(say(lang, "maturity.scale.meaning"), lambda row: row[f"description_{lang}"]),
        Column(say(lang, "maturity.scale.action"), lambda row: row[f"action_{lang}"]),
    ]
    return stacked(columns, rows, caption=say(lang, "maturity.scale.caption"))
