-- What has been booked as costs, by year?
--
-- params   as_of      date; only periods that ended on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per year whose period is over
--          booked_year     year     year booked
--          period_to       date     last day of the period
--          booked_eur      EUR      total of the year as printed; the sum of the rows when none is
--          computed_eur    EUR      sum of the rows of the year
--          cumulative_eur  EUR      booked_eur of this and all earlier years
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

documents AS (
    SELECT
        known.programme_code AS programme_code,
        known.booked_year AS booked_year,
        known.source_id AS source_id
    FROM known
    WHERE known.is_over
    UNION
    SELECT
        years.programme_code AS programme_code,
        years.booked_year AS booked_year,
        printed.source_id AS source_id
    FROM years
    INNER JOIN printed
        ON
            years.programme_code = printed.programme_code
            AND years.booked_year = printed.booked_year
            AND printed.total_kind = 'by_year'
),

sums AS (
    SELECT
        years.booked_year,
        max(years.period_to) AS period_to,
        sum(years.booked_eur) AS booked_eur,
        sum(years.computed_eur) AS computed_eur
    FROM years
    GROUP BY years.booked_year
),

sourced AS (
    SELECT
        documents.booked_year,
        string_agg(DISTINCT documents.source_id, ' ' ORDER BY documents.source_id) AS source_ids
    FROM documents
    GROUP BY documents.booked_year
)

SELECT
    sums.booked_year,
    sums.period_to,
    sums.booked_eur,
    sums.computed_eur,
    sum(sums.booked_eur) OVER (ORDER BY sums.booked_year) AS cumulative_eur,
    sourced.source_ids
FROM sums
INNER JOIN sourced
    ON sums.booked_year = sourced.booked_year
ORDER BY sums.booked_year
