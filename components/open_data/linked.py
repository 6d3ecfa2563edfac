"""The catalogue as schema.org tells it, in the head of the open data page: search engines for data sets read it."""

from collections.abc import Iterable

from components.downloads import MIMETYPES
from components.open_data import LICENCES, PREFIX, Site, Told
from components.text import say
from data import catalogue


def catalogue_of(tables: Iterable[Told], *, site: Site, lang: str) -> dict:
    """A DataCatalog with a Dataset for each table of real data; made-up data is not offered to search engines."""
    page = site.page("data", lang)
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": page,
        "name": say(lang, "site.name"),
        "description": say(lang, "data.description"),
        "url": page,
        "inLanguage": lang,
        "license": LICENCES["CC-BY-4.0"],
        "publisher": {"@type": "Organization", "name": site.publisher},
        "dataset": [_dataset(told, site, lang) for told in tables if told.kind == "real"],
    }


def _dataset(told: Told, site: Site, lang: str) -> dict:
    """One table with its CSV file."""
    dataset = {
        "@type": "Dataset",
        "name": told.table.headings[lang],
        "description": described(told, lang),
        "url": f"{site.page('data', lang)}#table-{told.name}",
        "creator": {"@type": "Organization", "name": catalogue.current().owner(told.table.owner)[lang]},
        "isAccessibleForFree": True,
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": MIMETYPES["csv"].partition(";")[0],
            "contentUrl": f"{site.address}{PREFIX}/tables/{told.name}.csv?lang={lang}",
        },
    }
    if told.licence in LICENCES:
        dataset["license"] = LICENCES[told.licence]
    return dataset | ({"dateModified": told.changed_on.isoformat()} if told.changed_on else {})


def described(told: Told, lang: str) -> str:
    """What a row is, and what the columns are: search engines ask for at least 50 characters."""
    return f"{told.table.row[lang]} {say(lang, 'data.rows', rows=str(told.rows))}."
