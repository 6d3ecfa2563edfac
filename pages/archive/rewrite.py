"""A page of the site made fit for a plain folder: links that lead somewhere in the copy, no forms, no scripts."""

import re
from collections.abc import Callable
from html import escape, unescape

_LINK = re.compile(r' (href|src)="([^"]*)"')
_FONT = re.compile(r'url\("(/assets/[^"]*)"\)')
_SCRIPT = re.compile(r"<script\b.*?</script>", re.S)
_FORM = re.compile(r"<form\b.*?</form>", re.S)
_STYLES = re.compile(r"<style>(.*?)</style>", re.S)
_META = re.compile(r'<link rel="(?:canonical|alternate)"[^>]*>')
QUIET = (
    "<style>.with-scripts, .share-link, .copy-link, .band details, .files:not(:has(a[href]))"
    " { display: none !important; }"
    " .button:not([href]), .site-search:not([href]) { display: none !important; }"
    " a:not([href]) { color: inherit; text-decoration: none; border: 0; }</style>"
)

Address = Callable[[str], str | None]


def rewritten(text: str, address: Address, *, styles: str) -> str:
    """The HTML with each address as `address` gives it; a link that leads nowhere in the copy stays as its words.

    `styles` is where the styles of the page stand, which all pages of the copy share.
    """
    for unwanted in (_SCRIPT, _FORM, _META):
        text = unwanted.sub("", text)
    text = _STYLES.sub("", text, count=1)
    text = _LINK.sub(lambda found: _link(found, address), text)
    shared = f'<link rel="stylesheet" href="{escape(styles)}">'
    return text.replace("</head>", f"{shared}{QUIET}</head>", 1)


def styles_of(text: str, address: Address) -> str:
    """The styles that stand in a page, with the fonts where `address` puts them."""
    return _FONT.sub(lambda found: f'url("{address(found[1])}")', _STYLES.search(text)[1])


def _link(found: re.Match, address: Address) -> str:
    to = address(unescape(found[2]))
    return "" if to is None else f' {found[1]}="{escape(to)}"'
