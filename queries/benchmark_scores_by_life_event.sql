-- What did countries score in the EU benchmark, by life event?
--
-- params   as_of       date; only years that ended on or before it; NULL = everything
--          known_by    date; only what was known on or before it; NULL = everything
--          indicator   indicator code; NULL = all
--          country     country code; NULL = all
--          life_event  life event code; NULL = all
-- returns  one row per life event, indicator, country and year measured
--          life_event_code        code     life event
--          indicator_code         code     what is measured
--          country_code           code     country, or EU27
--          benchmark_method_code  code     scores of different methods are not comparable
--          measured_year          year     a life event is measured every second year
--          score_points           number   score, 0–100 points
--          is_latest              boolean  true for the latest year of the life event
--          source_ids             text     ids of the sources used, space between
-- cube     life_event_code, indicator_code, country_code, benchmark_method_code, measured_year

WITH scores AS (
    SELECT
        benchmark_life_event_scores.life_event_code,
        benchmark_life_event_scores.indicator_code,
        benchmark_life_event_scores.country_code,
        benchmark_life_event_scores.benchmark_method_code,
        benchmark_life_event_scores.measured_year,
        benchmark_life_event_scores.score_points,
        benchmark_life_event_scores.source_id
    FROM benchmark_life_event_scores
    WHERE
        coalesce(make_date(benchmark_life_event_scores.measured_year, 12, 31) <= $as_of, true)
        AND coalesce(benchmark_life_event_scores.known_since <= $known_by, true)
        AND coalesce(benchmark_life_event_scores.life_event_code = $life_event, true)
),

latest AS (
    SELECT
        scores.life_event_code,
        max(scores.measured_year) AS measured_year
    FROM scores
    GROUP BY scores.life_event_code
)

SELECT
    scores.life_event_code,
    scores.indicator_code,
    scores.country_code,
    scores.benchmark_method_code,
    scores.measured_year,
    scores.score_points,
    scores.measured_year = latest.measured_year AS is_latest,
    scores.source_id AS source_ids
FROM scores
INNER JOIN latest
    ON scores.life_event_code = latest.life_event_code
WHERE
    coalesce(scores.indicator_code = $indicator, true)
    AND coalesce(scores.country_code = $country, true)
ORDER BY scores.life_event_code, scores.indicator_code, scores.country_code, scores.measured_year
