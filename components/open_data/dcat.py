"""A catalogue in DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/), as JSON-LD, for avoindata.fi.

One dataset a table of real data, each with its files; the interface is a data service. Example data is left out: a
national catalogue must not offer made-up figures. Codes are those of the EU's authority tables, which a validator
brings along: they are named here, not described again.
"""

from collections.abc import Iterable
from datetime import date

from components.downloads import FORMS, MIMETYPES
from components.open_data import DESCRIPTIONS, LICENCES, PREFIX, Site, Told
from components.open_data.csvw import in_languages
from components.text import words
from data import catalogue

MIMETYPE = "application/ld+json"
EU = "http://publications.europa.eu/resource/authority"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU_LANGUAGES = {"fi": "FIN", "sv": "SWE", "en": "ENG"}
EU_LICENCES = {"CC-BY-4.0": "CC_BY_4_0"}
EU_FORMS = {"csv": "CSV", "xlsx": "XLSX", "parquet": "PARQUET", "json": "JSON"}
# Files that programs read. To write every workbook took more than half of the time of the catalogue's first answer.
MARKED = ("csv", "parquet", "json")
# Days between updates -> the EU's frequency; none set is irregular: a table changes when a delivery is published.
FREQUENCIES = {0: "IRREG", 1: "DAILY", 7: "WEEKLY", 30: "MONTHLY", 31: "MONTHLY", 91: "QUARTERLY", 365: "ANNUAL"}


def dcat(tables: Iterable[Told], *, site: Site, changed_on: date | None) -> dict:
    """The catalogue with its datasets and its data service."""
    real = [told for told in tables if told.kind == "real"]
    own = f"{site.address}{DESCRIPTIONS['dcat']}"
    return {
        "@context": CONTEXT,
        "@id": f"{own}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": in_languages(words()["site.name"]),
        "dct:description": in_languages(words()["data.description"]),
        "dct:publisher": _agent(site.publisher),
        "dct:language": [_language(lang) for lang in EU_LANGUAGES],
        "dct:license": _license("CC-BY-4.0"),
        "dct:spatial": _finland(),
        "foaf:homepage": {"@id": f"{site.address}/", "@type": "foaf:Document"},
        "dcat:themeTaxonomy": {"@id": f"{EU}/data-theme"},
        "dcat:dataset": [_dataset(told, site) for told in real],
        "dcat:service": _service(real, site),
        **({"dct:modified": _date(changed_on)} if changed_on else {}),
    }


def _dataset(told: Told, site: Site) -> dict:
    """One table: what it is, who owns it, how often and when it changed, what time it speaks of, and its files."""
    dataset = {
        "@id": identity(told.name, site),
        "@type": "dcat:Dataset",
        "dct:identifier": told.name,
        "dct:title": in_languages(told.table.headings),
        "dct:description": in_languages(told.table.row),
        "dct:publisher": _agent(site.publisher),
        "dct:creator": _agent(in_languages(catalogue.current().owner(told.table.owner))),
        "dct:language": [_language(lang) for lang in EU_LANGUAGES],
        "dct:accessRights": {"@id": f"{EU}/access-right/PUBLIC", "@type": "dct:RightsStatement"},
        "dct:accrualPeriodicity": _frequency(told.table.interval_days),
        "dct:spatial": _finland(),
        "dcat:theme": {"@id": f"{EU}/data-theme/{told.table.theme}"},
        "dcat:landingPage": {"@id": f"{site.page('data', 'fi')}#table-{told.name}", "@type": "foaf:Document"},
        "dcat:distribution": [_distribution(told, form, site) for form in FORMS],
        "dct:source": [{"@id": address} for address in _addresses(told.sources)],
    }
    if site.contact:
        dataset["dcat:contactPoint"] = _contact(site)
    if told.changed_on:
        dataset["dct:modified"] = _date(told.changed_on)
    if any(told.span()):
        dataset["dct:temporal"] = _period(*told.span())
    return {key: value for key, value in dataset.items() if value != []}


def identity(table: str, site: Site) -> str:
    """What a table's dataset is called everywhere."""
    return f"{site.address}{DESCRIPTIONS['dcat']}#{table}"


def _distribution(told: Told, form: str, site: Site) -> dict:
    """One file of a table; with its length and its SHA-256 where that is quick to know."""
    address = f"{site.address}{PREFIX}/tables/{told.name}.{form}"
    media = MIMETYPES[form].partition(";")[0]
    distribution = {
        "@id": f"{identity(told.name, site)}-{form}",
        "@type": "dcat:Distribution",
        "dct:title": in_languages({lang: f"{text} ({form.upper()})" for lang, text in told.table.headings.items()}),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dct:format": {"@id": f"{EU}/file-type/{EU_FORMS[form]}", "@type": "dct:MediaTypeOrExtent"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}", "@type": "dct:MediaType"},
        "dct:license": _license(told.licence),
        "dcatap:availability": {"@id": f"{EU}/planned-availability/AVAILABLE"},
    }
    if form in MARKED:
        mark = told.mark(form)
        distribution["dcat:byteSize"] = {"@value": str(mark.bytes), "@type": "xsd:nonNegativeInteger"}
        distribution["spdx:checksum"] = _checksum(mark.sha256)
    if form == "csv":
        distribution["dct:conformsTo"] = {"@id": f"{address}-metadata.json", "@type": "dct:Standard"}
    if told.changed_on:
        distribution["dct:modified"] = _date(told.changed_on)
    return distribution


def _service(tables: list[Told], site: Site) -> dict:
    """The interface for programs."""
    return {
        "@id": f"{site.address}{DESCRIPTIONS['dcat']}#interface",
        "@type": "dcat:DataService",
        "dct:title": in_languages(words()["interface.title"]),
        "dct:description": in_languages(words()["interface.description"]),
        "dcat:endpointURL": {"@id": f"{site.address}{PREFIX}/"},
        "dcat:endpointDescription": {"@id": f"{site.address}{DESCRIPTIONS['openapi']}"},
        "dct:conformsTo": {"@id": "https://spec.openapis.org/oas/v3.1.0", "@type": "dct:Standard"},
        "dct:license": _license("CC-BY-4.0"),
        "dct:publisher": _agent(site.publisher),
        "dcat:servesDataset": [{"@id": identity(told.name, site)} for told in tables],
        **({"dcat:contactPoint": _contact(site)} if site.contact else {}),
    }


def _agent(name) -> dict:
    return {"@type": "foaf:Agent", "foaf:name": name}


def _contact(site: Site) -> dict:
    """Who answers: an address of post when it is one, otherwise a page."""
    way = "vcard:hasEmail" if site.contact.startswith("mailto:") else "vcard:hasURL"
    return {"@type": "vcard:Organization", "vcard:fn": site.publisher, way: {"@id": site.contact}}


def _license(name: str) -> dict:
    address = f"{EU}/licence/{EU_LICENCES[name]}" if name in EU_LICENCES else LICENCES.get(name, name)
    return {"@id": address, "@type": "dct:LicenseDocument"}


def _language(lang: str) -> dict:
    return {"@id": f"{EU}/language/{EU_LANGUAGES[lang]}", "@type": "dct:LinguisticSystem"}


def _finland() -> dict:
    return {"@id": f"{EU}/country/FIN", "@type": "dct:Location"}


def _frequency(days: int) -> dict:
    return {"@id": f"{EU}/frequency/{FREQUENCIES.get(days, 'OTHER')}", "@type": "dct:Frequency"}


def _date(day: date) -> dict:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _period(first: date | None, last: date | None) -> dict:
    ends = {"dcat:startDate": first, "dcat:endDate": last}
    return {"@type": "dct:PeriodOfTime", **{name: _date(day) for name, day in ends.items() if day}}


def _checksum(sha256: str) -> dict:
    return {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"},
        "spdx:checksumValue": {"@value": sha256, "@type": "xsd:hexBinary"},
    }


def _addresses(sources: Iterable[str]) -> list[str]:
    """The addresses of some source documents, once each."""
    known = catalogue.current().sources
    return sorted({known[source].url for source in sources if known[source].url})
