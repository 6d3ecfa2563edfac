"""The looks that documents share with the site: its colours, always those of the light theme, and its typeface."""

import re
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parents[2] / "assets"
# A document that others open on their own machines names a typeface that every office program has.
OFFICE_FONT = "Arial"
# What a mark of a chart is filled with, by its tone.
TONES = {"bar": "bar", "total": "bar-total", "addition": "bar-mid", "unexplained": "warn-line", "range": "range"}


@cache
def colours() -> dict[str, str]:
    """Token -> colour as `#rrggbb`, from the site's own tokens."""
    text = (ASSETS / "1-tokens.css").read_text("utf-8")
    return dict(re.findall(r"--light-([a-z0-9-]+):\s*(#[0-9a-f]{6})", text))


def colour(token: str) -> str:
    """One colour without its `#`, as office files write it."""
    return colours()[token].removeprefix("#").upper()


def fonts() -> dict[str, Path]:
    """The site's own typeface by subset, as far as set-up has filled assets/vendor."""
    found = {name: ASSETS / "vendor" / f"source-sans-3-{name}.woff2" for name in ("latin", "latin-ext")}
    return {name: path for name, path in found.items() if path.exists()}
