-- How has the maturity of a service of a municipality changed from one assessment to the next?
--
-- params   as_of        date; the latest assessment by then; NULL = the latest of all
--          known_by     date; only what was known on or before it; NULL = everything
--          measure      digital_depth|solutions_in_use|take_up; NULL = digital_depth
--          sector       sector code; NULL = all
--          size_class   size class code of the group that is compared; NULL = all
--          place_class  type of municipality of the group that is compared; NULL = all
--          place        code of one municipality of the group; NULL = all
--          service      service code; NULL = all
-- returns  one row per municipality, service and day of assessment, as known then
--          place_code      code     municipality
--          service_code    code     service
--          assessed_on     date     day of the assessment
--          level           count    level 1–5 of the value; NULL = see mark_code
--          value_pct       %        value of the measure; NULL = see mark_code
--          mark_code       code     why there is no value: hidden = fewer than 3 of the group have one; NULL = a value
--          method_code     code     how it was assessed
--          method_run      count    number of the run of assessments made the same way: runs are never joined by a line
--          digital_phases  text     numbers of the phases that are digital, space between; NULL = not given
--          source_ids      text     ids of the sources used, space between
-- with     snapshot, latest, cells, enough

WITH known AS (
    SELECT
        assessments.place_code,
        assessments.service_code,
        assessments.assessed_on,
        assessments.method_code,
        assessments.assessment_state,
        assessments.value_pct,
        assessments.digital_phases,
        assessments.source_id,
        row_number() OVER (
            PARTITION BY assessments.place_code, assessments.service_code, assessments.assessed_on
            ORDER BY assessments.known_since DESC
        ) AS turn
    FROM assessments
    WHERE
        assessments.measure_code = coalesce($measure, 'digital_depth')
        -- as ranges, which the engine skips most of the file by: 30 million rows are read as fast as 300 000
        AND assessments.place_code BETWEEN coalesce($place, '') AND coalesce($place, '~')
        AND assessments.service_code BETWEEN coalesce($service, '') AND coalesce($service, '~')
        AND coalesce(assessments.assessed_on <= $as_of, true)
        AND coalesce(assessments.known_since <= $known_by, true)
),

ordered AS (
    SELECT
        known.place_code,
        known.service_code,
        known.assessed_on,
        known.method_code,
        known.assessment_state,
        known.value_pct,
        known.digital_phases,
        known.source_id,
        coalesce(
            known.method_code <> lag(known.method_code) OVER (
                PARTITION BY known.place_code, known.service_code
                ORDER BY known.assessed_on
            ),
            true
        ) AS is_first
    FROM known
    WHERE known.turn = 1
),

shown AS (
    SELECT
        ordered.place_code,
        ordered.service_code,
        ordered.assessed_on,
        ordered.method_code,
        CASE WHEN enough.assessed >= 3 THEN ordered.value_pct END AS value_pct,
        CASE WHEN enough.assessed >= 3 THEN ordered.digital_phases END AS digital_phases,
        CASE
            WHEN ordered.assessment_state <> 'assessed' THEN ordered.assessment_state
            WHEN enough.assessed < 3 THEN 'hidden'
        END AS mark_code,
        CAST(
            sum(CASE WHEN ordered.is_first THEN 1 ELSE 0 END) OVER (
                PARTITION BY ordered.place_code, ordered.service_code
                ORDER BY ordered.assessed_on
            ) AS BIGINT
        ) AS method_run,
        concat_ws(' ', enough.source_id, ordered.source_id) AS source_ids
    FROM ordered
    INNER JOIN enough
        ON
            ordered.place_code = enough.place_code
            AND ordered.service_code = enough.service_code
)

SELECT
    shown.place_code,
    shown.service_code,
    shown.assessed_on,
    maturity_levels.level,
    shown.value_pct,
    shown.mark_code,
    shown.method_code,
    shown.method_run,
    shown.digital_phases,
    shown.source_ids
FROM shown
LEFT JOIN maturity_levels
    ON
        shown.value_pct >= maturity_levels.from_pct
        AND shown.value_pct < maturity_levels.to_pct
ORDER BY shown.place_code, shown.service_code, shown.assessed_on
