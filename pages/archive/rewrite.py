"""A page of the site made fit for a plain folder: links that lead somewhere in the copy, no forms, no scripts."""

import re
from collections.abc import Callable
from html import escape, unescape

_LINK = re.compile(r' (href|src)="([^"]*)"')
_FONT = re.compile(r'url\("(/assets/[^"]*)"\)')
_SCRIPT = re.compile(r"<script\b.*?</script>", re.S)
_FORM = re.compile(r"<form\b.*?</form>", re.S)
_META = re.compile(r'<link rel="(?:canonical|alternate)"[^>]*>')
QUIET = (
    "<style>.with-scripts, .share-link, .copy-link, .band details, .files:not(:has(a[href]))"
    " { display: none !important; }"
    " a:not([href]) { color: inherit; text-decoration: none; border: 0; }</style>"
)

Address = Callable[[str], str | None]


def rewritten(text: str, address: Address) -> str:
    """The HTML with each address as `address` gives it; a link that leads nowhere in the copy stays as its words."""
    for unwanted in (_SCRIPT, _FORM, _META):
        text = unwanted.sub("", text)
    text = _LINK.sub(lambda found: _link(found, address), text)
    text = _FONT.sub(lambda found: f'url("{address(found[1])}")', text)
    return text.replace("</head>", f"{QUIET}</head>", 1)


def _link(found: re.Match, address: Address) -> str:
    to = address(unescape(found[2]))
    return "" if to is None else f' {found[1]}="{escape(to)}"'
