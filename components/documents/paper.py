"""The pack as one HTML text: what the PDF is printed from, and what the one-file edition is."""

from base64 import b64encode
from html import escape
from itertools import groupby
from pathlib import Path

from dash import html

from components.documents import words
from components.documents.drawing import svg
from components.documents.fingerprint import marked
from components.documents.looks import colours
from components.documents.model import Cell, Figure, Grid, Pack
from components.render import to_html
from components.text import say

STYLES = Path(__file__).parent


def page(pack: Pack, *, styles: tuple[str, ...], css: str = "") -> str:
    """The whole text: language, title, the recipe, the looks, and everything that the pack holds. No script."""
    tokens = "".join(f"--{name}:{value};" for name, value in colours().items())
    looks = "".join((STYLES / name).read_text("utf-8") for name in styles)
    day = f"{pack.as_of.isoformat()}T00:00:00Z"
    return (
        f'<!doctype html><html lang="{pack.lang}"><head><meta charset="utf-8">'
        f"<title>{escape(heading(pack))}</title>"
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="author" content="{escape(say(pack.lang, "pack.site"))}">'
        f'<meta name="keywords" content="{escape(marked(pack.recipe))}">'
        f'<meta name="dcterms.created" content="{day}"><meta name="dcterms.modified" content="{day}">'
        f"<style>:root{{{tokens}}}{css}{looks}</style></head><body>{to_html(_body(pack))}</body></html>"
    )


def heading(pack: Pack) -> str:
    """The title of the document: what it is and of which day."""
    return f"{say(pack.lang, 'pack.title')}, {words.identity(pack)[0]}"


def _body(pack: Pack) -> list:
    """The cover, the list of contents, the figures and the sources."""
    lang = pack.lang
    listed = [html.Li(html.A(each.question, href=f"#{each.code}")) for each in pack.figures]
    cover = [
        html.P(say(lang, "pack.short"), className="eyebrow"),
        html.H1(say(lang, "pack.site")),
        html.Ul([html.Li(each) for each in [*words.identity(pack), pack.choices, pack.compared]], className="identity"),
        html.P(pack.reconstructed, className="note") if pack.reconstructed else None,
        html.H2(say(lang, "pack.summary")),
        *[html.P(each, className="opening" if place else "when") for place, each in enumerate(pack.opening)],
        html.H2(say(lang, "pack.contents_title")),
        html.Ol(listed, className="contents") if listed else html.P(say(lang, "pack.empty")),
    ]
    return [
        html.Header([each for each in cover if each is not None], className="cover"),
        html.Main(_sections(pack)),
        html.Footer(_end(pack)),
    ]


def _sections(pack: Pack) -> list:
    """The figures in their order; example data stands on pages of its own, so that each of them has the stamp."""
    groups = groupby(pack.figures, key=lambda figure: figure.is_example)
    return [
        html.Div([_section(each, pack.lang) for each in group], className="examples" if is_example else "real")
        for is_example, group in groups
    ]


def _section(figure: Figure, lang: str) -> html.Section:
    """A figure: question, stamp, answer, chart, whole table, notes, how it was computed, sources."""
    parts = [
        html.H2(figure.question),
        html.P(words.stamp(lang), className="stamp") if figure.is_example else None,
        html.P(figure.message, className="answer") if figure.message else None,
        _picture(figure, lang),
        _table(figure.grid) if figure.grid.rows else None,
        *[html.P(each, className="note") for each in figure.notes],
        html.P(say(lang, "pack.calculation", text=figure.calculation), className="small"),
        html.P(words.sources(figure, lang), className="small"),
    ]
    return html.Section([each for each in parts if each is not None], id=figure.code, className="figure")


def _picture(figure: Figure, lang: str) -> html.Img | None:
    """The chart as a picture within the text, with its numbers as the words in its place."""
    if figure.chart is None:
        return None
    drawn = b64encode(svg(figure.chart).encode()).decode()
    return html.Img(src=f"data:image/svg+xml;base64,{drawn}", alt=words.instead_of_chart(figure.chart, lang))


def _table(grid: Grid) -> html.Div:
    """The table in full; its head is repeated on each page of paper."""
    head = [html.Th(_lines(each), scope="col", className=_classes(each)) for each in grid.headings]
    body = [
        html.Tr(
            [
                html.Th(_lines(row[0]), scope="row"),
                *[html.Td(_lines(each), className=_classes(each)) for each in row[1:]],
            ],
            className="total" if place in grid.totals else None,
        )
        for place, row in enumerate(grid.rows)
    ]
    size = "wide" if len(grid.headings) > 5 else "narrow"
    inner = html.Table([html.Caption(grid.caption), html.Thead(html.Tr(head)), html.Tbody(body)], className=size)
    return html.Div(inner, className="wrap", tabIndex="0", role="region", **{"aria-label": grid.caption})


def _lines(cell: Cell) -> list:
    """The words of a cell; what stands under others begins a line and is quieter."""
    first, *rest = cell.text.split("\n")
    return [first, *[part for each in rest for part in (html.Br(), html.Small(each))]]


def _classes(cell: Cell) -> str | None:
    names = {"n": cell.is_number, "neg": cell.is_negative, "flag": cell.is_flagged}
    return " ".join(name for name, holds in names.items() if holds) or None


def _end(pack: Pack) -> list:
    """The sources in full with their addresses, and how to check the fingerprint."""
    lang = pack.lang
    listed = [
        html.Li(
            " · ".join(each[part] for part in ("label", "title", "publisher", "url") if each[part]),
            value=each["number"],
        )
        for each in pack.sources
    ]
    return [
        html.H2(say(lang, "pack.sources")),
        html.Ol(listed, className="sources"),
        html.H2(say(lang, "pack.fingerprint_label")),
        html.P(html.Strong(pack.fingerprint)),
        html.P(say(lang, "pack.check")),
    ]
