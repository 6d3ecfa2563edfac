"""The list of differences between two releases says names, and codes only where no name is known."""

import queries
from components import release_changes, release_names
from components.filters import Filters
from components.render import to_html
from queries.between import ReleaseChange


def corrected(table: str, key: tuple, column: str, old, new) -> ReleaseChange:
    return ReleaseChange(table, "corrected", key, column, old, new)


def shown(lines: list[ReleaseChange], rows: dict[str, list[dict]]) -> str:
    names = release_names.named(rows, "sv")
    return to_html(release_changes.panel(Filters(lang="sv"), [], "000000000000", lines, (), names))


def test_a_row_is_told_by_the_names_of_its_codes():
    line = corrected("column_gaps", (("table_code", "grants"), ("column_code", "grant_id")), "table_rows", 1, 2)
    said = shown([line], {})
    assert "Understöd, " in said
    assert "grants, grant_id" not in said


def test_a_meeting_and_a_panel_are_told_by_number_day_and_question(release_dir):
    queries.pin(None)
    key = (("meeting_code", "meeting-13"), ("item_number", 21))
    line = corrected("meeting_items", key, "panel_code", "method-reconciliation", "benefits-ledger")
    sources = release_names.sources([line])
    assert "meetings" in sources
    said = shown([line], {name: queries.table(name).rows() for name in sources})
    assert "möte 13, ärendets nummer 21" in said
    assert "Vad utlovades, mättes och bekräftades?" in said
    assert "meeting-13" not in said
    assert "benefits-ledger" not in said


def test_a_code_that_nothing_names_any_more_stands_as_it_is():
    line = corrected("meeting_items", (("meeting_code", "gone-1"), ("item_number", 1)), "panel_code", "gone-now", None)
    said = shown([line], {})
    assert "gone-1" in said
    assert "gone-now" in said
