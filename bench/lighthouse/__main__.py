"""Lighthouse on five pages, as a telephone and as a desktop: four scores of each, with what keeps a score down.

    make lighthouse

Then when the costs show their first content, as a share of the largest of a plain Dash page of the same answers.
The exit code is 1 when accessibility, best practices or SEO is not 100, or a speed beyond its limit. Speed is measured
on whatever else the machine does: the median of REPEATS runs is told, with the load of the machine beside it.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.site import FLAGS, MOST, PLAIN, served

HERE = Path(__file__).parent
LIGHTHOUSE = HERE / "node_modules/lighthouse/cli/index.js"
NODE = HERE.parents[1] / "deploy/node.sh"
PAGES = {
    "front": "/fi/",
    "grants": "/fi/avustukset",
    "costs": "/fi/talous",
    "map": "/fi/kartta",
    "maturity": "/fi/kypsyys",
}
WHOLE = ("accessibility", "best-practices", "seo")
FASTEST = {"mobile": 85, "desktop": 97}
REPEATS, TRIES = 5, 3
CHROMIUM = "/usr/bin/chromium"
HEADING = "page      form      accessibility  best practices  SEO  speed (limit)  FCP ms  LCP ms  TBT ms  CLS"


def run(address: str, form: str, only: tuple[str, ...]) -> dict:
    """One report of Lighthouse, which loses its browser now and then: CalledProcessError when it does TRIES times."""
    for left in reversed(range(TRIES)):
        try:
            return _run(address, form, only)
        except subprocess.CalledProcessError:
            if not left:
                raise
    raise AssertionError("TRIES is at least one")


def _run(address: str, form: str, only: tuple[str, ...]) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [NODE, "node", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}"]
        command += [f"--chrome-flags=--headless=new {' '.join(FLAGS)}", f"--only-categories={','.join(only)}"]
        command += ["--preset=desktop"] if form == "desktop" else []
        # What Lighthouse complains of while it works (source maps that it cannot read) is no part of the result.
        environment = os.environ | {"CHROME_PATH": CHROMIUM}
        subprocess.run(command, check=True, env=environment, stderr=subprocess.DEVNULL)
        return json.loads(report.read_text("utf-8"))


def score(report: dict, category: str) -> int:
    """0 to 100, as Lighthouse shows it."""
    return round(100 * (report["categories"][category]["score"] or 0))


def failing(report: dict, category: str) -> list[str]:
    """The audits that keep a score under 100."""
    weighed = [each["id"] for each in report["categories"][category]["auditRefs"] if each["weight"]]
    return [name for name in weighed if (report["audits"][name]["score"] or 0) < 1 and _counts(report["audits"][name])]


def _counts(audit: dict) -> bool:
    return audit["scoreDisplayMode"] not in ("notApplicable", "informative", "manual")


def milliseconds(report: dict, audit: str) -> float:
    return report["audits"][audit]["numericValue"]


def show(page: str, form: str, reports: list[dict]) -> bool:
    """A line of the table and what is wrong; True when every score is as it must be."""
    whole, speed = reports[0], statistics.median(score(each, "performance") for each in reports)
    middle = min(reports, key=lambda each: abs(score(each, "performance") - speed))
    scores = [score(whole, each) for each in WHOLE]
    paints = [milliseconds(middle, f"{each}-contentful-paint") for each in ("first", "largest")]
    blocked, moved = milliseconds(middle, "total-blocking-time"), milliseconds(middle, "cumulative-layout-shift")
    told = "{:>13}  {:>14}  {:>3}".format(*scores)
    limits = f"{speed:>5.0f} ({FASTEST[form]})"
    print(f"{page:9} {form:8}  {told}  {limits:>13}  {paints[0]:6.0f}  {paints[1]:6.0f}  {blocked:6.0f}  {moved:.3f}")
    for category in WHOLE:
        for name in failing(whole, category):
            print(f"    {category}: {name}: {whole['audits'][name]['title']}")
    return min(scores) == 100 and speed >= FASTEST[form]


def against_plain(site: str, form: str) -> bool:
    """A line: the first content of the costs as a share of the largest of a plain Dash page of the same answers."""
    with served(*PLAIN) as plain:
        seen = [run(each, form, ("performance",)) for each in [site + PAGES["costs"], f"{plain}/"] * REPEATS]
    first = statistics.median(milliseconds(each, "first-contentful-paint") for each in seen[::2])
    largest = statistics.median(milliseconds(each, "largest-contentful-paint") for each in seen[1::2])
    share = first / largest
    print(f"first content, {form}: {first:.0f} ms of {largest:.0f} ms of plain Dash, {share:.2f} × (at most {MOST})")
    return share <= MOST


def main() -> int:
    if not LIGHTHOUSE.exists():
        raise SystemExit("Lighthouse is not there: `make lighthouse` installs it")
    kept = True
    with served() as address:
        print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n{HEADING}")
        for page, path in PAGES.items():
            for form in FASTEST:
                reports = [run(address + path, form, ("performance", *WHOLE))]
                reports += [run(address + path, form, ("performance",)) for _ in range(REPEATS - 1)]
                kept &= show(page, form, reports)
        for form in FASTEST:
            kept &= against_plain(address, form)
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
