"""The page of open data: everything is listed and found, its linked data is real, its examples work as they stand."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from werkzeug.serving import make_server

import queries

EXAMPLES = Path(__file__).parent.parent / "components/open_data/examples.toml"


def test_the_open_data_page_lists_everything_and_finds_by_any_word(get):
    page = get("/en/open-data")
    assert all(f'id="table-{name}"' in page for name in queries.release().tables)
    assert all(f'id="answer-{name}"' in page for name in queries.names())
    found = get("/en/open-data?q=booked+eur")
    assert 'id="table-costs"' in found
    assert 'id="table-regions"' not in found


def test_the_way_to_one_table_keeps_what_the_reader_has_chosen(get):
    page = get("/en/open-data?as_of=2018-12-31")
    assert 'href="?as_of=2018-12-31&amp;q=costs"' in page
    assert page.count('<a href="?q=') == 0


def test_the_linked_data_of_the_page_is_real_data_only(get):
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', get("/fi/avoin-data"))[1]
    told = json.loads(text)
    real = [name for name, table in queries.release().tables.items() if table.kind == "real"]
    assert told["@type"] == "DataCatalog"
    assert len(told["dataset"]) == len(real)
    assert all(each["license"].startswith("https://creativecommons.org/") for each in told["dataset"])


def test_the_examples_of_the_page_work_as_they_stand(release_dir, tmp_path):
    """Python's as it is written, curl's if curl is there; R and Excel are not among our tools."""
    with served() as address:
        for name, said in {"python": "447700", **({"curl": "304"} if shutil.which("curl") else {})}.items():
            code = tomllib.loads(EXAMPLES.read_text("utf-8"))[name]["code"].format(address=address)
            command = {"python": [sys.executable, "-c"], "curl": ["/bin/bash", "-euc"]}[name]
            ran = subprocess.run([*command, code], cwd=tmp_path, capture_output=True, text=True, timeout=60)
            assert said in ran.stdout, ran.stderr


@contextmanager
def served():
    """The site on a port of its own while this lasts: its address."""
    from app import server

    standing = make_server("127.0.0.1", 0, server, threaded=True)
    with closing(standing.socket), ThreadPoolExecutor(1) as pool:
        pool.submit(standing.serve_forever)
        try:
            yield f"http://127.0.0.1:{standing.server_port}"
        finally:
            standing.shutdown()
