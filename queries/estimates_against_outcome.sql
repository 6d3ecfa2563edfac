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

WITH known AS (
    SELECT
        costs.programme_code,
        costs.cost_type,
        costs.booked_year,
        costs.period_to,
        costs.booked_eur,
        costs.source_id,
        coalesce(costs.period_to <= $as_of, true) AS is_over
    FROM costs
    WHERE
        coalesce(costs.known_since <= $known_by, true)
        AND coalesce(costs.programme_code = $programme, true)
),

printed AS (
    SELECT
        cost_totals.programme_code,
        cost_totals.total_kind,
        cost_totals.cost_type,
        cost_totals.booked_year,
        cost_totals.printed_eur,
        cost_totals.source_id
    FROM cost_totals
    WHERE coalesce(cost_totals.known_since <= $known_by, true)
),

coverage AS (
    SELECT
        known.programme_code,
        bool_and(known.is_over) AS is_whole
    FROM known
    GROUP BY known.programme_code
),

years AS (
    SELECT
        known.programme_code,
        known.booked_year,
        max(known.period_to) FILTER (WHERE known.is_over) AS period_to,
        sum(known.booked_eur) FILTER (WHERE known.is_over) AS computed_eur,
        max(printed.printed_eur) AS printed_eur,
        coalesce(
            CASE WHEN bool_and(known.is_over) THEN max(printed.printed_eur) END,
            sum(known.booked_eur) FILTER (WHERE known.is_over)
        ) AS booked_eur
    FROM known
    LEFT JOIN printed
        ON
            known.programme_code = printed.programme_code
            AND known.booked_year = printed.booked_year
            AND printed.total_kind = 'by_year'
    GROUP BY
        known.programme_code,
        known.booked_year
    HAVING bool_or(known.is_over)
),

totals AS (
    SELECT
        years.programme_code,
        max(years.period_to) AS period_to,
        coalesce(CASE WHEN bool_and(coverage.is_whole) THEN max(printed.printed_eur) END, sum(years.booked_eur))
            AS booked_eur
    FROM years
    INNER JOIN coverage
        ON years.programme_code = coverage.programme_code
    LEFT JOIN printed
        ON
            years.programme_code = printed.programme_code
            AND printed.total_kind = 'all'
    GROUP BY years.programme_code
),

compared AS (
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
