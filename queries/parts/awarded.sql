-- Exact amounts awarded by year, as far as decided and known.
SELECT
    grants.programme_code,
    year(grant_events.happened_latest) AS year,
    grant_events.amount_eur,
    grant_events.source_id
FROM grant_events
INNER JOIN grants
    ON grant_events.grant_id = grants.grant_id
WHERE
    grant_events.event_kind = 'award'
    AND grant_events.amount_state = 'exact'
    AND coalesce(grant_events.happened_latest <= $as_of, true)
    AND coalesce(grant_events.known_since <= $known_by, true)
    AND coalesce(grants.decided_latest <= $as_of, true)
    AND coalesce(grants.known_since <= $known_by, true)
    AND coalesce(grants.programme_code = $programme, true)
    AND grants.programme_code IN (
        SELECT known.programme_code
        FROM known
        WHERE known.is_over
    )
