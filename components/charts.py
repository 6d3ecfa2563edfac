"""Plotly figures as plain dicts: pure functions of rows. Colours are token names, drawn from assets/1-tokens.css.

A figure may carry `layout.meta.narrow`, the same picture redrawn for a narrow screen; the browser picks one.
"""

from dash import dcc, html

from components.numbers import is_missing
from components.text import say

CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "responsive": True,
    "doubleClick": False,
    "scrollZoom": False,
}
FONT = {"family": '"Source Sans 3 Variable", "Source Sans 3", sans-serif', "size": 15, "color": "token:ink-2"}
LABEL = {**FONT, "color": "token:ink", "weight": 640}
FEWEST = 3  # places along an axis of names, however few are taken
MANY = 6


def picture(identity: str, figure: dict, *, table, caption: str = "", click: str = "", size: str = "") -> html.Figure:
    """A figure on the page, which its panel names by its answer; without scripts the table is shown.

    `caption`: how it is read, e.g. its unit. `click`: what a click does, a note of its own, never the name.
    """
    graph = dcc.Graph(
        id={"type": "figure", "panel": identity},
        figure=figure,
        config=CONFIG,
        responsive=True,
        className="dash-graph",
    )
    box = html.Div(html.Div(graph, **{"aria-hidden": "true"}), className=f"picture {size}".strip())
    box.static = html.Div(table, className=f"picture picture--static {size}".strip())
    notes = [html.Figcaption(caption, className="figure-note")] if caption else []
    if click:
        notes.append(html.P(click, className="figure-note clicks"))
    return html.Figure([box, *notes])


def clickable(identity: str, figure: dict, *, table, lang: str, caption: str = "", size: str = "") -> html.Figure:
    """A figure whose marks narrow the page, which a note says; paper leaves the note out."""
    return picture(identity, figure, table=table, caption=caption, click=say(lang, "panel.click"), size=size)


def tall_for(names: int) -> str:
    """The height of a picture of horizontal bars: the long one only when there are many of them."""
    return "picture--long" if names > MANY else "picture--low"


def layout(*, margin: dict | None = None, meta: dict | None = None, **parts) -> dict:
    """The one look: no frame, thin gridlines, no legend, Finnish separators, nothing that can be dragged."""
    return {
        "font": FONT,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ",\u00a0",
        "showlegend": False,
        "dragmode": False,
        "autosize": True,
        "hoverlabel": {"bgcolor": "token:paper", "bordercolor": "token:line-2", "font": {**FONT, "color": "token:ink"}},
        "margin": {"l": 4, "r": 8, "t": 28, "b": 40, **(margin or {})},
        **({"meta": meta} if meta else {}),
        **parts,
    }


def height(value) -> float:
    """How long a bar is: the value, or nothing when it is not stated (its label then says `··`)."""
    return 0.0 if is_missing(value) else float(value)


def quiet_axis(**parts) -> dict:
    """An axis without line, grid or title; categories stand under the bars."""
    return {"showgrid": False, "zeroline": False, "fixedrange": True, "showline": False, "ticks": "", **parts}


def value_axis(**parts) -> dict:
    """The axis of values: few thin gridlines and a strong zero line."""
    axis = quiet_axis(
        showgrid=True, gridcolor="token:grid", zeroline=True, zerolinecolor="token:ink", zerolinewidth=1.5
    )
    return {**axis, "nticks": 5, **parts}


def bar(
    *, at: list, values: list, texts: list, hovers: list, filters: list | None = None, is_flat=False, **parts
) -> dict:
    """One bar trace. `filters`: per bar the choice that a click makes, e.g. {"round": "2018"}."""
    across = {"x": values, "y": at, "orientation": "h"} if is_flat else {"x": at, "y": values}
    return {
        "type": "bar",
        **across,
        "text": texts,
        "textposition": "outside",
        "constraintext": "none",
        "textfont": LABEL,
        "cliponaxis": False,
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": filters or [],
        "marker": {"color": "token:bar"},
        **parts,
    }


def flat_bars(labels: list[str], values: list, texts: list[str], filters: list | None = None) -> dict:
    """Horizontal bars in the order given, first on top; on a narrow screen the names stand above their bars."""
    places = [len(labels) - 1 - place for place in range(len(labels))]
    hovers = [f"{label}<br><b>{text}</b>" for label, text in zip(labels, texts, strict=True)]
    trace = bar(at=places, values=values, texts=texts, hovers=hovers, filters=filters, is_flat=True, width=0.62)
    names = {"tickmode": "array", "tickvals": places, "automargin": True}
    lowest = min(0, len(labels) - FEWEST) - 0.6  # so that one bar alone is not as thick as the picture is high
    over = [
        {
            "x": 0,
            "y": place + 0.22,
            "text": label,
            "showarrow": False,
            "xanchor": "left",
            "yanchor": "bottom",
            "xshift": 4,
        }
        for place, label in zip(places, labels, strict=True)
    ]
    room = {"range": [min([0, *values]), 1.24 * max([0, *values]) or 1]}
    narrow = {
        "data": [{**trace, "width": 0.42}],
        "layout": {
            "annotations": [{**each, "font": FONT} for each in over],
            "yaxis": quiet_axis(showticklabels=False, range=[lowest, len(labels) - 0.1]),
            "xaxis": value_axis(showticklabels=False, range=[room["range"][0], room["range"][1] * 1.12]),
        },
    }
    return {
        "data": [trace],
        "layout": layout(
            margin={"t": 8, "b": 8, "r": 12},
            meta={"narrow": narrow},
            yaxis=quiet_axis(**names, ticktext=[f"{label}  " for label in labels], range=[lowest, len(labels) - 0.4]),
            xaxis=value_axis(showticklabels=False, **room),
        ),
    }


def columns(labels: list[str], values: list, texts: list[str], *, filters: list | None = None, unit: str = "") -> dict:
    """Vertical bars; those below zero hang from the zero line in their own colour and are at least 3 px thick."""
    places = list(range(len(labels)))
    colours = ["token:neg" if value < 0 else "token:bar" for value in values]
    hovers = [f"{label}<br><b>{text}</b>" for label, text in zip(labels, texts, strict=True)]
    marker = {"color": colours, "line": {"color": colours, "width": [2.5 if value < 0 else 0 for value in values]}}
    trace = bar(at=places, values=values, texts=texts, hovers=hovers, filters=filters, width=0.6, marker=marker)
    trace["textfont"] = {**LABEL, "color": ["token:neg" if value < 0 else "token:ink" for value in values]}
    names = [
        {
            "x": place,
            "y": 0,
            "text": label,
            "showarrow": False,
            "yanchor": "bottom" if value < 0 else "top",
            "yshift": 5 if value < 0 else -5,
            "font": FONT,
        }
        for place, label, value in zip(places, labels, values, strict=True)
    ]
    low, high = min([0, *values]), max([0, *values]) or 1
    room = [low - 0.09 * high, 1.12 * high]
    return {
        "data": [trace],
        "layout": layout(
            margin={"t": 26, "b": 34, "l": 4},
            meta={"narrow": {"layout": {"yaxis": value_axis(range=room, showticklabels=False)}}},
            annotations=names,
            xaxis=quiet_axis(showticklabels=False, range=[-0.6, max(len(labels), FEWEST) - 0.4]),
            yaxis=value_axis(range=room, **upper_labels(unit), showticklabels=high >= 10),
        ),
    }


def upper_labels(unit: str) -> dict:
    """Labels of a value axis inside the plot, above their lines, at the left; the unit stands in the caption."""
    return {
        "ticklabelposition": "inside top",
        "tickformat": ",d",
        "ticksuffix": f"\u00a0{unit}" if unit else "",
        "tickfont": {**FONT, "size": 14},
        "layer": "below traces",
    }
