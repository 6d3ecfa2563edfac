-- How does one get from the grants awarded to the total cost, step by step?
--
-- params   as_of      date; only what happened, or whose period ended, on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per step; no rows before the first books are in
--          step            count    place of the step, from 1
--          step_code       code     awarded, not_booked, booked_grants, services, personnel, other or total
--          booked_year     year     year of a not_booked step; NULL otherwise
--          kind            code     total, subtraction or addition
--          amount_eur      EUR      signed: a subtraction is negative
--          starts_eur      EUR      where the bar starts
--          ends_eur        EUR      where the bar ends
--          is_explained    boolean  false = the source gives no amount that explains the step
--          explained_code  code     not_explained, return_amount_not_stated or year_not_booked; NULL unless not_booked
--          source_ids      text     ids of the sources used, space between
-- with     known, printed, coverage, years, totals, awarded, returned, entries, differences

WITH types AS (
    SELECT
        known.programme_code,
        known.cost_type,
        coalesce(
            CASE WHEN bool_and(coverage.is_whole) THEN max(printed.printed_eur) END,
            sum(known.booked_eur) FILTER (WHERE known.is_over)
        ) AS booked_eur
    FROM known
    INNER JOIN coverage
        ON known.programme_code = coverage.programme_code
    LEFT JOIN printed
        ON
            known.programme_code = printed.programme_code
            AND known.cost_type = printed.cost_type
            AND printed.total_kind = 'by_type'
    GROUP BY
        known.programme_code,
        known.cost_type
    HAVING bool_or(known.is_over)
),

sourced AS (
    SELECT string_agg(DISTINCT known.source_id, ' ' ORDER BY known.source_id) AS source_ids
    FROM known
    WHERE known.is_over
),

pieces AS (
    SELECT
        1 AS place,
        'awarded' AS step_code,
        CAST(NULL AS BIGINT) AS booked_year,
        'total' AS kind,
        coalesce((SELECT sum(awarded.amount_eur) FROM awarded), 0) AS amount_eur,
        CAST(NULL AS VARCHAR) AS explained_code,
        coalesce(
            (
                SELECT string_agg(DISTINCT awarded.source_id, ' ' ORDER BY awarded.source_id)
                FROM awarded
            ),
            sourced.source_ids
        ) AS source_ids
    FROM sourced
    UNION ALL
    SELECT
        2 AS place,
        'not_booked' AS step_code,
        differences.year AS booked_year,
        'subtraction' AS kind,
        coalesce(differences.booked_eur, 0) - differences.awarded_eur AS amount_eur,
        differences.explained_code AS explained_code,
        differences.source_ids AS source_ids
    FROM differences
    WHERE coalesce(differences.booked_eur, 0) <> differences.awarded_eur
    UNION ALL
    SELECT
        3 AS place,
        'booked_grants' AS step_code,
        CAST(NULL AS BIGINT) AS booked_year,
        'total' AS kind,
        coalesce(
            (
                SELECT sum(types.booked_eur)
                FROM types
                WHERE types.cost_type = 'grants'
            ), 0
        ) AS amount_eur,
        CAST(NULL AS VARCHAR) AS explained_code,
        sourced.source_ids AS source_ids
    FROM sourced
    UNION ALL
    SELECT
        CASE types.cost_type WHEN 'services' THEN 4 WHEN 'personnel' THEN 5 ELSE 6 END AS place,
        types.cost_type AS step_code,
        CAST(NULL AS BIGINT) AS booked_year,
        'addition' AS kind,
        sum(types.booked_eur) AS amount_eur,
        CAST(NULL AS VARCHAR) AS explained_code,
        sourced.source_ids AS source_ids
    FROM types
    CROSS JOIN sourced
    WHERE types.cost_type <> 'grants'
    GROUP BY
        types.cost_type,
        sourced.source_ids
    UNION ALL
    SELECT
        7 AS place,
        'total' AS step_code,
        CAST(NULL AS BIGINT) AS booked_year,
        'total' AS kind,
        sum(totals.booked_eur) AS amount_eur,
        CAST(NULL AS VARCHAR) AS explained_code,
        sourced.source_ids AS source_ids
    FROM totals
    CROSS JOIN sourced
    GROUP BY sourced.source_ids
),

steps AS (
    SELECT
        pieces.step_code,
        pieces.booked_year,
        pieces.kind,
        pieces.amount_eur,
        pieces.explained_code,
        pieces.source_ids,
        CASE WHEN pieces.kind = 'total' AND pieces.step_code <> 'awarded' THEN 0 ELSE pieces.amount_eur END AS move_eur,
        row_number() OVER (ORDER BY pieces.place, pieces.step_code, pieces.booked_year NULLS LAST) AS step
    FROM pieces
    WHERE EXISTS (SELECT totals.programme_code FROM totals)
),

levels AS (
    SELECT
        steps.step,
        sum(steps.move_eur) OVER (ORDER BY steps.step) AS level_eur
    FROM steps
)

SELECT
    steps.step,
    steps.step_code,
    steps.booked_year,
    steps.kind,
    steps.amount_eur,
    CASE WHEN steps.kind = 'total' THEN 0 ELSE levels.level_eur - steps.move_eur END AS starts_eur,
    CASE WHEN steps.kind = 'total' THEN steps.amount_eur ELSE levels.level_eur END AS ends_eur,
    coalesce(steps.explained_code, 'year_not_booked') = 'year_not_booked' AS is_explained,
    steps.explained_code,
    steps.source_ids
FROM steps
INNER JOIN levels
    ON steps.step = levels.step
ORDER BY steps.step
