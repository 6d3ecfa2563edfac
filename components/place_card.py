"""The head of a municipality's page: its names, what kind of place it is, and what it has merged with."""

from dash import html

from components.facts import facts
from components.filters import LANGUAGES, Filters
from components.numbers import day, is_missing, number
from components.places import municipality_path
from components.tables import value_text
from components.text import say, sentence


def head(row: dict, choice: Filters, former: list[dict]) -> html.Div:
    """Heading, code and the name in other languages; where a merged municipality went, or who merged into this one."""
    lang = choice.lang
    others = [each for each in LANGUAGES[:2] if each != lang and row[f"name_{each}"] != row[f"name_{lang}"]]
    known = [say(lang, "municipality.number", code=row["municipality_code"])]
    known += [say(lang, f"municipality.also_{each}", name=row[f"name_{each}"]) for each in others]
    index = f"/{lang}/{say(lang, 'municipality.slug')}{choice.to_search()}"
    back = html.P(html.A(say(lang, "municipality.back"), href=index), className="back")
    lead = html.P([" · ".join(known), *_on_the_map(row, choice)], className="lead")
    names = [html.H1(row[f"name_{lang}"]), lead, merged(row, choice, former)]
    return html.Div([back, *[each for each in names if each is not None]], className="page-head")


def _on_the_map(row: dict, choice: Filters) -> list:
    """The way to the municipality on the map; a merged one is not there any more."""
    if row["valid_to"] is not None:
        return []
    left = Filters(**{name: getattr(choice, name) for name in ("lang", "as_of", "known_by", "programme", "release")})
    path = f"/{choice.lang}/{say(choice.lang, 'map.slug')}"
    address = path + left.to_search(municipality=row["municipality_code"])
    return [html.Span([" · ", html.A(say(choice.lang, "municipality.on_map"), href=address)], className="on-map")]


def merged(row: dict, choice: Filters, former: list[dict]) -> html.P | None:
    """The sentence of a merger, with a link to the other municipality; nothing when there was none."""
    lang = choice.lang
    if row["merged_into_code"]:
        successor = link(choice, row["merged_into_code"], row[f"merged_into_{lang}"])
        parts = {"successor": successor, "day": day(lang, row["merged_on"])}
        return html.P(sentence(lang, "municipality.merged.into", **parts), className="notice notice--plain")
    if not former:
        return None
    listed = [part for each in former for part in (", ", *_with_day(each, choice))][1:]
    return html.P(sentence(lang, "municipality.merged.here", former=html.Span(listed)), className="merged")


def _with_day(row: dict, choice: Filters) -> list:
    name = link(choice, row["municipality_code"], row[f"name_{choice.lang}"])
    return sentence(choice.lang, "municipality.merged.with_day", name=name, day=day(choice.lang, row["merged_on"]))


def link(choice: Filters, code: str, name: str) -> html.A:
    """A municipality's name linked to its page; time and the other choices of the address go along."""
    left = {"sort": None, "q": None, "page": 1, **dict.fromkeys(choice.narrowed())}
    return html.A(name, href=municipality_path(choice.lang, code, name) + choice.to_search(**left))


def place(row: dict, lang: str) -> html.Dl:
    """Region, population with its date, size class, type, languages and land area."""
    size, area = row["size_class_code"], row["land_km2"]
    listed = {
        "region": row[f"region_{lang}"],
        "inhabitants": population(row, lang),
        "size": size and value_text(lang, "size_class_code", size),
        "class": value_text(lang, "class_code", row["class_code"]) if row["class_code"] else None,
        "languages": value_text(lang, "languages_code", row["languages_code"]),
        "area": None if is_missing(area) else say(lang, "municipality.place.km2", area=number(lang, area, decimals=1)),
    }
    return facts([(say(lang, f"municipality.place.{key}"), value) for key, value in listed.items()])


def population(row: dict, lang: str) -> str:
    """`35 346 (31.12.2022)`: a population never stands without its date."""
    if is_missing(row["inhabitants"]):
        return say(lang, "municipality.place.uncounted")
    parts = {"count": number(lang, row["inhabitants"]), "day": day(lang, row["counted_on"])}
    return say(lang, f"municipality.place.{'estimated' if row['is_estimate'] else 'counted'}", **parts)
