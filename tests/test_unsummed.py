"""An estimate from interviews enters no sum: refused in SQL, in the build, in the program, and by trial."""

import shutil
from decimal import Decimal
from itertools import combinations

import pytest

import queries
from components.evidence import CLASSES, SUMMABLE, Amount, MixedEvidence, amount, total
from data import build
from data.unsummed import summed
from queries.question import parsed, without_sums
from tests import tiny

RANGES = frozenset({"low_eur", "high_eur"})
HEAD = "-- What?\n--\n-- returns  one row\n--          computed  EUR  number\n\n"
REFUSED = (
    "SELECT sum(t.low_eur) AS low_eur FROM t",
    "SELECT avg(t.high_eur) AS high_eur FROM t",
    "SELECT t.low_eur + t.high_eur AS low_eur FROM t",
    "SELECT t.high_eur AS value FROM t",
    "SELECT sum(CAST(t.low_eur AS DOUBLE)) OVER () AS low_eur FROM t",
    "WITH a AS (SELECT max(t.low_eur) AS value FROM t) SELECT a.value + 1 AS computed FROM a",
    "SELECT (SELECT sum(t.high_eur) FROM t) AS computed FROM u",
    "SELECT t.code AS code FROM t WHERE t.low_eur * 2 > 1",
)
ALLOWED = (
    "SELECT t.low_eur, t.high_eur FROM t WHERE t.low_eur > 5 ORDER BY t.high_eur",
    "SELECT max(t.low_eur) AS low_eur FROM t",
    "SELECT sum(t.booked_eur) AS booked_eur FROM t",
)


@pytest.mark.parametrize("sql", REFUSED)
def test_sql_that_computes_with_a_range_is_refused(sql):
    assert summed(sql, RANGES)
    with pytest.raises(queries.QueryError):
        without_sums(parsed("trial", HEAD + sql))


@pytest.mark.parametrize("sql", ALLOWED)
def test_sql_may_show_a_range_as_it_is(sql):
    assert summed(sql, RANGES) == ()
    assert without_sums(parsed("trial", HEAD + sql)).name == "trial"


def test_every_question_of_ours_passes_the_door():
    assert [name for name in queries.names() if queries.question(name).name != name] == []


def test_the_build_refuses_a_rule_that_sums_what_may_stand_in_no_sum(tmp_path):
    folder = tiny.copied(tmp_path / "data")
    tiny.edit(
        folder,
        "columns.toml",
        'amount_eur = { type = "decimal",',
        'amount_eur = { is_never_summed = true, type = "decimal",',
    )
    found = {(each.rule, each.file, each.value) for each in tiny.problems(folder)}
    assert ("catalogue-summed", "rules.toml", "amount_eur") in found


def test_two_classes_of_evidence_can_never_be_added():
    for one, other in combinations(CLASSES, 2):
        with pytest.raises(MixedEvidence):
            Amount(one, Decimal(1), Decimal(2)) + Amount(other, Decimal(1), Decimal(2))


@pytest.mark.parametrize("name", CLASSES)
def test_an_amount_adds_to_its_own_class_alone_and_only_when_measured(name):
    one = Amount(name, Decimal(1), Decimal(2))
    for bare in (1, 1.5, Decimal(1)):
        with pytest.raises(MixedEvidence):
            sum([one], bare)
    with pytest.raises(MixedEvidence):
        float(one)
    if name in SUMMABLE:
        assert total([one, one, one]) == Amount(name, Decimal(3), Decimal(6))
    else:
        with pytest.raises(MixedEvidence):
            total([one])


def test_a_published_estimate_is_an_estimate_of_a_study():
    row = {"low_eur": Decimal(1_220_000_000), "high_eur": Decimal(1_780_000_000)}
    with pytest.raises(MixedEvidence):
        total([amount(row)])


NEW = "trial;final_report_2019;slow;9000000000;9900000000;2019-03-01;2019-03-31;a;b;c;vm-loppuraportti-2019;2019-03-31"


@pytest.fixture(scope="module")
def answers(release_dir, tmp_path_factory):
    """The money of every question: over the real release, and over one with a published range that is huge."""
    folder = tmp_path_factory.mktemp("ranges")
    shutil.copytree(release_dir / "raw", folder / "raw")
    path = folder / "raw" / "savings_estimates.csv"
    path.write_text(path.read_text("utf-8").rstrip("\n") + f"\n{NEW}\n", "utf-8")
    build.build(folder, accept_warnings=True, by="tests")
    found = []
    with pytest.MonkeyPatch.context() as patch:
        for each in (release_dir, folder):
            patch.setenv("DATA_DIR", str(each))
            queries.unpin()
            found.append({name: queries.run(name).rows() for name in queries.names() if has_money(name)})
    queries.unpin()
    return found


def has_money(name: str) -> bool:
    return any(column.unit in ("EUR", "number", "%") for column in queries.question(name).columns)


def test_the_national_range_reaches_no_number_but_the_list_of_ranges(answers):
    """A range more, of nine thousand million, changes no other answer: it is in no sum, share or check."""
    before, after = answers
    assert len(before) > 20
    assert [name for name in before if before[name] != after[name]] == ["savings_by_means"]
    assert len(after["savings_by_means"]) == len(before["savings_by_means"]) + 1
    assert all(row in after["savings_by_means"] for row in before["savings_by_means"])


def test_no_other_number_is_as_large_as_the_range(answers):
    """The range is a thousand times the programme's money: a sum with it in it would be seen."""
    shown = {name: rows for name, rows in answers[0].items() if name not in ("savings_by_means", "reconciliation")}
    others = (row for rows in shown.values() for row in rows)
    assert max(value for row in others for value in row.values() if isinstance(value, Decimal)) < 1_220_000_000
