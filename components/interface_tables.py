"""The page of the interface for programs: descriptions, limits, errors and examples as tables and code."""

import tomllib
from functools import cache
from pathlib import Path

from dash import html

from components.inert import Inert
from components.numbers import number
from components.open_data import DESCRIPTIONS, PREFIX, Site
from components.open_data.limits import LIMITS
from components.refusals import explained_codes
from components.tables import Column, table
from components.text import say

EXAMPLES = Path(__file__).parent / "open_data" / "examples.toml"
KEY = "interface"


def section(lang: str, name: str, *children) -> html.Section:
    """A headed part of the page: text key `interface.<name>.question`."""
    heading = html.H2(say(lang, f"{KEY}.{name}.question"), id=f"interface-{name}-question")
    return html.Section(
        [heading, *children],
        id=f"interface-{name}",
        className="panel",
        **{"aria-labelledby": f"interface-{name}-question"},
    )


def described(lang: str) -> html.Section:
    """The descriptions for programs, each with its address and what it tells."""
    paths = {"listing": f"{PREFIX}/", **DESCRIPTIONS}
    keys = {"dcat": "catalogue"}
    rows = [(path, say(lang, f"{KEY}.path.{keys.get(name, name)}")) for name, path in paths.items()]
    rows.append((f"{PREFIX}/tables/costs.csv-metadata.json", say(lang, f"{KEY}.path.csvw")))
    rows.append((f"{PREFIX}/templates/costs.xlsx", say(lang, f"{KEY}.path.template")))
    rows += [(feed_path(lang), say(lang, f"{KEY}.path.feed"))]
    listed = [part for path, text in rows for part in (html.Dt(html.A(html.Code(path), href=path)), html.Dd(text))]
    return section(lang, "described", Inert(html.Dl(listed, className="dataset-facts")))


def feed_path(lang: str) -> str:
    """Where the feed of changes stands."""
    return f"/{lang}/{say(lang, 'feed.slug')}.atom"


def limits(lang: str) -> html.Section:
    """What the interface allows, in numbers."""
    columns = [
        Column(say(lang, f"{KEY}.limits.limit"), lambda row: say(lang, f"{KEY}.limits.{row[0]}")),
        Column(say(lang, f"{KEY}.limits.number"), lambda row: number(lang, row[1]), is_number=True),
    ]
    return section(lang, "limits", table(columns, list(LIMITS.items()), caption=say(lang, f"{KEY}.limits.table")))


def errors(lang: str) -> html.Section:
    """The codes of errors with their status and meaning; each code is an anchor, for an error's `type` leads to it."""
    columns = [
        Column(say(lang, f"{KEY}.errors.code"), lambda row: html.Code(row[0], id=row[0])),
        Column(say(lang, f"{KEY}.errors.means"), lambda row: say(lang, f"refusals.{row[0]}")),
        Column(say(lang, f"{KEY}.errors.status"), lambda row: str(row[1]), is_number=True),
    ]
    rows = sorted(explained_codes().items(), key=lambda row: (row[1], row[0]))
    said = html.P(say(lang, f"{KEY}.errors.answer"), className="answer")
    return section(
        lang, "errors", said, table(columns, rows, caption=say(lang, f"{KEY}.errors.table"), is_stacked=True)
    )


def examples(lang: str, site: Site) -> html.Section:
    """The same answer read from a command line, R, Python and Excel."""
    shown = []
    for example in _examples().values():
        code = html.Pre(html.Code(example["code"].strip().format(address=site.address)), tabIndex="0")
        shown += [html.H3(example["name"]), code]
    said = html.P(say(lang, f"{KEY}.examples.answer"), className="answer")
    return section(lang, "examples", said, Inert(html.Div(shown, className="calculation")))


@cache
def _examples() -> dict[str, dict[str, str]]:
    """The examples by name: what each is called, and its code with {address} in it."""
    return tomllib.loads(EXAMPLES.read_text("utf-8"))
