"""The public change log: every release of the data, what it changed, and why; made from the releases themselves."""

from dash import Input, Output, State

from components import change_log
from components.heading import page_head
from components.panel import panel
from components.text import words
from pages import ask, callback, choose, placed

KEY = "changes"
SLUGS = words()["changes.slug"]
IN_FOOTER = True
ADDRESS = (Input("url", "search"), State("url", "pathname"))


def layout(choice) -> list:
    """The releases, and the tables that each of them touched."""
    address = choice.to_search(), f"/{choice.lang}/{SLUGS[choice.lang]}"
    return [
        page_head(choice.lang, KEY),
        placed("changes-releases", show_releases, address),
        placed("changes-tables", show_tables, address),
    ]


@callback(Output("changes-releases", "children"), *ADDRESS, prevent_initial_call=True)
def show_releases(search: str, pathname: str):
    """Every release with its date, its counts, its reason, and the way to its differences."""
    choice = choose(search, pathname)
    answer = ask("releases_by_number", choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key="changes.releases",
        sentence=change_log.releases_words(rows, choice.lang) if rows else None,
        table=change_log.releases(rows, choice, f"/{choice.lang}/{words()['meeting.slug'][choice.lang]}"),
        note=change_log.uncounted(rows, choice.lang),
    )


@callback(Output("changes-tables", "children"), *ADDRESS, prevent_initial_call=True)
def show_tables(search: str, pathname: str):
    """The changes by table, the newest release first."""
    choice = choose(search, pathname)
    answer = ask("release_changes_by_table", choice)
    rows = answer.rows()
    return panel(
        answer,
        choice=choice,
        key="changes.tables",
        sentence=change_log.tables_words(rows, choice.lang) if rows else None,
        table=change_log.tables(rows, choice.lang),
        note=change_log.more(rows, choice.lang),
    )
