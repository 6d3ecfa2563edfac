"""The component tree as HTML: what a reader without scripts gets."""

import dash_bootstrap_components as dbc
import dash_svg as svg
import pytest
from dash import dcc, html

from components.render import NotRenderable, to_html


def test_text_and_attributes_are_escaped():
    page = html.A('<script>"x"</script>', href='?a=1&b="2"', **{"aria-label": "<b>"})
    assert to_html(page) == (
        '<a href="?a=1&amp;b=&quot;2&quot;" aria-label="&lt;b&gt;">&lt;script&gt;"x"&lt;/script&gt;</a>'
    )


def test_names_of_react_become_names_of_html():
    label = html.Label("Kunta", htmlFor="find", className="quiet", tabIndex="0")
    assert to_html(label) == '<label class="quiet" for="find" tabindex="0">Kunta</label>'


def test_a_boolean_attribute_that_is_off_is_absent():
    assert to_html(html.Details([], open=False)) == "<details></details>"
    assert to_html(html.Details([], open=True)) == "<details open></details>"


def test_a_void_element_has_no_end():
    assert to_html(html.Br()) == "<br>"


def test_svg_keeps_its_own_names():
    drawing = svg.Svg([svg.Rect(strokeWidth=2, className="bar")], viewBox="0 0 1 1")
    assert to_html(drawing) == '<svg viewBox="0 0 1 1"><rect class="bar" stroke-width="2"></rect></svg>'


def test_a_picture_drawn_by_a_script_becomes_its_table():
    box = html.Div(dcc.Graph(figure={}))
    box.static = html.Table([], className="numbers")
    assert to_html(html.Section([box])) == '<section><table class="numbers"></table></section>'


def test_a_component_without_a_html_form_is_refused():
    with pytest.raises(NotRenderable):
        to_html(html.Div(dcc.Dropdown()))


def test_a_style_attribute_is_refused_because_the_policy_drops_it():
    with pytest.raises(NotRenderable):
        to_html(html.Div(style={"width": "50%"}))


def test_an_input_is_written_with_its_value():
    assert to_html(dbc.Input(type="hidden", name="joint", value="equal")) == (
        '<input class="form-control" name="joint" type="hidden" value="equal">'
    )


def test_lists_and_nothing_are_allowed():
    assert to_html([None, "a", [html.B("b")], 3]) == "a<b>b</b>3"
