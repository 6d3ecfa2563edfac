"""What stands around every page: header, language links, the as-of band, notices and the footer with its sources."""

import dash_svg
from dash import html

from components.as_of import band
from components.filters import LANGUAGES, Filters
from components.inert import Inert
from components.notices import notices
from components.sources import source_list, used_in
from components.text import say


def site(
    *, choice: Filters, place, places, main: list, milestones, release, status, later=(), has_band: bool = True
) -> html.Div:
    """A whole page: `place` is where the reader is, `places` the pages of the menu, `main` what the page shows."""
    over = top(choice=choice, place=place, places=places, milestones=milestones, release=release)
    return html.Div(
        [
            html.Div(over if has_band else over[:-1], id="top"),
            html.Main(
                [html.Div(notices(choice, status, later), id="notices"), *main],
                className="frame",
                id="content",
                tabIndex="-1",
            ),
            footer(choice, places, release, used_in(main)),
        ],
        id="site",
        lang=choice.lang,
    )


def top(*, choice: Filters, place, places, milestones, release) -> list:
    """Skip link, name, menu, languages and the band: everything here keeps the choices of the address."""
    return [
        html.A(say(choice.lang, "site.skip"), href="#content", className="skip"),
        Inert(
            html.Header(
                html.Div(
                    [
                        html.A(
                            say(choice.lang, "site.name"), href=f"/{choice.lang}/{kept(choice)}", className="site-name"
                        ),
                        _search(choice, place),
                        _languages(choice, place),
                        _menu(choice, place, places),
                    ],
                    className="frame",
                ),
                className="site-header",
            )
        ),
        band(choice, milestones, release),
    ]


def kept(choice: Filters) -> str:
    """The part of the address that goes along to another page: time, programme, joint mode and release."""
    left = (
        "round",
        "theme",
        "region",
        "municipality",
        "role",
        "status",
        "band",
        "sort",
        "q",
        "measure",
        "since",
        "against",
        "slide",
        "share",
        "embed",
    )
    return choice.to_search(page=1, **dict.fromkeys(left))


def _menu(choice: Filters, place, places) -> html.Nav:
    """The pages of the menu: in a row, and on a phone behind one button; each reader has one of the two."""
    lang = choice.lang
    folded = html.Details([html.Summary(say(lang, "site.menu_button")), _menu_links(choice, place, places)], id="menu")
    parts = [html.Div(_menu_links(choice, place, places), className="menu-row"), html.Div(folded, className="menu")]
    return html.Nav(parts, className="site-nav", **{"aria-label": say(lang, "site.menu")})


def _menu_links(choice: Filters, place, places) -> html.Ul:
    links = [
        html.A(
            say(choice.lang, f"{page.key}.menu"),
            href=page.path(choice.lang) + kept(choice),
            **({"aria-current": "page"} if page.key == place.key else {}),
        )
        for page in places
        if page.in_menu
    ]
    return html.Ul([html.Li(link) for link in links])


def _search(choice: Filters, place) -> html.A:
    """The quiet way to the search: a magnifier and its word."""
    lens = dash_svg.Circle(cx="8.5", cy="8.5", r="5.5")
    handle = dash_svg.Line(x1="12.5", y1="12.5", x2="18", y2="18")
    return html.A(
        [
            dash_svg.Svg([lens, handle], viewBox="0 0 20 20", className="lens", **{"aria-hidden": "true"}),
            html.Span(say(choice.lang, "search.menu")),
        ],
        href=f"/{choice.lang}/{say(choice.lang, 'search.slug')}{kept(choice)}",
        className="site-search",
        **({"aria-current": "page"} if place.key == "search" else {}),
    )


def _languages(choice: Filters, place) -> html.Nav:
    links = [
        html.Li(
            html.A(
                html.Span(lang.upper()),
                href=place.addresses(choice)[lang] + choice.to_search(),
                lang=lang,
                title=say(lang, f"site.language.in_{lang}"),
                **{"aria-label": f"{lang.upper()}: {say(lang, f'site.language.in_{lang}')}"},
                **({"aria-current": "true"} if lang == choice.lang else {}),
            )
        )
        for lang in LANGUAGES
    ]
    return html.Nav(html.Ul(links), className="languages", **{"aria-label": say(choice.lang, "site.languages")})


def footer(choice: Filters, places, release, source_ids) -> Inert:
    """Numbered sources of the page, the pages about the site, and the release."""
    about = [
        html.Li(html.A(say(choice.lang, f"{p.key}.menu"), href=p.path(choice.lang))) for p in places if p.in_footer
    ]
    parts = [
        html.Div(_sources(choice.lang, source_ids), id="sources"),
        html.Div(
            [
                html.H2(say(choice.lang, "site.footer.about")),
                html.Ul([*about, html.Li(say(choice.lang, "site.footer.privacy"))]),
            ]
        ),
        html.P(say(choice.lang, "site.footer.release", release=release.id), className="release"),
    ]
    return Inert(html.Footer(html.Div(parts, className="frame"), className="site-footer"))


def _sources(lang: str, source_ids) -> list:
    """The sources of the page under their heading; nothing when it has none."""
    return [html.H2(say(lang, "site.sources")), source_list(lang, source_ids)] if source_ids else []


def plain(lang: str, key: str) -> html.Div:
    """A page of words only: a heading, a sentence and the ways on; without data only the front page is one."""
    ways = [html.A(say(lang, "site.not_found.front"), href=f"/{lang}/")]
    if key == "site.not_found":
        slugs = {"search": "search.slug", "municipalities": "municipality.slug", "data": "data.slug"}
        ways += [html.A(say(lang, f"{page}.menu"), href=f"/{lang}/{say(lang, slug)}") for page, slug in slugs.items()]
    onward = html.Ul([html.Li(way) for way in ways], className="ways-on")
    words = [html.H1(say(lang, f"{key}.title")), html.P(say(lang, f"{key}.body"), className="lead"), onward]
    name = html.A(say(lang, "site.name"), href=f"/{lang}/", className="site-name")
    header = html.Header(html.Div(name, className="frame"), className="site-header")
    return html.Div(
        [header, html.Main(html.Div(words, className="page-head prose"), className="frame", id="content")], lang=lang
    )
