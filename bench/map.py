"""How quickly the map takes new colours in Chromium, and what its outlines weigh: `python -m bench.map`.

The time runs from the moment the browser holds the answer until every outline has its new class. The first change of a
measure is left out, for the browser has not compiled the script yet.
"""

import statistics

import brotli
from playwright.sync_api import sync_playwright

import queries
from bench.site import FLAGS, served

MEASURES = ("role", "theme", "grants", "per_inhabitant", "", "role", "theme", "grants", "per_inhabitant", "")
LISTEN = """() => {
  window.waits = [];
  const plain = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await plain(...asked);
    const { status, headers } = answer;
    const text = status === 204 ? null : await answer.text();
    if (text?.includes("data-letters")) window.answered = performance.now();
    return new Response(text, { status, headers });
  };
  new PerformanceObserver((list) => {
    for (const mark of list.getEntriesByName("map-painted")) {
      if (window.answered) window.waits.push(mark.startTime - window.answered);
      window.answered = 0;
    }
  }).observe({ type: "mark" });
}"""


def main() -> None:
    """Print the milliseconds from answer to colours, and the weight of the outlines of each drawing."""
    with served() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/fi/kartta")
        page.locator("#first-paint").wait_for(state="detached")
        page.evaluate(LISTEN)
        for count, measure in enumerate(MEASURES, start=1):
            page.locator("#facet-measure").select_option(measure)
            while page.evaluate("window.waits.length") < count:
                page.wait_for_timeout(100)
            page.wait_for_timeout(600)
        waits = page.evaluate("window.waits")[1:]
        chromium.close()
    print(f"map: a new measure is painted {statistics.median(waits):.0f} ms after its answer", end=" ")
    print(f"(median of {len(waits)}, {min(waits):.0f}–{max(waits):.0f}; 311 outlines)")
    for drawing in ("schematic", "tiles"):
        paths = "".join(row["path"] for row in queries.run("shapes_by_place", drawing=drawing).rows())
        print(f"map: outlines, {drawing}: {len(brotli.compress(paths.encode())) / 1000:.1f} kB compressed")


if __name__ == "__main__":
    main()
