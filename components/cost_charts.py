"""Figures of the costs page: outcome against estimates, and the cumulative line. Plain dicts of rows."""

from components.charts import FONT, LABEL, bar, layout, quiet_axis, value_axis
from components.numbers import money, number
from components.text import say

STEPS = ("token:step-5", "token:step-4", "token:step-3", "token:step-2")
ON_STEPS = ("token:paper", "token:on-step-4", "token:on-step-3", "token:ink")


def estimate_bar(years: list[dict], estimates: list[dict], lang: str) -> dict:
    """One bar of the yearly costs laid end to end, and a tick for each estimate: the original longest and solid."""
    traces, start = [], 0.0
    for place, row in enumerate(years):
        amount = float(row["booked_eur"])
        traces.append(_part(row["booked_year"], amount, start, place, lang))
        start += amount
    longest = max([start, *[float(row["estimated_eur"]) for row in estimates]], default=1)
    marks = [_tick(row) for row in estimates]
    words = [_tick_text(row, lang, longest) for row in estimates] + _outcome_text(start, estimates, lang)
    axis = value_axis(range=[0, longest * 1.06], tickformat=",d", tickfont={**FONT, "size": 14}, zerolinewidth=0)
    return {
        "data": traces,
        "layout": layout(
            margin={"t": 44, "b": 34},
            barmode="overlay",
            uniformtext={"mode": "hide", "minsize": 14},
            shapes=marks,
            annotations=words,
            xaxis=axis,
            yaxis=quiet_axis(showticklabels=False, range=[-1.15, 0.75]),
            meta={"narrow": _narrow_estimate(traces, words)},
        ),
    }


def _narrow_estimate(traces: list[dict], words: list[dict]) -> dict:
    """The same bar for a phone: no arrow, no text in short parts, the outcome on a line of its own."""
    said = [
        {**each, "font": {**each["font"], "size": 14}} for each in words if not each["showarrow"] and each["y"] != 0.04
    ]
    said[-1] = {**said[-1], "y": 1.12}
    parts = [{**each, "text": each["text"] if each["x"][0] > 200_000 else [""]} for each in traces]
    return {
        "data": parts,
        "layout": {"annotations": said, "yaxis": quiet_axis(showticklabels=False, range=[-1.15, 1.5])},
    }


def _outcome_text(outcome: float, estimates: list[dict], lang: str) -> list[dict]:
    """The outcome over its bar, and an arrow from it to the original estimate with the distance."""
    said = {
        "x": 0,
        "y": 0.5,
        "xshift": 4,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {**LABEL, "size": 16},
    }
    said["text"] = say(lang, "costs.estimate.outcome", amount=money(lang, outcome))
    original = [float(row["estimated_eur"]) for row in estimates if row["is_original"]]
    if not original or abs(original[0] - outcome) < 0.12 * original[0]:
        return [said]
    side = "under" if outcome < original[0] else "over"
    distance = say(lang, f"costs.estimate.{side}", amount=money(lang, abs(original[0] - outcome)))
    arrow = {
        "x": original[0],
        "ax": outcome,
        "y": 0,
        "ay": 0,
        "axref": "x",
        "ayref": "y",
        "text": "",
        "showarrow": True,
    }
    arrow |= {"arrowcolor": "token:ink-2", "arrowwidth": 1.2, "arrowhead": 2, "standoff": 3, "startstandoff": 4}
    middle = {"x": (original[0] + outcome) / 2, "y": 0.04, "yanchor": "bottom", "showarrow": False, "font": FONT}
    return [said, arrow, {**middle, "text": distance}]


def _part(year: int, amount: float, start: float, place: int, lang: str) -> dict:
    shade = place % len(STEPS)
    text = f"<b>{year}</b><br>{number(lang, amount)}"
    return bar(
        at=[0],
        values=[amount],
        texts=[text],
        hovers=[f"{year}<br><b>{money(lang, amount)}</b>"],
        is_flat=True,
        base=start,
        width=0.8,
        textposition="inside",
        insidetextanchor="start",
        textangle=0,
        constraintext="none" if amount > 60_000 else "both",
        textfont={**FONT, "color": ON_STEPS[shade], "size": 14},
        marker={"color": STEPS[shade], "line": {"color": "token:paper", "width": 1.5}},
    )


def _tick(row: dict) -> dict:
    """An estimate as a tick: solid and long when original, dashed and shorter otherwise."""
    original = bool(row["is_original"])
    return {
        "type": "line",
        "x0": float(row["estimated_eur"]),
        "x1": float(row["estimated_eur"]),
        "y0": -0.72 if original else -0.4,
        "y1": 0.62,
        "line": {"color": "token:ink", "width": 3 if original else 2, "dash": "solid" if original else "dot"},
    }


def _tick_text(row: dict, lang: str, longest: float) -> dict:
    """The label of an estimate: the original under its tick, the later one above."""
    original = bool(row["is_original"])
    words = say(lang, f"costs.estimate.{row['estimate_code']}", amount=money(lang, row["estimated_eur"]))
    return {
        "x": float(row["estimated_eur"]) if original else longest * 1.06,
        "y": -0.74 if original else 0.72,
        "text": f"<b>{words}</b>" if original else words,
        "showarrow": False,
        "xanchor": "right",
        "yanchor": "top" if original else "bottom",
        "font": {**FONT, "color": "token:ink" if original else "token:ink-2"},
    }


def cumulative_line(rows: list[dict], estimates: list[dict], lang: str) -> dict:
    """Costs added up year by year; the original estimate as a line that does not move."""
    years = [str(int(row["booked_year"])) for row in rows]
    levels = [float(row["cumulative_eur"]) for row in rows]
    original = [row for row in estimates if row["is_original"]]
    top = max([*levels, *(float(row["estimated_eur"]) for row in original)])
    return {
        "data": [_levels_line(years, levels, lang)],
        "layout": layout(
            margin={"r": 30, "l": 4},
            shapes=[_limit(row) for row in original],
            annotations=[_limit_text(row, lang) for row in original],
            xaxis=quiet_axis(type="category", range=[-0.7, len(years) - 0.8]),
            yaxis=value_axis(range=[0, top * 1.14], showticklabels=False),
        ),
    }


def _levels_line(years: list[str], levels: list[float], lang: str) -> dict:
    """The line through the levels, each with its number above it."""
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": years,
        "y": levels,
        "text": [number(lang, level) for level in levels],
        "textposition": "top left",
        "textfont": LABEL,
        "line": {"color": "token:bar", "width": 3},
        "marker": {"color": "token:bar", "size": 9},
        "cliponaxis": False,
        "hovertext": [f"{year}<br><b>{money(lang, level)}</b>" for year, level in zip(years, levels, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _limit(row: dict) -> dict:
    """An estimate as a line across the whole figure."""
    level = float(row["estimated_eur"])
    return {
        **{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": level, "y1": level},
        "line": {"color": "token:ink", "width": 2.5},
    }


def _limit_text(row: dict, lang: str) -> dict:
    """The label of an estimate, above the right end of its line."""
    level = float(row["estimated_eur"])
    return {
        **{"xref": "paper", "x": 1, "xanchor": "right", "y": level, "yanchor": "bottom", "showarrow": False},
        "text": say(lang, f"costs.estimate.{row['estimate_code']}", amount=money(lang, level)),
        "font": {**FONT, "color": "token:ink"},
    }
