"""Boundaries from a service (WFS): asked of a server on this machine, never of another."""

import shutil
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import brotli
import pytest

import queries
from data import build
from data.__main__ import main
from data.catalogue import PROGRAM
from data.map import geojson, wfs
from data.map.divisions import rows
from tests import squares

GEO = Path(__file__).parents[1].parent / "shared" / "reference" / "geo"
needs_geo = pytest.mark.skipif(not GEO.exists(), reason="the boundaries to test with are not beside the project")


@contextmanager
def service(answer):
    """A server on 127.0.0.1 that lets `answer(handler, query)` write each answer; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self, {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()})

        def log_message(self, *told):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/geoserver/wfs"
        server.shutdown()


def give(handler, content: bytes, *, status=200, length=None, **headers):
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(content) if length is None else length))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(content)


@pytest.fixture
def finland(tmp_path, monkeypatch):
    """A data folder with the real deliveries, asked of as soon as it has a release."""
    shutil.copytree(PROGRAM / "raw", tmp_path / "raw", ignore=shutil.ignore_patterns("boundaries.csv"))
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    queries.unpin()
    yield tmp_path
    queries.unpin()


def refusal(url, **limits) -> tuple[str, str]:
    with pytest.raises(geojson.Refused) as refused:
        wfs.download(url, **limits)
    return refused.value.key, refused.value.facts.get("why", "")


def test_a_year_is_asked_of_the_service_as_wfs_says(map_folder, monkeypatch):
    asked = []

    def answer(handler, query):
        asked.append(query)
        give(handler, squares.geojson(*squares.ALL))

    with service(answer) as address:
        monkeypatch.setenv("WFS_URL", address)
        assert main(["boundaries", "--download", "2018"]) == 0
    assert asked == [
        {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": "tilastointialueet:kunta1000k_2018",
            "outputFormat": "application/json",
            "srsName": "EPSG:4326",
        }
    ]
    asked_for = f"{address}?typeNames=tilastointialueet:kunta1000k_2018"
    assert {row["origin"] for row in rows(map_folder, "boundaries")} == {asked_for}


def test_without_a_setting_the_service_is_that_of_statistics_finland(monkeypatch):
    monkeypatch.delenv("WFS_URL", raising=False)
    assert wfs.address(2025).startswith("https://geo.stat.fi/geoserver/tilastointialueet/wfs?service=WFS&")


def test_an_address_with_a_key_of_its_own_keeps_it(monkeypatch):
    monkeypatch.setenv("WFS_URL", "https://example.org/wfs?key=1")
    assert wfs.address(2025).startswith("https://example.org/wfs?key=1&service=WFS&")


def test_what_is_published_of_an_address_has_no_key_and_no_password(monkeypatch):
    monkeypatch.setenv("WFS_URL", "https://me:secret@example.org/wfs?key=1")
    told = "https://example.org/wfs?typeNames=tilastointialueet:kunta1000k_2025"
    assert wfs.told(wfs.address(2025)) == told


@pytest.mark.parametrize(
    "base", ["file:///etc/passwd", "ftp://example.org/wfs", "//example.org", "https://", "http://[", "wfs"]
)
def test_only_http_and_https_are_asked(map_folder, monkeypatch, capsys, base):
    monkeypatch.setenv("WFS_URL", base)
    assert main(["boundaries", "--download", "2018", "--lang", "en"]) == 1
    assert "is not http or https" in capsys.readouterr().err


@pytest.mark.parametrize("elsewhere", ["file:///etc/hostname", "ftp://127.0.0.1/x", "data:,x"])
def test_the_service_cannot_send_us_to_a_file(elsewhere):
    with service(lambda handler, _: give(handler, b"", status=302, Location=elsewhere)) as address:
        assert refusal(address)[0] == "boundaries_no_answer"


def test_a_service_that_refuses_is_told_with_its_number():
    with service(lambda handler, _: give(handler, b"", status=404)) as address:
        assert refusal(address) == ("boundaries_no_answer", "404 Not Found")


def test_a_service_that_is_not_there_is_told(map_folder, monkeypatch, capsys):
    monkeypatch.setenv("WFS_URL", "http://127.0.0.1:9/wfs")
    assert main(["boundaries", "--download", "2018", "--lang", "sv"]) == 1
    assert "gav inga gränser" in capsys.readouterr().err
    assert not (map_folder / "raw/boundaries.csv").exists()


def test_an_answer_cut_short_is_refused():
    with service(lambda handler, _: give(handler, b"{", length=2)) as address:
        assert refusal(address)[0] == "boundaries_no_answer"


def test_too_long_an_answer_is_refused(monkeypatch):
    monkeypatch.setattr(wfs, "MAX_BYTES", 10)
    with service(lambda handler, _: give(handler, b"x" * 11)) as address:
        assert refusal(address)[0] == "boundaries_too_large"


def test_a_silent_service_is_not_waited_for():
    quiet = threading.Event()
    with service(lambda handler, _: quiet.wait(5)) as address:
        assert refusal(address, seconds=0.2) == ("boundaries_no_answer", "timed out")
        quiet.set()


def test_a_dripping_service_is_not_waited_for():
    quiet = threading.Event()

    def drip(handler, _):
        give(handler, b"x", length=1_000)
        while not quiet.wait(0.05):
            handler.wfile.write(b"x")

    with service(drip) as address:
        assert refusal(address, seconds=2, in_all=0.3) == ("boundaries_no_answer", "timed out")
        quiet.set()


@needs_geo
def test_the_boundaries_of_2018_and_2025_are_fetched_published_and_drawn(finland, monkeypatch):

    def answer(handler, query):
        give(handler, (GEO / f"boundaries_{query['typeNames'][-4:]}.geojson").read_bytes())

    with service(answer) as address:
        monkeypatch.setenv("WFS_URL", address)
        assert [main(["boundaries", "--download", year]) for year in ("2018", "2025")] == [0, 0]
    build.build(finland, accept_warnings=True, by="tests")
    for day, municipalities in (("2018-12-31", 311), ("2020-06-01", 0), ("2025-06-01", 308), (None, 308)):
        answered = queries.run("shapes_by_place", drawing="boundaries", as_of=day).rows()
        assert len([row for row in answered if row["place_kind"] == "municipality"]) == municipalities
        assert len([row for row in answered if row["place_kind"] == "region"]) == (19 if municipalities else 0)
        assert len(brotli.compress("\n".join(row["path"] for row in answered).encode())) <= 50_000
    assert {len(row["origin_sha256"]) for row in answered} == {64}


@needs_geo
@pytest.mark.parametrize(("file", "year", "missing"), [("2025", "2018", "099, 588, 911"), ("2018", "2025", "–")])
def test_the_boundaries_of_another_year_are_refused_by_name(finland, capsys, file, year, missing):
    assert main(["boundaries", str(GEO / f"boundaries_{file}.geojson"), "--year", year, "--lang", "en"]) == 1
    assert f"Missing: {missing}." in capsys.readouterr().err
    assert not (finland / "raw/boundaries.csv").exists()


@needs_geo
def test_the_schematic_map_has_most_land_in_the_right_municipality(finland, capsys):
    main(["boundaries", str(GEO / "boundaries_2018.geojson"), "--year", "2018", "--lang", "en"])
    assert "On the schematic map 71,8 per cent" in capsys.readouterr().out
