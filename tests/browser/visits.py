"""A reader's visit: a page opened in Chromium and everything that the page asked for and complained of."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, expect

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
WIDE = {"width": 1280, "height": 900}
ORDINARY = {"media": "screen", "color_scheme": "light", "reduced_motion": "no-preference"}
ORDINARY |= {"forced_colors": "none", "contrast": "no-preference"}
# A violation of the content policy is told as a complaint; some of them Chromium does not write to the console.
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"""
# How far things moved without the reader's doing, added up.
ADD_UP_SHIFTS = """window.shifted = 0; new PerformanceObserver((list) => { for (const each of list.getEntries())
  if (!each.hadRecentInput) window.shifted += each.value; }).observe({ type: "layout-shift", buffered: true })"""
# The texts of a part of the page, one for each text node; closed disclosures and SQL are left out.
TEXTS = """(part) => {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder.closest("pre, script, style") || !holder.checkVisibility({ visibilityProperty: true })) continue;
    found.push(node.data);
  }
  return found;
}"""


@dataclass
class Visit:
    """One page in one tab: the addresses it asked for, and its errors and warnings."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Write down from now on what is asked for and what is complained of."""
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("console", self._note)

    def _note(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text} {message.location.get('url', '')}")


def taken_over(page: Page) -> Page:
    """The page, when the HTML that came first has made way for the interactive page."""
    expect(page.locator("#first-paint")).to_have_count(0, timeout=20_000)
    expect(page.locator("#site")).to_be_visible()
    return page


def drawn(page: Page) -> Page:
    """The page, when its reader has come past every figure and all are drawn; back at its top."""
    for place in page.locator(".picture:has(.dash-graph)").all():
        place.scroll_into_view_if_needed()
    expect(page.locator(".dash-graph:not(:has(.main-svg))")).to_have_count(0)
    page.evaluate("scrollTo(0, 0)")
    return page


def answered(page: Page, choice: str) -> Page:
    """The page, when every panel has answered for a choice: `round=2018`, or `?lang=fi` for no choice at all.

    A panel's links to its files tell what it shows. Chips and controls come by the same way and at the same time.
    """
    expect(page.locator(f"main a.file[href*='{choice}']").first).to_be_attached()
    expect(page.locator(f"main a.file:not([href*='{choice}'])")).to_have_count(0)
    return page


def is_same(page: Page) -> bool:
    """True when the page was not loaded anew since its window was marked (see the fixture `grants`)."""
    return page.evaluate("window.isSame === true")


def context(browser: Browser, site: str, **options) -> BrowserContext:
    """A context of its own: no cache, no storage. Options are Playwright's."""
    made = browser.new_context(**{"base_url": site, "viewport": WIDE, "locale": "fi-FI", **options})
    made.add_init_script(TELL_VIOLATIONS)
    made.add_init_script(ADD_UP_SHIFTS)
    return made


def texts(page: Page, selector: str) -> list[str]:
    """The visible texts of the parts of the page that match, one for each text node."""
    return [text for part in page.locator(selector).all() for text in part.evaluate(TEXTS)]


Open = Callable[..., Visit]
