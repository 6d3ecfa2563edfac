"""The questions of the EU benchmark, over a handful of rows whose sums can be done in the head."""

from decimal import Decimal

import pytest

from tests.handful import named

LATER = {"known_since": "2023-09-30"}


def service(code: str, **more) -> dict:
    return {
        "benchmark_service_code": code,
        "life_event_code": "moving",
        "service_number": "1.1",
        **named(fi=code),
        "service_type_code": "transactional",
        "is_applicable": True,
        "measured_year": 2021,
        **LATER,
        **more,
    }


def score(code: str, points, indicator: str = "eid") -> dict:
    return {"benchmark_service_code": code, "indicator_code": indicator, "score_points": points, **LATER}


def measured(year: int, points, **more) -> dict:
    row = {"country_code": "fi", "indicator_code": "overall", "benchmark_method_code": "from_2020"}
    return row | {"measured_from_year": year - 1, "measured_to_year": year, "score_points": points} | LATER | more


@pytest.fixture
def ask(handful):
    """Two services of the municipality, one of the state and one that does not apply; Finland and the EU."""
    event = {"life_event_code": "moving", "indicator_code": "overall", "benchmark_method_code": "from_2020", **LATER}
    indicator = {"framework_code": "desi", "parent_indicator_code": "eid", "direction_code": "higher", **LATER}
    indicator |= named("definition", fi="d")
    return handful(
        {
            "benchmark_services": [
                service("a", government_level_code="local"),
                service(
                    "b", government_level_code="local", life_event_code="health", service_type_code="informational"
                ),
                service("c", government_level_code="central", measured_year=2022),
                service("d", is_applicable=False),
            ],
            "benchmark_service_scores": [score("a", 23), score("b", None), score("c", 0), score("d", None)],
            "benchmark_scores": [
                measured(2019, 50, benchmark_method_code="from_2016_to_2019"),
                measured(2021, 84),
                measured(2022, 86),
                measured(2022, 73, country_code="eu27"),
            ],
            "benchmark_life_event_scores": [
                event | {"country_code": "fi", "measured_year": 2020, "score_points": 70},
                event | {"country_code": "fi", "measured_year": 2022, "score_points": 80},
                event | {"country_code": "eu27", "measured_year": 2022, "score_points": 60},
            ],
            "benchmark_level_scores": [
                measured(2022, 23, government_level_code="local", indicator_code="eid"),
                measured(2022, 33, government_level_code="local", indicator_code="eid", country_code="eu27"),
            ],
            "indicators": [
                indicator | {"indicator_code": "eid", "unit_code": "points"},
                indicator | {"indicator_code": "basic_digital_skills", "unit_code": "pct_of_population"},
            ],
            "desi_scores": [
                {"indicator_code": "basic_digital_skills", "country_code": country, "edition_year": 2024}
                | {"measured_value": value, "known_since": "2024-07-02"}
                for country, value in (("fi", 82), ("eu", Decimal("55.6")))
            ],
            "indicator_targets": [
                {"target_code": code, "target_owner_code": "eu", **named(fi=code), "target_year": 2030}
                | {"target_value": 80, "unit_code": "pct_of_population", "target_match_code": match}
                | {"indicator_code": of}
                for code, match, of in (("skills", "same", "basic_digital_skills"), ("health", "none", None))
            ],
            "score_classes": [
                {"class_number": 1, "from_points": 0, "to_points": 50},
                {"class_number": 2, "from_points": 50, "to_points": None},
            ],
        }
    )


def found(answer, *names: str) -> list[tuple]:
    return [tuple(row[name] for name in names) for row in answer.rows()]


def test_the_latest_period_of_each_country_is_marked(ask):
    rows = found(ask("benchmark_scores_by_country"), "country_code", "measured_to_year", "score_points", "is_latest")
    assert rows == [("eu27", 2022, 73, True), ("fi", 2019, 50, False), ("fi", 2021, 84, False), ("fi", 2022, 86, True)]


def test_a_period_that_is_not_over_is_not_counted(ask):
    rows = found(ask("benchmark_scores_by_country", as_of="2021-12-31"), "measured_to_year", "is_latest")
    assert rows == [(2019, False), (2021, True)]


@pytest.mark.parametrize(
    "question", ["benchmark_scores_by_country", "benchmark_scores_by_level", "service_scores_by_service"]
)
def test_nothing_is_known_before_the_report(ask, question):
    assert ask(question, known_by="2023-09-29").rows() == []


def test_a_life_event_has_its_latest_year_whatever_the_country(ask):
    rows = found(ask("benchmark_scores_by_life_event", country="fi"), "measured_year", "score_points", "is_latest")
    assert rows == [(2020, 70, False), (2022, 80, True)]


def test_a_level_of_finland_tells_on_how_many_services_it_rests(ask):
    rows = found(ask("benchmark_scores_by_level"), "country_code", "score_points", "scored_services")
    assert rows == [("eu27", 33, None), ("fi", 23, 1)]


def test_no_score_is_not_applicable_only_when_the_source_says_so_and_zero_is_a_score(ask):
    rows = found(ask("service_scores_by_service"), "benchmark_service_code", "score_points", "score_state_code")
    assert rows == [
        ("a", 23, "scored"),
        ("b", None, "not_stated"),
        ("c", 0, "scored"),
        ("d", None, "not_applicable"),
    ]


@pytest.mark.parametrize(
    ("choices", "codes"),
    [
        ({"level": "local"}, ["a", "b"]),
        ({"level": "not_stated"}, ["d"]),
        ({"life_event": "health"}, ["b"]),
        ({"as_of": "2021-12-31"}, ["a", "b", "d"]),
    ],
)
def test_services_are_chosen_by_level_life_event_and_day(ask, choices, codes):
    assert [row["benchmark_service_code"] for row in ask("service_scores_by_service", **choices).rows()] == codes


def test_services_are_counted_by_level_with_those_that_apply(ask):
    names = "life_event_code", "government_level_code", "benchmarked", "applicable"
    assert found(ask("services_by_level"), *names) == [
        ("health", "local", 1, 1),
        ("moving", "central", 1, 1),
        ("moving", "local", 1, 1),
        ("moving", None, 1, 0),
    ]


def test_a_figure_without_a_year_counts_from_the_day_it_was_known(ask):
    assert ask("desi_scores_by_indicator", as_of="2024-07-01").rows() == []
    rows = found(ask("desi_scores_by_indicator", as_of="2024-07-02"), "country_code", "measured_value", "unit_code")
    assert rows == [("eu", Decimal("55.6"), "pct_of_population"), ("fi", 82, "pct_of_population")]


def test_a_target_has_the_figures_of_its_indicator_and_nothing_where_there_is_none(ask):
    names = "target_code", "finland_value", "eu_value", "latest_year", "figure_unit_code"
    assert found(ask("targets_by_indicator"), *names) == [
        ("health", None, None, None, None),
        ("skills", 82, Decimal("55.6"), 2024, "pct_of_population"),
    ]


def test_indicators_tell_their_unit_and_direction(ask):
    rows = found(ask("indicators_by_framework"), "indicator_code", "unit_code", "direction_code")
    assert rows == [("basic_digital_skills", "pct_of_population", "higher"), ("eid", "points", "higher")]


def test_the_lowest_class_comes_first(ask):
    rows = found(ask("score_classes_by_number"), "class_number", "from_points", "to_points")
    assert rows == [(1, 0, 50), (2, 50, None)]
