"""A page as HTML before any script runs: Dash's own component tree written out as text.

It knows `html.*`, the SVG components, and the few dbc components listed in `_WIDGETS`. A component with a `static`
attribute (a picture drawn by a script) is written as that attribute: its table, or a function that gives the HTML of
something too large to be made of components. Anything else raises, so that a page cannot quietly lose a part for
readers without scripts.
"""

from html import escape

from dash.development.base_component import Component

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_SKIPPED = frozenset({"children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "loading_state"})
_NAMES = {"className": "class", "class_name": "class", "htmlFor": "for", "acceptCharset": "accept-charset"}
_SVG_KEPT = frozenset(
    {"viewBox", "preserveAspectRatio", "patternUnits", "patternTransform", "gradientUnits"}
    | {"refX", "refY", "markerWidth", "markerHeight", "markerUnits"}
)
_BOOLEAN = frozenset({"hidden", "open", "disabled", "required", "selected", "checked", "multiple", "reversed"})


class NotRenderable(TypeError):
    """A component that has no HTML of its own and no `static` stand-in."""


def to_html(node) -> str:
    """The HTML of a component, a text, a number or a list of them; None is nothing."""
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, (list, tuple)):
        return "".join(to_html(child) for child in node)
    if not isinstance(node, Component):
        return escape(str(node), quote=False)
    if hasattr(node, "static"):
        return node.static() if callable(node.static) else to_html(node.static)
    if node._namespace == "tilannekuva":
        return to_html(node.children)
    if node._namespace == "dash_bootstrap_components":
        return _WIDGETS[_known(node)](node)
    if node._namespace in ("dash_html_components", "dash_svg"):
        return _element(node)
    raise NotRenderable(f"{node._namespace}.{node._type}")


def _known(node: Component) -> str:
    """The type of a dbc component that has an HTML form; NotRenderable otherwise."""
    if node._type not in _WIDGETS:
        raise NotRenderable(f"dbc.{node._type}")
    return node._type


def _element(node: Component) -> str:
    is_svg = node._namespace == "dash_svg"
    tag = node._type[0].lower() + node._type[1:] if is_svg else node._type.lower()
    return _tag(tag, _attributes(node, is_svg), "" if tag in VOID else to_html(getattr(node, "children", None)))


def _tag(tag: str, attributes: dict, inner: str) -> str:
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    return f"<{tag}{written}>" if tag in VOID else f"<{tag}{written}>{inner}</{tag}>"


def _attribute(name: str, value) -> str:
    """One attribute as text; nothing when it is None or a boolean that is off."""
    if value is None or (name in _BOOLEAN and value in (False, "")):
        return ""
    if value is True:
        return f" {name}" if name in _BOOLEAN else f' {name}="true"'
    return f' {name}="{escape(str(value))}"'


def _attributes(node: Component, is_svg: bool) -> dict:
    """The HTML attributes of a component: React's names turned back into HTML's. `style` is refused: CSP drops it."""
    props = props_of(node)
    if props.get("style"):
        raise NotRenderable("a style attribute: use a class")
    return {_attribute_name(name, is_svg): value for name, value in props.items() if name not in _SKIPPED}


def props_of(node: Component) -> dict:
    """What a component was given, as Dash names it, in an order that every process has.

    Dash passes `data-*` and `aria-*` through a set, whose order differs between processes: one page would be other
    bytes in each worker, and `Inert` would set its HTML anew when an answer came from another worker than the page.
    """
    props = node.to_plotly_json()["props"]
    return dict(sorted(props.items(), key=lambda each: each[0] if "-" in each[0] else ""))


def _attribute_name(name: str, is_svg: bool) -> str:
    if name in _NAMES or "-" in name:
        return _NAMES.get(name, name)
    if is_svg:
        return name if name in _SVG_KEPT else "".join(f"-{c.lower()}" if c.isupper() else c for c in name)
    return name.lower()


def _input(node) -> str:
    """dbc.Input as <input>."""
    names = (
        "id",
        "name",
        "type",
        "value",
        "min",
        "max",
        "placeholder",
        "list",
        "maxlength",
        "required",
        "autocomplete",
    )
    attributes = {"class": _classes("form-control", node), **{n: getattr(node, n, None) for n in names}}
    return _tag("input", attributes, "")


def _classes(base: str, node) -> str:
    return " ".join(filter(None, (base, getattr(node, "class_name", None) or getattr(node, "className", None))))


_WIDGETS = {"Input": _input}
