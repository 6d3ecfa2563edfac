-- The latest assessment of each service of each place by the measure, on the date and as known then: `turn` 1.
-- One that a later one had replaced by both days is left out before it is sorted; nearly all that is left is turn 1.
SELECT
    assessment_snapshots.place_code,
    assessment_snapshots.service_code,
    assessment_snapshots.measure_code,
    assessment_snapshots.assessed_on,
    assessment_snapshots.method_code,
    assessment_snapshots.assessment_state,
    assessment_snapshots.value_pct,
    assessment_snapshots.digital_phases,
    assessment_snapshots.source_id,
    row_number() OVER (
        PARTITION BY assessment_snapshots.place_code, assessment_snapshots.service_code
        ORDER BY assessment_snapshots.assessed_on DESC, assessment_snapshots.known_since DESC
    ) AS turn
FROM assessment_snapshots
INNER JOIN snapshot
    ON assessment_snapshots.snapshot_on = snapshot.snapshot_on
WHERE
    assessment_snapshots.measure_code = coalesce($measure, 'digital_depth')
    AND coalesce(assessment_snapshots.assessed_on <= $as_of, true)
    AND coalesce(assessment_snapshots.known_since <= $known_by, true)
    AND (
        assessment_snapshots.replaced_on IS NULL
        OR coalesce(assessment_snapshots.replaced_on > $as_of, false)
        OR coalesce(assessment_snapshots.replaced_on > $known_by, false)
    )
