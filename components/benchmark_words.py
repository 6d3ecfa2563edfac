"""The sentences of the benchmark page: each number comes from the answer of its own panel."""

from dash import html

from components.benchmark_choices import COUNTRIES, country_of, indicator_of, life_event_of
from components.benchmark_tables import figure
from components.cost_words import strong
from components.filters import Filters
from components.named_values import listed, named
from components.numbers import number
from components.scores import exactness, label, period, points
from components.text import say, say_count, sentence


def countries(rows: list[dict], lang: str):
    """Finland's and the EU's overall score of the latest period."""
    own = {row["country_code"]: row for row in rows if row["is_latest"] and row["indicator_code"] == "overall"}
    if not {"fi", "eu27"} <= set(own):
        return None
    decimals = exactness(row["score_points"] for row in rows if row["is_latest"])
    said = {code: strong(points(lang, own[code]["score_points"], decimals)) for code in ("fi", "eu27")}
    return sentence(lang, "benchmark.countries.answer", period=period(own["fi"]), **said)


def life_events(rows: list[dict], choice: Filters):
    """The lowest and the highest of Finland's life events on the indicator; countries are not ranked."""
    lang = choice.lang
    own = [row for row in rows if row["is_latest"] and row["country_code"] == "fi"]
    if not own:
        return None
    decimals = exactness(row["score_points"] for row in rows if row["is_latest"])
    low, high = (choose(own, key=lambda row: row["score_points"]) for choose in (min, max))
    return sentence(
        lang,
        "benchmark.by_life_event.answer",
        indicator=strong(label(lang, "indicators", indicator_of(choice))),
        low=strong(points(lang, low["score_points"], decimals)),
        low_event=label(lang, "life_events", low["life_event_code"]),
        low_year=period(low),
        high=strong(points(lang, high["score_points"], decimals)),
        high_event=label(lang, "life_events", high["life_event_code"]),
        high_year=period(high),
    )


def one_country(choice: Filters):
    """Which country the grid speaks of."""
    lang = choice.lang
    return sentence(lang, "benchmark.one_country.answer", country=strong(label(lang, "countries", country_of(choice))))


def services(rows: list[dict], lang: str):
    """How many services there are, how many cells have a score, and how many services do not apply in Finland."""
    applicable = {row["benchmark_service_code"]: row["score_state_code"] != "not_applicable" for row in rows}
    scored = sum(row["score_state_code"] == "scored" for row in rows)
    return sentence(
        lang,
        "benchmark.services.answer",
        services=strong(number(lang, len(applicable))),
        scored=strong(number(lang, scored)),
        cells=number(lang, len(rows)),
        without=strong(number(lang, sum(not each for each in applicable.values()))),
    )


def informational(rows: list[dict], lang: str):
    """What the source leaves out of services that only inform: counted from the rows, not from its method."""
    own = {row["benchmark_service_code"] for row in rows if row["service_type_code"] == "informational"}
    scored = {
        row["indicator_code"]
        for row in rows
        if row["benchmark_service_code"] in own and row["score_state_code"] == "scored"
    }
    if not own or len(scored) != 2:
        return None
    return html.P(say_count(lang, "benchmark.services.informational", count=len(own)), className="score-note")


def levels(rows: list[dict], lang: str):
    """Finland's local government on three indicators."""
    own = {
        row["indicator_code"]: row
        for row in rows
        if (row["country_code"], row["government_level_code"]) == ("fi", "local")
    }
    wanted = ("online_availability", "transparency_of_delivery", "eid")
    if not set(wanted) <= set(own):
        return None
    decimals = exactness(row["score_points"] for row in rows)
    said = {name: strong(points(lang, own[name]["score_points"], decimals)) for name in wanted}
    return sentence(lang, "benchmark.levels.answer", period=period(own["eid"]), **said)


def local_caveat(services: list[dict], lang: str):
    """On how many services Finland's local figures rest, counted from the data."""
    count = sum(row["benchmarked"] for row in services if row["government_level_code"] == "local")
    return html.P(say_count(lang, "benchmark.levels.caveat", count=count), className="note") if count else None


def over_time(rows: list[dict], choice: Filters):
    """How far Finland went between its first and last measurement of one method."""
    lang, event = choice.lang, life_event_of(choice)
    own = sorted((row for row in rows if row["country_code"] == "fi"), key=period)
    own = [row for row in own if row["benchmark_method_code"] == own[-1]["benchmark_method_code"]]
    decimals = exactness(row["score_points"] for row in rows)
    latest = _latest(rows, lang, decimals)
    if len(own) < 2:
        return [say(lang, "benchmark.over_time.single"), " ", latest]
    of = [label(lang, "indicators", indicator_of(choice))] + ([label(lang, "life_events", event)] if event else [])
    said = sentence(
        lang,
        "benchmark.over_time.answer",
        of=strong(", ".join(of)),
        first=strong(points(lang, own[0]["score_points"], decimals)),
        first_period=period(own[0]),
        last=strong(points(lang, own[-1]["score_points"], decimals)),
        last_period=period(own[-1]),
    )
    return [*said, " ", latest]


def _latest(rows: list[dict], lang: str, decimals: int) -> str:
    """What each country scored in the latest period, in the fixed order of countries."""
    last = max(period(row) for row in rows)
    own = sorted((row for row in rows if period(row) == last), key=lambda row: COUNTRIES.index(row["country_code"]))
    values = named(
        own,
        "score_points",
        lambda row: label(lang, "countries", row["country_code"]),
        lambda value: points(lang, value, decimals),
    )
    return say(lang, "benchmark.over_time.latest", period=last, listed=listed(lang, values))


def desi(rows: list[dict], lang: str):
    """How many internet users of Finland and the EU used e-government, by the latest edition."""
    own = [row for row in rows if row["indicator_code"] == "desi_egov_users"]
    if not own:
        return None
    latest = max(row["reference_year"] for row in own)
    said = {
        row["country_code"]: strong(figure(lang, row["measured_value"]))
        for row in own
        if row["reference_year"] == latest
    }
    if not {"fi", "eu"} <= set(said):
        return None
    return [*sentence(lang, "benchmark.desi.answer", year=str(latest), **said), *_first_users(own, lang, latest)]


def _first_users(own: list[dict], lang: str, latest: int) -> list:
    """The same of the first year that is drawn."""
    first = min(row["reference_year"] for row in own)
    if first == latest:
        return []
    values = named(
        [row for code in ("fi", "eu") for row in own if (row["country_code"], row["reference_year"]) == (code, first)],
        "measured_value",
        lambda row: label(lang, "countries", row["country_code"]),
        lambda value: figure(lang, value),
    )
    return [" ", say(lang, "benchmark.desi.before", year=str(first), listed=listed(lang, values))]


def targets(rows: list[dict], lang: str):
    """How many targets have a figure, and how many of them an indicator that measures the same thing."""
    same = sum(row["target_match_code"] == "same" for row in rows)
    return sentence(
        lang, "benchmark.targets.answer", targets=strong(number(lang, len(rows))), same=strong(number(lang, same))
    )
