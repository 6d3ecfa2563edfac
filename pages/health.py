"""For those who watch over the site: whether the process answers, and whether it has data. Not for readers."""

from datetime import date

import flask

import queries


def register(server: flask.Flask) -> None:
    """Add /healthz and /readyz."""
    server.add_url_rule("/healthz", "healthz", healthz)
    server.add_url_rule("/readyz", "readyz", readyz)


def healthz() -> flask.Response:
    """The process answers; no data is touched."""
    return flask.Response("ok\n", mimetype="text/plain")


def readyz() -> tuple[flask.Response, int]:
    """Which release is served, whether it is the newest, how old its data is; 503 when there is none."""
    queries.unpin()
    try:
        release, status = queries.release(), queries.status()
    except queries.NoData:
        return flask.jsonify({"state": "no data"}), 503
    until = release.data_until
    told = {
        "state": status["state"],
        "release": release.id,
        "data_until": until.isoformat() if until else None,
        "age_days": (date.today() - until).days if until else None,
        "rows": sum(table.rows for table in release.tables.values()),
        "tables": len(release.tables),
    }
    return flask.jsonify(told), 200
