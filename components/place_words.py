"""The sentences of a municipality's page, and its panels of words: what is not known is said, and where to go on."""

from dash import html

from components import prose
from components.cost_words import strong
from components.filters import Filters
from components.maturity_summary import assessing, to_example
from components.numbers import number, span
from components.panel import reset
from components.place_card import link
from components.sources import origin, source_line
from components.tables import value_text
from components.text import say, say_count, sentence

SUPPORT = ("events", "support_municipalities", "support_needs", "support_themes")


def told(choice: Filters, key: str, said: list, *, source_ids=(), more=None) -> list:
    """A panel of words: the question, what is said in one paragraph, what follows it, and the sources behind it.

    `said`: text keys of the municipality's page, or sentences as children.
    """
    identity = key.replace(".", "-")
    parts = [say(choice.lang, f"municipality.{each}") if isinstance(each, str) else each for each in said]
    paragraph = [piece for part in parts for piece in (" ", html.Span(part))][1:]
    sources = [html.Div(origin(source_line(choice.lang, source_ids), source_ids), className="tools")]
    return [
        html.H2(say(choice.lang, f"{key}.question"), id=f"{identity}-question"),
        *([html.P(paragraph, className="answer")] if said else []),
        *([more] if more is not None else []),
        *(sources if source_ids else []),
    ]


def on_day(choice: Filters) -> html.P | None:
    """On a chosen day: that the page shows only what was so by then, and the way to the latest."""
    if not (choice.as_of or choice.known_by):
        return None
    latest = html.A(say(choice.lang, "panel.empty.reset"), href=reset(choice))
    return html.P([say(choice.lang, "municipality.on_day"), " ", latest], className="register-sub")


def role_none(coverage, programmes, place: dict, choice: Filters) -> list:
    """That the municipality is not named, how many of those registered are, that this proves nothing; where to go on.

    `coverage` and `programmes` are the answers to participants_by_kind and programmes_by_code, `place` is its own row.
    """
    said: list = ["role.none"]
    row = next((each for each in coverage.rows() if each["participant_kind"] == "municipality"), None)
    if row and row["registered"] is not None:
        counts = {name: strong(number(choice.lang, row[name])) for name in ("named", "registered")}
        said.append(sentence(choice.lang, "municipality.role.coverage", **counts))
    onward = _ways(programmes.rows(), place, choice)
    return told(choice, "municipality.role", said, source_ids=coverage.source_ids, more=onward)


def _ways(programmes: list[dict], place: dict, choice: Filters) -> html.Div:
    """Where to go on when the material has nothing: similar municipalities, programmes with grants, the search.

    From a merged municipality the way goes to its successor instead of to similar ones.
    """
    lang = choice.lang
    grants, search = (f"/{lang}/{say(lang, f'{page}.slug')}" for page in ("grants", "search"))
    if place["merged_into_code"]:
        links = [html.Span(sentence(lang, "municipality.ways.successor", successor=_successor(place, choice)))]
    else:
        links = [html.A(say(lang, "municipality.ways.similar"), href="#municipality-similar")]
    links += [
        html.A(
            say(lang, "municipality.ways.programme", programme=row[f"name_{lang}"]),
            href=grants + Filters(lang=lang, programme=row["programme_code"], release=choice.release).to_search(),
        )
        for row in programmes
    ]
    links.append(html.A(say(lang, "municipality.ways.search"), href=search))
    lead = html.P(say(lang, "municipality.ways.lead"))
    return html.Div([lead, html.Ul([html.Li(each) for each in links])], className="onward")


def grants(rows: list[dict], lang: str) -> str:
    """In how many grants the municipality is a recipient; never a sum of them."""
    return say_count(lang, "municipality.grants.answer", count=len(rows))


def shares_note(rows: list[dict], lang: str) -> html.P | None:
    """That the amounts of joint grants are those of whole projects, when there are any."""
    if not any(row["is_joint"] for row in rows):
        return None
    return html.P(say(lang, "municipality.grants.shares"), className="note")


def support(figures: list[dict], choice: Filters) -> list:
    """Events and support of the whole programme; which municipalities were there is not told."""
    lang, known = choice.lang, _known(figures)
    counts = {name: strong(number(lang, row["value"])) for name, row in known.items() if name in SUPPORT}
    said: list = []
    if "events" in counts:
        said.append(sentence(lang, "municipality.support.events", events=counts["events"]))
    if set(SUPPORT) <= set(counts):
        of_pool = {name.removeprefix("support_"): count for name, count in counts.items() if name != "events"}
        said.append(sentence(lang, "municipality.support.pool", **of_pool))
    said.append("support.unnamed" if said else "support.unknown")
    return told(choice, "municipality.support", said, source_ids=_sources(known, SUPPORT))


def maturity(figures: list[dict], choice: Filters) -> list:
    """That no result is published, and how many municipalities had assessed themselves, which are not named."""
    lang, known = choice.lang, _known(figures)
    said: list = ["maturity.unpublished"]
    if "self_assessed" in known:
        row = known["self_assessed"]
        when = span(lang, row["counted_earliest"], row["counted_latest"])
        assessed = strong(number(lang, row["value"]))
        said.append(sentence(lang, "municipality.maturity.answer", when=when, assessed=assessed))
    sources = _sources(known, ("self_assessed",))
    more = html.Div([html.P(to_example(lang)), assessing(lang)], className="prose")
    return told(choice, "municipality.maturity", said, source_ids=sources, more=more)


def _known(figures: list[dict]) -> dict[str, dict]:
    return {row["measure_code"]: row for row in figures}


def _sources(known: dict[str, dict], measures: tuple[str, ...]) -> tuple[str, ...]:
    """The sources of some key figures."""
    rows = [known[name] for name in measures if name in known]
    return tuple(sorted({source for row in rows for source in row["source_ids"].split()}))


def _successor(place: dict, choice: Filters) -> html.A:
    """The municipality that a merged one merged into, linked to its page."""
    return link(choice, place["merged_into_code"], place[f"merged_into_{choice.lang}"])


def merged(place: dict, choice: Filters) -> list:
    """In the place of similar municipalities: that this one has merged, and into which."""
    said = sentence(choice.lang, "municipality.similar.merged", successor=_successor(place, choice))
    return told(choice, "municipality.similar", [said])


def rule(rows: list[dict], lang: str) -> str:
    """The rule of similarity with this municipality's own size class and type."""
    return say(
        lang,
        "municipality.similar.rule",
        size=value_text(lang, "size_class_code", rows[0]["size_class_code"]),
        **{"class": value_text(lang, "class_code", rows[0]["class_code"])},
    )


def missing(place: dict, roles: list[dict], grants: list[dict], release_id: str, choice: Filters) -> list:
    """What is not known of one municipality, and what to send to have a fact corrected."""
    names = _unknown(place, roles, grants)
    listed = prose.listed(choice.lang, "municipality.missing", names)
    return told(choice, "municipality.missing", [], more=html.Div([listed, _correct(choice, release_id)]))


def _unknown(place: dict, roles: list[dict], grants: list[dict]) -> tuple[str, ...]:
    """What the sources do not tell, as names of text keys."""
    found = {
        "name": not roles,
        "joined": any(row["joined_latest"] is None for row in roles),
        "role": any(row["role_code"] == "not_confirmed" for row in roles),
        "status": any(row["participant_status_code"] == "not_stated" for row in roles),
        "shares": any(row["is_joint"] for row in grants),
        "returned": any(row["return_state"] == "not_stated" for row in grants),
        "amounts": any(row["amount_state"] == "at_most" for row in grants),
        "population": place["inhabitants"] is None,
        "support": True,
        "results": True,
    }
    return tuple(name for name, is_unknown in found.items() if is_unknown)


def _correct(choice: Filters, release_id: str) -> html.P:
    method = f"/{choice.lang}/{say(choice.lang, 'method.slug')}{choice.to_search()}#method-missing"
    words = say(choice.lang, "municipality.missing.correct", release=release_id)
    return html.P(
        [words, " ", html.A(say(choice.lang, "municipality.missing.method"), href=method)], className="correct"
    )
