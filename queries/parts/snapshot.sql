-- The snapshot that has everything a date needs: the last one that had begun.
SELECT max(snapshot_days.snapshot_on) AS snapshot_on
FROM snapshot_days
WHERE
    coalesce(snapshot_days.snapshot_on <= $as_of, true)
    AND coalesce(snapshot_days.snapshot_on <= $known_by, true)
