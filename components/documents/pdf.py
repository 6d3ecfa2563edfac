"""The pack as a tagged PDF (PDF/UA-1) by WeasyPrint: A4 pages with head, foot, outline and repeated table heads."""

import os
from base64 import b64encode

from components.documents import DocumentUnavailable, words
from components.documents.fingerprint import marked
from components.documents.looks import fonts
from components.documents.model import Pack
from components.documents.paper import page
from components.text import say

# The part of a font that a document needs is dated by fontTools; a document has no moment of its own.
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")


def write(pack: Pack) -> bytes:
    """The file. DocumentUnavailable when WeasyPrint finds no Pango on this machine.

    The recipe is the file's identifier: of all that a PDF says of itself, only that is never squeezed.
    """
    try:
        import weasyprint  # loads Pango: only when a PDF is asked for
    except OSError as error:
        raise DocumentUnavailable("pdf") from error
    text = page(pack, styles=("pages.css", "print.css"), css=_faces() + _running(pack))
    document = weasyprint.HTML(string=text, url_fetcher=weasyprint.URLFetcher(allowed_protocols=["data"]))
    return document.write_pdf(
        finisher=_scope_headings, pdf_variant="pdf/ua-1", pdf_tags=True, pdf_identifier=marked(pack.recipe).encode()
    )


def _scope_headings(document, written) -> None:
    """Tell of each heading of a table what it heads: WeasyPrint links headings to cells, some readers want a scope."""
    tagged = {each.reference: each for each in written.objects if isinstance(each, dict) and "S" in each}
    for element in tagged.values():
        if element["S"] == "/TH":
            row = tagged[element["P"]]
            is_head = tagged[row["P"]]["S"] == "/THead"
            element["A"]["Scope"] = "/Column" if is_head else "/Row"


def _running(pack: Pack) -> str:
    """The words of head and foot, as CSS strings."""
    day, *rest = words.identity(pack)
    told = {
        "name": f"{say(pack.lang, 'pack.site')} · {say(pack.lang, 'pack.short')}",
        "day": day,
        "identity": " · ".join(rest),
        "stamp-word": say(pack.lang, "site.stamp.word"),
    }
    return ":root{" + "".join(f'--{name}:"{_css(text)}";' for name, text in told.items()) + "}"


def _css(text: str) -> str:
    """A text within a CSS string: whatever is not a plain letter is written by its number."""
    return "".join(each if each.isalnum() or each == " " else f"\\{ord(each):06x}" for each in text)


def _faces() -> str:
    """The site's own typeface, within the text itself: nothing is fetched from anywhere."""
    return "".join(
        '@font-face{font-family:"Source Sans 3";'
        f'src:url("data:font/woff2;base64,{b64encode(path.read_bytes()).decode()}") format("woff2")}}'
        for path in fonts().values()
    )
