-- How mature was each service of each municipality of a group at the end of each of the last twelve quarters?
--
-- params   as_of        date; the latest assessment by then; NULL = the latest of all
--          known_by     date; only what was known on or before it; NULL = everything
--          measure      digital_depth|solutions_in_use|take_up; NULL = digital_depth
--          sector       sector code; NULL = all
--          size_class   size class code of the group that is compared; NULL = all
--          place_class  type of municipality of the group that is compared; NULL = all
--          place        code of one municipality of the group; NULL = all
--          service      service code; NULL = all
-- returns  one row per municipality, service and quarter with an assessment; the first tells of those before it too
--          place_code      code     municipality
--          service_code    code     service
--          assessed_on     date     day of the last assessment of the quarter by then
--          quarter_on      date     last day of the quarter; it stays in force until the next row
--          level           count    level 1–5 of the value; NULL = see mark_code
--          value_pct       %        value of the measure; NULL = see mark_code
--          mark_code       code     why there is no value: hidden = fewer than 3 of the group have one; NULL = a value
--          method_code     code     how it was assessed
--          source_ids      text     ids of the sources used, space between
-- with     snapshot, latest, cells, enough

WITH running AS (
    SELECT
        latest.place_code,
        latest.service_code,
        latest.assessed_on,
        CAST(date_trunc('quarter', latest.assessed_on) + INTERVAL 3 MONTH AS DATE) - 1 AS quarter_on,
        latest.method_code,
        latest.assessment_state,
        latest.value_pct,
        latest.source_id
    FROM latest
    WHERE
        latest.turn = 1
        AND coalesce(latest.place_code = $place, true)
        AND coalesce(latest.service_code = $service, true)
),

told AS (
    SELECT
        quarterly_assessments.place_code,
        quarterly_assessments.service_code,
        quarterly_assessments.assessed_on,
        quarterly_assessments.quarter_on,
        quarterly_assessments.method_code,
        quarterly_assessments.assessment_state,
        quarterly_assessments.value_pct,
        quarterly_assessments.source_id
    FROM quarterly_assessments
    WHERE
        quarterly_assessments.measure_code = coalesce($measure, 'digital_depth')
        AND quarterly_assessments.place_code BETWEEN coalesce($place, '') AND coalesce($place, '~')
        AND quarterly_assessments.service_code BETWEEN coalesce($service, '') AND coalesce($service, '~')
        AND coalesce(quarterly_assessments.quarter_on <= $as_of, true)
        AND coalesce(quarterly_assessments.quarter_on <= $known_by, true)
        AND coalesce(quarterly_assessments.known_since <= $known_by, true)
        AND coalesce(quarterly_assessments.replaced_on > $known_by, quarterly_assessments.replaced_on IS NULL)
    UNION ALL
    -- the quarter that had not ended by both days: the latest, when it is of that quarter
    SELECT
        running.place_code,
        running.service_code,
        running.assessed_on,
        running.quarter_on,
        running.method_code,
        running.assessment_state,
        running.value_pct,
        running.source_id
    FROM running
    WHERE coalesce(running.quarter_on > $as_of, false) OR coalesce(running.quarter_on > $known_by, false)
),

placed AS (
    SELECT
        told.place_code,
        told.service_code,
        told.assessed_on,
        told.quarter_on,
        told.method_code,
        told.assessment_state,
        told.value_pct,
        enough.assessed,
        concat_ws(' ', enough.source_id, told.source_id) AS source_ids,
        max(told.quarter_on) OVER () AS newest_on
    FROM told
    INNER JOIN enough
        ON
            told.place_code = enough.place_code
            AND told.service_code = enough.service_code
),

ordered AS (
    SELECT
        placed.place_code,
        placed.service_code,
        placed.assessed_on,
        placed.quarter_on,
        placed.method_code,
        placed.assessment_state,
        placed.value_pct,
        placed.assessed,
        placed.source_ids,
        row_number() OVER (
            PARTITION BY
                placed.place_code,
                placed.service_code,
                greatest(
                    placed.quarter_on,
                    CAST(date_trunc('quarter', placed.newest_on) - INTERVAL 30 MONTH AS DATE) - 1
                )
            ORDER BY placed.assessed_on DESC
        ) AS turn
    FROM placed
),

shown AS (
    SELECT
        ordered.place_code,
        ordered.service_code,
        ordered.assessed_on,
        ordered.quarter_on,
        ordered.method_code,
        ordered.source_ids,
        CASE WHEN ordered.assessed >= 3 THEN ordered.value_pct END AS value_pct,
        CASE
            WHEN ordered.assessment_state <> 'assessed' THEN ordered.assessment_state
            WHEN ordered.assessed < 3 THEN 'hidden'
        END AS mark_code
    FROM ordered
    WHERE ordered.turn = 1
)

SELECT
    shown.place_code,
    shown.service_code,
    shown.assessed_on,
    shown.quarter_on,
    maturity_levels.level,
    shown.value_pct,
    shown.mark_code,
    shown.method_code,
    shown.source_ids
FROM shown
LEFT JOIN maturity_levels
    ON
        shown.value_pct >= maturity_levels.from_pct
        AND shown.value_pct < maturity_levels.to_pct
ORDER BY shown.place_code, shown.service_code, shown.assessed_on
