-- How does the outcome compare with what was estimated?
--
-- params   as_of      date; only what happened, or whose period ended, on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per estimate; the light is measured against the original estimate only
--          estimate_code   code     estimate
--          is_original     boolean  made when the programme was started
--          estimated_eur   EUR      estimated total cost
--          made_earliest   date     made on it at the earliest
--          made_latest     date     made on it at the latest
--          outcome_eur     EUR      total cost booked, as printed; NULL = no books are in
--          difference_eur  EUR      outcome less estimate
--          outcome_pct     %        outcome in per cent of the estimate, one decimal
--          light_code      code     within, near or over; NULL unless original and with an outcome
--          near_pct        %        above it the light is near
--          limit_pct       %        above it the light is over
--          source_ids      text     ids of the sources used, space between
-- with     known, printed, coverage, years, totals

WITH compared AS (
    SELECT
        estimates.estimate_code,
        estimates.is_original,
        estimates.estimated_eur,
        estimates.made_earliest,
        estimates.made_latest,
        estimates.source_id,
        totals.booked_eur AS outcome_eur,
        100 * totals.booked_eur / estimates.estimated_eur AS outcome_pct
    FROM estimates
    LEFT JOIN totals
        ON estimates.programme_code = totals.programme_code
    WHERE
        coalesce(estimates.made_latest <= $as_of, true)
        AND coalesce(estimates.known_since <= $known_by, true)
        AND coalesce(estimates.programme_code = $programme, true)
),

lights AS (
    SELECT
        light_rules.near_pct,
        light_rules.limit_pct,
        light_rules.source_id
    FROM light_rules
    WHERE light_rules.measure_code = 'outcome_against_estimate'
),

documents AS (
    SELECT
        compared.estimate_code AS estimate_code,
        compared.source_id AS source_id
    FROM compared
    UNION
    SELECT
        compared.estimate_code AS estimate_code,
        known.source_id AS source_id
    FROM compared
    CROSS JOIN known
    WHERE known.is_over
    UNION
    SELECT
        compared.estimate_code AS estimate_code,
        lights.source_id AS source_id
    FROM compared
    CROSS JOIN lights
    WHERE compared.is_original
),

sourced AS (
    SELECT
        documents.estimate_code,
        string_agg(DISTINCT documents.source_id, ' ' ORDER BY documents.source_id) AS source_ids
    FROM documents
    GROUP BY documents.estimate_code
)

SELECT
    compared.estimate_code,
    compared.is_original,
    compared.estimated_eur,
    compared.made_earliest,
    compared.made_latest,
    compared.outcome_eur,
    compared.outcome_eur - compared.estimated_eur AS difference_eur,
    CAST(round(compared.outcome_pct, 1) AS DECIMAL(9, 1)) AS outcome_pct,
    CASE
        WHEN compared.outcome_pct > lights.limit_pct THEN 'over'
        WHEN compared.outcome_pct > lights.near_pct THEN 'near'
        WHEN compared.outcome_pct <= lights.near_pct THEN 'within'
    END AS light_code,
    lights.near_pct,
    lights.limit_pct,
    sourced.source_ids
FROM compared
INNER JOIN sourced
    ON compared.estimate_code = sourced.estimate_code
LEFT JOIN lights
    ON compared.is_original
ORDER BY compared.made_latest, compared.estimate_code
