"""The picture of a shared address (Open Graph), 1200×630, one in each language: assets/card-<language>.png.

Drawn by Chromium from the site's own words, colours and fonts: `make card`. The files are in git.
"""

import re
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from components.page_links import CARD, CARD_HEIGHT, CARD_WIDTH  # noqa: E402
from components.text import LANGUAGES, say  # noqa: E402

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--allow-file-access-from-files")
BARS = (38, 58, 82, 118, 160, 214)
LOOKS = """
body { margin: 0; width: 1200px; height: 630px; background: var(--paper); color: var(--ink); font-family: var(--sans);
  display: grid; grid-template-rows: 1fr auto; box-sizing: border-box; padding: 76px 84px 0;
  border-top: 18px solid var(--bar-total); }
h1 { font-size: 76px; line-height: 1.08; letter-spacing: -.015em; margin: 0 0 26px; font-weight: 640; max-width: 13em; }
p { font-size: 35px; line-height: 1.35; margin: 0; color: var(--ink-2); max-width: 27em; }
svg { display: block; width: 1032px; height: 214px; }
"""


def page(lang: str) -> str:
    """The card as a document of its own."""
    tokens = (ROOT / "assets/1-tokens.css").read_text("utf-8")
    fonts = (ROOT / "assets/vendor/fonts.css").read_text("utf-8")
    fonts = fonts.replace('url("', f'url("file://{ROOT}/assets/vendor/').replace("optional", "block")
    family = re.search(r'font-family: *("[^"]+")', fonts)[1]
    bars = "".join(
        f'<rect x="{place * 176}" y="{214 - height}" width="152" height="{height}" '
        f'fill="var(--{"bar-total" if place == len(BARS) - 1 else "bar"})"/>'
        for place, height in enumerate(BARS)
    )
    words = f"<h1>{escape(say(lang, 'site.name'))}</h1><p>{escape(say(lang, 'site.card_words'))}</p>"
    style = f"{fonts}{tokens} :root {{ --sans: {family}, sans-serif; }} {LOOKS}"
    drawing = f'<svg viewBox="0 0 1032 214">{bars}</svg>'
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><style>{style}</style>'
        f"<div>{words}</div>{drawing}</html>"
    )


def draw(folder: Path) -> None:
    """Write the cards of every language into a folder."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        view = browser.new_page(viewport={"width": CARD_WIDTH, "height": CARD_HEIGHT}, color_scheme="light")
        for lang in LANGUAGES:
            document = folder / f".card-{lang}.html"
            document.write_text(page(lang), encoding="utf-8")
            view.goto(document.as_uri())
            view.evaluate("document.fonts.ready")
            view.screenshot(path=folder / Path(CARD.format(lang=lang)).name)
            document.unlink()
        browser.close()


if __name__ == "__main__":
    draw(ROOT / "assets")
