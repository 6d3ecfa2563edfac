"""What each page sends to the browser as Dash's components: few, and of packages whose scripts are sent."""

import json

import orjson
import pytest

from components.filters import LANGUAGES, Filters
from tests.test_first_answers import BLOCK
from tests.whole_site import HOST, SAMPLES

MOST_COMPONENTS = 250
SENT = {"dash_html_components", "dash_core_components", "tilannekuva"}
CHOICES = (
    "?as_of=2018-12-31&joint=equal&round=2018&q=nokia&municipality=536"
    "&region=06&theme=learning&service=records&place=b&view=service"
)


def components(answer) -> list[tuple[str, str]]:
    """Package and type of each component in what Dash sends: the browser asks each of them at every change."""
    if isinstance(answer, list):
        return [found for each in answer for found in components(each)]
    if not isinstance(answer, dict):
        return []
    own = [(answer["namespace"], answer["type"])] if {"props", "type", "namespace"} <= answer.keys() else []
    return own + components(list(answer.values()))


@pytest.fixture(scope="module")
def addresses(release_dir) -> list[str]:
    """The Finnish address of every page, and of some of those that have a variable."""
    import pages

    codes = [(page, code) for page in pages.all_pages() for code in SAMPLES.get(page.variable, [None])]
    return [page.addresses(Filters(**({page.variable: code} if code else {})))[LANGUAGES[0]] for page, code in codes]


def whole(path: str, search: str = "") -> list[tuple[str, str]]:
    """The components of a page."""
    import pages.router
    from app import server

    with server.test_request_context(path + search, base_url=HOST):
        page = pages.router.whole(path, search)
        return components(orjson.loads(orjson.dumps(page.to_plotly_json(), default=lambda each: each.to_plotly_json())))


def test_no_page_is_made_of_more_components_than_a_slow_laptop_can_bear(addresses):
    counts = {path: len(whole(path)) for path in addresses}
    assert {path: count for path, count in counts.items() if count > MOST_COMPONENTS} == {}


def asked(told: dict, path: str, search: str) -> dict:
    """What a browser sends when the choices change, for a callback as its description tells it."""
    parts = [part.rpartition(".") for part in told["output"].strip(".").split("...")]
    outputs = [{"id": each, "property": prop} for each, _, prop in parts]
    values = {"search": search, "pathname": path}
    return {
        "output": told["output"],
        "outputs": outputs if told["output"].startswith("..") else outputs[0],
        "inputs": [{**each, "value": values[each["property"]]} for each in told["inputs"]],
        "state": [{**each, "value": values[each["property"]]} for each in told["state"]],
        "changedPropIds": ["url.search"],
    }


@pytest.mark.parametrize("search", ["", CHOICES])
def test_no_answer_needs_a_script_that_is_not_sent(addresses, search):
    """Drawings and Bootstrap's fields stand in HTML: the scripts of their packages are left out of every page."""
    from app import server

    client = server.test_client()
    found = {(path, package) for path in addresses for package, _ in whole(path, search)}
    for path in addresses:
        body = client.get(path + search, base_url=HOST, follow_redirects=True).get_data(as_text=True)
        for told in json.loads(BLOCK.search(body)[1])["_dash-dependencies"]:
            if any(each["property"] == "search" for each in told["inputs"]):
                answer = client.post("/_dash-update-component", base_url=HOST, json=asked(told, path, search))
                found |= {(path, package) for package, _ in components(answer.get_json())}
    assert {(path, package) for path, package in found if package not in SENT} == set()
