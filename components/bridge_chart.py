"""The bridge from grants awarded to total cost, as a plain dict."""

from components.charts import FONT, LABEL, bar, layout, quiet_axis, upper_labels, value_axis
from components.numbers import money, number
from components.text import say


def bridge(rows: list[dict], lang: str) -> dict:
    """From awarded to total cost, step by step: totals dark, additions mid blue, unexplained subtractions hatched."""
    names = [_step_name(row, lang) for row in rows]
    texts = [_step_text(row, lang) for row in rows]
    places = list(range(len(rows)))
    trace = _bridge_trace(rows, places, texts, names, is_flat=False)
    highest = max(float(max(row["starts_eur"], row["ends_eur"])) for row in rows)
    joins = [_join(place, float(row["ends_eur"])) for place, row in enumerate(rows[:-1])]
    down = [len(rows) - 1 - place for place in places]
    flat = _bridge_trace(rows, down, texts, names, is_flat=True)
    narrow = {
        "data": [flat],
        "layout": {
            "shapes": [],
            "annotations": [],
            "margin": {"l": 4, "r": 8, "t": 8, "b": 8},
            "xaxis": value_axis(range=[0, highest * 1.48], showticklabels=False),
            "yaxis": quiet_axis(
                tickmode="array",
                tickvals=down,
                ticktext=[f"{name.replace('<br>', '  <br>')}  " for name in names],
                automargin=True,
                range=[-0.6, len(rows) - 0.4],
            ),
        },
    }
    return {
        "data": [trace],
        "layout": layout(
            margin={"t": 16, "b": 56},
            shapes=joins,
            annotations=_bracket(rows, lang, highest),
            xaxis=quiet_axis(
                tickmode="array", tickvals=places, ticktext=names, tickfont={**FONT, "size": 14}, tickangle=0
            ),
            yaxis=value_axis(range=[0, highest * 1.1], **upper_labels("€")),
            meta={"narrow": narrow},
        ),
    }


def _bridge_trace(rows: list[dict], at: list, texts: list[str], names: list[str], *, is_flat: bool) -> dict:
    lows = [float(min(row["starts_eur"], row["ends_eur"])) for row in rows]
    sizes = [abs(float(row["ends_eur"]) - float(row["starts_eur"])) for row in rows]
    kinds = {"total": "token:bar-total", "addition": "token:bar-mid", "subtraction": "token:warn-line"}
    colours = [kinds[row["kind"]] for row in rows]
    hatched = [row["kind"] == "subtraction" for row in rows]
    marker = {
        "color": colours,
        "line": {"color": colours, "width": [1.5 if each else 0 for each in hatched]},
        "pattern": {
            "shape": ["/" if each else "" for each in hatched],
            "fgcolor": "token:warn-line",
            "bgcolor": "token:paper",
            "fillmode": "replace",
            "size": 7,
            "solidity": 0.4,
        },
    }
    hovers = [f"{name}<br><b>{text}</b>" for name, text in zip(names, texts, strict=True)]
    trace = bar(at=at, values=sizes, texts=texts, hovers=hovers, is_flat=is_flat, base=lows, width=0.62, marker=marker)
    trace["textfont"] = {**LABEL, "size": 14, "color": ["token:warn" if each else "token:ink" for each in hatched]}
    return trace


def _step_name(row: dict, lang: str) -> str:
    """What stands under a bar: bold for totals, the year for what was not booked."""
    if row["step_code"] == "not_booked":
        return say(lang, "costs.bridge.step.not_booked", year=str(int(row["booked_year"])))
    words = say(lang, f"costs.bridge.step.{row['step_code']}")
    return f"<b>{words}</b>" if row["kind"] == "total" else words


def _step_text(row: dict, lang: str) -> str:
    return number(lang, row["amount_eur"], signed=row["kind"] != "total")


def _join(place: int, level: float) -> dict:
    """The thin line from one bar's end to the next bar's start."""
    return {
        "type": "line",
        "x0": place + 0.31,
        "x1": place + 0.69,
        "y0": level,
        "y1": level,
        "line": {"color": "token:ink-2", "width": 1},
    }


def _bracket(rows: list[dict], lang: str, highest: float) -> list[dict]:
    """The sentence over the subtractions that the source does not explain."""
    places = [place for place, row in enumerate(rows) if row["kind"] == "subtraction"]
    if not places:
        return []
    gone = sum(rows[place]["amount_eur"] for place in places)
    told = any(row["explained_code"] == "return_amount_not_stated" for row in rows)
    key = "costs.bridge.unexplained_return" if told else "costs.bridge.unexplained"
    words = say(lang, key, amount=money(lang, gone))
    level = float(rows[0]["ends_eur"]) + highest * 0.14
    return [
        {
            "x": (places[0] + places[-1]) / 2,
            "y": level,
            "text": words,
            "showarrow": False,
            "align": "left",
            "yanchor": "bottom",
            "font": {**FONT, "color": "token:warn", "size": 14},
        }
    ]
