"""Every page, found by listing this folder: a module with SLUGS is a page, at `/<language>/<slug>`.

A page says where it is (KEY, SLUGS, MENU or IN_FOOTER, VARIABLE) and what it shows (`layout(choice)`, a list of
children). The same layout is written into the first response and drawn again by Dash, so a page exists once.

A page with a VARIABLE has one address for each value of a choice: `/fi/avustukset/2018-nokia`. Its module lists the
values for the site map (`variables()`), and when an address tells more than the code it also reads it
(`code_of(text)`), writes it (`text_of(choice, lang)`) and says where another way of writing leads
(`moved(choice, text)`: the path, or None). A page without a variable may have a `moved` too: its `text` is None, and a
choice in the query (`/fi/kunta?municipality=536`, as a plain form writes it) leads to a page of its own.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, wraps
from types import ModuleType

import dash

import queries
from components.filters import LANGUAGES, Filters
from components.inert import still
from components.panel import failed, section
from components.refusals import note
from components.text import MissingWords

_VARIABLE = re.compile(r"[0-9a-z][0-9a-z-]{0,79}")


class PageNotFound(LookupError):
    """The address has the form of a page, but nothing is there: an unknown grant, say."""


@dataclass(frozen=True)
class Page:
    """One page: its module, and what the menu and the addresses need to know of it."""

    module: ModuleType
    key: str
    slugs: dict[str, str]
    menu: int | None
    in_footer: bool
    variable: str | None

    @property
    def in_menu(self) -> bool:
        """True when the page has a place in the main menu."""
        return self.menu is not None

    def addresses(self, choice: Filters) -> dict[str, str]:
        """The path of the page in each language, with what stands in the path for a choice."""
        code = getattr(choice, self.variable) if self.variable else None
        text_of = getattr(self.module, "text_of", lambda choice, lang: code)
        return {lang: self.path(lang, text_of(choice, lang) if code else None) for lang in LANGUAGES}

    def path(self, lang: str, variable: str | None = None) -> str:
        """The path of the page in a language, e.g. `/sv/understod` or `/fi/avustukset/2018-nokia`."""
        path = f"/{lang}/{self.slugs[lang]}"
        return f"{path}/{variable}" if self.variable and variable else path


@cache
def all_pages() -> tuple[Page, ...]:
    """Every page of this folder, those of the menu first and in its order."""
    modules = [importlib.import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__)]
    found = [_page(module) for module in modules if hasattr(module, "SLUGS")]
    return tuple(sorted(found, key=lambda page: (page.menu is None, page.menu, page.key)))


def _page(module: ModuleType) -> Page:
    return Page(
        module=module,
        key=module.KEY,
        slugs=module.SLUGS,
        menu=getattr(module, "MENU", None),
        in_footer=getattr(module, "IN_FOOTER", False),
        variable=getattr(module, "VARIABLE", None),
    )


def find(pathname: str) -> tuple[Page, str, str | None] | None:
    """The page at a path with its language and its variable (a grant, say); None when there is none."""
    lang, _, rest = pathname.strip("/").partition("/")
    if lang not in LANGUAGES or not pathname.startswith("/"):
        return None
    for page in all_pages():
        slug, variable = page.slugs[lang], None
        if page.variable:
            head, _, variable = rest.rpartition("/")
            if head != slug or not _VARIABLE.fullmatch(variable):
                continue
        elif rest != slug:
            continue
        return page, lang, variable
    return None


def choose(search: str | None, pathname: str | None) -> Filters:
    """What the reader has chosen: the query string, the language and the variable of the path.

    From here on this request asks the chosen release, or the one in use when there is no such release.
    """
    page, lang, variable = find(pathname or "") or (None, LANGUAGES[0], None)
    choice = Filters.from_search(search, lang=lang)
    if page and page.variable:
        code_of = getattr(page.module, "code_of", str)
        choice = replace(choice, **{page.variable: code_of(variable)}, in_path=page.variable)
    try:
        queries.pin(choice.release)
    except queries.UnknownRelease:
        return replace(choice, release=None, problems=(*choice.problems, "release"))
    return choice


def ask(question: str, choice: Filters, **fixed):
    """The answer to a question with those of the reader's choices that it takes, and some fixed ones."""
    taken = choice.for_question(queries.question(question).params)
    return queries.run(question, **{**taken, **fixed})


def shown_by(code: str) -> Callable | None:
    """The function that shows a panel, by the panel's code: `costs-by-year` is `show_by_year` of the page `costs`.

    So a panel can stand on another page as the very same panel. None when no page has it.
    """
    key, _, name = code.partition("-")
    module = next((page.module for page in all_pages() if page.key == key), None)
    return getattr(module, f"show_{name.replace('-', '_')}", None)


def callback(*told, **options) -> Callable:
    """Dash's `callback` for the pages: in what it answers, each part that only shows something is one component."""

    def registered(show: Callable) -> Callable:
        @wraps(show)
        def answer(*given):
            return still(show(*given))

        dash.callback(*told, **options)(answer)
        return show

    return registered


def placed(identity: str, show, address: tuple[str, str]):
    """A panel in its place on a page. One that fails says so in its place; the others stand."""
    try:
        children = show(*address)
    except (PageNotFound, queries.NoData, queries.QueriesBusy):
        raise
    except Exception as error:
        is_of_words = isinstance(error, MissingWords)
        note(f"words {error.args[0]}" if is_of_words else f"panel {identity} {type(error).__name__}")
        children = failed(choose(*address))
    return section(identity, children)
