"""axe in a page of ours: which rules are asked, and what they find in words."""

import contextlib
from pathlib import Path

AXE = (Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ONLY_VIOLATIONS = {"resultTypes": ["violations"], "selectors": False, "preload": False, "iframes": False}
COLOUR_RULES = ["color-contrast", "link-in-text-block"]  # all that another theme can change
ALIKE = 3
# Of parts that stand side by side and are made alike (rows, list items, shapes) leaves the first few: another window or
# theme, which knows them by their classes only, does to the others what it does to these. What is closed is not shown.
LEAVE_OUT = """(few) => {
  const isClosed = (part) => part.parentElement.closest("details:not([open])") && !part.closest("summary");
  const shown = (each) => [each, ...each.querySelectorAll("*")].filter((part) => !isClosed(part));
  const made = (each) => shown(each).map((part) => [part.tagName, part.getAttribute("class"),
    part.getAttribute("style"), part.hasAttribute("href"), Boolean(part.textContent)]).join("|");
  window.leftOut = [];
  for (const parent of document.querySelectorAll("tbody, ul, ol, dl, g, svg, select, tr, nav, div, section")) {
    const seen = {};
    if (!parent.isConnected || parent.closest(".dash-graph")) continue;  // plotly.js draws there when it likes
    for (const each of [...parent.children].filter((child) => !child.querySelector(".dash-graph"))) {
      const kind = made(each);
      seen[kind] = (seen[kind] ?? 0) + 1;
      if (seen[kind] > few) { window.leftOut.push([each, parent, each.nextSibling]); each.remove(); }
    }
  }
}"""
PUT_BACK = "() => window.leftOut.reverse().forEach(([each, parent, next]) => parent.insertBefore(each, next))"


def violations(page, only: list[str] | None = None) -> str:
    """What axe finds, a line each: the rule, in how many places, and the first of them. The page has AXE in it."""
    found = page.evaluate("(options) => axe.run(document, options)", {"runOnly": only or RULES, **ONLY_VIOLATIONS})
    lines = [f"{each['id']} ×{len(each['nodes'])}: {each['nodes'][0]['html'][:160]}" for each in found["violations"]]
    return "\n".join(lines)


@contextlib.contextmanager
def one_of_each(page):
    """The page with a few of each kind of its parts: half the elements, and all that differ."""
    page.evaluate(LEAVE_OUT, ALIKE)
    yield page
    page.evaluate(PUT_BACK)
