"""How long a large heatmap takes from a click to its colours: 310 municipalities × 120 services, every cell another.

    python -m bench.heatmap

The page of maturity is served by gunicorn over a delivery of that size and opened in Chromium; the reader chooses
another day again and again, each of them new to the server. Prints the medians in milliseconds: from the click until
the new colours have been painted, and what that is made of. The whole table has its new cells then; the browser lays
out what is scrolled to. The exit code is 1 when nothing was repainted.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import large
from bench.site import FLAGS, served

LIMIT_MS, TURNS = 400, 9
READY = "#react-entry-point .heat-canvas td"
# The day is chosen in the list of the header, as a reader does; `days` are in turn before and after the second wave.
CHANGE = """async (day) => {
  const list = document.getElementById("as-of");
  list.append(new Option(day, day));
  const before = [...document.querySelectorAll(".heat-canvas td")].map((cell) => cell.textContent).join("");
  performance.clearMarks();
  performance.clearResourceTimings();
  const clicked = performance.now();
  list.value = day;
  list.dispatchEvent(new Event("change", { bubbles: true }));
  while (!performance.getEntriesByName("heatmap-painted").length) await new Promise((done) => setTimeout(done, 2));
  const patched = performance.getEntriesByName("heatmap-painted")[0].startTime;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const painted = performance.now();
  const cells = [...document.querySelectorAll(".heat-canvas td")];
  const after = cells.map((cell) => cell.textContent).join("");
  const answers = performance.getEntriesByType("resource").filter((each) => each.name.includes("_dash-update"));
  const used = answers.filter((each) => each.responseEnd <= patched)
    .sort((one, other) => other.encodedBodySize - one.encodedBodySize)[0];
  return { isOther: before !== after, count: cells.length, ask: used.requestStart - clicked,
    answer: used.responseStart - used.requestStart, transfer: used.responseEnd - used.responseStart,
    take: patched - used.responseEnd, paint: painted - patched, whole: painted - clicked };
}"""
PARTS = ("ask", "answer", "transfer", "take", "paint", "whole")


def days() -> list[str]:
    """A new day each time, in turn before and after the second assessments."""
    return [f"2018-{'06' if turn % 2 else '10'}-{turn + 1:02}" for turn in range(TURNS)]


def measured(address: str) -> list[dict]:
    """What each change of day took, the first one (which warms up) left out."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/fi/kypsyys?as_of=2018-05-31", wait_until="networkidle")
        page.wait_for_selector(READY, timeout=60_000)
        found = []
        for day in days():
            found.append(page.evaluate(CHANGE, day))
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(1500)
        browser.close()
    return found[1:]


def main() -> int:
    """Publish, serve, change the day, and tell."""
    with tempfile.TemporaryDirectory() as folder:
        large.publish(Path(folder))
        os.environ["DATA_DIR"] = folder
        with served() as address:
            found = measured(address)
    medians = {part: statistics.median(each[part] for each in found) for part in PARTS}
    print(f"heatmap of {large.PLACES} × {large.SERVICES} cells on the site, medians of {len(found)} changes of day, ms")
    print("  " + ", ".join(f"{part} {medians[part]:.0f}" for part in PARTS))
    held = "holds" if medians["whole"] <= LIMIT_MS else "does not hold"
    least, load = min(each["whole"] for each in found), os.getloadavg()[0]
    print(f"  least {least:.0f}; limit {LIMIT_MS}: {held} (load of the machine {load:.1f} on {os.cpu_count()} cores)")
    if not all(each["isOther"] and each["count"] == large.PLACES * large.SERVICES for each in found):
        print("heatmap: nothing was repainted")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
