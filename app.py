"""The site: `gunicorn app:server`. Nothing is decided here; the rooms do their own work."""

import os

import pages.brief
import pages.descriptions
import pages.feeds
import pages.files
import pages.for_machines
import pages.health
import pages.pack.routes
import pages.router
import queries
from components import guard, headers, kept, site

guard.refuse_dash_switches(os.environ)
app = site.create("Digikunta-tilannekuva")
server = app.server
pages.router.register(app)
pages.descriptions.register(server)
pages.files.register(server)
pages.pack.routes.register(server)
pages.brief.register(server)
pages.health.register(server)
pages.for_machines.register(server)
pages.feeds.register(server)
guard.protect(
    app,
    is_page=pages.router.is_page,
    statuses={pages.PageNotFound: 404, queries.UnknownRelease: 400, queries.QueryError: 503},
)
headers.add_headers(app, version_of_data=pages.router.version_of_data)
kept.keep_answers(server, version_of_data=pages.router.version_of_data)
