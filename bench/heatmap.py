"""How long a large heatmap takes to repaint: 310 × 120 cells in Chromium, all of them changed.

    python -m bench.heatmap

A page with nothing but the heatmap and the site's own script. What the reader sees is painted first, the rest behind
it; prints the median of both in milliseconds. The exit code is 1 when what is seen takes more than 400 ms.
"""

import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.site import FLAGS
from components.heatmap import Cell, Head, heatmap
from components.render import to_html

ASSETS = Path(__file__).resolve().parents[1] / "assets"
ROWS, COLUMNS, TURNS, LIMIT_MS = 310, 120, 9, 400
TAKE_OVER = """() => { dispatchEvent(new Event("takingover"));
  document.getElementById("first-paint").remove(); dispatchEvent(new Event("takenover")); }"""
REPAINT = """async (letters) => {
  const canvas = document.querySelector(".heat-canvas");
  performance.clearMarks("heatmap-painted");
  const started = performance.now();
  canvas.dataset.letters = letters;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const isPainted = performance.getEntriesByName("heatmap-painted").length > 0;
  const taken = performance.now() - started;
  while (!performance.getEntriesByName("heatmap-whole").length) await new Promise((done) => setTimeout(done, 50));
  performance.clearMarks("heatmap-whole");
  return isPainted ? [taken, performance.now() - started] : null;
}"""


def drawn(turn: int):
    """The heatmap of one date; each cell has another level the next time."""
    rows = [Head(f"r{each}", f"Kunta {each}") for each in range(ROWS)]
    columns = [Head(f"c{each}", f"Palvelu {each}") for each in range(COLUMNS)]
    cells = {
        (row.key, column.key): Cell(str((y + x + turn) % 5 + 1), step=(y + x + turn) % 5 + 1)
        for y, row in enumerate(rows)
        for x, column in enumerate(columns)
    }
    return heatmap("large", rows=rows, columns=columns, cells=cells, corner="Kunta", caption="310 × 120")


def page_of(component) -> str:
    """The least page that the script works on: the first response, and the interactive page that takes over."""
    styles = "".join((ASSETS / name).read_text("utf-8") for name in ("1-tokens.css", "6-heatmap.css"))
    place = to_html(component).split("<table", 1)[0] + "</div></div>"
    first, second = f'<div id="first-paint">{to_html(component)}</div>', f'<div id="page">{place}</div>'
    return f'<!doctype html><style>{styles}</style><body>{first}<div id="react-entry-point">{second}</div></body>'


def main() -> int:
    """Take over, then change the date again and again."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_content(page_of(drawn(0)))
        page.add_script_tag(path=ASSETS / "heatmap.js")
        page.evaluate(TAKE_OVER)
        taken = [page.evaluate(REPAINT, getattr(drawn(turn).children, "data-letters")) for turn in range(1, TURNS + 1)]
        browser.close()
    if None in taken:
        print("heatmap: nothing was repainted")
        return 1
    median, whole = (statistics.median(each) for each in zip(*taken, strict=True))
    print(
        f"heatmap of {ROWS} × {COLUMNS} cells: what is seen in {median:.0f} ms, the whole in {whole:.0f} ms (medians)"
    )
    return int(median > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
