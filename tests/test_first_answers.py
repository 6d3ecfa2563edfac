"""What Dash's renderer asks first stands in the page: the layout at its address, and this page's callbacks."""

import json
import re

import pytest

from components.filters import Filters
from tests.test_first_response import SAMPLES

HOST = "http://127.0.0.1"
BLOCK = re.compile(r'<script id="first-answers" type="application/json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def get(release_dir):
    """Asks the real site, in-process: the text of an address."""
    from app import server

    client = server.test_client()
    return lambda address: client.get(address, base_url=HOST).get_data(as_text=True)


@pytest.fixture(scope="module")
def answers(get):
    """The answers that stand in a page."""
    return lambda address: json.loads(BLOCK.search(get(address))[1])


def outputs(callbacks: list[dict]) -> set[str]:
    return {callback["output"] for callback in callbacks}


def test_a_page_brings_its_own_callbacks_and_no_other_pages(answers):
    found = outputs(answers("/fi/talous")["_dash-dependencies"])
    assert {"page.children", "..top.children...notices.children..", "costs-booked.children"} <= found
    assert not [each for each in found if each.startswith(("grants-", "map-", "maturity-"))]


def test_every_callback_of_the_site_stands_on_some_page(get, answers):
    import pages

    found = set()
    for page in pages.all_pages():
        for code in SAMPLES.get(page.variable, [None]):
            address = page.addresses(Filters(**({page.variable: code} if code else {})))["fi"]
            found |= outputs(answers(address)["_dash-dependencies"])
    assert found == outputs(json.loads(get("/_dash-dependencies")))


def test_the_layout_knows_the_address(answers):
    parts = answers("/fi/avustukset?round=2018")["_dash-layout"]["props"]["children"]
    url = next(each["props"] for each in parts if each["props"]["id"] == "url")
    assert (url["pathname"], url["search"]) == ("/fi/avustukset", "?round=2018")


def test_no_text_of_an_address_leaves_the_block(get):
    text = get("/fi/haku?q=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E&x=</script><b>")
    assert "</script><b>" not in text
    assert json.loads(BLOCK.search(text)[1])


def test_scripts_wait_in_a_template_but_for_the_one_that_fetches_them(get):
    text = get("/fi/talous")
    outside = re.sub(r"<template id=\"scripts\">.*?</template>", "", text, flags=re.DOTALL)
    running = [each for each in re.findall(r"<script[^>]*>", outside) if "application/" not in each]
    assert len(running) == 1
    assert "start.js" in running[0]
    assert "async" in running[0]


def test_what_no_browser_of_today_needs_is_not_sent(get):
    assert not re.findall("deps/polyfill|dash_table/|dash_svg/|dash_bootstrap_components/", get("/fi/talous"))
