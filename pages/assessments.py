"""What the page of maturity asks: the view of the heatmap with its answers, its chosen cell and its path."""

from dataclasses import replace

import queries
from components.maturity_view import MaturityView, compared
from pages import ask

QUESTIONS = {
    "sectors": "levels_by_sector_and_place",
    "services": "levels_by_service_and_place",
    "place": "levels_by_quarter",
    "service": "levels_by_quarter",
}
TABLES = {"services": "services", "places": "assessed_places", "levels": "maturity_levels", "phases": "service_phases"}


def is_example() -> bool:
    """True while the assessments are an example: the page says so before anything else, and so does its title."""
    return queries.table("assessed_places").is_example


def named(choice) -> MaturityView:
    """What the heatmap is of, before anything is asked of it."""
    rows = {name: queries.table(table).rows() for name, table in TABLES.items()}
    return MaturityView(choice=choice, is_example=is_example(), **rows)


def lettered(view: MaturityView) -> MaturityView:
    """A large heatmap with its letters: all that its colours come from, in one small answer."""
    return replace(view, answer=ask("level_letters_by_service", compared(view.choice)))


def seen(choice) -> MaturityView:
    """Everything that the heatmap is drawn from, within the group that is compared."""
    view, grouped = named(choice), compared(choice)
    group, question = ask("levels_by_group", grouped).rows(), QUESTIONS[view.view]
    if view.is_large:
        return replace(lettered(view), group=group)
    fixed = {"place": {"service": None}, "service": {"place": None}}.get(view.view, {"place": None, "service": None})
    taken = {name: value for name, value in fixed.items() if name in queries.question(question).params}
    return replace(view, answer=ask(question, grouped, **taken), group=group)


def history_of(choice):
    """The assessments of the chosen service of the chosen place within its group; None when no cell is chosen."""
    if not (choice.place and choice.service):
        return None
    return ask("level_history_by_service", compared(choice), sector=None)


def chosen_of(choice) -> tuple[dict | None, list[dict]]:
    """The chosen cell, and those of its service in the group; None and nothing when none is chosen."""
    if not (choice.place and choice.service):
        return None, []
    own = ask("levels_by_service_and_place", compared(choice), place=None, sector=None).rows()
    return next((row for row in own if row["place_code"] == choice.place), None), own
