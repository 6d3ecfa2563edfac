"""An Atom feed (RFC 4287) of what was published: one entry a release, with the tables that changed and their rows."""

from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from components.numbers import day
from components.open_data import PREFIX, Site
from components.text import say
from data import catalogue

MIMETYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 50


def feed(told: Sequence, *, lang: str, site: Site, own: str, page: str) -> bytes:
    """The feed of publications (id, on, changes), handed over oldest first: it stands at the path `own`, beside `page`.

    The newest MOST of them are in it, newest first. An id never changes: it is made of the site and the release.
    """
    shown = list(reversed(told))[:MOST]
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": lang})
    _add(root, "id", f"{site.address}{own}")
    _add(root, "title", say(lang, "feed.title"))
    _add(root, "subtitle", say(lang, "feed.subtitle"))
    _add(root, "updated", moment(max((each.on for each in shown), default=date(1970, 1, 1))))
    SubElement(root, "link", {"rel": "self", "type": MIMETYPE, "href": f"{site.address}{own}"})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "hreflang": lang, "href": page})
    _add(SubElement(root, "author"), "name", site.publisher)
    _add(root, "rights", say(lang, "feed.rights"))
    for each in shown:
        _entry(SubElement(root, "entry"), each, lang=lang, site=site, page=page)
    indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="utf-8") + b"\n"


def _entry(entry: Element, told, *, lang: str, site: Site, page: str) -> None:
    """One publication: what changed in each table, in the words of a list."""
    page = f"{page}?release={told.id}"
    _add(entry, "id", f"{site.address}/#release-{told.id}")
    _add(entry, "title", say(lang, "feed.entry", day=day(lang, told.on), release=told.id))
    _add(entry, "updated", moment(told.on))
    _add(entry, "published", moment(told.on))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "hreflang": lang, "href": page})
    for change in told.changes:
        if change.rows is not None:
            address = f"{site.address}{PREFIX}/tables/{change.table}.csv?lang={lang}&release={told.id}"
            SubElement(entry, "link", {"rel": "related", "type": "text/csv", "title": change.table, "href": address})
    lines = [changed(change, lang) for change in told.changes] or [say(lang, "feed.nothing")]
    _add(entry, "summary", "\n".join(lines))


def changed(change, lang: str) -> str:
    """What happened to one table, in a sentence."""
    table = catalogue.current().tables.get(change.table)
    words = {"table": table.headings[lang] if table else change.table, "name": change.table}
    if change.rows is None:
        return say(lang, "feed.removed", **words)
    if change.rows_before is None:
        return say(lang, "feed.added", rows=str(change.rows), **words)
    if change.rows == change.rows_before:
        return say(lang, "feed.corrected", rows=str(change.rows), **words)
    return say(lang, "feed.changed", before=str(change.rows_before), rows=str(change.rows), **words)


def moment(on: date) -> str:
    """A day as RFC 3339 wants a moment: its beginning in universal time."""
    return f"{on.isoformat()}T00:00:00Z"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
