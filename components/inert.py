"""A part of a page that no callback writes into, sent to the browser as one component instead of hundreds.

Dash asks every component of a page at every change of anything: 2 400 of them stopped a slow laptop for many seconds.
What only shows something (a table, a list of links, a form) is therefore written as HTML by our own renderer, which
escapes every text, and is set in whole by `assets/inert.js`. It looks and behaves the same, for links and forms are
followed by listeners on the document. Equal HTML is not touched again: focus, typed text and open details stay.

Drawings and Bootstrap's fields go to the browser in this way only, so it need not fetch the scripts of their packages
(`components/site.py`).
"""

from dash import html
from dash.development.base_component import Component

from components.render import props_of, to_html

DRAWN = "dash_svg"
STILL = ("dash_html_components", DRAWN)


class Inert(Component):
    """An `html.*` component and everything in it, as one. It must hold no figure and no output of a callback."""

    _namespace, _type, _prop_names = "tilannekuva", "Inert", ["children"]
    _children_props, _base_nodes = [], ["children"]
    available_properties, available_wildcard_properties = ["children"], []
    _valid_wildcard_attributes: tuple[str, ...] = ()

    def __init__(self, node: Component):
        super().__init__(children=node)

    def to_plotly_json(self) -> dict:
        """The tag, its attributes as React names them, and the HTML within."""
        props = props_of(self.children)
        inner = props.pop("children", None)
        told = {"tag": self.children._type.lower(), "attributes": props, "html": to_html(inner)}
        return {"props": told, "type": self._type, "namespace": self._namespace}


def still(node):
    """`node` as one component when it only shows something; otherwise each of its parts that does.

    What has an id stays a component, for a callback may write into it; none writes into a form or a drawing.
    """
    if isinstance(node, (list, tuple)):
        return [still(each) for each in node]
    if not isinstance(node, Component) or isinstance(node, Inert):
        return node
    if isinstance(node, html.Form) or node._namespace == DRAWN or _only_shows(node):
        return Inert(node)
    if getattr(node, "children", None) is not None:
        node.children = still(node.children)
    return node


def _only_shows(node) -> bool:
    """True when nothing in it has an id, is a figure, or is drawn otherwise without scripts."""
    if isinstance(node, (list, tuple)):
        return all(_only_shows(each) for each in node)
    if not isinstance(node, Component) or isinstance(node, (Inert, html.Form)):
        return True
    lives = node._namespace not in STILL or hasattr(node, "id") or hasattr(node, "static")
    return not lives and _only_shows(getattr(node, "children", None))
