"""What set-up puts into assets/vendor/: whole, small, harmless under the content policy, licences told."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import brotli
import pytest

VENDOR = Path(__file__).parents[1] / "assets" / "vendor"


def test_the_manifest_holds_the_digest_and_size_of_every_file():
    manifest = json.loads((VENDOR / "manifest.json").read_text())
    assert {"plotly.js", "plotly.js.br", "bootstrap.css.gz", "fonts.css", "LICENCES.txt"} <= manifest.keys()
    assert manifest.keys() == {path.name for path in VENDOR.iterdir()} - {"manifest.json"}
    for name, facts in manifest.items():
        content = (VENDOR / name).read_bytes()
        assert facts == {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


@pytest.mark.parametrize("name", ["plotly.js", "regenerator-runtime.js", "bootstrap.css", "fonts.css"])
def test_a_compressed_file_holds_the_same_bytes(name):
    plain = (VENDOR / name).read_bytes()
    assert brotli.decompress((VENDOR / f"{name}.br").read_bytes()) == plain
    assert gzip.decompress((VENDOR / f"{name}.gz").read_bytes()) == plain


def test_the_bundle_stays_small():
    """315 kB: a fifth of the 1.6 MB that the whole plotly.js takes when it is compressed."""
    assert (VENDOR / "plotly.js.br").stat().st_size < 320_000


def test_the_bundle_builds_no_code_from_strings():
    assert not re.findall(r"(?<![\w$.])(?:new Function\b|Function\(|eval\()", (VENDOR / "plotly.js").read_text())


def test_style_sheets_name_nothing_outside():
    sheets = list(VENDOR.glob("*.css"))
    assert sheets
    for path in sheets:
        assert not re.findall(r"url\([\"']?(?:https?:)?//", path.read_text()), path.name


def test_each_font_is_named_by_its_content():
    named = dict(re.findall(r'url\("([\w.-]+)\?v=(\w+)"\)', (VENDOR / "fonts.css").read_text()))
    assert named.keys() == {path.name for path in VENDOR.glob("*.woff2")}
    for file, version in named.items():
        assert hashlib.sha256((VENDOR / file).read_bytes()).hexdigest().startswith(version)


def test_the_licence_of_every_package_is_told():
    text = (VENDOR / "LICENCES.txt").read_text()
    for name in (
        "bootstrap",
        "plotly.js",
        "regenerator-runtime",
        "@plotly/d3",
        "culori",
        "@fontsource-variable/source-sans-3",
    ):
        assert re.search(rf"^{re.escape(name)} \d", text, re.MULTILINE), name
