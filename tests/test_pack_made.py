"""How a pack is made and checked: the same bytes twice, by command and by address."""

import io
from datetime import date
from types import SimpleNamespace

import openpyxl
import pptx
import pypdf
import pytest

import queries
from components.documents import FORMS, MIMETYPES, DocumentUnavailable, pdf, write
from components.documents.fingerprint import recipe_in
from components.filters import Filters
from components.guard import protect
from components.headers import add_headers
from components.pack_links import pack_address
from pages.pack import compose, routes
from pages.pack.__main__ import main
from tests.hostile import apart, small_app
from tests.packs import END, SMALL, made, pack

pytestmark = pytest.mark.usefixtures("release_dir")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_pack_is_the_same_bytes(form):
    queries.pin(None)
    again = compose(Filters(as_of=END), SMALL)
    assert write(again, form) == made("fi", form, SMALL)


def test_another_day_language_or_number_is_another_fingerprint():
    queries.pin(None)
    others = [compose(Filters(as_of=date(2018, 12, 31)), SMALL), pack("sv", SMALL), pack("fi", ("budget",))]
    assert len({pack("fi", SMALL).fingerprint, *(each.fingerprint for each in others)}) == 4


@pytest.mark.parametrize("form", FORMS)
def test_a_file_tells_how_it_was_made(form):
    told = recipe_in(made("fi", form, SMALL))
    assert told == {"as_of": "2019-03-31", "contents": "budget,booked", "lang": "fi", "release": pack().release_id}


def test_the_fingerprint_stands_on_every_page():
    mark = pack().fingerprint
    assert all(mark in page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made("fi", "pdf"))).pages)
    for slide in pptx.Presentation(io.BytesIO(made("fi", "pptx"))).slides:
        assert any(mark in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    for sheet in openpyxl.load_workbook(io.BytesIO(made("fi", "xlsx"))).worksheets:
        assert mark in sheet.oddFooter.left.text


def test_a_changed_file_is_told_from_an_unchanged_one(tmp_path, capsys):
    whole, changed = tmp_path / "whole.html", tmp_path / "changed.html"
    whole.write_bytes(made("fi", "html", SMALL))
    changed.write_bytes(made("fi", "html", SMALL).replace("399\u00a0993".encode(), "399\u00a0994".encode()))
    (tmp_path / "strange.pdf").write_bytes(b"%PDF-1.7")
    assert main(["check", str(whole)]) == 0
    assert main(["check", str(changed)]) == 1
    assert main(["check", str(tmp_path / "strange.pdf")]) == 1
    assert [pack("fi", SMALL).fingerprint in line for line in capsys.readouterr().out.splitlines()] == [1, 0, 0]


def test_the_command_makes_the_chosen_forms_with_a_bar(tmp_path, capsys):
    assert (
        main(["--as-of", "2019-03-31", "--only", "html,ods", "--contents", "budget,booked", "--to", str(tmp_path)]) == 0
    )
    assert {path.suffix for path in tmp_path.iterdir()} == {".html", ".ods"}
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {made("fi", form, SMALL) for form in ("html", "ods")}
    told = capsys.readouterr()
    assert "2/2" in told.err
    assert str(tmp_path) in told.out


@pytest.mark.parametrize("bad", [["--as-of", "soon"], ["--contents", "nothing"], ["--only", "doc"], ["check"]])
def test_the_command_refuses_what_it_does_not_understand(bad, tmp_path):
    assert main([*bad, *([] if bad == ["check"] else ["--to", str(tmp_path)])]) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def client(release_dir):
    with apart():
        app = small_app()
        protect(app)
        add_headers(app, version_of_data=lambda: "")
        routes.register(app.server)
        yield app.server.test_client()


def test_the_address_gives_each_form_and_knows_a_held_one(client):
    for form in FORMS:
        address = pack_address(Filters(as_of=END), form, SMALL)
        response = client.get(address)
        assert (response.status_code, response.content_type) == (200, MIMETYPES[form])
        assert response.data == made("fi", form, SMALL)
        assert response.headers["Content-Disposition"].startswith("attachment; filename=")
        held = {"If-None-Match": response.headers["ETag"]}
        assert client.get(address, headers=held).status_code == 304


@pytest.mark.parametrize(
    ("query", "code", "parameter"),
    [
        ("contents=budget,nothing", "bad_value", "contents"),
        ("contents=budget&contents=booked", "repeated_parameter", "contents"),
        ("as_of=yesterday", "bad_value", "as_of"),
        ("theme=care", "unknown_parameter", "theme"),
        ("lang=de", "bad_value", "lang"),
        ("release=000000000000", "bad_value", "release"),
    ],
)
def test_a_choice_that_is_not_understood_is_named(client, query, code, parameter):
    response = client.get(f"/api/v1/pack.html?{query}")
    assert response.status_code == 400
    assert {"code": code, "parameter": parameter}.items() <= response.json.items()


def test_without_pango_the_pdf_is_refused_kindly(client, monkeypatch):
    def missing(pack):
        raise DocumentUnavailable("pdf")

    monkeypatch.setattr(pdf, "write", missing)
    response = client.get("/api/v1/pack.pdf?lang=en&contents=booked")
    assert response.status_code == 503
    assert "Pango" in response.json["detail"]


@pytest.mark.parametrize("name", ["_room", "_making"])
def test_too_many_packs_at_once_are_told_to_come_back(client, monkeypatch, name):
    monkeypatch.setattr(routes, name, SimpleNamespace(acquire=lambda **how: False))
    response = client.get("/api/v1/pack.html?contents=rounds")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")


def test_no_page_loads_the_writers_libraries():
    import subprocess
    import sys

    code = "import app, sys; sys.exit(bool({'weasyprint', 'pptx', 'odfdo'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
