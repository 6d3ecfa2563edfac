"""The register of experiments: one row an experiment, its title leading to its lasting page."""

from dash import html

from components.filters import Filters
from components.participant_tables import coded, described, quiet, theme_cell
from components.tables import alphabet, table
from components.text import say


def register(rows: list[dict], choice: Filters, *, detail: str):
    """Title and participants, what was to change, theme, state, and whether it is still in use; by title.

    `rows` answer experiments_by_code; `detail` is the path of the pages of single experiments.
    """
    lang = choice.lang
    cells = {
        "title": lambda row: _title(row, choice, detail),
        "change": lambda row: row[f"change_{lang}"] or quiet(say(lang, "common.not_stated"), is_known=False),
        "theme": lambda row: theme_cell(row, lang),
        "state": lambda row: coded("state_code", row["state_code"], lang),
        "nature": lambda row: coded("nature_code", row["nature_code"], lang),
        "use": lambda row: coded("use_code", row["use_code"], lang),
    }
    return table(
        [described(lang, f"experiments.column.{name}", cell) for name, cell in cells.items()],
        sorted(rows, key=lambda row: (alphabet(row[f"title_{lang}"]), row["experiment_code"])),
        caption=say(lang, "experiments.register.table"),
        row_class=lambda row: "described",
        is_stacked=True,
    )


def _title(row: dict, choice: Filters, detail: str) -> list:
    """The title, linked to the experiment's own page, and under it who took part."""
    kept = choice.to_search(**dict.fromkeys(choice.narrowed()), sort=None, page=1)
    link = html.A(
        row[f"title_{choice.lang}"], href=f"{detail}/{row['experiment_code']}{kept}", className="register-title"
    )
    return [link, html.Span(row[f"members_{choice.lang}"], className="register-sub")]
