"""Our plotly.js in Chromium, under the content policy of the site: tokens become colours, nothing leaves."""

import functools
import http.server
import threading
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Page, expect

VENDOR = Path(__file__).parents[1] / "assets" / "vendor"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src-elem 'self' 'unsafe-inline'; style-src-attr 'none'; "
    "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'"
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
PAGE = """<!doctype html><html lang="fi"><title>x</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="tokens.css"><div id="figure"></div>
<script src="plotly.js"></script><script src="draw.js"></script>"""
TOKENS = """:root { color-scheme: light dark; --bar: rgb(1, 2, 3); --light-bar: rgb(7, 8, 9); --other: #0a0b0c;
--line: light-dark(rgb(20, 0, 0), rgb(0, 20, 0)); }
@media (prefers-color-scheme: dark) { :root { --bar: rgb(4, 5, 6); --light-bar: rgb(1, 2, 3); } }"""
DRAW = """window.errors = [];
addEventListener("securitypolicyviolation", (event) => window.errors.push(event.violatedDirective));
Plotly.newPlot("figure", [
    { type: "bar", x: ["a", "b"], y: [1234.5, 2], text: [1234.5, 2], texttemplate: "%{text:,.1f}",
      marker: { color: ["token:bar", "token:other"], line: { color: "token:line", width: 2 } } },
    { type: "scatter", x: ["a", "b"], y: [1, 2], line: { color: "token:bar" } },
    { type: "heatmap", x: ["a", "b"], y: [5, 6], z: [[1, 2], [3, 4]],
      colorscale: [[0, "token:bar"], [1, "token:other"]] },
  ], { paper_bgcolor: "token:line", width: 500, height: 400 }, { locale: "fi" });"""
BARS = ".barlayer .point path"


class Site(http.server.SimpleHTTPRequestHandler):
    """The three files of the page, or a vendored file; always under the policy of the real site."""

    own: ClassVar = {"/page.html": PAGE, "/tokens.css": TOKENS, "/draw.js": DRAW}

    def do_GET(self):
        text = self.own.get(self.path)
        if text is None:
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.end_headers()
        return self.wfile.write(text.encode())

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        """Nothing: the test says what went wrong."""


@pytest.fixture(scope="module")
def address():
    handler = functools.partial(Site, directory=VENDOR)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/page.html"
        server.shutdown()


@pytest.fixture(scope="module")
def browser(driver):
    browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def page(browser, address):
    page = browser.new_page(color_scheme="light")
    page.goto(address)
    expect(page.locator(BARS)).to_have_count(2)
    yield page
    assert page.evaluate("window.errors") == []
    page.close()


def expect_fill(page: Page, colour: str):
    """The first bar gets this colour, sooner or later: a change of look is told to the page at its next frame."""
    expect(page.locator(BARS).first).to_have_css("fill", colour)


def fills(page: Page) -> list[str]:
    """The fill of each bar, as the browser has it."""
    return page.locator(BARS).evaluate_all("bars => bars.map(bar => getComputedStyle(bar).fill)")


def stroke(page: Page, place: str) -> str:
    return page.locator(place).first.evaluate("mark => getComputedStyle(mark).stroke")


def test_a_token_is_drawn_in_the_colour_of_its_custom_property(page):
    assert fills(page) == ["rgb(1, 2, 3)", "rgb(10, 11, 12)"]
    assert stroke(page, BARS) == "rgb(20, 0, 0)"
    assert stroke(page, ".scatterlayer .js-line") == "rgb(1, 2, 3)"


def test_the_figure_on_the_page_keeps_its_tokens(page):
    assert page.evaluate("document.getElementById('figure').data[0].marker.color[0]") == "token:bar"
    assert page.evaluate("document.getElementById('figure').layout.paper_bgcolor") == "token:line"


def test_colours_follow_the_dark_look_and_come_back(page):
    page.emulate_media(color_scheme="dark")
    expect_fill(page, "rgb(4, 5, 6)")
    assert stroke(page, BARS) == "rgb(0, 20, 0)"
    assert stroke(page, ".scatterlayer .js-line") == "rgb(4, 5, 6)"
    page.emulate_media(color_scheme="light")
    expect_fill(page, "rgb(1, 2, 3)")


@pytest.mark.parametrize(
    ("look", "screen", "paper"),
    [("light", "rgb(1, 2, 3)", "rgb(7, 8, 9)"), ("dark", "rgb(4, 5, 6)", "rgb(1, 2, 3)")],
)
def test_paper_gets_the_light_look(page, look, screen, paper):
    page.emulate_media(color_scheme=look)
    expect_fill(page, screen)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect_fill(page, paper)
    assert stroke(page, BARS) == "rgb(20, 0, 0)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect_fill(page, screen)


def test_a_zoomed_figure_still_changes_its_colours(page):
    page.evaluate("Plotly.relayout('figure', { 'yaxis.range': [0, 5000] })")
    page.emulate_media(color_scheme="dark")
    expect_fill(page, "rgb(4, 5, 6)")
    assert page.evaluate("document.getElementById('figure').layout.yaxis.range") == [0, 5000]


def test_a_picture_file_holds_colours_and_no_tokens(page):
    picture = page.evaluate("Plotly.toImage('figure', { format: 'svg', imageDataOnly: true })")
    assert "rgb(1, 2, 3)" in picture
    assert "token:" not in picture


def test_finnish_figures_group_and_part_numbers_the_finnish_way(page):
    assert page.locator(".bartext").first.text_content() == "1\u00a0234,5"


def test_no_figure_is_sent_to_a_cloud(page):
    page.evaluate("() => { window.open = () => window.errors.push('opened'); }")
    assert page.evaluate("Plotly.Plots.sendDataToCloud('figure', 'https://example.invalid')") is False


def test_a_figure_has_no_share_button_unless_asked_for(page):
    page.evaluate("Plotly.newPlot(document.body.appendChild(document.createElement('main')), [], {})")
    expect(page.locator("main .modebar-btn").first).to_be_attached()
    assert page.locator("main [data-title^='Share']").count() == 0


NARROW = """() => {
    const place = document.body.appendChild(document.createElement("main"));
    const narrow = { layout: { xaxis: { title: { text: "narrow" } } } };
    const layout = { xaxis: { title: { text: "wide" } }, meta: { narrow } };
    return Plotly.newPlot(place, [{ type: "bar", x: ["a"], y: [1], marker: { color: "token:bar" } }], layout);
}"""


def test_a_figure_is_drawn_for_its_width_and_again_when_that_changes(page):
    page.set_viewport_size({"width": 400, "height": 800})
    page.evaluate(NARROW)
    expect(page.locator("main .xtitle")).to_have_text("narrow")
    page.set_viewport_size({"width": 900, "height": 800})
    expect(page.locator("main .xtitle")).to_have_text("wide")


def test_a_narrow_figure_keeps_its_zoom_when_the_look_changes(page):
    page.set_viewport_size({"width": 400, "height": 800})
    page.evaluate(NARROW)
    page.evaluate("Plotly.relayout(document.querySelector('main'), { 'yaxis.range': [0, 9] })")
    page.emulate_media(color_scheme="dark")
    expect(page.locator(f"main {BARS}")).to_have_css("fill", "rgb(4, 5, 6)")
    assert page.evaluate("document.querySelector('main').layout.yaxis.range") == [0, 9]
