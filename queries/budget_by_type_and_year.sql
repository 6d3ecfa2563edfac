-- What does the table of costs look like in the source, beside the sums of its rows?
--
-- params   as_of      date; only periods that ended on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per cell and line; totals of types and the printed grand total only as far as the source prints them
--          line          code     booked, printed_total or computed_total
--          cost_type     code     type of cost; NULL = all types
--          booked_year   year     year booked; NULL = all years in force
--          amount_eur    EUR      nominal, signed
--          rounding_eur  EUR      computed less printed, on total cells that have both; NULL otherwise
--          source_ids    text     ids of the sources used, space between
-- with     known, printed, coverage

WITH booked AS (
    SELECT
        known.programme_code,
        known.cost_type,
        known.booked_year,
        known.booked_eur,
        known.source_id
    FROM known
    WHERE known.is_over
),

closed_years AS (
    SELECT
        known.programme_code,
        known.booked_year
    FROM known
    GROUP BY
        known.programme_code,
        known.booked_year
    HAVING bool_and(known.is_over)
),

cells AS (
    SELECT
        'booked' AS line,
        booked.cost_type AS cost_type,
        booked.booked_year AS booked_year,
        booked.booked_eur AS amount_eur,
        booked.source_id AS source_id
    FROM booked
    UNION ALL
    SELECT
        'computed_total' AS line,
        booked.cost_type AS cost_type,
        CAST(NULL AS BIGINT) AS booked_year,
        booked.booked_eur AS amount_eur,
        booked.source_id AS source_id
    FROM booked
    UNION ALL
    SELECT
        'computed_total' AS line,
        CAST(NULL AS VARCHAR) AS cost_type,
        booked.booked_year AS booked_year,
        booked.booked_eur AS amount_eur,
        booked.source_id AS source_id
    FROM booked
    UNION ALL
    SELECT
        'computed_total' AS line,
        CAST(NULL AS VARCHAR) AS cost_type,
        CAST(NULL AS BIGINT) AS booked_year,
        booked.booked_eur AS amount_eur,
        booked.source_id AS source_id
    FROM booked
    UNION ALL
    SELECT
        'printed_total' AS line,
        printed.cost_type AS cost_type,
        CAST(NULL AS BIGINT) AS booked_year,
        printed.printed_eur AS amount_eur,
        printed.source_id AS source_id
    FROM printed
    INNER JOIN coverage
        ON
            printed.programme_code = coverage.programme_code
            AND coverage.is_whole
    WHERE printed.total_kind IN ('by_type', 'all')
    UNION ALL
    SELECT
        'printed_total' AS line,
        CAST(NULL AS VARCHAR) AS cost_type,
        closed_years.booked_year AS booked_year,
        printed.printed_eur AS amount_eur,
        printed.source_id AS source_id
    FROM closed_years
    INNER JOIN printed
        ON
            closed_years.programme_code = printed.programme_code
            AND closed_years.booked_year = printed.booked_year
            AND printed.total_kind = 'by_year'
    UNION ALL
    SELECT
        'printed_total' AS line,
        CAST(NULL AS VARCHAR) AS cost_type,
        CAST(NULL AS BIGINT) AS booked_year,
        printed.printed_eur AS amount_eur,
        printed.source_id AS source_id
    FROM closed_years
    INNER JOIN coverage
        ON
            closed_years.programme_code = coverage.programme_code
            AND NOT coverage.is_whole
    INNER JOIN printed
        ON
            closed_years.programme_code = printed.programme_code
            AND closed_years.booked_year = printed.booked_year
            AND printed.total_kind = 'by_year'
),

lines AS (
    SELECT
        cells.line,
        cells.cost_type,
        cells.booked_year,
        sum(cells.amount_eur) AS amount_eur,
        string_agg(DISTINCT cells.source_id, ' ' ORDER BY cells.source_id) AS source_ids
    FROM cells
    GROUP BY
        cells.line,
        cells.cost_type,
        cells.booked_year
),

roundings AS (
    SELECT
        lines.cost_type,
        lines.booked_year,
        sum(CASE WHEN lines.line = 'computed_total' THEN lines.amount_eur ELSE -lines.amount_eur END) AS rounding_eur
    FROM lines
    WHERE lines.line <> 'booked'
    GROUP BY
        lines.cost_type,
        lines.booked_year
    HAVING count(*) = 2
)

SELECT
    lines.line,
    lines.cost_type,
    lines.booked_year,
    lines.amount_eur,
    CASE WHEN lines.line <> 'booked' THEN roundings.rounding_eur END AS rounding_eur,
    lines.source_ids
FROM lines
LEFT JOIN roundings
    ON
        lines.cost_type IS NOT DISTINCT FROM roundings.cost_type
        AND lines.booked_year IS NOT DISTINCT FROM roundings.booked_year
ORDER BY lines.booked_year NULLS LAST, lines.cost_type NULLS LAST, lines.line
