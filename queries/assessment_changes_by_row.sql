-- Which services were assessed, assessed anew or corrected between two days, by municipality, service and measure?
--
-- params   since     date; the earlier of the two days; NULL = from the beginning, so that everything is new
--          as_of     date; the later of the two days; NULL = everything
--          known_by  date; only what was known on or before it; NULL = everything
-- returns  one row per municipality, service and measure whose value or state differs
--          place_code         code     municipality
--          name_fi            text     its name in Finnish
--          name_sv            text     its name in Swedish
--          name_en            text     its name in English
--          service_code       code     service
--          service_name_fi    text     name of the service in Finnish
--          service_name_sv    text     name of the service in Swedish
--          service_name_en    text     name of the service in English
--          measure_code       code     measure
--          change_kind_code   code     new, changed, or corrected (the same day, told otherwise later)
--          old_pct            %        before; NULL = see old_code, or nothing
--          new_pct            %        now; NULL = see new_code
--          difference_points  number   now less before, in percentage points; NULL = one of them has no value
--          old_code           code     why there is no value before; NULL = a value, or nothing; hidden = under 3
--          new_code           code     why there is no value now; NULL = a value
--          about_on           date     day of the newest assessment
--          known_since        date     when it became known
--          source_ids         text     ids of the sources used, space between

WITH told AS (
    SELECT
        assessments.place_code,
        assessments.service_code,
        assessments.measure_code,
        assessments.assessed_on,
        assessments.known_since,
        assessments.value_pct,
        assessments.assessment_state,
        assessments.source_id
    FROM assessments
    WHERE
        coalesce(assessments.assessed_on <= $as_of, true)
        AND coalesce(assessments.known_since <= $known_by, true)
),

earlier AS (
    SELECT
        told.*,
        row_number() OVER (
            PARTITION BY told.place_code, told.service_code, told.measure_code
            ORDER BY
                CASE WHEN told.known_since <= $since THEN 0 ELSE 1 END ASC,
                told.assessed_on DESC,
                CASE WHEN told.known_since <= $since THEN told.known_since END DESC NULLS LAST,
                told.known_since ASC
        ) AS place
    FROM told
    WHERE coalesce(told.assessed_on <= $since, false)
),

later AS (
    SELECT
        told.*,
        row_number() OVER (
            PARTITION BY told.place_code, told.service_code, told.measure_code
            ORDER BY told.assessed_on DESC, told.known_since DESC
        ) AS place
    FROM told
),

shown AS (
    SELECT
        later.service_code,
        later.measure_code,
        count(later.value_pct) >= 3 AS is_shown
    FROM later
    WHERE later.place = 1
    GROUP BY
        later.service_code,
        later.measure_code
)

SELECT
    later.place_code,
    assessed_places.name_fi,
    assessed_places.name_sv,
    assessed_places.name_en,
    later.service_code,
    services.name_fi AS service_name_fi,
    services.name_sv AS service_name_sv,
    services.name_en AS service_name_en,
    later.measure_code,
    CASE
        WHEN earlier.place_code IS NULL THEN 'new'
        WHEN earlier.assessed_on = later.assessed_on THEN 'corrected'
        ELSE 'changed'
    END AS change_kind_code,
    CASE WHEN shown.is_shown THEN earlier.value_pct END AS old_pct,
    CASE WHEN shown.is_shown THEN later.value_pct END AS new_pct,
    CASE WHEN shown.is_shown THEN later.value_pct - earlier.value_pct END AS difference_points,
    CASE
        WHEN earlier.assessment_state <> 'assessed' THEN earlier.assessment_state
        WHEN earlier.place_code IS NOT NULL AND NOT shown.is_shown THEN 'hidden'
    END AS old_code,
    CASE
        WHEN later.assessment_state <> 'assessed' THEN later.assessment_state
        WHEN NOT shown.is_shown THEN 'hidden'
    END AS new_code,
    later.assessed_on AS about_on,
    later.known_since,
    CASE
        WHEN earlier.source_id < later.source_id THEN concat_ws(' ', earlier.source_id, later.source_id)
        WHEN earlier.source_id > later.source_id THEN concat_ws(' ', later.source_id, earlier.source_id)
        ELSE later.source_id
    END AS source_ids
FROM later
INNER JOIN assessed_places
    ON later.place_code = assessed_places.place_code
INNER JOIN services
    ON later.service_code = services.service_code
INNER JOIN shown
    ON
        later.service_code = shown.service_code
        AND later.measure_code = shown.measure_code
LEFT JOIN earlier
    ON
        later.place_code = earlier.place_code
        AND later.service_code = earlier.service_code
        AND later.measure_code = earlier.measure_code
        AND earlier.place = 1
WHERE
    later.place = 1
    AND (
        earlier.place_code IS NULL
        OR earlier.value_pct IS DISTINCT FROM later.value_pct
        OR earlier.assessment_state IS DISTINCT FROM later.assessment_state
    )
ORDER BY later.place_code, later.service_code, later.measure_code
