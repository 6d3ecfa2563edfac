"""What programs ask of any site: `sitemap.xml` with every page in three languages, `robots.txt`, `security.txt`."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from xml.sax.saxutils import escape

import flask

import pages
import queries
from components.filters import LANGUAGES, Filters
from components.open_data import Site
from components.refusals import refusal
from components.text import say

# RFC 9116 asks for less than a year.
SECURITY_DAYS = 180


def register(server: flask.Flask) -> None:
    """Add /sitemap.xml, /robots.txt and /.well-known/security.txt."""
    server.add_url_rule("/sitemap.xml", "sitemap", sitemap)
    server.add_url_rule("/robots.txt", "robots", robots)
    server.add_url_rule("/.well-known/security.txt", "security", security)


def site_address() -> str:
    """Where the site stands: SITE_URL, or the address of this request."""
    return (os.environ.get("SITE_URL") or flask.request.host_url).rstrip("/")


def site() -> Site:
    """Where the site stands, who publishes it (PUBLISHER), where to write to (CONTACT): for descriptions and feeds."""
    slugs = {page.key: page.slugs for page in pages.all_pages()}
    publisher = os.environ.get("PUBLISHER") or say(LANGUAGES[0], "site.name")
    return Site(address=site_address(), publisher=publisher, contact=contact(), slugs=slugs)


def contact() -> str:
    """CONTACT as a URI: a web address as it is, an address of post with `mailto:`; empty when it is neither."""
    told = os.environ.get("CONTACT", "").strip()
    if told.startswith(("https://", "mailto:")):
        return told
    return f"mailto:{told}" if "@" in told else ""


def sitemap() -> flask.Response:
    """Every address of the site with the day its data last changed; each names its other languages."""
    queries.pin(None)
    changed = max((each.on for each in queries.publications()), default=None)
    listed = [paths for page in pages.all_pages() for paths in addresses(page)]
    entries = "".join(_entry(paths, lang, changed) for paths in listed for lang in LANGUAGES)
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">{entries}</urlset>'
    )
    return flask.Response(body, mimetype="application/xml")


def addresses(page) -> Iterator[dict[str, str]]:
    """The paths of a page by language, once for each value of its variable."""
    for code in page.module.variables() if page.variable else [None]:
        yield page.addresses(replace(Filters(), **({page.variable: code} if code else {})))


def _entry(paths: dict[str, str], lang: str, changed: date | None) -> str:
    """One address with its language versions, the first of them for readers of any other language."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{each}" href="{escape(site_address() + path)}"/>'
        for each, path in [*paths.items(), ("x-default", paths[LANGUAGES[0]])]
    )
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(site_address() + paths[lang])}</loc>{day}{links}</url>"


def robots() -> flask.Response:
    """Everything may be read; the map of the site is named."""
    return flask.Response(f"User-agent: *\nAllow: /\nSitemap: {site_address()}/sitemap.xml\n", mimetype="text/plain")


def security(days: int = SECURITY_DAYS) -> flask.Response:
    """Where to report a fault of security (RFC 9116), true for half a year from today; 404 when CONTACT is not set."""
    if not contact():
        return refusal(404)
    until = (datetime.now(UTC) + timedelta(days=days)).replace(hour=0, minute=0, second=0)
    lines = {
        "Contact": contact(),
        "Expires": until.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": ", ".join(LANGUAGES),
        "Canonical": f"{site_address()}/.well-known/security.txt",
    }
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return flask.Response(text, content_type="text/plain; charset=utf-8")
