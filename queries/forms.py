"""Empty forms for those who deliver data. They come from the catalogue alone, so no release need be there."""

from functools import lru_cache

from data import catalogue, template_workbook
from queries.errors import UnknownQuestion


def delivered() -> tuple[str, ...]:
    """The tables that somebody delivers, by name; the build makes the others itself."""
    return tuple(sorted(name for name, table in catalogue.current().tables.items() if table.delivery))


@lru_cache(maxsize=64)
def template(name: str, lang: str) -> bytes:
    """The empty form of a table as an XLSX file, its headings in one language. Raises UnknownQuestion."""
    if name not in delivered():
        raise UnknownQuestion
    known = catalogue.current()
    return template_workbook.workbook(known.tables[name], known, lang)
