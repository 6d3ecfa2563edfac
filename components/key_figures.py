"""Five key figures in a row: name, figure, state, picture, one line of context, numbered source.

A figure that was not known on the chosen day is not drawn: the card says so in its place.
"""

from dash import html

from components import cost_words
from components.drawings import outcome_and_limit, part_of, years
from components.filters import Filters
from components.inert import Inert
from components.maturity_summary import maturity_path
from components.named_values import listed, named
from components.numbers import MISSING, money, number, span
from components.sources import origin, source_numbers
from components.text import say, say_count


def key_figures(answers: dict, choice: Filters) -> Inert:
    """The row of cards. `answers`: question name -> answer, see pages/front.py."""
    lang = choice.lang
    figures = {row["measure_code"]: row for row in answers["key_figures_by_measure"].rows()}
    cards = [make(figures, answers, lang) for make in (_cost, _awarded, _booked, _registered, _assessed)]
    return Inert(html.Div([_card(card, lang) for card in cards], className="key-figures"))


def _card(card: dict, lang: str) -> html.Div:
    name = say(lang, f"front.figure.{card['key']}")
    if card.get("value") is None:
        missing = html.P(MISSING, className="figure")
        return html.Div([html.H3(name), missing, html.P(say(lang, "front.figure.unknown"))], className="key-figure")
    unit = [html.Span(f"\u00a0{card['unit']}", className="unit")] if card.get("unit") else []
    written = f"{card['value']}\u00a0{card['unit']}" if unit else card["value"]
    label = {"aria-label": say(lang, "common.named_value", value=written, name=name)}
    figure = html.A([card["value"], *unit], href=card["href"].format(lang=lang), **label)
    lines = [
        html.H3(name),
        html.P(figure, className="figure"),
        html.Div(card["state"]),
        html.Div(card["picture"]),
        html.P(card["context"]),
        html.P(origin(source_numbers(lang, card["source_ids"]), card["source_ids"])),
    ]
    return html.Div(lines, className="key-figure")


def _value(figures: dict, code: str):
    return figures[code]["value"] if code in figures else None


def _cost(figures: dict, answers: dict, lang: str) -> dict:
    """Total cost with the light of the original estimate and its rule."""
    estimates = answers["estimates_against_outcome"].rows()
    original = next((row for row in estimates if row["is_original"]), None)
    cost = _value(figures, "total_cost")
    if cost is None or original is None:
        return {"key": "cost"}
    light = cost_words.light_word(original, lang)
    words = say(lang, "front.figure.cost_estimate", amount=money(lang, original["estimated_eur"]))
    return {
        "key": "cost",
        "value": number(lang, cost),
        "unit": "€",
        "href": f"/{{lang}}/{say(lang, 'costs.slug')}#costs-estimate",
        "state": light,
        "picture": outcome_and_limit(
            float(cost),
            float(original["estimated_eur"]),
            words,
            told=say(lang, "front.drawn.cost", estimate=money(lang, original["estimated_eur"]), cost=money(lang, cost)),
        ),
        "context": cost_words.rule(original, lang),
        "source_ids": figures["total_cost"]["source_ids"].split(),
    }


def _awarded(figures: dict, answers: dict, lang: str) -> dict:
    """Grants awarded, by round, with the smallest and largest."""
    rounds = [row for row in answers["grants_by_round"].rows() if row["awarded_eur"] is not None]
    amounts = answers["grant_amounts_by_programme"].rows()
    awarded = _value(figures, "awarded")
    if awarded is None or not amounts:
        return {"key": "awarded"}
    listed = [
        say_count(lang, "front.figure.decisions", count=row["grants"], year=str(row["round_year"])) for row in rounds
    ]
    sizes = {name: money(lang, amounts[0][f"{name}_eur"]) for name in ("smallest", "largest")}
    return {
        "key": "awarded",
        "value": number(lang, awarded),
        "unit": "€",
        "href": f"/{{lang}}/{say(lang, 'grants.slug')}#grants-register",
        "state": html.Span(", ".join(listed)),
        "picture": years(
            {row["round_year"]: float(row["awarded_eur"]) for row in rounds},
            told=_by_year("awarded", rounds, ("round_year", "awarded_eur"), lang),
        ),
        "context": say(lang, "front.figure.sizes", **sizes),
        "source_ids": figures["awarded"]["source_ids"].split(),
    }


def _booked(figures: dict, answers: dict, lang: str) -> dict:
    """Grants booked as cost, against those awarded; the negative year is named."""
    rows = [row for row in answers["booked_grants_by_year"].rows() if row["booked_eur"] is not None]
    booked, difference = _value(figures, "booked_grants"), _value(figures, "awarded_minus_booked")
    if booked is None or difference is None:
        return {"key": "booked"}
    is_whole = _value(figures, "awarded") - booked == difference
    against = say(lang, "front.figure.difference", amount=money(lang, -difference, signed=True))
    negative = [row for row in rows if row["booked_eur"] < 0]
    context = [
        say(lang, "front.figure.negative", year=str(row["year"]), amount=money(lang, row["booked_eur"]))
        for row in negative
    ]
    return {
        "key": "booked",
        "value": number(lang, booked),
        "unit": "€",
        "href": f"/{{lang}}/{say(lang, 'costs.slug')}#costs-bridge",
        "state": html.Span(against if is_whole else say(lang, "front.figure.partly")),
        "picture": years(
            {row["year"]: float(row["booked_eur"]) for row in rows},
            told=_by_year("booked", rows, ("year", "booked_eur"), lang),
        ),
        "context": " ".join(context),
        "source_ids": figures["booked_grants"]["source_ids"].split(),
    }


def _by_year(key: str, rows: list[dict], columns: tuple[str, str], lang: str) -> str:
    """The bars of a small picture in words. `columns`: which hold the year and the euros."""
    year, euros = columns
    values = named(rows, euros, lambda row: str(row[year]), lambda value: money(lang, value))
    return say(lang, f"front.drawn.{key}", listed=listed(lang, values))


def _registered(figures: dict, answers: dict, lang: str) -> dict:
    """Municipalities that registered, and how many of them are named in the material found."""
    kinds = {row["participant_kind"]: row for row in answers["participants_by_kind"].rows()}
    registered = _value(figures, "municipalities_registered")
    if registered is None or "municipality" not in kinds:
        return {"key": "registered"}
    known = kinds["municipality"]["named"]
    others = [
        say_count(lang, f"front.figure.also_{kind}", count=int(_value(figures, f"{kind}s_registered")))
        for kind in ("region", "city_region")
        if _value(figures, f"{kind}s_registered") is not None
    ]
    return {
        "key": "registered",
        "value": number(lang, registered),
        "href": f"/{{lang}}/{say(lang, 'experiments.slug')}#experiments-coverage",
        "state": html.Span(", ".join(others)),
        "picture": part_of(
            int(known),
            int(registered),
            say(lang, "front.figure.named", count=number(lang, known)),
            told=say(lang, "front.drawn.named", part=number(lang, known), whole=number(lang, registered)),
        ),
        "context": say(lang, "front.figure.not_guessed"),
        "source_ids": figures["municipalities_registered"]["source_ids"].split(),
    }


def _assessed(figures: dict, answers: dict, lang: str) -> dict:
    """Municipalities that assessed themselves; the source does not say that they are among the registered."""
    assessed, country = figures.get("self_assessed"), _value(figures, "municipalities_in_country")
    if assessed is None or country is None:
        return {"key": "assessed"}
    when = span(lang, assessed["counted_earliest"], assessed["counted_latest"])
    whole = say(lang, "front.figure.of_country", part=number(lang, assessed["value"]), whole=number(lang, country))
    return {
        "key": "assessed",
        "value": number(lang, assessed["value"]),
        "href": f"/{{lang}}/{say(lang, 'maturity.slug')}#maturity-assessed",
        "state": html.Span(say(lang, "front.figure.on", when=when)),
        "picture": part_of(
            int(assessed["value"]), int(country), whole, told=_assessed_words(assessed["value"], country, lang)
        ),
        "context": _results(answers, lang),
        "source_ids": assessed["source_ids"].split(),
    }


def _assessed_words(part, whole, lang: str) -> str:
    return say(lang, "front.drawn.assessed", part=number(lang, part), whole=number(lang, whole))


def _results(answers: dict, lang: str) -> list:
    """Whether results of assessments are public, and the way to them; until they are, to the example."""
    levels = answers["levels_by_place"]
    if levels.is_example or not levels.records:
        link = html.A(say(lang, "front.figure.example"), href=maturity_path(lang))
        return [say(lang, "front.figure.not_public"), " ", link]
    count = say_count(lang, "front.figure.published", count=len(levels.records))
    return [html.A(count, href=maturity_path(lang))]
