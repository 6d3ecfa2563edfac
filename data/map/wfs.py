"""The municipality division of a year from Statistics Finland's service (WFS), or from another of the same kind."""

import os
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit
from urllib.request import OpenerDirector, build_opener

from data.map.geojson import MAX_BYTES, Refused

STATISTICS_FINLAND = "https://geo.stat.fi/geoserver/tilastointialueet/wfs"
SECONDS = 60.0  # without a byte
SECONDS_IN_ALL = 300.0
CHUNK = 1 << 16


def base() -> str:
    """The address of the service: `WFS_URL`, or Statistics Finland's."""
    return os.environ.get("WFS_URL") or STATISTICS_FINLAND


def address(year: int) -> str:
    """The address of one year's municipality division as GeoJSON. Raises Refused unless it is http or https."""
    asked = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": f"tilastointialueet:kunta1000k_{year}",
        "outputFormat": "application/json",
        "srsName": "EPSG:4326",
    }
    service = base()
    if not _is_web(service):
        raise Refused("boundaries_address", address=service)
    return f"{service}{'&' if urlsplit(service).query else '?'}{urlencode(asked, safe=':/')}"


def _is_web(service: str) -> bool:
    try:
        parts = urlsplit(service)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def told(address: str) -> str:
    """The address as it may be published: what was asked for, without a name, a password or a key of the operator's."""
    parts = urlsplit(address)
    asked = urlencode({"typeNames": parse_qs(parts.query).get("typeNames", [""])[-1]}, safe=":")
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, asked, ""))


def download(url: str, *, seconds: float = SECONDS, in_all: float = SECONDS_IN_ALL) -> bytes:
    """What an address answers. Raises Refused when it does not, is too slow, or gives too much."""
    ends = time.monotonic() + in_all
    try:
        with _opener().open(url, timeout=seconds) as answer:
            content = bytearray()
            while chunk := answer.read1(CHUNK):
                content += chunk
                if len(content) > MAX_BYTES:
                    raise Refused("boundaries_too_large", limit=str(MAX_BYTES // 10**6))
                if time.monotonic() > ends:
                    raise TimeoutError("timed out")
            if len(content) < int(answer.headers.get("Content-Length") or 0):
                raise HTTPException("the answer was cut short")
            return bytes(content)
    except HTTPError as error:
        raise Refused("boundaries_no_answer", address=told(url), why=f"{error.code} {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise Refused("boundaries_no_answer", address=told(url), why=str(getattr(error, "reason", error))) from error


def _opener() -> OpenerDirector:
    """Opens http and https and nothing else: neither at first nor when told to look elsewhere."""
    opener = build_opener()
    for scheme in ("file", "ftp", "data"):
        opener.handle_open.pop(scheme, None)
    return opener
