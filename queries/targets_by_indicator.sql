-- Which targets are there for 2030, and does an indicator measure them?
--
-- params   as_of     date; only figures of years that ended on or before it; NULL = everything
--          known_by  date; only what was known on or before it; NULL = everything
-- returns  one row per target with the latest figures of the nearest indicator
--          target_code        code    target
--          target_owner_code  code    whose target
--          name_fi            text    target in Finnish
--          name_sv            text    target in Swedish
--          name_en            text    target in English
--          target_value       number  target in its unit; NULL = no figure in the source
--          unit_code          code    unit of the target; NULL = no figure in the source
--          target_year        year    year by which
--          indicator_code     code    nearest indicator; NULL = none in the material
--          target_match_code  code    whether the indicator measures the target
--          finland_value      number  latest figure of the indicator in Finland, in the indicator's unit
--          eu_value           number  the same for the EU
--          figure_unit_code   code    unit of these figures
--          latest_year        year    year of these figures: the last one measured, or the edition where not stated
--          note_fi            text    note in Finnish
--          note_sv            text    note in Swedish
--          note_en            text    note in English
--          source_ids         text    ids of the sources used, space between

WITH figures AS (
    SELECT
        benchmark_scores.indicator_code,
        benchmark_scores.country_code,
        benchmark_scores.measured_to_year AS figure_year,
        benchmark_scores.score_points AS figure,
        benchmark_scores.source_id
    FROM benchmark_scores
    WHERE
        coalesce(make_date(benchmark_scores.measured_to_year, 12, 31) <= $as_of, true)
        AND coalesce(benchmark_scores.known_since <= $known_by, true)
    UNION ALL
    SELECT
        desi_scores.indicator_code,
        desi_scores.country_code,
        coalesce(desi_scores.reference_year, desi_scores.edition_year) AS figure_year,
        desi_scores.measured_value AS figure,
        desi_scores.source_id
    FROM desi_scores
    WHERE
        coalesce(coalesce(make_date(desi_scores.reference_year, 12, 31), desi_scores.known_since) <= $as_of, true)
        AND coalesce(desi_scores.known_since <= $known_by, true)
),

latest AS (
    SELECT
        figures.indicator_code,
        max(figures.figure_year) AS figure_year
    FROM figures
    GROUP BY figures.indicator_code
),

newest AS (
    SELECT
        figures.indicator_code,
        figures.figure_year,
        max(figures.figure) FILTER (WHERE figures.country_code = 'fi') AS finland_value,
        max(figures.figure) FILTER (WHERE figures.country_code IN ('eu', 'eu27')) AS eu_value,
        string_agg(DISTINCT figures.source_id, ' ' ORDER BY figures.source_id) AS source_ids
    FROM figures
    INNER JOIN latest
        ON
            figures.indicator_code = latest.indicator_code
            AND figures.figure_year = latest.figure_year
    GROUP BY figures.indicator_code, figures.figure_year
)

SELECT
    indicator_targets.target_code,
    indicator_targets.target_owner_code,
    indicator_targets.name_fi,
    indicator_targets.name_sv,
    indicator_targets.name_en,
    indicator_targets.target_value,
    indicator_targets.unit_code,
    indicator_targets.target_year,
    indicator_targets.indicator_code,
    indicator_targets.target_match_code,
    newest.finland_value,
    newest.eu_value,
    indicators.unit_code AS figure_unit_code,
    newest.figure_year AS latest_year,
    indicator_targets.note_fi,
    indicator_targets.note_sv,
    indicator_targets.note_en,
    concat_ws(' ', indicator_targets.source_id, newest.source_ids) AS source_ids
FROM indicator_targets
LEFT JOIN newest
    ON indicator_targets.indicator_code = newest.indicator_code
LEFT JOIN indicators
    ON newest.indicator_code = indicators.indicator_code
WHERE coalesce(indicator_targets.known_since <= $known_by, true)
ORDER BY indicator_targets.target_code
