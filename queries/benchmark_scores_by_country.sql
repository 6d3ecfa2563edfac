-- What did countries score in the EU benchmark, by country?
--
-- params   as_of      date; only periods that ended on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          indicator  indicator code; NULL = all
--          country    country code; NULL = all
-- returns  one row per indicator, country and period of two years
--          indicator_code         code     what is measured
--          country_code           code     country, or EU27
--          benchmark_method_code  code     scores of different methods are not comparable
--          measured_from_year     year     first year of the period
--          measured_to_year       year     last year of the period
--          score_points           number   mean of all nine life events, 0–100 points
--          is_latest              boolean  true for the latest period of the indicator and country
--          source_ids             text     ids of the sources used, space between

WITH measured AS (
    SELECT
        benchmark_scores.indicator_code,
        benchmark_scores.country_code,
        benchmark_scores.benchmark_method_code,
        benchmark_scores.measured_from_year,
        benchmark_scores.measured_to_year,
        benchmark_scores.score_points,
        benchmark_scores.source_id
    FROM benchmark_scores
    WHERE
        coalesce(make_date(benchmark_scores.measured_to_year, 12, 31) <= $as_of, true)
        AND coalesce(benchmark_scores.known_since <= $known_by, true)
        AND coalesce(benchmark_scores.indicator_code = $indicator, true)
        AND coalesce(benchmark_scores.country_code = $country, true)
),

latest AS (
    SELECT
        measured.indicator_code,
        measured.country_code,
        max(measured.measured_to_year) AS measured_to_year
    FROM measured
    GROUP BY measured.indicator_code, measured.country_code
)

SELECT
    measured.indicator_code,
    measured.country_code,
    measured.benchmark_method_code,
    measured.measured_from_year,
    measured.measured_to_year,
    measured.score_points,
    measured.measured_to_year = latest.measured_to_year AS is_latest,
    measured.source_id AS source_ids
FROM measured
INNER JOIN latest
    ON
        measured.indicator_code = latest.indicator_code
        AND measured.country_code = latest.country_code
ORDER BY measured.indicator_code, measured.country_code, measured.measured_to_year, measured.benchmark_method_code
