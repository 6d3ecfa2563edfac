"""What search engines and archives ask for: `sitemap.xml` with every page in three languages, and `robots.txt`."""

import os
from xml.sax.saxutils import escape

import flask

import pages
import queries
from components.filters import LANGUAGES


def register(server: flask.Flask) -> None:
    """Add /sitemap.xml and /robots.txt."""
    server.add_url_rule("/sitemap.xml", "sitemap", sitemap)
    server.add_url_rule("/robots.txt", "robots", robots)


def site_address() -> str:
    """Where the site stands: SITE_URL, or the address of this request."""
    return (os.environ.get("SITE_URL") or flask.request.host_url).rstrip("/")


def sitemap() -> flask.Response:
    """Every address of the site; each names its other languages."""
    grants = [row["grant_id"] for row in queries.run("awards_by_grant").rows()]
    listed = [(page, variable) for page in pages.all_pages() for variable in (grants if page.variable else [None])]
    entries = "".join(_entry(page, lang, variable) for page, variable in listed for lang in LANGUAGES)
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">{entries}</urlset>'
    )
    return flask.Response(body, mimetype="application/xml")


def _entry(page, lang: str, variable: str | None) -> str:
    """One address with its language versions."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{each}" href="{_address(page, each, variable)}"/>' for each in LANGUAGES
    )
    return f"<url><loc>{_address(page, lang, variable)}</loc>{links}</url>"


def _address(page, lang: str, variable: str | None) -> str:
    return escape(site_address() + page.path(lang, variable))


def robots() -> flask.Response:
    """Everything may be read; the map of the site is named."""
    return flask.Response(f"User-agent: *\nAllow: /\nSitemap: {site_address()}/sitemap.xml\n", mimetype="text/plain")
