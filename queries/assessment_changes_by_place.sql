-- Which municipalities assessed their services, changed or corrected a value between two days?
--
-- params   since     date; the earlier of the two days; NULL = from the beginning, so that everything is new
--          as_of     date; the later of the two days; NULL = everything
--          known_by  date; only what was known on or before it; NULL = everything
--          measure   digital_depth|solutions_in_use|take_up; NULL = digital_depth
-- returns  one row per municipality with such services
--          place_code          code   municipality
--          name_fi             text   name in Finnish
--          name_sv             text   name in Swedish
--          name_en             text   name in English
--          new_services        count  services that were assessed for the first time
--          changed_services    count  services whose value or state is another in a later assessment
--          corrected_services  count  services whose value of the same day was told otherwise later
--          source_ids          text   ids of the sources used, space between

WITH facts AS (
    SELECT
        assessments.place_code,
        assessments.service_code,
        assessments.assessed_on,
        assessments.known_since,
        assessments.value_pct,
        assessments.assessment_state,
        assessments.source_id
    FROM assessments
    WHERE
        assessments.measure_code = coalesce($measure, 'digital_depth')
        AND coalesce(assessments.assessed_on <= $as_of, true)
        AND coalesce(assessments.known_since <= $known_by, true)
),

earlier AS (
    SELECT
        facts.*,
        row_number() OVER (
            PARTITION BY facts.place_code, facts.service_code
            ORDER BY
                CASE WHEN facts.known_since <= $since THEN 0 ELSE 1 END ASC,
                facts.assessed_on DESC,
                CASE WHEN facts.known_since <= $since THEN facts.known_since END DESC NULLS LAST,
                facts.known_since ASC
        ) AS place
    FROM facts
    WHERE coalesce(facts.assessed_on <= $since, false)
),

later AS (
    SELECT
        facts.*,
        row_number() OVER (
            PARTITION BY facts.place_code, facts.service_code
            ORDER BY facts.assessed_on DESC, facts.known_since DESC
        ) AS place
    FROM facts
)

SELECT
    later.place_code,
    assessed_places.name_fi,
    assessed_places.name_sv,
    assessed_places.name_en,
    count(*) FILTER (WHERE earlier.place_code IS NULL) AS new_services,
    count(*) FILTER (WHERE earlier.assessed_on < later.assessed_on) AS changed_services,
    count(*) FILTER (WHERE earlier.assessed_on = later.assessed_on) AS corrected_services,
    string_agg(DISTINCT later.source_id, ' ' ORDER BY later.source_id) AS source_ids
FROM later
INNER JOIN assessed_places
    ON later.place_code = assessed_places.place_code
LEFT JOIN earlier
    ON
        later.place_code = earlier.place_code
        AND later.service_code = earlier.service_code
        AND earlier.place = 1
WHERE
    later.place = 1
    AND (
        earlier.place_code IS NULL
        OR earlier.value_pct IS DISTINCT FROM later.value_pct
        OR earlier.assessment_state IS DISTINCT FROM later.assessment_state
    )
GROUP BY
    later.place_code,
    assessed_places.name_fi,
    assessed_places.name_sv,
    assessed_places.name_en
ORDER BY later.place_code
