"""A large plain delivery is read at once: what reading cell by cell gives, and nothing that it would tell of."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import build, catalogue, delivery, quick
from data.cells import Setting
from data.check import check
from data.reading.headings import Headings
from tests import tiny

KNOWN = catalogue.load(tiny.HERE)
GIFTS = KNOWN.tables["gifts"]
HEAD = ";".join(GIFTS.columns) + "\n"
SETTING = Setting(KNOWN.codes)
PLAIN = ("village", "wood", "2001-05-01", "2001-05-31", "2001", "10.5", "true", "", "letter", "2003-01-15")
ODD = (
    "",
    "x",
    "wod",
    "2001-06-01",
    "1999-13-01",
    "10,5",
    "1 000",
    " wood",
    "yhteensä",
    "-200",
    "kyllä",
    "ä\u0301",
    '"',
)


@pytest.fixture(autouse=True)
def always(monkeypatch):
    """Small deliveries are read at once as well."""
    monkeypatch.setattr(quick, "LEAST_BYTES", 0)


def both(content: str):
    """What the two ways of reading give; the quick one may give None."""
    slow = check(
        delivery.read(content.encode(), file="raw/gifts.csv", headings=Headings.of(GIFTS, KNOWN)), GIFTS, KNOWN, SETTING
    )
    return quick.check(content.encode(), GIFTS, KNOWN, SETTING), slow


def line(number: int, cells=PLAIN) -> str:
    return ";".join((f"g{number}", *cells)) + "\n"


def test_plain_rows_are_the_same_either_way():
    at_once, slow = both(HEAD + "".join(line(number) for number in range(50)))
    assert at_once.arrow(KNOWN).equals(slow.arrow(KNOWN))
    assert at_once.rows == slow.rows
    assert at_once.different("known_since") == slow.different("known_since")
    assert [*at_once.places("gift_id", {"g7"})] == [*slow.places("gift_id", {"g7"})] == [(9, "g7")]
    assert at_once.lines_by_key == slow.lines_by_key


CELLS = st.lists(st.tuples(st.integers(0, 10), st.sampled_from(ODD)), max_size=2)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CELLS, min_size=1, max_size=4), st.sampled_from(["", "\n", "g9;x\n", "g1;" + ";".join(PLAIN)]))
def test_what_is_read_at_once_would_have_been_read_without_a_word(rows, end):
    content = HEAD
    for number, odd in enumerate(rows):
        cells = [f"g{number}", *PLAIN]
        for place, text in odd:
            cells[place] = text
        content += ";".join(cells) + "\n"
    at_once, slow = both(content + end)
    if at_once is not None:
        assert not slow.problems
        assert at_once.rows == slow.rows


@pytest.mark.parametrize(
    "content",
    [
        HEAD + line(1) + line(1),
        HEAD + line(1) + line(2).replace("g2", "G1"),
        HEAD + line(1, ("village", "wood", "2001-06-01", "2001-05-31", *PLAIN[4:])),
        HEAD.replace("amount_eur", "Summa") + line(1),
        HEAD + line(1).rstrip("\n"),
        HEAD + line(1).replace("village", "vill\xe4ge"),
        HEAD,
    ],
)
def test_whatever_needs_a_word_is_left_to_the_slow_way(content):
    assert both(content)[0] is None


def test_a_release_is_the_same_to_the_byte_however_its_deliveries_were_read(tmp_path, monkeypatch):
    first = build.build(tiny.copied(tmp_path / "quick")).release
    monkeypatch.setattr(quick, "LEAST_BYTES", 10**9)
    second = build.build(tiny.copied(tmp_path / "slow")).release
    assert [path.read_bytes() for path in sorted(first.folder.iterdir())] == [
        path.read_bytes() for path in sorted(second.folder.iterdir())
    ]
