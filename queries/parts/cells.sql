-- Every service of every place of the group, with its value or the mark of why it has none. A service that fewer than
-- 3 places of the group have a value for is hidden: `value_pct` is then NULL, and so is everything that comes of it.
SELECT
    assessed_places.place_code,
    services.service_code,
    services.sector_code,
    latest.assessed_on,
    latest.method_code,
    CASE
        WHEN count(latest.value_pct) OVER (PARTITION BY services.service_code) >= 3 THEN latest.value_pct
    END AS value_pct,
    CASE
        WHEN count(latest.value_pct) OVER (PARTITION BY services.service_code) >= 3 THEN latest.digital_phases
    END AS digital_phases,
    CASE
        WHEN latest.assessment_state IS NULL THEN 'not_assessed'
        WHEN latest.assessment_state <> 'assessed' THEN latest.assessment_state
        WHEN count(latest.value_pct) OVER (PARTITION BY services.service_code) < 3 THEN 'hidden'
    END AS mark_code,
    concat_ws(' ', services.source_id, coalesce(latest.source_id, assessed_places.source_id)) AS source_ids
FROM assessed_places
CROSS JOIN services
LEFT JOIN latest
    ON
        assessed_places.place_code = latest.place_code
        AND services.service_code = latest.service_code
        AND latest.turn = 1
WHERE
    coalesce(assessed_places.size_class_code = $size_class, true)
    AND coalesce(assessed_places.place_class_code = $place_class, true)
    AND coalesce(services.sector_code = $sector, true)
