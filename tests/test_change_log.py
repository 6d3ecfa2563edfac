"""The change log's table of releases, by looking inside it."""

from datetime import date

import pytest

from components import change_log
from components.filters import Filters
from components.render import to_html

ROW = {
    "published_on": date(2026, 11, 25),
    "published_clock": "12.00",
    "publication_kind_code": "publish",
    "release_id": "0123456789ab",
    "previous_release_id": None,
    "rows_added": 1,
    "rows_changed": 0,
    "rows_removed": 0,
    "data_until": date(2019, 3, 31),
    "accepted_warnings": None,
}


def reasons(reason: str, lang: str) -> str:
    return to_html(change_log.releases([{**ROW, "reason": reason}], Filters(lang=lang), "/"))


@pytest.mark.parametrize(
    ("reason", "lang", "shown"),
    [
        ("Vuoden 2019 palautukset", "fi", "<span>Vuoden 2019 palautukset</span>"),
        ("Vuoden 2019 palautukset", "sv", '<span lang="fi">Vuoden 2019 palautukset</span>'),
        ("sv: Återbetalningar 2019", "en", '<span lang="sv">Återbetalningar 2019</span>'),
        ("sv: Återbetalningar 2019", "sv", "<span>Återbetalningar 2019</span>"),
        ("Huom: kaksi riviä\nja loput", "en", '<span lang="fi">Huom: kaksi riviä\nja loput</span>'),
    ],
)
def test_a_reason_is_marked_when_it_is_in_another_language_than_the_page(reason, lang, shown):
    assert shown in reasons(reason, lang)
