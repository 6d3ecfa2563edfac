-- The day whose municipalities are shown: the chosen one, or the last day that the programme tells of.
SELECT coalesce($as_of, max(days.day)) AS division_on
FROM (
    SELECT milestones.happened_on AS day
    FROM milestones
    WHERE coalesce(milestones.programme_code = $programme, true)
    UNION ALL
    SELECT grants.decided_latest AS day
    FROM grants
    WHERE coalesce(grants.programme_code = $programme, true)
) AS days
