"""The one-file edition: the meeting's state as one HTML file that needs no network and no script."""

from components.documents.model import Pack
from components.documents.paper import page


def write(pack: Pack) -> bytes:
    """The file in UTF-8."""
    return page(pack, styles=("pages.css", "screen.css")).encode()
