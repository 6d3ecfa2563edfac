"""The list that leads to one's own municipality: a plain form, the same wherever a reader may look for it."""

from dash import html

from components.as_of import choice_list, hidden_choices
from components.filters import Filters
from components.tables import alphabetical
from components.text import say


def find_municipality(choice: Filters, municipalities: list[dict]) -> html.Form:
    """Every present municipality and each former one with a grant by name; `municipalities_by_name` gives the rows."""
    lang = choice.lang
    present = alphabetical([row for row in municipalities if row["valid_to"] is None or row["grants"]], lang)
    options = [{"label": say(lang, "front.ways.choose"), "value": ""}] + [
        {"label": row[f"name_{lang}"], "value": row["municipality_code"]} for row in present
    ]
    return html.Form(
        [
            *hidden_choices(choice, without=("municipality", *choice.narrowed())),
            html.Label(
                say(lang, "front.ways.municipality_label"), htmlFor="find-municipality", className="visually-quiet"
            ),
            choice_list(id="find-municipality", name="municipality", options=options, value="", class_name="find"),
            html.Button(say(lang, "front.ways.find"), type="submit", className="button"),
        ],
        method="get",
        action=f"/{lang}/{say(lang, 'municipality.slug')}",
        className="search",
    )
