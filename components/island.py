"""A part of a page that is one component to Dash, whatever it holds: its HTML, put in place by `assets/island.js`.

Dash tells every component of every change: some thousand of them (a heatmap with its table twin) took 10 s of a busy
machine to draw. Links and forms in an island work as anywhere, for they are listened to from the top.
"""

from dash import html

from components.render import to_html


def island(identity: str, children) -> html.Div:
    """`children` in a box of that id: in the first response as they are, to the interactive page as text."""
    box = html.Div(id=identity, className="island", **{"data-html": to_html(children)})
    box.static = html.Div(children, id=identity, className="island")
    return box
