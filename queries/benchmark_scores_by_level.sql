-- What did the services of each level of government score in the EU benchmark, by level?
--
-- params   as_of      date; only periods that ended on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          indicator  indicator code; NULL = all
--          country    country code; NULL = all
--          level      level of government; NULL = all
-- returns  one row per level of government, indicator, country and period
--          government_level_code  code     level of government
--          indicator_code         code     what is measured
--          country_code           code     country, or EU27
--          benchmark_method_code  code     scores of different methods are not comparable
--          measured_from_year     year     first year of the period
--          measured_to_year       year     last year of the period
--          score_points           number   score, 0–100 points
--          scored_services        count    services of Finland that the score rests on; NULL = not in the material
--          source_ids             text     ids of the sources used, space between

WITH counted AS (
    SELECT
        benchmark_services.government_level_code,
        benchmark_service_scores.indicator_code,
        count(benchmark_service_scores.score_points) AS scored_services
    FROM benchmark_services
    INNER JOIN benchmark_service_scores
        ON benchmark_services.benchmark_service_code = benchmark_service_scores.benchmark_service_code
    WHERE coalesce(benchmark_service_scores.known_since <= $known_by, true)
    GROUP BY benchmark_services.government_level_code, benchmark_service_scores.indicator_code
),

scores AS (
    SELECT
        benchmark_level_scores.government_level_code,
        benchmark_level_scores.indicator_code,
        benchmark_level_scores.country_code,
        benchmark_level_scores.benchmark_method_code,
        benchmark_level_scores.measured_from_year,
        benchmark_level_scores.measured_to_year,
        benchmark_level_scores.score_points,
        benchmark_level_scores.source_id
    FROM benchmark_level_scores
    WHERE
        coalesce(make_date(benchmark_level_scores.measured_to_year, 12, 31) <= $as_of, true)
        AND coalesce(benchmark_level_scores.known_since <= $known_by, true)
        AND coalesce(benchmark_level_scores.indicator_code = $indicator, true)
        AND coalesce(benchmark_level_scores.country_code = $country, true)
        AND coalesce(benchmark_level_scores.government_level_code = $level, true)
)

SELECT
    scores.government_level_code,
    scores.indicator_code,
    scores.country_code,
    scores.benchmark_method_code,
    scores.measured_from_year,
    scores.measured_to_year,
    scores.score_points,
    counted.scored_services,
    scores.source_id AS source_ids
FROM scores
LEFT JOIN counted
    ON
        scores.government_level_code = counted.government_level_code
        AND scores.indicator_code = counted.indicator_code
        AND scores.country_code = 'fi'
ORDER BY scores.government_level_code, scores.indicator_code, scores.country_code, scores.measured_to_year
