"""Where the pages of the site are: an address is a promise, so the tests do not read it from the program."""

LANGUAGES = ("fi", "sv", "en")
SLUGS = {
    "front": ("", "", ""),
    "leadership": ("johto", "ledning", "leadership"),
    "benefits": ("hyodyt", "nytta", "benefits"),
    "costs": ("talous", "ekonomi", "costs"),
    "grants": ("avustukset", "understod", "grants"),
    "grant": ("avustukset/2018-nokia", "understod/2018-nokia", "grants/2018-nokia"),
    "map": ("kartta", "karta", "map"),
    "experiments": ("kokeilut", "forsok", "experiments"),
    "experiment": ("kokeilut/2017-tampereen-seutu", "forsok/2017-tampereen-seutu", "experiments/2017-tampereen-seutu"),
    "municipality": ("kunta/536-nokia", "kommun/536-nokia", "municipality/536-nokia"),
    "municipalities": ("kunta", "kommun", "municipality"),
    "search": ("haku?q=nokai", "sok?q=nokai", "search?q=nokai"),
    "maturity": ("kypsyys", "mognad", "maturity"),
    "meeting": ("kokous", "mote", "meeting"),
    "method": ("menetelma", "metod", "method"),
    "benchmark": ("vertailu", "jamforelse", "benchmark"),
    "data": ("avoin-data", "oppna-data", "open-data"),
    "interface": ("rajapinta", "granssnitt", "interface"),
    "network": ("verkosto", "natverk", "network"),
    "evaluation": ("arviointi", "utvardering", "evaluation"),
    "quality": ("laatu", "kvalitet", "quality"),
    "changes": ("muutokset", "andringar", "changes"),
    "questions": ("kysymykset", "fragor", "questions"),
    "accessibility": ("saavutettavuus", "tillganglighet", "accessibility"),
    "privacy": ("tietosuoja", "dataskydd", "privacy"),
    "terms_of_use": ("kayttoehdot", "anvandarvillkor", "terms"),
    "missing": ("ei-ole", "finns-inte", "is-not"),
}
PAGES = tuple(page for page in SLUGS if page != "missing")
WITH_FIGURES = ("benchmark", "costs", "grants", "experiments")


def path(page: str, lang: str = "fi", search: str = "") -> str:
    """The path of a page in a language, with the choices of `search` (`round=2018&joint=equal`)."""
    place = f"/{lang}/{SLUGS[page][LANGUAGES.index(lang)]}"
    return f"{place}{'&' if '?' in place else '?'}{search}" if search else place
