"""One page is the same bytes from every process: caches, ETags and equal HTML in the browser rest on it."""

import os
import subprocess
import sys

import pytest

from data.catalogue import PROGRAM

ADDRESSES = ("/fi/", "/sv/understod?round=2018", "/en/map", "/fi/talous?share=costs-booked", "/_dash-dependencies")
ASK = f"""
from hashlib import sha256
from app import server
for address in {ADDRESSES!r}:
    answer = server.test_client().get(address, base_url="http://127.0.0.1")
    print(address, answer.status_code, sha256(answer.data).hexdigest())
"""


@pytest.mark.usefixtures("release_dir")
def test_a_page_is_the_same_bytes_from_every_process():
    """Python orders a set of texts otherwise in each process, as the seed of its hashes tells."""
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    asked = [
        subprocess.Popen([sys.executable, "-c", ASK], cwd=PROGRAM.parent, env=each, stdout=subprocess.PIPE, text=True)
        for each in seeds
    ]
    first, second = (each.communicate(timeout=120)[0].splitlines() for each in asked)
    assert [line.split()[1] for line in first] == ["200"] * len(ADDRESSES)
    assert first == second
