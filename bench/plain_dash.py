"""The costs as anybody would make them in Dash: the same answers, a figure and a table each, and nothing of ours.

`python -m bench.site` serves it beside the site and compares when a reader sees the first content of each.
"""

import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html

import queries

FIGURES = {
    "costs_by_year": ("booked_year", "booked_eur"),
    "cost_bridge": ("step_code", "amount_eur"),
    "booked_grants_by_year": ("year", "booked_eur"),
    "estimates_against_outcome": ("estimate_code", "estimated_eur"),
}

app = Dash("plain")
app.layout = html.Div([dcc.Location(id="url"), html.H1("Talous"), html.Div(id="page")])
server = app.server
server.add_url_rule("/healthz", "healthz", lambda: "ok")


@app.callback(Output("page", "children"), Input("url", "pathname"))
def show(pathname: str) -> list:
    """Every answer as a figure and a table."""
    queries.pin(None)
    return [part for question, axes in FIGURES.items() for part in drawn(question, *axes)]


def drawn(question: str, across: str, up: str) -> list:
    """The first rows of an answer as bars and as a table."""
    rows = queries.run(question).rows()
    names = [name for name in rows[0] if not name.startswith("source")]
    table = [{name: str(row[name]) for name in names} for row in rows]
    bars = go.Figure(go.Bar(x=[str(row[across]) for row in rows], y=[row[up] for row in rows]))
    return [html.H2(question), dcc.Graph(figure=bars), dash_table.DataTable(table)]
