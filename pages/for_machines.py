"""What search engines and archives ask for: `sitemap.xml` with every page in three languages, and `robots.txt`."""

import os
from collections.abc import Iterator
from dataclasses import replace
from xml.sax.saxutils import escape

import flask

import pages
import queries
from components.filters import LANGUAGES, Filters
from components.open_data import Site
from components.text import say


def register(server: flask.Flask) -> None:
    """Add /sitemap.xml and /robots.txt."""
    server.add_url_rule("/sitemap.xml", "sitemap", sitemap)
    server.add_url_rule("/robots.txt", "robots", robots)


def site_address() -> str:
    """Where the site stands: SITE_URL, or the address of this request."""
    return (os.environ.get("SITE_URL") or flask.request.host_url).rstrip("/")


def site() -> Site:
    """Where the site stands, who publishes it (PUBLISHER) and where to write to (CONTACT): for descriptions and feeds."""
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
    """Every address of the site; each names its other languages."""
    queries.pin(None)
    listed = [paths for page in pages.all_pages() for paths in _addresses(page)]
    entries = "".join(_entry(paths, lang) for paths in listed for lang in LANGUAGES)
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">{entries}</urlset>'
    )
    return flask.Response(body, mimetype="application/xml")


def _addresses(page) -> Iterator[dict[str, str]]:
    """The paths of a page by language, once for each value of its variable."""
    for code in page.module.variables() if page.variable else [None]:
        yield page.addresses(replace(Filters(), **({page.variable: code} if code else {})))


def _entry(paths: dict[str, str], lang: str) -> str:
    """One address with its language versions."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{each}" href="{escape(site_address() + path)}"/>'
        for each, path in paths.items()
    )
    return f"<url><loc>{escape(site_address() + paths[lang])}</loc>{links}</url>"


def robots() -> flask.Response:
    """Everything may be read; the map of the site is named."""
    return flask.Response(f"User-agent: *\nAllow: /\nSitemap: {site_address()}/sitemap.xml\n", mimetype="text/plain")
