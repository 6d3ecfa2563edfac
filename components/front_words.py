"""The words of the front page: the situation in three sentences and the ways in."""

from datetime import date

from dash import html

from components.as_of import choice_list, hidden_choices
from components.filters import Filters
from components.inert import Inert
from components.numbers import day, money, percent
from components.tables import alphabetical
from components.text import say, say_count, sentence


def situation(
    figures: list[dict],
    estimates: list[dict],
    bookings: list[dict],
    programmes: list[dict],
    latest: date,
    choice: Filters,
) -> list:
    """When, then cost, grants and participation; what was not known on the chosen day is said, not left out."""
    lang = choice.lang
    known = {row["measure_code"]: row["value"] for row in figures}
    until = {row["measure_code"]: row["counted_latest"] for row in figures}.get("total_cost")
    original = next((row for row in estimates if row["is_original"]), None)
    when = html.P(_when(programmes, latest, choice), className="situation-when")
    cost = _cost(known, original, until, latest, choice)
    sentences = [cost, _grants(known, bookings, choice), _participation(known, choice)]
    words = html.Div([when, html.Div([html.P(each) for each in sentences], className="situation")])
    return [html.Div([words, _where(known, choice)], className="opening", lang=lang)]


def of_situation(shown: list) -> html.Div:
    """The sentences alone, without the ways in beside them: what a document opens with."""
    return shown[0].children[0]


def _where(known: dict, choice: Filters) -> html.Aside | None:
    """Beside the situation: how many municipalities received a grant, and the way to the lists."""
    count = known.get("recipients_municipalities")
    if not count:
        return None
    lang, path = choice.lang, f"/{choice.lang}/{say(choice.lang, 'grants.slug')}{choice.to_search()}"
    return html.Aside(
        [
            html.H2(say(lang, "front.where.title")),
            html.P(say_count(lang, "front.where.text", count=int(count))),
            html.P(html.A(say(lang, "front.where.list"), href=f"{path}#grants-by-municipality")),
            html.P(html.A(say(lang, "front.where.regions"), href=f"{path}#grants-by-region")),
        ],
        className="aside",
        **{"aria-label": say(lang, "front.where.title")},
    )


def _when(programmes: list[dict], latest: date, choice: Filters) -> str:
    """What the sentences speak of: the programme and the day."""
    lang = choice.lang
    names = {row["programme_code"]: row[f"name_{lang}"] for row in programmes}
    programme = names.get(choice.programme, say(lang, "front.when.all"))
    if choice.known_by:
        return say(lang, "front.when.known_by", programme=programme, day=day(lang, choice.known_by))
    kind = "as_of" if choice.as_of and choice.as_of < latest else _state(programmes, choice)
    return say(lang, f"front.when.{kind}", programme=programme, day=day(lang, choice.as_of or latest))


def _state(programmes: list[dict], choice: Filters) -> str:
    """`ended` when the chosen programme has a last day, otherwise `latest`."""
    ended = any(row["programme_code"] == choice.programme and row["ends_latest"] for row in programmes)
    return "ended" if ended else "latest"


def _link(words: str, choice: Filters, page: str, panel: str) -> html.A:
    """A number linked to its own figure."""
    path = f"/{choice.lang}/{say(choice.lang, f'{page}.slug')}"
    return html.A(words, href=f"{path}{choice.to_search()}#{panel}")


def _cost(known: dict, original: dict | None, until: date | None, latest: date, choice: Filters) -> list:
    """Cost and its share; before the end of the programme with the day that the books reach."""
    lang = choice.lang
    if "total_cost" not in known or original is None:
        return [say(lang, "front.situation.cost_unknown")]
    parts = {
        "cost": _link(money(lang, known["total_cost"]), choice, "costs", "costs-budget"),
        "share": _link(percent(lang, original["outcome_pct"]), choice, "costs", "costs-estimate"),
    }
    if until and until < latest:
        return sentence(lang, "front.situation.cost_by", day=day(lang, until), **parts)
    return sentence(lang, "front.situation.cost", **parts)


def _grants(known: dict, bookings: list[dict], choice: Filters) -> list:
    """Awarded, booked and what lies between, as far as the books and the source tell."""
    lang = choice.lang
    if not known.get("grants_awarded"):
        return [say(lang, "front.situation.grants_unknown")]
    if "awarded" not in known:
        count = say_count(lang, "front.situation.named", count=int(known["grants_awarded"]))
        named = _link(count, choice, "grants", "grants-register")
        return sentence(lang, "front.situation.grants_at_most", decisions=named)
    parts = {
        "decisions": _link(
            say_count(lang, "front.situation.decisions", count=int(known["grants_awarded"])),
            choice,
            "grants",
            "grants-register",
        ),
        "awarded": _link(money(lang, known["awarded"]), choice, "grants", "grants-by-round"),
    }
    if "booked_grants" not in known:
        return sentence(lang, "front.situation.grants_only", **parts)
    booked = _link(money(lang, known["booked_grants"]), choice, "costs", "costs-booked")
    difference = _link(money(lang, known["awarded_minus_booked"]), choice, "costs", "costs-bridge")
    if known["awarded"] - known["booked_grants"] != known["awarded_minus_booked"]:
        return sentence(lang, "front.situation.grants_partly", booked=booked, **parts)
    told = any(row["explained_code"] == "return_amount_not_stated" for row in bookings)
    key = "front.situation.grants" if told else "front.situation.grants_unexplained"
    return sentence(lang, key, booked=booked, difference=difference, **parts)


def _participation(known: dict, choice: Filters) -> list:
    lang = choice.lang
    if "municipalities_registered" not in known:
        return [say(lang, "front.situation.participation_unknown")]
    count = say_count(lang, "front.situation.municipalities", count=int(known["municipalities_registered"]))
    registered = _link(count, choice, "method", "method-missing")
    if "self_assessed" not in known:
        return sentence(lang, "front.situation.registered_only", registered=registered)
    assessed = _link(
        say_count(lang, "front.situation.municipalities", count=int(known["self_assessed"])),
        choice,
        "method",
        "method-missing",
    )
    return sentence(lang, "front.situation.participation", registered=registered, assessed=assessed)


def savings(rows: list[dict], lang: str) -> list:
    """That no saving has been measured, and what the ranges are."""
    key = "front.savings.answer" if len({row["edition_code"] for row in rows}) > 1 else "front.savings.answer_one"
    return sentence(lang, key, none=html.Strong(say(lang, "front.savings.none")))


def ways(choice: Filters, municipalities: list[dict]) -> Inert:
    """Three ways in: one's own municipality, the money, the files."""
    lang = choice.lang
    places, costs, data = (f"/{lang}/{say(lang, f'{page}.slug')}" for page in ("municipality", "costs", "data"))
    present = alphabetical([row for row in municipalities if row["valid_to"] is None or row["grants"]], lang)
    options = [{"label": say(lang, "front.ways.choose"), "value": ""}] + [
        {"label": row[f"name_{lang}"], "value": row["municipality_code"]} for row in present
    ]
    form = html.Form(
        [
            *hidden_choices(choice, without=("municipality", *choice.narrowed())),
            html.Label(
                say(lang, "front.ways.municipality_label"), htmlFor="find-municipality", className="visually-quiet"
            ),
            choice_list(id="find-municipality", name="municipality", options=options, value="", class_name="find"),
            html.Button(say(lang, "front.ways.find"), type="submit", className="button"),
        ],
        method="get",
        action=places,
        className="search",
    )
    parts = [
        _way(lang, "municipality", form),
        _way(lang, "money", html.A(say(lang, "front.ways.money.link"), href=costs)),
        _way(lang, "files", html.A(say(lang, "front.ways.files.link"), href=data)),
    ]
    return Inert(html.Section(parts, className="panel ways", **{"aria-label": say(lang, "front.ways.label")}))


def _way(lang: str, name: str, action) -> html.Div:
    return html.Div(
        [html.H2(say(lang, f"front.ways.{name}.title")), html.P(say(lang, f"front.ways.{name}.text")), action]
    )
