"""Scores over time: one line a country and method. A change of method is a gap with a note, never joined."""

from dataclasses import dataclass

from components.charts import FONT, LABEL, layout, quiet_axis, value_axis
from components.numbers import number

COLOURS = ("token:kind-1", "token:kind-6", "token:kind-2", "token:kind-3", "token:kind-4", "token:kind-5")
DASHES = ("solid", "dash", "solid", "dot", "dashdot", "longdash")
MANY = 4  # periods whose names fit beside each other on a phone
APART = 0.07  # of the height of the plot: two labels nearer than this would lie on each other


@dataclass(frozen=True)
class Point:
    """One figure of a line: `line` is whose, `method` how it was measured, `at` the period as it is written."""

    line: str
    method: str
    at: str
    value: float
    text: str


def score_lines(points: list[Point], *, gap: tuple[str, str] | None = None, unit: str = "") -> dict:
    """A line for each (line, method) in the order given, its name at its end. `gap`: a period without figures, why."""
    periods = sorted({each.at for each in points})
    axis = [gap[0], *periods] if gap else periods
    low = 10 * int(min(each.value for each in points) // 10)
    named = list(dict.fromkeys(each.line for each in points))
    drawn = list(dict.fromkeys((each.line, each.method) for each in points))
    traces = [
        _trace([each for each in points if (each.line, each.method) == key], named.index(key[0]), axis) for key in drawn
    ]
    room = [low, 103]
    words = _ends(points, periods[-1], axis, room)
    shapes = []
    if gap:
        shapes, words = [_band()], [*words, _gap_words(gap[1])]
    base = len(axis) - 1
    return {
        "data": traces,
        "layout": layout(
            margin={"t": 14, "b": 34, "l": 40, "r": 8},
            shapes=shapes,
            annotations=words,
            xaxis=quiet_axis(
                tickvals=list(range(len(axis))), ticktext=axis, range=[-0.5, base + 0.32 * max(base, 1.6)]
            ),
            yaxis=value_axis(range=room, zeroline=False, ticksuffix=unit, tickfont={**FONT, "size": 14}),
            meta={"narrow": _narrow(words, axis)},
        ),
    }


def _trace(points: list[Point], place: int, axis: list[str]) -> dict:
    colour = COLOURS[place % len(COLOURS)]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": points[0].line,
        "x": [axis.index(each.at) for each in points],
        "y": [each.value for each in points],
        "line": {"color": colour, "width": 3.5 if place == 0 else 2, "dash": DASHES[place % len(DASHES)]},
        "marker": {"color": colour, "size": 9 if place == 0 else 7},
        "hovertext": [f"{each.line}, {each.at}<br><b>{each.text}</b>" for each in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "connectgaps": False,
    }


def _ends(points: list[Point], last: str, axis: list[str], room: list[float]) -> list[dict]:
    """The name and figure of each line at its end, moved apart where they would lie on each other."""
    ends = sorted((each for each in points if each.at == last), key=lambda each: each.value)
    least, at, words = APART * (room[1] - room[0]), float("-inf"), []
    for each in ends:
        at = max(each.value, at + least)
        words.append({"y": at, "text": f"{each.line} <b>{each.text}</b>"})
    over = at - room[1]
    if over > 0:
        words = [{**each, "y": each["y"] - over} for each in words]
    return [
        {
            **each,
            "x": axis.index(last),
            "xshift": 12,
            "xanchor": "left",
            "yanchor": "middle",
            "showarrow": False,
            "font": {**FONT, "color": "token:ink"},
        }
        for each in words
    ]


def _band() -> dict:
    """The ground behind a period that has no figures."""
    return {
        "type": "rect",
        "xref": "x",
        "x0": -0.5,
        "x1": 0.5,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "fillcolor": "token:ground",
        "line": {"width": 0},
        "layer": "below",
    }


def _gap_words(text: str) -> dict:
    return {
        "xref": "x",
        "x": 0,
        "yref": "paper",
        "y": 0.5,
        "text": text,
        "align": "center",
        "showarrow": False,
        "font": {**LABEL, "weight": 400, "color": "token:ink-2", "size": 14},
    }


def _narrow(words: list[dict], axis: list[str]) -> dict:
    """The same for a phone: smaller words and more room at the right for the names."""
    base = len(axis) - 1
    said = [{**each, "font": {**each["font"], "size": 13}} for each in words]
    # What is said within the narrow band of a gap stands word under word.
    gap = [{**each, "text": each["text"].replace(" ", "<br>")} for each in said if each.get("yref") == "paper"]
    said = [each for each in said if each.get("yref") != "paper"] + gap
    # Whole years do not fit beside each other on a phone: each second one is named, the last one always.
    step = 2 if len(axis) > MANY else 1
    named = [each if (base - place) % step == 0 else "" for place, each in enumerate(axis)]
    return {
        "layout": {
            "annotations": said,
            "margin": {"l": 30, "r": 2, "t": 14, "b": 54},
            "xaxis": quiet_axis(
                tickvals=list(range(len(axis))),
                ticktext=[each.replace("–", "–<br>") for each in named],
                tickangle=0,
                range=[-0.5, base + 0.85 * max(base, 1.3)],
            ),
        }
    }


def text_of(lang: str, value) -> str:
    """A figure beside a line: one decimal."""
    return number(lang, value, decimals=1)
