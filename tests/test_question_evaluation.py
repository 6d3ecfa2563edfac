"""The evaluation and the criteria, asked of three experiments, three grants and a handful of findings."""

from datetime import date

import pytest

import queries
from components.evaluation_view import NO_USE, fate_counts, fate_words
from components.render import to_html
from tests.handful import named


def experiment(code: str, **more) -> dict:
    states = {"state_code": "not_stated", "use_code": "not_stated", "state_latest": "2018-05-31"}
    return {"experiment_code": code, "programme_code": "p", **named("title", fi=code), **states, **more}


def grant(id: str, *, eur: int | None = None, at_most: int | None = None, to: list[str], **more) -> dict:
    is_joint = len(to) > 1
    return {
        "row": {"grant_id": id, "programme_code": "p", "round_code": "2018", "is_joint": is_joint,
                "partners_state": "all_named" if is_joint else "none", "decided_latest": "2018-05-31", **more},
        "event": {"grant_id": id, "event_id": id, "event_kind": "award", "amount_eur": eur or at_most,
                  "amount_state": "exact" if eur else "at_most", "happened_latest": "2018-05-31"},
        "to": [{"grant_id": id, "recipient_kind": "municipality", "recipient_code": code} for code in to],
    }  # fmt: skip


GRANTS = [
    grant("2018-a", eur=10, to=["001"]),
    grant("2018-b", eur=20, to=["001", "002"]),
    grant("2022-c", at_most=500, to=["002"], is_joint=True, partners_state="not_named"),
]
CRITERIA = ("cooperation", "impact", "reuse", "size", "stage")
GIVEN = {
    "grants": [each["row"] for each in GRANTS],
    "grant_events": [each["event"] for each in GRANTS],
    "grant_recipients": [row for each in GRANTS for row in each["to"]],
    "size_classes": [
        {"size_class_code": "small", "min_inhabitants": 0, "max_inhabitants": 9_999},
        {"size_class_code": "large", "min_inhabitants": 50_000},
    ],
    "municipality_populations": [
        {"municipality_code": "001", "counted_on": "2017-12-31", "inhabitants": 9_999},
        {"municipality_code": "001", "counted_on": "2018-12-31", "inhabitants": 60_000},
        {"municipality_code": "002", "counted_on": "2018-12-31", "inhabitants": 50_000},
    ],
    "targeting_rules": [
        {"criterion_code": code, **named("text", fi="Sääntö."), "known_since": "2019-01-23"} for code in CRITERIA
    ],
    "grant_judgements": [{"grant_id": "2018-a", "criterion_code": "reuse", "judgement_code": "met"}],
    "experiments": [
        experiment("care", theme_code="learning"),
        experiment("care", theme_code="learning", state_code="not_carried_out", known_since="2019-03-31"),
        experiment("rooms", theme_code="learning", use_code="in_use"),
        experiment("lab"),
    ],
    "experiment_results": [
        {"experiment_code": "care", "result_kind_code": "ways_of_working"},
        {"experiment_code": "rooms", "result_kind_code": "software_or_devices"},
    ],
    "evaluation_findings": [
        {"finding_code": "peers", "programme_code": "p", "finding_kind_code": "success_factor",
         **named("finding", fi="Vertaistuki")},
        {"finding_code": "money", "programme_code": "q", "finding_kind_code": "obstacle"},
    ],
    "reusable_outputs": [
        {"output_code": "game", "programme_code": "p", **named(fi="Peli"), "copy_right_code": "not_stated",
         "published_earliest": "2018-09-01", "published_latest": "2018-09-30"},
    ],
}  # fmt: skip


@pytest.fixture
def ask(handful):
    return handful(GIVEN)


def judged(ask, **choice) -> dict[tuple[str, str], str]:
    rows = ask("judgements_by_grant", **choice).rows()
    return {(row["grant_id"], row["criterion_code"]): row["judgement_code"] for row in rows}


def test_cooperation_and_size_are_computed_from_the_recipients(ask):
    found = judged(ask)
    assert [found[grant, "cooperation"] for grant in ("2018-a", "2018-b", "2022-c")] == ["not_met", "met", "met"]
    assert [found[grant, "size"] for grant in ("2018-a", "2018-b", "2022-c")] == [
        "size_small", "size_mixed", "cannot_be_judged"
    ]  # fmt: skip


def test_what_nobody_has_read_in_the_source_cannot_be_judged(ask):
    found = judged(ask)
    assert [found[grant, "reuse"] for grant in ("2018-a", "2018-b")] == ["met", "cannot_be_judged"]
    assert {found[grant, code] for grant in ("2018-a", "2018-b", "2022-c") for code in ("stage", "impact")} == {
        "cannot_be_judged"
    }


def test_the_parts_of_a_criterion_add_up_and_a_ceiling_is_in_no_sum(ask):
    rows = ask("targeting_by_criterion").rows()
    for criterion in CRITERIA:
        of_it = [row for row in rows if row["criterion_code"] == criterion]
        assert sum(row["awarded_eur"] or 0 for row in of_it) == 30
        assert sum(row["grants"] for row in of_it) == 3
    met = next(row for row in rows if (row["criterion_code"], row["judgement_code"]) == ("cooperation", "met"))
    assert (met["awarded_eur"], met["at_most_eur"], met["text_fi"]) == (20, 500, "Sääntö.")


def test_nothing_is_held_against_criteria_that_were_not_known(ask):
    assert judged(ask, known_by=date(2019, 1, 22)) == {}
    assert judged(ask, as_of=date(2018, 5, 30)) == {}


def test_results_by_theme_count_experiments_and_told_outcomes(ask):
    rows = ask("results_by_theme").rows()
    told = [(row["theme_code"], row["result_kind_code"], row["experiments"], row["told_outcomes"]) for row in rows]
    assert told == [
        ("learning", "software_or_devices", 1, 0),
        ("learning", "ways_of_working", 1, 1),
        (None, "not_told", 1, 0),
    ]


def test_the_fate_of_a_result_is_what_the_source_tells_and_no_more(ask):
    found = {row["experiment_code"]: row["fate_code"] for row in ask("fates_by_experiment").rows()}
    assert found == {"care": "no_result", "lab": "not_stated", "rooms": "in_use"}
    before = {
        row["experiment_code"]: row["fate_code"] for row in ask("fates_by_experiment", known_by=date(2019, 1, 1)).rows()
    }
    assert before["care"] == "not_stated"


def test_findings_have_no_share_that_no_source_states(ask):
    (row,) = ask("findings_by_kind", programme="p").rows()
    assert (row["finding_kind_code"], row["finding_fi"], row["mentioned_pct"]) == (
        "success_factor",
        "Vertaistuki",
        None,
    )


def test_outputs_by_code_say_who_may_copy_and_that_nobody_is_known_to_have(ask):
    (row,) = ask("outputs_by_code").rows()
    assert (row["name_fi"], row["copy_right_code"], row["copied_fi"]) == ("Peli", "not_stated", None)
    assert ask("outputs_by_code", as_of=date(2018, 9, 29)).rows() == []


@pytest.mark.parametrize("day", [None, date(2017, 12, 31), date(2018, 12, 31), date(2019, 3, 31)])
def test_every_page_counts_the_same_told_outcomes_and_uses(release_dir, day):
    """The register of experiments, the table of themes and the panel of fates, of the release itself."""
    params = {"as_of": day, "known_by": None, "programme": "digikuntakokeilu"}
    experiments = queries.run("experiments_by_code", **params).rows()
    fates = queries.run("fates_by_experiment", **params).rows()
    themes = queries.run("results_by_theme", **params).rows()
    told = {row["experiment_code"] for row in experiments if row["result_fi"] is not None}
    assert told == {row["experiment_code"] for row in fates if row["state_code"] != "not_stated"}
    assert len(told) == sum(row["told_outcomes"] for row in themes)
    used = [row for row in experiments if row["use_code"] != "not_stated"]
    assert len(used) == sum(row["fate_code"] not in NO_USE for row in fates)


def test_no_use_that_a_source_names_is_told_as_none_named():
    row = {"fate_code": "not_stated", "state_code": "plan_made"}
    assert to_html(fate_counts([row], "en")).count("0 named") == 3
    assert fate_words([row], "en").startswith("Experiments whose outcome the source tells: 1. ")
