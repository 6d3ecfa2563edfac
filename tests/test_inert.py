"""What only shows something is sent as one component, and reads the same as before."""

import copy

import pytest
from dash import dcc, html

from components.inert import Inert, still
from components.render import to_html
from components.sources import origin, used_in

NODE = html.Div([html.A("Nokia & <b>", href="?a=1&b=2"), html.Span("x", className="y")], className="z", tabIndex="0")


def test_without_scripts_it_is_what_it_holds():
    assert to_html(Inert(NODE)) == to_html(NODE)


def test_the_browser_gets_one_component_with_escaped_html():
    sent = Inert(NODE).to_plotly_json()
    assert (sent["namespace"], sent["type"]) == ("tilannekuva", "Inert")
    assert sent["props"]["tag"] == "div"
    assert sent["props"]["attributes"] == {"className": "z", "tabIndex": "0"}
    expected = '<a href="?a=1&amp;b=2">Nokia &amp; &lt;b&gt;</a><span class="y">x</span>'
    assert sent["props"]["html"] == expected


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</div><b>"])
def test_no_text_becomes_markup(hostile):
    sent = Inert(html.Div([hostile, html.A(hostile, href=hostile, title=hostile)])).to_plotly_json()["props"]["html"]
    assert "<script" not in sent
    assert "<img" not in sent
    assert "<b>" not in sent


def test_sources_within_are_found_for_the_footer():
    assert used_in([Inert(html.Div(origin(["x"], ("vm-loppuraportti-2019",))))]) == {"vm-loppuraportti-2019"}


FORM = html.Form([html.Label("q", htmlFor="find"), html.Button("x", id="find")])
DRAWN = html.Div("x")
DRAWN.static = html.Table("x")
LIVES = (html.Div("x", id="costs-booked"), dcc.Graph(figure={}), DRAWN)


def test_what_only_shows_something_becomes_one_component():
    assert [type(each) for each in still([NODE, FORM, "x", None])] == [Inert, Inert, str, type(None)]


@pytest.mark.parametrize("lives", LIVES, ids=["id", "graph", "static"])
def test_what_a_callback_or_a_script_works_on_stays_itself_and_its_neighbours_do_not(lives):
    page = still(html.Div([html.Div(["a", lives], className="holds"), NODE]))
    assert [type(each).__name__ for each in page.children] == ["Div", "Inert"]
    assert page.children[0].children == ["a", lives]


def test_what_is_still_reads_the_same():
    page = html.Div([NODE, html.Div([FORM, html.Div("y", id="y")])])
    assert to_html(still(copy.deepcopy(page))) == to_html(page)


def component_count(sent) -> int:
    """Components in what Dash sends: Dash asks each of them at every change."""
    if isinstance(sent, dict):
        own = 1 if {"props", "type", "namespace"} <= sent.keys() else 0
        return own + sum(component_count(each) for each in sent.values())
    return sum(component_count(each) for each in sent) if isinstance(sent, list) else 0
